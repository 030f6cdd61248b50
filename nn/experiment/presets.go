package experiment

import (
	"math"
	"strings"
)

// A Preset is an experiment worth meeting, and what comes of it.
type Preset struct {
	Name string // its i18n keys are "preset." + Name, and that + ".watch": what to watch for
	// Group is where a gallery shows it; its i18n key is "presets." + Group.
	Group string
	Link  string
	// Steps is after how many steps there is to see what the preset is about.
	Steps int
	// Metric is then as good as Goal, from any seed: "accuracy" or "loss" on the
	// test set, or a score of the architecture. It is "" where nothing is reached.
	Metric string
	Goal   float64
}

// Value returns the preset's metric as measured; NaN if it was not.
func (p Preset) Value(m Metrics) float64 {
	switch p.Metric {
	case "accuracy":
		return m.Accuracy
	case "loss":
		if math.IsNaN(m.TestLoss) { // no test set
			return m.TrainLoss
		}
		return m.TestLoss
	}
	for _, s := range m.Scores {
		if s.Name == p.Metric {
			return s.Value
		}
	}
	return math.NaN()
}

// Reached tells whether a value of the metric is as good as the goal.
func (p Preset) Reached(value float64) bool {
	if strings.HasSuffix(p.Metric, "accuracy") {
		return value >= p.Goal
	}
	return value <= p.Goal
}

// PresetGroups lists the groups of presets in the order of a gallery.
var PresetGroups = []string{"classics", "generalization", "optimization", "vision", "sequences", "language", "adversarial", "generative"}

// What overfitting, dropout and weight decay share: few noisy points, and many
// more weights than they need.
const fewPoints = "v=1&dataset=moons&samples=200&noise=50&percTrainData=20&networkShape=24,24&optimizer=adam&learningRate=0.01&showTestData=true"

// Both players of a game forget soon what their gradients were like, since the
// other one changes, and come to rest at the end.
const adversary = "v=1&architecture=gan&beta2=0.99&schedule=cosine"

// A heart, drawn as forty points.
const heart = "distribution=own&points=cLHOaMKcwNyI0Q1xKSLCSUeOgWhvmYLNwZOMKZj34ZGGEYD1sWmNQV8iMTPqiRbmUPqJYO7RuMYzQLLLkKfgWJSI0HrRcGBNqEQ6gCcEEAtYg9G6W7pgG6mi26KCw6fBQ7iPc9M4gBSLSDizIG2BqI8KEJjAwKm9A"

// A flow learns fastest with large steps that come to an end.
const quickFlow = "learningRate=0.02&schedule=cosine&scheduleSteps=1500"

// Presets is the table of presets, a row each.
var Presets = []Preset{
	{Name: "circle", Group: "classics", Link: "v=1&dataset=circle", Steps: 5000, Metric: "accuracy", Goal: 0.97},
	{Name: "xor", Group: "classics", Link: "v=1&dataset=xor", Steps: 5000, Metric: "accuracy", Goal: 0.97},
	{Name: "gauss", Group: "classics", Link: "v=1&dataset=gauss", Steps: 1000, Metric: "accuracy", Goal: 0.97},
	{Name: "spiral", Group: "classics", Link: "v=1&dataset=spiral&networkShape=8,8&optimizer=adam&learningRate=0.01", Steps: 12000, Metric: "accuracy", Goal: 0.95},
	{Name: "classes", Group: "classics", Link: "v=1&dataset=blobs&classes=5&networkShape=8&optimizer=adam&learningRate=0.01", Steps: 2000, Metric: "accuracy", Goal: 0.97},
	{Name: "curve", Group: "classics", Link: "v=1&dataset=x-sin-x&networkShape=20,20&optimizer=adam&learningRate=0.01&preprocess=standardize", Steps: 5000, Metric: "loss", Goal: 0.01},
	{Name: "plane", Group: "classics", Link: "v=1&dataset=reg-plane", Steps: 2500, Metric: "loss", Goal: 0.01},
	{Name: "universal", Group: "classics", Link: "v=1&dataset=step&networkShape=12&activation=sigmoid&optimizer=adam&learningRate=0.03", Steps: 6000, Metric: "loss", Goal: 0.02},
	// The worked example of the article that this project grew from: x = [[1],
	// [2]], y = [[0], [1]], a network 1-1-1 with a sigmoid, plain gradient
	// descent. With this seed its loss begins near 1, as it does there.
	{Name: "worked-example", Group: "classics", Link: "v=1&dataset=worked-example&networkShape=1&activation=sigmoid&learningRate=0.1&batchSize=2&seed=8", Steps: 1000, Metric: "loss", Goal: 0.01},

	// These show what goes wrong and what helps; TestLessons holds them to it.
	{Name: "underfitting", Group: "generalization", Link: "v=1&dataset=circle&networkShape=none", Steps: 2000},
	{Name: "overfitting", Group: "generalization", Link: fewPoints, Steps: 3000},
	{Name: "dropout", Group: "generalization", Link: fewPoints + "&dropout=0.4", Steps: 3000},
	{Name: "weight-decay", Group: "generalization", Link: fewPoints + "&regularization=l2&regularizationRate=0.03", Steps: 3000},

	{Name: "large-rate", Group: "optimization", Link: "v=1&dataset=circle&learningRate=3", Steps: 2000},
	{Name: "dead-relus", Group: "optimization", Link: "v=1&dataset=circle&networkShape=8&activation=relu&learningRate=3", Steps: 2000},
	{Name: "scaling", Group: "optimization", Link: "v=1&dataset=reg-plane&networkShape=none&learningRate=0.1", Steps: 1000},
	{Name: "vanishing", Group: "optimization", Link: "v=1&dataset=xor&networkShape=6,6,6,6,6,6&activation=sigmoid&learningRate=0.1&batchSize=30", Steps: 2000},
	{Name: "batch-norm", Group: "optimization", Link: "v=1&dataset=xor&networkShape=6,6,6,6,6,6&activation=sigmoid&normalization=batch&learningRate=0.1&batchSize=30", Steps: 2000, Metric: "accuracy", Goal: 0.95},

	{Name: "temporal-order", Group: "sequences", Link: "v=1&architecture=rnn&sequence=temporal-order&length=13", Steps: 600, Metric: "accuracy", Goal: 0.95},
	{Name: "memory", Group: "sequences", Link: "v=1&architecture=rnn&sequence=copy&length=12&cell=rnn&rival=gru&units=32", Steps: 700, Metric: "rival-accuracy", Goal: 0.95},
	{Name: "long-memory", Group: "sequences", Link: "v=1&architecture=rnn&sequence=adding&length=40&cell=rnn&rival=lstm", Steps: 600, Metric: "rival-loss", Goal: 0.02},
	{Name: "adding", Group: "sequences", Link: "v=1&architecture=rnn&sequence=adding&length=20", Steps: 600, Metric: "loss", Goal: 0.02},
	{Name: "parity", Group: "sequences", Link: "v=1&architecture=rnn&sequence=parity&length=8", Steps: 600, Metric: "accuracy", Goal: 0.95},
	{Name: "copy-later", Group: "sequences", Link: "v=1&architecture=rnn&sequence=copy&length=12&units=32", Steps: 700, Metric: "accuracy", Goal: 0.95},
	{Name: "sine", Group: "sequences", Link: "v=1&architecture=rnn&sequence=sine&length=30", Steps: 400, Metric: "loss", Goal: 0.01},
	{Name: "sines", Group: "sequences", Link: "v=1&architecture=rnn&sequence=sines&length=40&cell=lstm&units=24", Steps: 300, Metric: "loss", Goal: 0.01},
	{Name: "sort", Group: "sequences", Link: "v=1&architecture=transformer&sequence=sort&length=6", Steps: 200, Metric: "accuracy", Goal: 0.95},
	{Name: "reverse", Group: "sequences", Link: "v=1&architecture=transformer&sequence=reverse&length=6&transformer=encoder-decoder&position=sinusoidal", Steps: 200, Metric: "accuracy", Goal: 0.95},
	{Name: "sort-at-once", Group: "sequences", Link: "v=1&architecture=transformer&sequence=sort&length=6&transformer=encoder", Steps: 200, Metric: "accuracy", Goal: 0.95},
	{Name: "copy-attention", Group: "sequences", Link: "v=1&architecture=transformer&sequence=copy&length=12", Steps: 100, Metric: "accuracy", Goal: 0.95},
	{Name: "modular-addition", Group: "sequences", Link: "v=1&architecture=transformer&sequence=modular-addition&length=13&optimizer=adamw&regularization=l2&regularizationRate=1&batchSize=64&seed=3", Steps: 300, Metric: "accuracy", Goal: 0.95},
	{Name: "brackets", Group: "sequences", Link: "v=1&architecture=transformer&sequence=brackets&length=6&blocks=2&width=16&learningRate=0.005", Steps: 500, Metric: "accuracy", Goal: 0.95},
	{Name: "rhymes", Group: "language", Link: "v=1&architecture=rnn&sequence=rhymes-en&length=32&cell=lstm&units=64&learningRate=0.02&batchSize=16", Steps: 250, Metric: "perplexity", Goal: 1.6},
	{Name: "own-text", Group: "language", Link: "v=1&architecture=rnn&sequence=own-text&length=32&units=64&batchSize=16", Steps: 200, Metric: "perplexity", Goal: 1.8},
	{Name: "rhymes-carried", Group: "language", Link: "v=1&architecture=rnn&sequence=rhymes-zh&length=32&cell=lstm&units=64&batchSize=16&carry=true", Steps: 150, Metric: "perplexity", Goal: 3},
	{Name: "numbers", Group: "language", Link: "v=1&architecture=transformer&sequence=numbers-zh&transformer=encoder-decoder", Steps: 200, Metric: "accuracy", Goal: 0.95},
	{Name: "dates", Group: "language", Link: "v=1&architecture=transformer&sequence=dates-zh&position=rotary", Steps: 200, Metric: "accuracy", Goal: 0.95},
	{Name: "numbers-back", Group: "language", Link: "v=1&architecture=transformer&sequence=numbers-en", Steps: 200, Metric: "accuracy", Goal: 0.95},
	{Name: "dates-back", Group: "language", Link: "v=1&architecture=transformer&sequence=dates-en&transformer=encoder-decoder", Steps: 200, Metric: "accuracy", Goal: 0.95},
	{Name: "names", Group: "language", Link: "v=1&architecture=transformer&sequence=names&width=16&learningRate=0.01", Steps: 300, Metric: "perplexity", Goal: 4.5},
	{Name: "rhymes-attention", Group: "language", Link: "v=1&architecture=transformer&sequence=rhymes-zh&length=32&blocks=2&batchSize=16", Steps: 160, Metric: "perplexity", Goal: 1.6},

	// Jensen-Shannon divergences of two sets of real samples of these sizes, below
	// which nobody gets, are 0.008 of the line, 0.015 of moons, ring and spiral, 0.02
	// of the eight clouds, and 0.026 of the grid.
	{Name: "gan-line", Group: "adversarial", Link: adversary + "&distribution=line&generatorShape=8&discriminatorShape=16,16&adversarialLoss=minimax&learningRate=0.006&discriminatorRate=0.003&scheduleSteps=800", Steps: 800, Metric: "js", Goal: 0.06},
	{Name: "ring", Group: "adversarial", Link: adversary + "&distribution=ring&generatorShape=16,16&discriminatorShape=16,16&learningRate=0.004&discriminatorRate=0.006&scheduleSteps=1000", Steps: 1000, Metric: "js", Goal: 0.08},
	{Name: "gan-moons", Group: "adversarial", Link: adversary + "&distribution=two-moons&generatorShape=16,16&discriminatorShape=24,24&adversarialLoss=least-squares&learningRate=0.004&discriminatorRate=0.01&scheduleSteps=1200", Steps: 1200, Metric: "js", Goal: 0.08},
	{Name: "gan-gaussians", Group: "adversarial", Link: adversary + "&distribution=gaussians&generatorShape=24,24&discriminatorShape=24,24&learningRate=0.004&discriminatorRate=0.01&scheduleSteps=1200", Steps: 1200, Metric: "js", Goal: 0.12},
	{Name: "gan-grid", Group: "adversarial", Link: adversary + "&distribution=grid&generatorShape=32,32&discriminatorShape=48,48&learningRate=0.003&discriminatorRate=0.01&scheduleSteps=2000", Steps: 2000, Metric: "js", Goal: 0.14},
	{Name: "gan-spiral", Group: "adversarial", Link: adversary + "&distribution=spiral-arm&generatorShape=24,24&discriminatorShape=32,32&learningRate=0.004&discriminatorRate=0.008&scheduleSteps=2000", Steps: 2000, Metric: "js", Goal: 0.06},
	{Name: "gan-heart", Group: "adversarial", Link: adversary + "&" + heart + "&generatorShape=24,24&discriminatorShape=32,32&learningRate=0.004&discriminatorRate=0.008&scheduleSteps=1500", Steps: 1500, Metric: "js", Goal: 0.1},
	{Name: "clipped-critic", Group: "adversarial", Link: adversary + "&distribution=line&generatorShape=8&discriminatorShape=16,16&adversarialLoss=wasserstein&critic=clip&optimizer=rmsprop&learningRate=0.002&discriminatorRate=0.004&scheduleSteps=1000", Steps: 1000, Metric: "js", Goal: 0.07},
	{Name: "spectral-critic", Group: "adversarial", Link: adversary + "&distribution=ring&generatorShape=16,16&discriminatorShape=24,24&adversarialLoss=wasserstein&critic=spectral&discriminatorSteps=2&optimizer=rmsprop&learningRate=0.003&discriminatorRate=0.01&scheduleSteps=1200", Steps: 1200, Metric: "js", Goal: 0.12},

	{Name: "digits", Group: "vision", Link: "v=1&architecture=cnn", Steps: 300, Metric: "accuracy", Goal: 0.95},
	{Name: "digits-28", Group: "vision", Link: "v=1&architecture=cnn&imageSide=28&padding=0", Steps: 150, Metric: "accuracy", Goal: 0.95},
	{Name: "shapes", Group: "vision", Link: "v=1&architecture=cnn&images=shapes", Steps: 300, Metric: "accuracy", Goal: 0.95},
	{Name: "pixels", Group: "vision", Link: "v=1&architecture=cnn&samples=500&filters=none&denseShape=32", Steps: 150},
	{Name: "no-pooling", Group: "vision", Link: "v=1&architecture=cnn&samples=200&pooling=none", Steps: 100},
	{Name: "global-pooling", Group: "vision", Link: "v=1&architecture=cnn&filters=8,16,16&globalPooling=true", Steps: 350, Metric: "accuracy", Goal: 0.85},
	{Name: "grainy-digits", Group: "vision", Link: "v=1&architecture=cnn&imageNoise=0.5", Steps: 400, Metric: "accuracy", Goal: 0.7},
	{Name: "squeezed-digits", Group: "generative", Link: "v=1&architecture=autoencoder", Steps: 1000, Metric: "pixel-error", Goal: 0.06},
	{Name: "squeezed-shapes", Group: "generative", Link: "v=1&architecture=autoencoder&images=shapes", Steps: 1000, Metric: "pixel-error", Goal: 0.065},
	{Name: "cloudy-codes", Group: "generative", Link: "v=1&architecture=autoencoder&variational=true", Steps: 1000, Metric: "pixel-error", Goal: 0.065},
	{Name: "shape-map", Group: "generative", Link: "v=1&architecture=autoencoder&images=shapes&variational=true", Steps: 1000, Metric: "pixel-error", Goal: 0.065},
	{Name: "six-numbers", Group: "generative", Link: "v=1&architecture=autoencoder&codeSize=6", Steps: 1000, Metric: "pixel-error", Goal: 0.035},
	{Name: "flow-moons", Group: "generative", Link: "v=1&architecture=diffusion&" + quickFlow, Steps: 1500, Metric: "js", Goal: 0.07},
	{Name: "flow-spiral", Group: "generative", Link: "v=1&architecture=diffusion&distribution=spiral-arm&" + quickFlow, Steps: 1500, Metric: "js", Goal: 0.06},
	{Name: "flow-gaussians", Group: "generative", Link: "v=1&architecture=diffusion&distribution=gaussians&" + quickFlow, Steps: 1500, Metric: "js", Goal: 0.12},
	{Name: "flow-line", Group: "generative", Link: "v=1&architecture=diffusion&distribution=line&learningRate=0.02&schedule=cosine&scheduleSteps=1000", Steps: 1000, Metric: "js", Goal: 0.04},
	{Name: "flow-ring", Group: "generative", Link: "v=1&architecture=diffusion&distribution=ring&learningRate=0.02&schedule=cosine&scheduleSteps=1000", Steps: 1000, Metric: "js", Goal: 0.05},
	{Name: "flow-grid", Group: "generative", Link: "v=1&architecture=diffusion&distribution=grid&learningRate=0.03&schedule=cosine&scheduleSteps=4000", Steps: 4000, Metric: "js", Goal: 0.16},
	{Name: "flow-heart", Group: "generative", Link: "v=1&architecture=diffusion&" + heart + "&" + quickFlow, Steps: 1500, Metric: "js", Goal: 0.07},
	{Name: "one-step", Group: "generative", Link: "v=1&architecture=diffusion&" + quickFlow + "&integrator=euler&flowSteps=1", Steps: 1500},
}

// FindPreset returns the preset of that name.
func FindPreset(name string) (Preset, bool) {
	for _, p := range Presets {
		if p.Name == name {
			return p, true
		}
	}
	return Preset{}, false
}
