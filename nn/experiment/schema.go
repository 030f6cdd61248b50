package experiment

import "slices"

// A Kind is what a field's value looks like, and so which control suits it.
type Kind string

// The kinds of fields.
const (
	Enum  Kind = "enum"  // one of the options
	Int   Kind = "int"   // a whole number, Min to Max
	Float Kind = "float" // a float32, Min to Max
	Bool  Kind = "bool"  // true or false
	List  Kind = "list"  // a set of options, separated by commas
	Shape Kind = "shape" // units of each hidden layer, separated by commas
	Seed  Kind = "seed"  // an unsigned 32-bit number
	// Points are points of one's own, the text of a data.Drawing.
	Points Kind = "points"
	// Passage is a running text of one's own.
	Passage Kind = "passage"
	// Pictures are images of one's own, the text of an images.Album.
	Pictures Kind = "pictures"
)

// Groups lists the groups of fields in the order of a page.
var Groups = []string{"data", "features", "network", "training", "output"}

// Limits of a network.
const (
	MaxLayers = 12 // hidden layers
	MaxUnits  = 64 // units of a hidden layer
)

// A Field is one setting: what links, pages and validation know of it.
type Field struct {
	Key   string // in links; names the translations field.KEY.label and field.KEY.help
	Group string
	Kind  Kind

	Options   []string  // of Enum and List
	OptionsOf string    // the key of the field whose options have the same names, in translations
	PerLayer  bool      // the value may be a list with one option for each hidden layer
	NotEmpty  bool      // a List needs at least one option
	Min, Max  float32   // of Int and Float, inclusive
	Step      float32   // a good step of a linear slider, 0 = none
	Values    []float32 // the stops of a slider; any value from Min to Max is valid all the same
	Log       bool      // the range is best shown on a logarithmic scale

	For      []string // the architectures that have the setting; nil = all
	Advanced bool     // a page shows it on request

	Restarts       bool // changing it begins training anew
	RestartsAtZero bool // only changing it from or to 0 does

	Applies       func(s *Spec) string                // "" or the code of the reason why it has no effect; nil = always
	OptionApplies func(s *Spec, option string) string // the same for an option
	Effective     func(s *Spec) string                // the value that is used where the value is "auto"

	of func(s *Spec) any // pointer to the value in a spec
}

// Fields is the schema, a row a setting, in the order of links and pages.
var Fields = []Field{
	{Key: "architecture", Group: "network", Advanced: true, Kind: Enum, Options: architectures, Restarts: true,
		of: func(s *Spec) any { return &s.Architecture }},

	{Key: "dataset", For: onPoints, Group: "data", Kind: Enum, Options: dataSets, Restarts: true,
		of: func(s *Spec) any { return &s.Dataset }},
	{Key: "distribution", For: onDistributions, Group: "data", Kind: Enum, Options: distributions, Restarts: true,
		of: func(s *Spec) any { return &s.Distribution }},
	{Key: "sequence", For: onSequences, Group: "data", Kind: Enum, Options: sequenceTasks, Restarts: true,
		of: func(s *Spec) any { return &s.Sequence.Task }},
	{Key: "length", For: onSequences, Group: "data", Kind: Int, Min: 1, Max: 128, Restarts: true,
		Values:  []float32{4, 6, 8, 10, 13, 16, 20, 24, 32, 40, 50, 60, 80, 100},
		Applies: whenLengthIsOpen, of: func(s *Spec) any { return &s.Sequence.Length }},
	{Key: "ownText", For: onSequences, Group: "data", Kind: Passage, Restarts: true,
		Applies: whenOwnText, of: func(s *Spec) any { return &s.Sequence.Text }},
	{Key: "images", For: onImages, Group: "data", Kind: Enum, Options: imageSets, Restarts: true,
		of: func(s *Spec) any { return &s.Images.Set }},
	{Key: "pictures", For: onImages, Group: "data", Kind: Pictures, Restarts: true,
		Applies: whenOwnImages, of: func(s *Spec) any { return &s.Images.Album }},
	{Key: "imageSide", For: onImages, Group: "data", Kind: Int, Min: minImageSide, Max: maxImageSide, Restarts: true,
		Values: []float32{8, 10, 12, 16, 20, 28},
		of:     func(s *Spec) any { return &s.Images.Side }},
	{Key: "distortion", For: onImages, Group: "data", Kind: Float, Min: 0, Max: 1, Step: 0.05, Restarts: true,
		Applies: whenDrawnImages, of: func(s *Spec) any { return &s.Images.Distortion }},
	{Key: "imageNoise", For: onlyCNN, Group: "data", Kind: Float, Min: 0, Max: 0.5, Step: 0.05, Restarts: true,
		Applies: whenDrawnImages, of: func(s *Spec) any { return &s.Images.Noise }},
	{Key: "classes", For: onPoints, Group: "data", Kind: Int, Min: 2, Max: 10, Step: 1, Restarts: true,
		Applies: whenClassesAreChosen, of: func(s *Spec) any { return &s.Classes }},
	{Key: "samples", Group: "data", Advanced: true, Kind: Int, Min: 10, Max: 5000, Restarts: true, Log: true,
		Values:  []float32{10, 20, 50, 100, 200, 300, 500, 800, 1200, 2000, 3000, 5000},
		Applies: whenGenerated, of: func(s *Spec) any { return &s.Samples }},
	{Key: "noise", For: onPoints, Group: "data", Kind: Int, Min: 0, Max: 80, Step: 5, Restarts: true,
		Values:  []float32{0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50},
		Applies: whenGenerated, of: func(s *Spec) any { return &s.Noise }},
	{Key: "percTrainData", For: supervised, Group: "data", Kind: Int, Min: 10, Max: 90, Step: 10, Restarts: true,
		Values:  []float32{10, 20, 30, 40, 50, 60, 70, 80, 90},
		Applies: whenSplit, of: func(s *Spec) any { return &s.PercTrainData }},
	{Key: "preprocess", For: onPoints, Group: "data", Advanced: true, Kind: Enum, Options: preprocesses, Restarts: true,
		of: func(s *Spec) any { return &s.Preprocess }},
	{Key: "points", For: slices.Concat(onPoints, onDistributions), Group: "data", Kind: Points, Restarts: true,
		Applies: whenOwn, of: func(s *Spec) any { return &s.Points }},

	{Key: "features", For: onPoints, Group: "features", Kind: List, Options: features, NotEmpty: true, Restarts: true,
		OptionApplies: featureApplies, of: func(s *Spec) any { return &s.Features }},

	{Key: "networkShape", For: onPoints, Group: "network", Kind: Shape, Min: 1, Max: MaxUnits, Restarts: true,
		of: func(s *Spec) any { return &s.NetworkShape }},
	{Key: "activation", For: onPoints, Group: "network", Kind: Enum, Options: activations, PerLayer: true, Restarts: true,
		Applies: whenHidden, of: func(s *Spec) any { return &s.Activation }},
	{Key: "cell", For: onlyRNN, Group: "network", Kind: Enum, Options: recurrents, Restarts: true,
		of: func(s *Spec) any { return &s.RNN.Cell }},
	{Key: "rival", For: onlyRNN, Group: "network", Kind: Enum, Options: rivals, Restarts: true,
		of: func(s *Spec) any { return &s.RNN.Rival }},
	{Key: "units", For: onlyRNN, Group: "network", Kind: Int, Min: 1, Max: 128, Restarts: true,
		Values: []float32{1, 2, 4, 8, 12, 16, 24, 32, 48, 64, 96, 128},
		of:     func(s *Spec) any { return &s.RNN.Units }},
	{Key: "layers", For: onlyRNN, Group: "network", Kind: Int, Min: 1, Max: 4, Step: 1, Restarts: true,
		of: func(s *Spec) any { return &s.RNN.Layers }},
	{Key: "bidirectional", For: onlyRNN, Group: "network", Kind: Bool, Restarts: true,
		Applies: whenReadWhole, of: func(s *Spec) any { return &s.RNN.Bidirectional }},
	{Key: "carry", For: onlyRNN, Group: "training", Advanced: true, Kind: Bool, Restarts: true,
		Applies: whenContinuous, of: func(s *Spec) any { return &s.RNN.Carry }},
	{Key: "transformer", For: onlyTransformer, Group: "network", Kind: Enum, Options: transformerKinds, Restarts: true,
		OptionApplies: kindApplies, of: func(s *Spec) any { return &s.Transformer.Kind }},
	{Key: "blocks", For: onlyTransformer, Group: "network", Kind: Int, Min: 1, Max: maxBlocks, Step: 1, Restarts: true,
		of: func(s *Spec) any { return &s.Transformer.Blocks }},
	{Key: "width", For: onlyTransformer, Group: "network", Kind: Int, Min: 2, Max: maxWidth, Restarts: true,
		Values: []float32{4, 8, 12, 16, 24, 32, 48, 64},
		of:     func(s *Spec) any { return &s.Transformer.Width }},
	{Key: "heads", For: onlyTransformer, Group: "network", Kind: Int, Min: 1, Max: maxHeads, Restarts: true,
		Values: []float32{1, 2, 4, 8},
		of:     func(s *Spec) any { return &s.Transformer.Heads }},
	{Key: "position", For: onlyTransformer, Group: "network", Kind: Enum, Options: positions, Restarts: true,
		of: func(s *Spec) any { return &s.Transformer.Position }},
	{Key: "feedForward", For: onlyTransformer, Group: "network", Advanced: true, Kind: Enum, Options: feedForwards, Restarts: true,
		of: func(s *Spec) any { return &s.Transformer.FeedForward }},
	{Key: "tokenNorm", For: onlyTransformer, Group: "network", Advanced: true, Kind: Enum, Options: tokenNorms, Restarts: true,
		of: func(s *Spec) any { return &s.Transformer.Normalization }},
	{Key: "normPlace", For: onlyTransformer, Group: "network", Advanced: true, Kind: Enum, Options: []string{"pre", "post"}, Restarts: true,
		of: func(s *Spec) any { return &s.Transformer.Norm }},
	{Key: "tied", For: onlyTransformer, Group: "network", Advanced: true, Kind: Bool, Restarts: true,
		Applies: whenTokens, of: func(s *Spec) any { return &s.Transformer.Tied }},
	{Key: "noiseKind", For: onlyGAN, Group: "network", Kind: Enum, Options: noises, Restarts: true,
		of: func(s *Spec) any { return &s.GAN.Noise }},
	{Key: "generatorShape", For: onlyGAN, Group: "network", Kind: Shape, Min: 1, Max: MaxUnits, Restarts: true,
		of: func(s *Spec) any { return &s.GAN.Generator }},
	{Key: "discriminatorShape", For: onlyGAN, Group: "network", Kind: Shape, Min: 1, Max: MaxUnits, Restarts: true,
		of: func(s *Spec) any { return &s.GAN.Discriminator }},
	{Key: "variational", For: onlyAutoencoder, Group: "network", Kind: Bool, Restarts: true,
		of: func(s *Spec) any { return &s.Autoencoder.Variational }},
	{Key: "codeSize", For: onlyAutoencoder, Group: "network", Kind: Int, Min: minCode, Max: maxCode, Step: 1, Restarts: true,
		of: func(s *Spec) any { return &s.Autoencoder.Code }},
	{Key: "encoderShape", For: onlyAutoencoder, Group: "network", Kind: Shape, Min: 1, Max: MaxUnits, Restarts: true,
		of: func(s *Spec) any { return &s.Autoencoder.Encoder }},
	{Key: "filters", For: onlyCNN, Group: "network", Kind: Shape, Min: 1, Max: MaxUnits, Restarts: true,
		of: func(s *Spec) any { return &s.CNN.Filters }},
	{Key: "kernel", For: onlyCNN, Group: "network", Kind: Int, Min: 1, Max: 7, Step: 1, Restarts: true,
		Applies: whenConvolved, of: func(s *Spec) any { return &s.CNN.Kernel }},
	{Key: "pooling", For: onlyCNN, Group: "network", Kind: Enum, Options: poolings, Restarts: true,
		Applies: whenConvolved, of: func(s *Spec) any { return &s.CNN.Pooling }},
	{Key: "denseShape", For: onlyCNN, Group: "network", Kind: Shape, Min: 1, Max: MaxUnits, Restarts: true,
		of: func(s *Spec) any { return &s.CNN.Dense }},
	{Key: "stride", For: onlyCNN, Group: "network", Advanced: true, Kind: Int, Min: 1, Max: 3, Step: 1, Restarts: true,
		Applies: whenConvolved, of: func(s *Spec) any { return &s.CNN.Stride }},
	{Key: "padding", For: onlyCNN, Group: "network", Advanced: true, Kind: Int, Min: 0, Max: 6, Step: 1, Restarts: true,
		Applies: whenConvolved, of: func(s *Spec) any { return &s.CNN.Padding }},
	{Key: "dilation", For: onlyCNN, Group: "network", Advanced: true, Kind: Int, Min: 1, Max: 3, Step: 1, Restarts: true,
		Applies: whenConvolved, of: func(s *Spec) any { return &s.CNN.Dilation }},
	{Key: "residual", For: onlyCNN, Group: "network", Advanced: true, Kind: Bool, Restarts: true,
		Applies: whenConvolved, of: func(s *Spec) any { return &s.CNN.Residual }},
	{Key: "globalPooling", For: onlyCNN, Group: "network", Advanced: true, Kind: Bool, Restarts: true,
		Applies: whenConvolved, of: func(s *Spec) any { return &s.CNN.GlobalPooling }},
	{Key: "flowShape", For: onlyDiffusion, Group: "network", Kind: Shape, Min: 1, Max: MaxUnits, Restarts: true,
		of: func(s *Spec) any { return &s.Diffusion.Hidden }},
	{Key: "hiddenActivation", For: oneActivation, Group: "network", Kind: Enum, Options: activations, OptionsOf: "activation", Restarts: true,
		of: func(s *Spec) any { return &s.HiddenActivation }},
	{Key: "normalization", For: normalized, Group: "network", Advanced: true, Kind: Enum, Options: normalizations, Restarts: true,
		Applies: whenHidden, of: func(s *Spec) any { return &s.Normalization }},
	{Key: "dropout", For: dropping, Group: "network", Advanced: true, Kind: Float, Min: 0, Max: 0.9, Step: 0.05, RestartsAtZero: true,
		Values:  []float32{0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5},
		Applies: whenHidden, of: func(s *Spec) any { return &s.Dropout }},
	{Key: "init", Group: "network", Advanced: true, Kind: Enum, Options: initializers, Restarts: true,
		of: func(s *Spec) any { return &s.Init }},
	{Key: "initScale", Group: "network", Advanced: true, Kind: Float, Min: 0, Max: 10, Restarts: true,
		Values:  []float32{0, 0.01, 0.03, 0.1, 0.3, 0.5, 1, 2, 3, 5, 10},
		Applies: whenNotZeros, of: func(s *Spec) any { return &s.InitScale }},
	{Key: "biasInit", For: chosenBiases, Group: "network", Advanced: true, Kind: Float, Min: -10, Max: 10, Step: 0.1, Restarts: true,
		Values: []float32{-1, -0.5, -0.1, -0.01, 0, 0.01, 0.1, 0.5, 1},
		of:     func(s *Spec) any { return &s.BiasInit }},

	{Key: "outputActivation", For: onPoints, Group: "network", Advanced: true, Kind: Enum, Options: outputActivations, Restarts: true,
		OptionApplies: outputApplies, Effective: (*Spec).Output, of: func(s *Spec) any { return &s.OutputActivation }},
	{Key: "adversarialLoss", For: onlyGAN, Group: "training", Kind: Enum, Options: adversarialLosses, Restarts: true,
		of: func(s *Spec) any { return &s.GAN.Loss }},
	{Key: "critic", For: onlyGAN, Group: "training", Kind: Enum, Options: critics, Restarts: true,
		of: func(s *Spec) any { return &s.GAN.Critic }},
	{Key: "weightClip", For: onlyGAN, Group: "training", Kind: Float, Min: 0.001, Max: 10, Log: true,
		Values:  []float32{0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10},
		Applies: whenWeightsAreClipped, of: func(s *Spec) any { return &s.GAN.WeightClip }},
	{Key: "discriminatorSteps", For: onlyGAN, Group: "training", Kind: Int, Min: 0, Max: 10, Step: 1,
		of: func(s *Spec) any { return &s.GAN.DiscriminatorSteps }},
	{Key: "generatorSteps", For: onlyGAN, Group: "training", Kind: Int, Min: 0, Max: 10, Step: 1,
		of: func(s *Spec) any { return &s.GAN.GeneratorSteps }},
	{Key: "klWeight", For: onlyAutoencoder, Group: "training", Kind: Float, Min: 0, Max: 100,
		Values:  []float32{0, 0.01, 0.03, 0.1, 0.3, 0.5, 1, 2, 3, 5, 10},
		Applies: whenVariational, of: func(s *Spec) any { return &s.Autoencoder.KLWeight }},
	{Key: "pixelLoss", For: onlyAutoencoder, Group: "training", Advanced: true, Kind: Enum, Options: pixelLosses, OptionsOf: "loss", Restarts: true,
		of: func(s *Spec) any { return &s.Autoencoder.Loss }},
	{Key: "loss", For: onPoints, Group: "training", Advanced: true, Kind: Enum, Options: losses, Restarts: true,
		OptionApplies: lossApplies, Effective: (*Spec).LossFunction, of: func(s *Spec) any { return &s.Loss }},
	{Key: "optimizer", Group: "training", Kind: Enum, Options: optimizers, Restarts: true,
		of: func(s *Spec) any { return &s.Optimizer }},
	{Key: "learningRate", Group: "training", Kind: Float, Min: 1e-7, Max: 100, Log: true,
		Values:  []float32{1e-5, 3e-5, 1e-4, 3e-4, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10},
		Applies: whenMinibatches, of: func(s *Spec) any { return &s.LearningRate }},
	{Key: "discriminatorRate", For: onlyGAN, Group: "training", Kind: Float, Min: 1e-7, Max: 100, Log: true,
		Values: []float32{1e-5, 3e-5, 1e-4, 3e-4, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10},
		of:     func(s *Spec) any { return &s.GAN.DiscriminatorRate }},
	{Key: "momentum", Group: "training", Advanced: true, Kind: Float, Min: 0, Max: 0.9999,
		Values:  []float32{0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.999},
		Applies: whenMomentum, of: func(s *Spec) any { return &s.Momentum }},
	{Key: "beta2", Group: "training", Advanced: true, Kind: Float, Min: 0, Max: 0.99999,
		Values:  []float32{0.5, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999, 0.9999},
		Applies: whenMeanSquare, of: func(s *Spec) any { return &s.Beta2 }},
	{Key: "schedule", Group: "training", Advanced: true, Kind: Enum, Options: schedules, Restarts: true,
		Applies: whenMinibatches, of: func(s *Spec) any { return &s.Schedule }},
	{Key: "scheduleSteps", Group: "training", Advanced: true, Kind: Int, Min: 1, Max: 1e6, Log: true,
		Values:  []float32{100, 200, 500, 1000, 2000, 5000, 10000, 20000, 50000, 100000},
		Applies: whenScheduled, of: func(s *Spec) any { return &s.ScheduleSteps }},
	{Key: "warmup", Group: "training", Advanced: true, Kind: Int, Min: 0, Max: 1e5, RestartsAtZero: true,
		Values:  []float32{0, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000},
		Applies: whenMinibatches, of: func(s *Spec) any { return &s.Warmup }},
	{Key: "clip", Group: "training", Advanced: true, Kind: Float, Min: 0, Max: 1000, RestartsAtZero: true,
		Values:  []float32{0, 0.01, 0.03, 0.1, 0.3, 0.5, 1, 3, 5, 10},
		Applies: whenMinibatches, of: func(s *Spec) any { return &s.Clip }},
	{Key: "regularization", For: decayed, Group: "training", Kind: Enum, Options: regularizations, Restarts: true,
		OptionApplies: regularizationApplies, of: func(s *Spec) any { return &s.Regularization }},
	{Key: "regularizationRate", For: decayed, Group: "training", Kind: Float, Min: 0, Max: 10,
		Values:  []float32{0, 1e-5, 1e-4, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10},
		Applies: whenRegularized, of: func(s *Spec) any { return &s.RegularizationRate }},
	{Key: "batchSize", Group: "training", Kind: Int, Min: 1, Max: 1024, Log: true, Restarts: true,
		Values:  []float32{1, 2, 5, 10, 15, 20, 25, 30, 50, 100, 200, 500, 1000},
		Applies: whenMinibatches, of: func(s *Spec) any { return &s.BatchSize }},
	{Key: "seed", Group: "training", Advanced: true, Kind: Seed, Restarts: true,
		of: func(s *Spec) any { return &s.Seed }},

	{Key: "integrator", For: onlyDiffusion, Group: "output", Kind: Enum, Options: integrators,
		of: func(s *Spec) any { return &s.Diffusion.Integrator }},
	{Key: "flowSteps", For: onlyDiffusion, Group: "output", Kind: Int, Min: 1, Max: maxFlowSteps, Step: 1,
		of: func(s *Spec) any { return &s.Diffusion.Steps }},

	{Key: "showTestData", For: onPoints, Group: "output", Kind: Bool, of: func(s *Spec) any { return &s.ShowTestData }},
	{Key: "discretize", For: onPoints, Group: "output", Kind: Bool, Applies: whenMapped, of: func(s *Spec) any { return &s.Discretize }},
	{Key: "hide", Group: "output", Advanced: true, Kind: List, Options: hideable, of: func(s *Spec) any { return &s.Hide }},
}

// FindField returns the field of that key.
func FindField(key string) (*Field, bool) {
	for i := range Fields {
		if Fields[i].Key == key {
			return &Fields[i], true
		}
	}
	return nil, false
}

// Default returns the text of the field's default in an architecture.
func (f *Field) Default(architecture string) string {
	s := DefaultOf(architecture)
	return f.Get(&s)
}

func (f *Field) applies(s *Spec) string {
	switch {
	case !f.concerns(s):
		return otherArchitecture
	case f.Applies == nil:
		return ""
	}
	return f.Applies(s)
}

func (f *Field) effective(s *Spec) string {
	if f.Effective == nil {
		return f.Get(s)
	}
	return f.Effective(s)
}
