package nn

// OneHot returns the rows (N, V) with 1 in the column that t (N) names and 0 in
// the others. A number that names no column gives a row of zeros. It passes no
// gradient.
func (t *Tensor) OneHot(v int) *Tensor {
	g := t.graph
	defer g.Mark("one-hot")()
	var y *Tensor
	g.NoGrad(func() {
		distance := g.Numbers(v).Sub(t.Reshape(-1, 1)).Abs()
		y = g.Const(1).Greater(distance)
	})
	return y
}
