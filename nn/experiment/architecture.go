package experiment

import "slices"

// An Architecture is a family of networks, with a tab of its own on a page.
type Architecture struct {
	Name string // in links, and in the translations option.architecture.NAME
	// adapt turns the settings of the first architecture's default into those
	// of this one's; nil leaves them as they are.
	adapt func(s *Spec)
	// Scores are the names of what Metrics tells beside the losses and accuracy,
	// and Says those of the texts with which actions answer: of the translations
	// score.NAME and said.NAME.
	Scores, Says []string
	// Actions is what a reader can do to what is shown that is no setting.
	Actions []Action
	// repair turns settings that do not go together into ones that do. Where
	// one of two must give way, it is not the one of the key to keep.
	repair func(s *Spec, keep string) []Notice
	// open makes the task of a valid spec; nil for points, which package
	// experiment began with: they are part of Run.
	open func(spec Spec) task
}

// Architectures is the table of architectures, a row each, in the order of a page.
var Architectures = []Architecture{
	{Name: "mlp", repair: (*Spec).repairPoints},
	{
		Name: "rnn", adapt: adaptRNN, repair: (*Spec).repairRNN, open: newRNN,
		Scores: []string{"perplexity", "token-accuracy", "rival-loss", "rival-accuracy"}, Says: []string{"generated", "rivalGenerated"},
		Actions: []Action{
			{Name: "previousSample", Kind: Button}, {Name: "nextSample", Kind: Button},
			{Name: "generate", Kind: Text, Most: 100, Applies: whenTokens},
			{Name: "temperature", Kind: Number, Min: 0, Max: maxTemperature, Step: 0.1, Default: "0.7", Applies: whenTokens},
		},
	},
	{
		Name: "transformer", adapt: adaptTransformer, repair: (*Spec).repairTransformer, open: newTransformer,
		Scores: []string{"perplexity", "token-accuracy"}, Says: []string{"generated"},
		Actions: []Action{
			{Name: "previousSample", Kind: Button}, {Name: "nextSample", Kind: Button},
			{Name: "generate", Kind: Text, Most: 100, Applies: whenTokens},
			{Name: "temperature", Kind: Number, Min: 0, Max: maxTemperature, Step: 0.1, Default: "0.7", Applies: whenTokens},
			{Name: "topK", Kind: Number, Min: 0, Max: maxTopK, Step: 1, Default: "0", Applies: whenTokens},
			{Name: "topP", Kind: Number, Min: 0, Max: 1, Step: 0.05, Default: "1", Applies: whenTokens},
		},
	},
	{
		Name: "gan", adapt: adaptGAN, repair: (*Spec).repairGAN, open: newGAN,
		Scores: []string{"js", "kl", "lossD", "lossG"}, Says: phaseNames(),
		Actions: []Action{
			{Name: "stepD", Kind: Button}, {Name: "stepG", Kind: Button},
			{Name: "previousPhase", Kind: Button, Applies: whenTurns}, {Name: "nextPhase", Kind: Button, Every: 4, Applies: whenTurns},
		},
	},
	{
		Name: "autoencoder", adapt: adaptAutoencoder, repair: (*Spec).repairAutoencoder, open: newAutoencoder,
		Scores:  []string{"pixel-error", "code-kl"},
		Actions: []Action{{Name: "previousSample", Kind: Button}, {Name: "nextSample", Kind: Button}},
	},
	{
		Name: "cnn", adapt: adaptCNN, repair: (*Spec).repairCNN, open: newCNN,
		Says: []string{"seen", "mistakes"},
		Actions: []Action{
			{Name: "sketch", Kind: Sketch, Side: sketchSide},
			{Name: "previousSample", Kind: Button}, {Name: "nextSample", Kind: Button},
			{Name: "previousMistake", Kind: Button}, {Name: "nextMistake", Kind: Button},
		},
	},
	{
		Name: "diffusion", adapt: adaptDiffusion, repair: (*Spec).repairDiffusion, open: newDiffusion,
		Scores:  []string{"js", "kl"},
		Actions: []Action{{Name: "time", Kind: Number, Min: 0, Max: 1, Step: 0.02, Sweeps: true, Default: "1"}},
	},
}

// Which architectures share settings.
var (
	onPoints        = []string{"mlp"}                       // of one or two inputs
	onDistributions = []string{"gan", "diffusion"}          // of the plane
	supervised      = []string{"mlp", "autoencoder", "cnn"} // data are split in two
	decayed         = []string{"mlp", "cnn", "transformer"} // weights may be held small
	dropping        = []string{"mlp", "cnn"}                // by dropout
	normalized      = []string{"mlp", "cnn"}
	oneActivation   = []string{"gan", "autoencoder", "diffusion", "cnn"} // of all hidden layers
	onlyGAN         = []string{"gan"}
	onSequences     = []string{"rnn", "transformer"}
	chosenBiases    = []string{"mlp", "gan", "diffusion", "cnn"} // biases begin with what is chosen
	onlyRNN         = []string{"rnn"}
	onlyTransformer = []string{"transformer"}
	onImages        = []string{"autoencoder", "cnn"} // drawn from strokes
	onlyAutoencoder = []string{"autoencoder"}
	onlyDiffusion   = []string{"diffusion"}
	onlyCNN         = []string{"cnn"}
)

func findArchitecture(name string) *Architecture {
	for i := range Architectures {
		if Architectures[i].Name == name {
			return &Architectures[i]
		}
	}
	return &Architectures[0]
}

// DefaultOf returns the experiment of a link that names nothing but an
// architecture.
func DefaultOf(architecture string) Spec {
	s := Default()
	a := findArchitecture(architecture)
	s.Architecture = a.Name
	if a.adapt != nil {
		a.adapt(&s)
	}
	return s
}

// concerns tells whether the setting is one of the spec's architecture.
func (f *Field) concerns(s *Spec) bool {
	return f.For == nil || slices.Contains(f.For, s.Architecture)
}

// change goes over to the default of another architecture; the seed stays, and
// so do points of one's own and how a page is shown.
func (s *Spec) change(architecture string) {
	next := DefaultOf(architecture)
	next.Seed, next.Hide = s.Seed, s.Hide
	if s.Drawn() {
		next.takePoints(s.Points)
	}
	if s.OwnImages() && slices.Contains(onImages, architecture) {
		next.Images.Set, next.Images.Album = s.Images.Set, s.Images.Album
	}
	*s = next
}
