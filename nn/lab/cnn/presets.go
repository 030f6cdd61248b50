package cnn

import "nnplay/nn/lab"

// presets is the table of presets, a row each.
var presets = []lab.Preset{
	{Name: "digits", Group: "vision", Link: "v=1&architecture=cnn", Steps: 300, Metric: "accuracy", Goal: 0.95, Interesting: 75, Show: "sketch"},
	{Name: "digits-28", Group: "vision", Link: "v=1&architecture=cnn&imageSide=28&padding=0", Steps: 150, Metric: "accuracy", Goal: 0.95, Interesting: 70},
	{Name: "shapes", Group: "vision", Link: "v=1&architecture=cnn&images=shapes", Steps: 300, Metric: "accuracy", Goal: 0.95, Interesting: 66},
	{Name: "pixels", Group: "vision", Link: "v=1&architecture=cnn&samples=500&filters=none&denseShape=32", Steps: 150, Interesting: 75, Show: "filters"},
	{Name: "no-pooling", Group: "vision", Link: "v=1&architecture=cnn&samples=200&pooling=none", Steps: 100, Interesting: 50, Symptom: "overfitting", Show: "pooling"},
	{Name: "global-pooling", Group: "vision", Link: "v=1&architecture=cnn&filters=8,16,16&globalPooling=true", Steps: 350, Metric: "accuracy", Goal: 0.85, Interesting: 120, Show: "globalPooling"},
	{Name: "grainy-digits", Group: "vision", Link: "v=1&architecture=cnn&imageNoise=0.5", Steps: 400, Metric: "accuracy", Goal: 0.7, Interesting: 136, Show: "imageNoise"},
}
