package nn

// Softmax returns e^x / Σ e^x along the last dimension, computed from x less
// its largest element so that nothing overflows.
func (x *Tensor) Softmax() *Tensor {
	e := x.Sub(x.MaxAlong(-1)).Exp()
	return e.Div(e.Sum(-1))
}

// LogSoftmax returns ln softmax x along the last dimension.
func (x *Tensor) LogSoftmax() *Tensor {
	shifted := x.Sub(x.MaxAlong(-1))
	return shifted.Sub(shifted.Exp().Sum(-1).Log())
}
