package nn

import "nnplay/nn/rng"

// Linear is the fully connected layer y = x·w + b for x (B, D), with parameters
// name/weight (D, units) and name/bias (units). Where x has more dimensions it
// is applied to the last. The result is called name/sum.
func Linear(x *Tensor, name string, units int, init Initializer, bias float32) *Tensor {
	w, b := linear(x, name, units, init, bias)
	return onRows(x, func(x *Tensor) *Tensor { return x.Affine(w, b) }).Called(name + "/sum")
}

// linear returns the parameters of a fully connected layer.
func linear(x *Tensor, name string, units int, init Initializer, bias float32) (w, b *Tensor) {
	in := x.Dim(-1)
	w = x.graph.Param(Parameter{Name: name + "/weight", Shape: []int{in, units}, Init: init, FanIn: in, FanOut: units, Decays: true})
	b = x.graph.Param(Parameter{Name: name + "/bias", Shape: []int{units}, Init: Fixed(bias)})
	return w, b
}

// Fixed is the initializer of biases and gains: one value, whatever the scale.
func Fixed(v float32) Initializer {
	return Initializer{Name: "fixed", Fill: func(w []float32, p *Parameter, scale float32, s *rng.Stream) { fill(w, v) }, Unscaled: true}
}
