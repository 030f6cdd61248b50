package nn

// Softmax returns e^x / Σ e^x along the last dimension, computed from x less
// its largest element so that nothing overflows. Its derivative is
// y·(dy - Σ dy·y).
func (x *Tensor) Softmax() *Tensor {
	defer x.graph.Mark("softmax")()
	var y *Tensor
	x.graph.NoGrad(func() {
		e := x.Sub(x.MaxAlong(-1)).Exp()
		y = e.Div(e.Sum(-1))
	})
	return y.from(x).record(func(dy *Tensor) {
		x.addGrad(dy.Sub(dy.Mul(y).Sum(-1)).Mul(y))
	})
}

// LogSoftmax returns ln softmax x along the last dimension.
func (x *Tensor) LogSoftmax() *Tensor {
	defer x.graph.Mark("log-softmax")()
	shifted := x.Sub(x.MaxAlong(-1))
	return shifted.Sub(shifted.Exp().Sum(-1).Log())
}
