package nn

// Ignored is the target of a position that does not count: padding, or a part of
// a sequence that can't be foreseen.
const Ignored = -1

// CrossEntropy returns the mean of -ln softmax(z)[target] over the positions
// that count, for z (N, V) and targets (N), whole numbers below V or Ignored. It
// is 0 where none counts. Its derivative is (softmax(z) - onehot(target))/n.
func CrossEntropy(z, target *Tensor) *Tensor {
	g := z.graph
	defer g.Mark("cross-entropy")()
	var probability, hot, share, loss *Tensor
	g.NoGrad(func() {
		hot = target.OneHot(z.Dim(-1)).Called("loss/hot")
		weigh := g.Mark("share")
		counts := counted(target)                                                // (N, 1)
		share = counts.Div(counts.SumAll().Max(g.Const(1))).Called("loss/share") // of a position in the mean
		weigh()
		shifted := z.Sub(z.MaxAlong(-1))                    // (N, V)
		picked := hot.Mul(shifted).Sum(-1)                  // (N, 1)
		e := shifted.Exp()                                  // (N, V)
		sum := e.Sum(-1)                                    // (N, 1)
		each := sum.Log().Sub(picked).Called("loss/sample") // (N, 1)
		average := g.Mark("weighted-mean")
		loss = each.Mul(share).SumAll() // scalar
		average()
		probability = e.Div(sum).Called("loss/softmax") // (N, V)
	})
	return loss.from(z).record(func(dy *Tensor) {
		z.addGrad(probability.Sub(hot).Mul(share.Mul(dy)))
	})
}

// counted returns 1 for the targets that count, else 0, as a column (N, 1).
func counted(target *Tensor) *Tensor {
	return target.Plus(1).Step().Reshape(-1, 1) // Ignored + 1 is not above 0
}

// Right returns 1 for the positions of z (N, V) whose largest element is at the
// target (N), else 0, as a column (N, 1); of those that do not count too, where
// it is 0. It passes no gradient.
func Right(z, target *Tensor) *Tensor {
	g := z.graph
	var y *Tensor
	g.NoGrad(func() {
		picked := target.OneHot(z.Dim(-1)).Mul(z.Sub(z.MaxAlong(-1))).Sum(-1) // 0 at the largest, below elsewhere
		y = counted(target).Mul(g.Const(1).Sub(picked.Abs().Step()))
	})
	return y
}

// MeanSquare returns the mean of (y-t)² over the positions that count, for y and
// t (N, K) and a column (N, 1) of 1 for what counts and 0 for what does not. It
// is 0 where none counts.
func MeanSquare(y, t, counts *Tensor) *Tensor {
	g := y.graph
	defer g.Mark("mse")()
	weigh := g.Mark("share")
	n := counts.SumAll().Max(g.Const(1)).Times(float32(y.Dim(-1)))
	weigh()
	each := y.Sub(t).Square().Called("loss/sample")
	defer g.Mark("weighted-mean")()
	return each.Mul(counts).SumAll().Div(n)
}
