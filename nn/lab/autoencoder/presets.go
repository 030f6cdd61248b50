package autoencoder

import "nnplay/nn/lab"

// presets is the table of presets, a row each.
var presets = []lab.Preset{
	{Name: "squeezed-digits", Group: "generative", Link: "v=1&architecture=autoencoder", Steps: 1000, Metric: "pixel-error", Goal: 0.06, Interesting: 560},
	{Name: "squeezed-shapes", Group: "generative", Link: "v=1&architecture=autoencoder&images=shapes", Steps: 1000, Metric: "pixel-error", Goal: 0.065, Interesting: 300},
	{Name: "cloudy-codes", Group: "generative", Link: "v=1&architecture=autoencoder&variational=true", Steps: 1000, Metric: "pixel-error", Goal: 0.065, Interesting: 410, Show: "variational"},
	{Name: "shape-map", Group: "generative", Link: "v=1&architecture=autoencoder&images=shapes&variational=true", Steps: 1000, Metric: "pixel-error", Goal: 0.065, Interesting: 370},
	{Name: "six-numbers", Group: "generative", Link: "v=1&architecture=autoencoder&codeSize=6", Steps: 1000, Metric: "pixel-error", Goal: 0.035, Interesting: 560, Show: "codeSize"},
}
