package plane

import (
	"slices"

	"nnplay/nn"
	"nnplay/nn/lab"
	"nnplay/nn/model"
)

// Perceptron returns hidden layers that share an activation, with biases that
// begin with the same value.
func Perceptron(c *lab.Common, hidden []int, activation string, bias float32) model.MLP {
	shared, _ := nn.FindActivation(activation)
	normalization, _ := nn.FindNormalization("none")
	return model.MLP{
		Hidden: hidden, Activations: slices.Repeat([]nn.Activation{shared}, len(hidden)), Normalization: normalization,
		Initializer: c.Initializer(), Bias: bias,
	}
}

// HiddenActivations returns the activations of the hidden layers of networks that
// share one: none where there are no such layers.
func HiddenActivations(activation string, networks ...[]int) []string {
	return slices.Repeat([]string{activation}, len(slices.Concat(networks...)))
}
