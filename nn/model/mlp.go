package model

import (
	"fmt"

	"nnplay/nn"
)

// HyperDropout is the dropout rate of all hidden layers.
const HyperDropout = "dropout"

// An MLP is a multilayer perceptron (Goodfellow, Bengio and Courville 2016,
// chapter 6): hidden layers of linear, normalisation, activation and dropout,
// then a linear layer with the output's activation.
type MLP struct {
	Hidden           []int           // units of each hidden layer
	Activations      []nn.Activation // of each hidden layer
	Normalization    nn.Normalization
	Dropout          bool
	SpectralNorm     bool // weights over their largest singular value
	Initializer      nn.Initializer
	Bias             float32 // first value of the biases
	Outputs          int
	OutputActivation string // a row of nn.Outputs
}

var _ Network = MLP{}

// Record implements Network.
func (m MLP) Record(x *nn.Tensor) (z, y *nn.Tensor) {
	linear := nn.Linear
	if m.SpectralNorm {
		linear = nn.SpectralLinear
	}
	for i, layer := range m.Layers()[:len(m.Hidden)] {
		x = linear(x, layer.Name, layer.Units, m.Initializer, m.Bias)
		x = m.Normalization.Apply(x, layer.Name+"/norm")
		x = m.Activations[i].Apply(x).Named(layer.Name + "/out")
		if m.Dropout {
			x = nn.Dropout(x, x.Graph().Hyper(HyperDropout, 0)).Called(layer.Name + "/dropped")
		}
	}
	z = linear(x, "output", m.Outputs, m.Initializer, m.Bias)
	return z, nn.Must(nn.FindOutput(m.OutputActivation)).Apply(z).Named("output/out")
}

// Layers implements Network.
func (m MLP) Layers() []Layer {
	var layers []Layer
	for i, units := range m.Hidden {
		layers = append(layers, Layer{
			Name: fmt.Sprintf("hidden%d", i+1), Units: units, Activation: m.Activations[i].Name,
			Normalization: m.Normalization.Name, Dropout: m.Dropout,
		})
	}
	return append(layers, Layer{Name: "output", Units: m.Outputs, Activation: m.OutputActivation, Normalization: "none"})
}
