// Package model holds the architectures, one file each: what a network is made
// of, recorded on a graph. The same network is recorded several times, for
// training, for evaluation and for heat maps; the parameters are shared by name.
package model

import "nnplay/nn"

// A Network records itself on the graph of its input.
type Network interface {
	// Record returns the output layer's pre-activation z and the activated
	// output y, both (B, K), for an input (B, D). It names what can be looked
	// at: "hidden1/out", ..., "output/out".
	Record(x *nn.Tensor) (z, y *nn.Tensor)
	// Layers describes the layers from the first hidden one to the output.
	Layers() []Layer
}

// A Layer is what a drawing needs to know of a layer.
type Layer struct {
	Name          string // "hidden1", ..., "output": the prefix of its tensors
	Units         int
	Activation    string
	Normalization string
	Dropout       bool
	Shape         []int // of what it puts out for a sample; nil is (Units)
}
