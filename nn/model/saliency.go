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
		z.Mul(winner(z)).SumAll().Backward()
	})
	return x.Gradient().Named("saliency")
}

// Connection records a recurrent network on sequences x (B, T) or (B, T, D), and
// how much what it says at the places that are 1 in place (B, T), and not 0, hangs
// on each place that it has read: the norm of the gradient of the largest output's
// pre-activation with respect to the vector that is read there (Madsen 2019,
// "Visualizing memorization in RNNs"). The result, (B, T), is the probe
// "connection". Parameters take no gradient by it. The graph must be one that does
// not train.
func (m RNN) Connection(x, place *nn.Tensor) *nn.Tensor {
	s, read := m.RecordFixed(x)
	asked := s.Align(place).Reshape(-1, 1)
	s.Logits.Mul(winner(s.Logits)).Mul(asked).SumAll().Backward()
	g := x.Graph()
	var size *nn.Tensor
	g.NoGrad(func() { size = read.Gradient().Square().Sum(-1).Sqrt() })
	return s.batchFirst(size).Reshape(s.B, s.T).Named("connection")
}

// winner returns 1 at the largest of each row of z (N, K), else 0.
func winner(z *nn.Tensor) (w *nn.Tensor) {
	z.Graph().NoGrad(func() { w = z.MaxAlong(-1).Greater(z).Neg().Plus(1) })
	return w
}
