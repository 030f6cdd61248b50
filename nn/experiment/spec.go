package experiment

import "slices"

// A Spec is all that a link says: the experiment, and how it is shown. It is a
// plain value. No method changes a slice in place, so a copied Spec is a
// Spec of its own. The zero Spec is not valid: begin with Default or Parse.
type Spec struct {
	Architecture string // the family of networks

	Dataset       string // a row of data.Sets
	Classes       int    // of the data sets that let them be chosen
	Samples       int    // training and test points together
	Noise         int    // percent
	PercTrainData int    // share of the points that is trained on, percent
	Preprocess    string
	Points        string // of one's own: the text of a data.Drawing

	Features []string // rows of data.Features, in their order, at least one

	NetworkShape  []int    // units of each hidden layer
	Activation    []string // one for all hidden layers, or one each
	Normalization string
	Dropout       float32 // probability that a hidden unit is dropped, 0 = off
	Init          string
	InitScale     float32 // factor on the spread of the initial weights
	BiasInit      float32 // initial value of all biases

	OutputActivation   string // or "auto"; see Output
	Loss               string // or "auto"; see LossFunction
	Optimizer          string
	LearningRate       float32
	Momentum           float32 // of momentum and nesterov; β₁ of adam and adamw
	Beta2              float32
	Schedule           string
	ScheduleSteps      int     // steps in which the schedule halves, or ends
	Warmup             int     // steps, 0 = off
	Clip               float32 // largest norm of the gradient, 0 = off
	Regularization     string
	RegularizationRate float32
	BatchSize          int
	Seed               uint32 // of the data, the weights, the order and dropout

	HiddenActivation string // of all hidden layers, where they share one
	Distribution     string // a row of data.Distributions, or points of one's own
	GAN              GAN
	Sequence         Sequence
	RNN              RNN
	Transformer      Transformer
	Images           Images
	Autoencoder      Autoencoder
	Diffusion        Diffusion

	ShowTestData bool
	Discretize   bool
	Hide         []string // controls that a page leaves out
}

// GAN is the settings of a generative adversarial network.
type GAN struct {
	Noise              string // what the generator begins with
	Loss               string // of both players
	Generator          []int  // units of each hidden layer
	Discriminator      []int
	DiscriminatorRate  float32 // its learning rate; the generator has LearningRate
	DiscriminatorSteps int     // a step of training
	GeneratorSteps     int
	Critic             string  // what bounds the discriminator's slope
	WeightClip         float32 // where it is bounded by clipping
}

// Sequence is the settings of what learns sequences.
type Sequence struct {
	Task   string // a row of sequences.Tasks
	Length int    // of the tasks that let it be chosen
	Text   string // of one's own: as sequences.Clean leaves it, "" for ours
}

// RNN is the settings of a recurrent network.
type RNN struct {
	Cell          string // a row of nn.Recurrents
	Units         int    // of each layer
	Layers        int
	Bidirectional bool
	Carry         bool   // the state goes on from minibatch to minibatch
	Rival         string // the cell of a second network that learns beside it, or "none"
}

// Transformer is the settings of a Transformer.
type Transformer struct {
	Kind          string // which parts there are: a model.Kind
	Blocks        int    // of an encoder-decoder so many in each
	Width         int    // dimensions of a token's vector
	Heads         int
	Position      string // a row of nn.Positions
	Normalization string // a row of nn.TokenNormalizations
	Norm          string // "pre" or "post": before attention and feed-forward, or after
	FeedForward   string // a row of nn.FeedForwards
	Tied          bool   // the output's weights are the embedding's
}

// Auto leaves a choice to the data set; see Output and LossFunction.
const Auto = "auto"

// Default returns the experiment of an empty link.
func Default() Spec {
	return Spec{
		Architecture:       "mlp",
		Dataset:            "circle",
		Classes:            3,
		Samples:            500,
		PercTrainData:      50,
		Preprocess:         "none",
		Features:           []string{"x", "y"},
		NetworkShape:       []int{4, 2},
		Activation:         []string{"tanh"},
		Normalization:      "none",
		Init:               "xavier",
		InitScale:          1,
		OutputActivation:   Auto,
		Loss:               Auto,
		Optimizer:          "sgd",
		LearningRate:       0.03,
		Momentum:           0.9,
		Beta2:              0.999,
		Schedule:           "constant",
		ScheduleSteps:      1000,
		Regularization:     "none",
		RegularizationRate: 0,
		BatchSize:          10,
		Seed:               1,
		HiddenActivation:   "relu",
		Distribution:       "ring",
		GAN: GAN{
			Noise: "normal-2d", Loss: "non-saturating", Generator: []int{32, 32}, Discriminator: []int{32, 32},
			DiscriminatorRate: 0.002, DiscriminatorSteps: 1, GeneratorSteps: 1, Critic: "none", WeightClip: 0.1,
		},
		Sequence: Sequence{Task: "temporal-order", Length: 13},
		RNN:      RNN{Cell: "gru", Units: 16, Layers: 1, Rival: "none"},
		Transformer: Transformer{
			Kind: "decoder", Blocks: 1, Width: 32, Heads: 4, Position: "learned", Normalization: "layer", Norm: "pre", FeedForward: "gelu",
		},
		Images: Images{Set: "digits", Side: 12, Distortion: 0.3},
		Autoencoder: Autoencoder{
			Encoder: []int{64, 32}, Code: 2, KLWeight: 1, Loss: "bce",
		},
		Diffusion: Diffusion{Hidden: []int{32, 32, 32}, Integrator: "midpoint", Steps: 12},
	}
}

// ActivationOf returns the activation of a hidden layer, counted from 0.
func (s *Spec) ActivationOf(layer int) string {
	return s.Activation[min(layer, len(s.Activation)-1)]
}

// Get returns a setting as text, "" if there is none of that key.
func (s Spec) Get(key string) string {
	if f, ok := FindField(key); ok {
		return f.Get(&s)
	}
	return ""
}

// Set changes a setting from text. It refuses unknown keys and values that are
// not possible. Other settings that do not go with the new one follow it.
func (s *Spec) Set(key, value string) error {
	f, ok := FindField(key)
	if !ok {
		return refuse("unknown-key", "key", key)
	}
	next := *s
	if problem := f.parse(&next, value); problem != "" {
		return refuse(problem, "key", key, "given", value)
	}
	chosen := f.Get(&next)
	next.follow(s, key)
	next.repair(key)
	if f.Get(&next) != chosen {
		return refuse("combination", "key", key, "given", value)
	}
	*s = next
	return nil
}

// Change is Set for a page: it takes the nearest possible value in place of
// one that is not, and says so. An error means that there is no such setting.
func (s *Spec) Change(key, value string) ([]Notice, error) {
	f, ok := FindField(key)
	if !ok {
		return nil, refuse("unknown-key", "key", key)
	}
	if !f.concerns(s) {
		return []Notice{note("other-architecture", "key", key)}, nil
	}
	old := *s
	var notices []Notice
	if problem := f.parse(s, value); problem != "" {
		notices = append(notices, note(problem, "key", key, "given", value, "used", f.shown(s)))
	}
	notices = append(notices, s.follow(&old, key)...)
	return append(notices, s.repair(key)...), nil
}

// follow adapts what depends on a setting that was just changed.
func (s *Spec) follow(old *Spec, key string) []Notice {
	switch key {
	case "architecture":
		if s.Architecture != old.Architecture {
			s.change(s.Architecture)
		}
	case "networkShape":
		s.fitActivations()
	case "sequence":
		s.beginSequence()
	case "distribution":
		return s.beginDistribution(old)
	case "dataset":
		notices := s.beginDrawing(old)
		if s.OutputActivation != Auto && (s.classes() == 0) != (old.classes() == 0) {
			given := s.OutputActivation
			s.OutputActivation = Auto
			notices = append(notices, note("repaired", "key", "outputActivation", "given", given, "used", s.Output()))
		}
		return notices
	}
	return nil
}

// Validate returns an error if a field holds a value that no link could give.
func (s Spec) Validate() error {
	fixed, original := s, DefaultOf(s.Architecture)
	for i := range Fields {
		f := &Fields[i]
		text := f.Get(&s)
		if !f.concerns(&s) && text != f.Get(&original) {
			return refuse("combination", "key", f.Key, "given", text)
		}
		problem := f.parse(&fixed, text)
		if problem == "" && f.Get(&fixed) != text {
			problem = badValue // not the canonical form, as features in another order
		}
		if problem != "" {
			return refuse(problem, "key", f.Key, "given", text)
		}
	}
	if notices := fixed.repair(""); len(notices) > 0 {
		code := "combination"
		if notices[0].Code == "too-large" {
			code = "too-large"
		}
		return refuse(code, "key", notices[0].Args["key"], "given", notices[0].Args["given"])
	}
	return nil
}

// Equal tells whether two specs are the same experiment, shown the same way.
func (s Spec) Equal(t Spec) bool {
	return !slices.ContainsFunc(Fields, func(f Field) bool { return f.Get(&s) != f.Get(&t) })
}

// RestartsFrom tells whether a run of the old spec must begin anew to become a
// run of this one.
func (s Spec) RestartsFrom(old Spec) bool {
	for i := range Fields {
		f := &Fields[i]
		was, is := f.effective(&old), f.effective(&s)
		switch {
		case was == is, f.applies(&old) != "" && f.applies(&s) != "":
		case f.Restarts, f.RestartsAtZero && (was == "0" || is == "0"):
			return true
		}
	}
	return false
}

// Values returns all settings as text, by key.
func (s Spec) Values() map[string]string {
	m := make(map[string]string, len(Fields))
	for i := range Fields {
		m[Fields[i].Key] = Fields[i].Get(&s)
	}
	return m
}
