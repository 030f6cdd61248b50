package nn

// standardized returns each row of x (..., H) less its mean, over its deviation:
// y = (x-μ)/σ with σ² the mean square plus Epsilon. Its derivative is
// (dy - mean dy - y·mean(dy·y))/σ.
func (x *Tensor) standardized() *Tensor {
	defer x.graph.Mark("standardize")()
	var y, deviation *Tensor
	x.graph.NoGrad(func() {
		centered := x.Sub(x.Mean(-1))
		deviation = centered.Square().Mean(-1).Plus(Epsilon).Sqrt()
		y = centered.Div(deviation)
	})
	return y.from(x).record(func(dy *Tensor) {
		along := dy.Mul(y).Mean(-1)
		x.addGrad(dy.Sub(dy.Mean(-1)).SubMul(y, along).Div(deviation))
	})
}
