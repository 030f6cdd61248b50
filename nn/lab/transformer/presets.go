package transformer

import "nnplay/nn/lab"

// presets is the table of presets, a row each.
var presets = []lab.Preset{
	{Name: "sort", Group: "sequences", Link: "v=1&architecture=transformer&sequence=sort&length=6", Steps: 200, Metric: "accuracy", Goal: 0.95, Interesting: 42},
	{Name: "reverse", Group: "sequences", Link: "v=1&architecture=transformer&sequence=reverse&length=6&transformer=encoder-decoder&position=sinusoidal", Steps: 200, Metric: "accuracy", Goal: 0.95, Interesting: 66},
	{Name: "sort-at-once", Group: "sequences", Link: "v=1&architecture=transformer&sequence=sort&length=6&transformer=encoder", Steps: 200, Metric: "accuracy", Goal: 0.95, Interesting: 42},
	{Name: "copy-attention", Group: "sequences", Link: "v=1&architecture=transformer&sequence=copy&length=12", Steps: 100, Metric: "accuracy", Goal: 0.95, Interesting: 21},
	{Name: "modular-addition", Group: "sequences", Link: "v=1&architecture=transformer&sequence=modular-addition&length=13&optimizer=adamw&regularization=l2&regularizationRate=1&batchSize=64&seed=3", Steps: 300, Metric: "accuracy", Goal: 0.95, Interesting: 204, Show: "regularizationRate"},
	{Name: "brackets", Group: "sequences", Link: "v=1&architecture=transformer&sequence=brackets&length=6&blocks=2&width=16&learningRate=0.005", Steps: 500, Metric: "accuracy", Goal: 0.95, Interesting: 115},
	{Name: "numbers", Group: "language", Link: "v=1&architecture=transformer&sequence=numbers-zh&transformer=encoder-decoder", Steps: 200, Metric: "accuracy", Goal: 0.95, Interesting: 76},
	{Name: "dates", Group: "language", Link: "v=1&architecture=transformer&sequence=dates-zh&position=rotary", Steps: 200, Metric: "accuracy", Goal: 0.95, Interesting: 56, Show: "generate"},
	{Name: "numbers-back", Group: "language", Link: "v=1&architecture=transformer&sequence=numbers-en", Steps: 100, Metric: "accuracy", Goal: 0.95, Interesting: 71, Show: "generate"},
	{Name: "dates-back", Group: "language", Link: "v=1&architecture=transformer&sequence=dates-en&transformer=encoder-decoder", Steps: 100, Metric: "accuracy", Goal: 0.95, Interesting: 70},
	{Name: "names", Group: "language", Link: "v=1&architecture=transformer&sequence=names&width=16&learningRate=0.01", Steps: 300, Metric: "perplexity", Goal: 4.5, Interesting: 192, Show: "generate"},
	{Name: "rhymes-attention", Group: "language", Link: "v=1&architecture=transformer&sequence=rhymes-zh&length=32&blocks=2&batchSize=16", Steps: 120, Metric: "perplexity", Goal: 2, Interesting: 106},
}
