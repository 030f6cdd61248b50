package experiment

// A Preset is an experiment worth meeting, and what comes of it.
type Preset struct {
	Name string // its i18n key is "preset." + Name
	Link string
	// Steps is after how many steps the test accuracy is at least Accuracy or,
	// for regression, the loss at most Loss.
	Steps    int
	Accuracy float64
	Loss     float64
}

// Presets is the table of presets, a row each.
var Presets = []Preset{
	{Name: "circle", Link: "v=1&dataset=circle", Steps: 5000, Accuracy: 0.97},
	{Name: "xor", Link: "v=1&dataset=xor", Steps: 5000, Accuracy: 0.97},
	{Name: "gauss", Link: "v=1&dataset=gauss", Steps: 1000, Accuracy: 0.97},
	{Name: "spiral", Link: "v=1&dataset=spiral&networkShape=8,8&optimizer=adam&learningRate=0.01", Steps: 12000, Accuracy: 0.95},
	{Name: "classes", Link: "v=1&dataset=blobs&classes=5&networkShape=8&optimizer=adam&learningRate=0.01", Steps: 2000, Accuracy: 0.97},
	{Name: "curve", Link: "v=1&dataset=x-sin-x&networkShape=20,20&optimizer=adam&learningRate=0.01&preprocess=standardize", Steps: 5000, Loss: 0.01},
	{Name: "plane", Link: "v=1&dataset=reg-plane", Steps: 2500, Loss: 0.01},
	// The worked example of the article that this project grew from: x = [[1],
	// [2]], y = [[0], [1]], a network 1-1-1 with a sigmoid, plain gradient
	// descent. With this seed its loss begins near 1, as it does there.
	{Name: "worked-example", Link: "v=1&dataset=worked-example&networkShape=1&activation=sigmoid&learningRate=0.1&batchSize=2&seed=8", Steps: 1000, Loss: 0.01},
}
