package lab

import "slices"

// FamilyKey is the key that names the family, in links and on a page.
const FamilyKey = "architecture"

// Unnamed is the family of links that name none.
const Unnamed = "mlp"

// order is the order of keys in links and on pages. Links that are out there and
// their checksums depend on it, so rows are never moved or taken away. A key
// that is not in it comes after those that are, in the order in which its family
// declares it: a new setting needs no row.
var order = []string{
	"architecture", "dataset", "distribution", "sequence", "length", "ownText", "images", "pictures", "imageSide", "distortion", "imageNoise",
	"classes", "samples", "noise", "percTrainData", "preprocess", "points", "features", "networkShape", "activation", "cell", "rival", "units",
	"layers", "bidirectional", "carry", "transformer", "blocks", "width", "heads", "position", "feedForward", "tokenNorm", "normPlace", "tied",
	"noiseKind", "generatorShape", "discriminatorShape", "variational", "codeSize", "encoderShape", "filters", "kernel", "pooling",
	"denseShape", "stride", "padding", "dilation", "residual", "globalPooling", "flowShape", "hiddenActivation", "normalization", "dropout",
	"init", "initScale", "biasInit", "outputActivation", "adversarialLoss", "critic", "weightClip", "discriminatorSteps", "generatorSteps",
	"klWeight", "pixelLoss", "loss", "optimizer", "learningRate", "discriminatorRate", "momentum", "beta2", "schedule", "scheduleSteps",
	"warmup", "clip", "regularization", "regularizationRate", "batchSize", "seed", "weightSeed", "weights", "integrator", "flowSteps", "showTestData", "discretize",
	"hide",
}

// rank returns the place of a key in the order.
func rank(key string) int {
	if i := slices.Index(order, key); i >= 0 {
		return i
	}
	return len(order)
}

// Sorted returns settings in the order of links and pages, those that the order
// does not know in the order in which they are given.
func Sorted(settings []Setting) []Setting {
	sorted := make([]Setting, 0, len(settings))
	for place := range len(order) + 1 {
		for i := range settings {
			if rank(settings[i].Key) == place {
				sorted = append(sorted, settings[i])
			}
		}
	}
	return sorted
}

// hideable is what a page can leave out, in the order in which links list it:
// groups of settings, controls, and the parts of a page that are no settings. Its
// rows are never moved either; other settings come after them.
var hideable = []string{
	"data", "features", "network", "training", "output", "architecture", "dataset", "classes", "samples", "noise", "percTrainData",
	"preprocess", "points", "networkShape", "activation", "normalization", "dropout", "init", "initScale", "biasInit", "outputActivation",
	"loss", "optimizer", "learningRate", "momentum", "beta2", "schedule", "scheduleSteps", "warmup", "clip", "regularization",
	"regularizationRate", "batchSize", "seed", "showTestData", "discretize", "hide", "distribution", "noiseKind", "generatorShape",
	"discriminatorShape", "hiddenActivation", "adversarialLoss", "critic", "weightClip", "discriminatorSteps", "generatorSteps",
	"discriminatorRate", "sequence", "length", "ownText", "cell", "rival", "units", "layers", "bidirectional", "carry", "transformer",
	"blocks", "width", "heads", "position", "tokenNorm", "normPlace", "feedForward", "tied", "images", "pictures", "imageSide", "distortion",
	"encoderShape", "codeSize", "variational", "klWeight", "pixelLoss", "imageNoise", "filters", "kernel", "pooling", "denseShape", "stride",
	"padding", "dilation", "residual", "globalPooling", "flowShape", "integrator", "flowSteps", "playButton", "stepButton", "resetButton",
	"problem", "text",
}
