package rnn

import "nnplay/nn/lab"

// presets is the table of presets, a row each.
var presets = []lab.Preset{
	{Name: "temporal-order", Group: "sequences", Link: "v=1&architecture=rnn&sequence=temporal-order&length=13", Steps: 600, Metric: "accuracy", Goal: 0.95, Interesting: 48},
	{Name: "memory", Group: "sequences", Link: "v=1&architecture=rnn&sequence=copy&length=12&cell=rnn&rival=gru&units=32", Steps: 700, Metric: "rival-accuracy", Goal: 0.95, Interesting: 357},
	{Name: "long-memory", Group: "sequences", Link: "v=1&architecture=rnn&sequence=adding&length=40&cell=rnn&rival=lstm", Steps: 600, Metric: "rival-loss", Goal: 0.02, Interesting: 408, Symptom: "forgetful"},
	{Name: "adding", Group: "sequences", Link: "v=1&architecture=rnn&sequence=adding&length=20", Steps: 600, Metric: "loss", Goal: 0.02, Interesting: 126},
	{Name: "parity", Group: "sequences", Link: "v=1&architecture=rnn&sequence=parity&length=8", Steps: 600, Metric: "accuracy", Goal: 0.95, Interesting: 210},
	{Name: "copy-later", Group: "sequences", Link: "v=1&architecture=rnn&sequence=copy&length=12&units=32", Steps: 700, Metric: "accuracy", Goal: 0.95, Interesting: 315},
	{Name: "sine", Group: "sequences", Link: "v=1&architecture=rnn&sequence=sine&length=30", Steps: 400, Metric: "loss", Goal: 0.01, Interesting: 56},
	{Name: "sines", Group: "sequences", Link: "v=1&architecture=rnn&sequence=sines&length=40&cell=lstm&units=24", Steps: 300, Metric: "loss", Goal: 0.01, Interesting: 39},
	{Name: "rhymes", Group: "language", Link: "v=1&architecture=rnn&sequence=rhymes-en&length=32&cell=lstm&units=64&learningRate=0.02&batchSize=16", Steps: 200, Metric: "perplexity", Goal: 1.6, Interesting: 146, Show: "generate"},
	{Name: "own-text", Group: "language", Link: "v=1&architecture=rnn&sequence=own-text&length=32&units=64&batchSize=16", Steps: 150, Metric: "perplexity", Goal: 1.8, Interesting: 123, Show: "ownText"},
	{Name: "rhymes-carried", Group: "language", Link: "v=1&architecture=rnn&sequence=rhymes-zh&length=32&cell=lstm&units=64&batchSize=16&carry=true", Steps: 150, Metric: "perplexity", Goal: 3, Interesting: 62},
}
