package model

import "nnplay/nn"

// Saliency records a network on x, (B, D), and the gradient of the winning
// class's pre-activation with respect to each input, sample by sample: how much
// the decision hangs on it (Simonyan, Vedaldi and Zisserman 2013). The result,
// (B, D), is the probe "saliency". Parameters take no gradient by it. x must be
// fresh, and the graph one that does not train.
func Saliency(n Network, x *nn.Tensor) *nn.Tensor {
	g := x.Graph()
	x.RequiresGrad()
	g.Fix(func() {
		z, _ := n.Record(x)
		var winner *nn.Tensor // 1 at the largest of each row, else 0
		g.NoGrad(func() { winner = z.MaxAlong(-1).Greater(z).Neg().Plus(1) })
		z.Mul(winner).SumAll().Backward()
	})
	return x.Gradient().Named("saliency")
}
