package experiment

import (
	"slices"

	"nnplay/nn"
	"nnplay/nn/data"
	"nnplay/nn/data/images"
	"nnplay/nn/data/sequences"
	"nnplay/nn/model"
)

// The options of fields, from the tables of the packages below: a new row
// there is an option here.
var (
	architectures     = names(Architectures, func(a Architecture) string { return a.Name })
	dataSets          = names(slices.Concat(data.Sets, data.Own), func(s data.Set) string { return s.Name })
	features          = names(data.Features, func(f data.Feature) string { return f.Name })
	preprocesses      = names(data.Preprocesses, func(p data.Preprocess) string { return p.Name })
	activations       = names(nn.Activations, func(a nn.Activation) string { return a.Name })
	normalizations    = names(nn.Normalizations, func(n nn.Normalization) string { return n.Name })
	initializers      = names(nn.Initializers, func(i nn.Initializer) string { return i.Name })
	losses            = append([]string{Auto}, names(nn.Losses, func(l nn.Loss) string { return l.Name })...)
	optimizers        = names(nn.Optimizers, func(o nn.Optimizer) string { return o.Name })
	schedules         = names(nn.Schedules, func(s nn.Schedule) string { return s.Name })
	regularizations   = names(nn.Regularizations, func(r nn.Regularization) string { return string(r) })
	distributions     = append(names(data.Distributions, func(d data.Distribution) string { return d.Name }), data.Own[0].Name)
	noises            = names(model.Noises, func(n model.Noise) string { return n.Name })
	adversarialLosses = names(nn.AdversarialLosses, func(l nn.AdversarialLoss) string { return l.Name })
	sequenceTasks     = names(sequences.Tasks, func(t sequences.Task) string { return t.Name })
	recurrents        = names(nn.Recurrents, func(r nn.Recurrent) string { return r.Name })
	transformerKinds  = names(model.Kinds, model.Kind.String)
	positions         = names(nn.Positions, func(p nn.Position) string { return p.Name })
	tokenNorms        = names(nn.TokenNormalizations, func(n nn.Normalization) string { return n.Name })
	feedForwards      = names(nn.FeedForwards, func(f nn.FeedForward) string { return f.Name })
	rivals            = append([]string{"none"}, recurrents...)
	imageSets         = append(names(images.Sets, func(s *images.Drawn) string { return s.Name }), images.Own)
	poolings          = names(model.Poolings, func(p model.Pooling) string { return string(p) })
	integrators       = names(model.Integrators, func(i model.Integrator) string { return i.Name })
	critics           = []string{"none", "clip", "spectral"}
	outputActivations = []string{Auto, "sigmoid", "tanh", "softmax", "linear"}
)

func names[T any](table []T, name func(T) string) []string {
	var all []string
	for _, row := range table {
		all = append(all, name(row))
	}
	return all
}

// hideable lists what a page can leave out: the controls of fields, whole
// groups of them, and the parts of a page that are no fields.
var hideable = []string{
	"data", "features", "network", "training", "output",
	"architecture", "dataset", "classes", "samples", "noise", "percTrainData", "preprocess", "points",
	"networkShape", "activation", "normalization", "dropout", "init", "initScale", "biasInit",
	"outputActivation", "loss", "optimizer", "learningRate", "momentum", "beta2", "schedule", "scheduleSteps",
	"warmup", "clip", "regularization", "regularizationRate", "batchSize", "seed",
	"showTestData", "discretize", "hide",
	"distribution", "noiseKind", "generatorShape", "discriminatorShape", "hiddenActivation", "adversarialLoss", "critic",
	"weightClip", "discriminatorSteps", "generatorSteps", "discriminatorRate",
	"sequence", "length", "ownText", "cell", "rival", "units", "layers", "bidirectional", "carry",
	"transformer", "blocks", "width", "heads", "position", "tokenNorm", "normPlace", "feedForward", "tied",
	"images", "pictures", "imageSide", "distortion", "encoderShape", "codeSize", "variational", "klWeight", "pixelLoss",
	"imageNoise", "filters", "kernel", "pooling", "denseShape", "stride", "padding", "dilation", "residual", "globalPooling",
	"flowShape", "integrator", "flowSteps",
	"playButton", "stepButton", "resetButton", "problem", "text",
}

// fullBatch is the optimizer that looks at all training points at each step.
const fullBatch = "lbfgs"

// findSet returns the data set of a spec. An unknown one, which only an
// invalid spec can name, is like none.
func findSet(name string) *data.Set {
	if set, ok := data.Find(name); ok {
		return set
	}
	return &data.Set{}
}
