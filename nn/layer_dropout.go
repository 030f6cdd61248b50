package nn

// Dropout sets each element to 0 with probability rate, and scales the others
// by 1/(1-rate), while training; else it returns x (Srivastava et al. 2014).
// The rate is a scalar tensor in [0, 1), so that it can change as training runs.
func Dropout(x, rate *Tensor) *Tensor {
	g := x.graph
	if !g.Training {
		return x
	}
	defer g.Mark("dropout")()
	one := g.Const(1)
	keep := one.Sub(rate.Greater(g.Uniform(x.shape...)))
	return x.Mul(keep.Div(one.Sub(rate)))
}
