package nn

import "math"

// An Output is what the output layer makes of its pre-activation.
type Output struct {
	Name string
	// Probability says that it is a chance, from 0 to 1, so that the targets of a
	// class are 0 and 1. Of others they are -1 and 1.
	Probability bool
	// Range is where its values are.
	Range Range
	// Apply returns y (B, K) for z (B, K).
	Apply func(z *Tensor) *Tensor
}

// Outputs is the table of outputs, a row each.
var Outputs = []Output{
	{Name: "sigmoid", Probability: true, Range: Range{0, 1}, Apply: (*Tensor).Sigmoid},
	{Name: "tanh", Range: Range{-1, 1}, Apply: (*Tensor).Tanh},
	{Name: "softmax", Probability: true, Range: Range{0, 1}, Apply: (*Tensor).Softmax},
	{Name: "linear", Range: Range{math.Inf(-1), math.Inf(1)}, Apply: func(z *Tensor) *Tensor { return z }},
}

// FindOutput returns the output of that name.
func FindOutput(name string) (Output, bool) {
	return find(Outputs, name, func(o Output) string { return o.Name })
}
