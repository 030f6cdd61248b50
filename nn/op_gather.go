package nn

import "nnplay/nn/program"

// Rows copies rows of a table t (R, D): row index[first+i] becomes row i of the
// result (n, D). index (N) holds whole numbers, first is a scalar or nil for 0.
// The gradient of a row goes back to the row it came from, so a table of
// parameters is an embedding.
func (t *Tensor) Rows(index, first *Tensor, n int) *Tensor {
	y := result([]int{n, t.shape[1]}, t)
	c := instr(program.Gather, dims(y.shape), y.view, t.read(), column(index))
	if first != nil {
		c.C = first.read()
	}
	c.K = t.shape[0]
	y.graph.emit(c)
	return y.record(func(dy *Tensor) {
		if first != nil {
			panic("nn: rows from a moving position have no gradient")
		}
		g := t.graph
		t.addGrad(g.Const(0).stretch(t.shape)) // Scatter adds to what is there
		d := instr(program.Scatter, dims(dy.shape), t.gradTensor().view, dy.read(), column(index))
		d.K = t.shape[0]
		g.emit(d)
	})
}

// column returns the view of a list as a column of rows, which is how Gather
// and Scatter read their indices.
func column(index *Tensor) program.View {
	v := index.read()
	v.Stride = [4]int{0, 0, v.Stride[3], 0}
	return v
}
