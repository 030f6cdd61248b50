package points

import "nnplay/nn/lab"

// What overfitting, dropout and weight decay share: few noisy points, and many
// more weights than they need.
const fewPoints = "v=1&dataset=moons&samples=200&noise=50&percTrainData=20&networkShape=24,24&optimizer=adam&learningRate=0.01&showTestData=true"

// presets is the table of presets, a row each.
var presets = []lab.Preset{
	{Name: "circle", Group: "classics", Link: "v=1&dataset=circle", Steps: 5000, Metric: "accuracy", Goal: 0.97, Interesting: 1350},
	{Name: "xor", Group: "classics", Link: "v=1&dataset=xor", Steps: 5000, Metric: "accuracy", Goal: 0.97, Interesting: 550},
	{Name: "gauss", Group: "classics", Link: "v=1&dataset=gauss", Steps: 1000, Metric: "accuracy", Goal: 0.97, Interesting: 10},
	{Name: "spiral", Group: "classics", Link: "v=1&dataset=spiral&networkShape=8,8&optimizer=adam&learningRate=0.01", Steps: 12000, Metric: "accuracy", Goal: 0.95, Interesting: 5040},
	{Name: "classes", Group: "classics", Link: "v=1&dataset=blobs&classes=5&networkShape=8&optimizer=adam&learningRate=0.01", Steps: 2000, Metric: "accuracy", Goal: 0.97, Interesting: 20},
	{Name: "curve", Group: "classics", Link: "v=1&dataset=x-sin-x&networkShape=20,20&optimizer=adam&learningRate=0.01&preprocess=standardize", Steps: 5000, Metric: "loss", Goal: 0.01, Interesting: 800},
	{Name: "plane", Group: "classics", Link: "v=1&dataset=reg-plane", Steps: 2500, Metric: "loss", Goal: 0.01, Interesting: 600, Show: "networkShape"},
	{Name: "universal", Group: "classics", Link: "v=1&dataset=step&networkShape=12&activation=sigmoid&optimizer=adam&learningRate=0.03", Steps: 6000, Metric: "loss", Goal: 0.02, Interesting: 840, Show: "networkShape"},
	// The worked example of the article that this project grew from: x = [[1],
	// [2]], y = [[0], [1]], a network 1-1-1 with a sigmoid, plain gradient
	// descent. With this seed its loss begins near 1, as it does there.
	{Name: "worked-example", Group: "classics", Link: "v=1&dataset=worked-example&networkShape=1&activation=sigmoid&learningRate=0.1&batchSize=2&seed=8", Steps: 1000, Metric: "loss", Goal: 0.01, Interesting: 510},
	// Its case of two outputs, x = [1, 2] and y = [0, 1], with all weights one half.
	{Name: "two-outputs", More: true, Group: "classics", Link: "v=1&dataset=two-outputs&networkShape=none&outputActivation=sigmoid&loss=half-sse&learningRate=0.1&batchSize=1&weights=output.weight,0.5,0.5,0.5,0.5,output.bias,0,0",
		Steps: 500, Metric: "loss", Goal: 0.01, Interesting: 115, Show: "weights"},
	// The example of Negnevitsky, Artificial Intelligence: A Guide to Intelligent
	// Systems, 2005, section 6.4, whose thresholds are biases of the other sign. With
	// this seed the first row is his.
	{Name: "xor-by-hand", More: true, Group: "classics", Link: "v=1&dataset=xor-rows&networkShape=2&activation=sigmoid&outputActivation=sigmoid&loss=half-sse&learningRate=0.1&batchSize=1&seed=3&weights=hidden1.weight,0.5,0.9,0.4,1,hidden1.bias,-0.8,0.1,output.weight,-1.2,1.1,output.bias,-0.3",
		Steps: 20000, Metric: "loss", Goal: 0.01, Interesting: 11800, Show: "weights"},

	// These show what goes wrong and what helps; TestLessons holds them to it.
	{Name: "underfitting", Group: "generalization", Link: "v=1&dataset=circle&networkShape=none", Steps: 2000, Interesting: 1000, Symptom: "underfitting", Show: "networkShape"},
	{Name: "overfitting", Group: "generalization", Link: fewPoints, Steps: 3000, Interesting: 1500, Symptom: "overfitting", Show: "samples"},
	// Dropout halves the test loss of such points, which is still far above the training loss.
	{Name: "dropout", Group: "generalization", Link: fewPoints + "&dropout=0.4", Steps: 3000, Interesting: 1500, Symptom: "overfitting", Show: "dropout"},
	{Name: "weight-decay", Group: "generalization", Link: fewPoints + "&regularization=l2&regularizationRate=0.03", Steps: 3000, Interesting: 1500, Show: "regularizationRate"},

	{Name: "large-rate", Group: "optimization", Link: "v=1&dataset=circle&learningRate=3", Steps: 2000, Interesting: 1000, Symptom: "diverging", Show: "learningRate"},
	{Name: "dead-relus", Group: "optimization", Link: "v=1&dataset=circle&networkShape=8&activation=relu&learningRate=3", Steps: 2000, Interesting: 1000, Symptom: "dead-relus", Show: "activation"},
	{Name: "scaling", Group: "optimization", Link: "v=1&dataset=reg-plane&networkShape=none&learningRate=0.1", Steps: 1000, Interesting: 500, Symptom: "exploding", Show: "preprocess"},
	{Name: "vanishing", Group: "optimization", Link: "v=1&dataset=xor&networkShape=6,6,6,6,6,6&activation=sigmoid&learningRate=0.1&batchSize=30", Steps: 2000, Interesting: 1000, Symptom: "vanishing"},
	{Name: "batch-norm", Group: "optimization", Link: "v=1&dataset=xor&networkShape=6,6,6,6,6,6&activation=sigmoid&normalization=batch&learningRate=0.1&batchSize=30", Steps: 2000, Metric: "accuracy", Goal: 0.95, Interesting: 300, Show: "normalization"},
}
