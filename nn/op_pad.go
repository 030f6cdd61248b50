package nn

import "nnplay/nn/program"

// Pad extends images x (B, H, W, C) by p elements of value v on each side. Only
// what they surround is written when the program runs: the border stands in the
// result from the start, which therefore is no temporary.
func (x *Tensor) Pad(p int, v float32) *Tensor {
	if p == 0 {
		return x
	}
	g := x.graph
	b, h, w, c := x.shape[0], x.shape[1], x.shape[2], x.shape[3]
	shape := []int{b, h + 2*p, w + 2*p, c}
	y := g.tensor(g.mem.alloc(state, numel(shape)), shape)
	if v != 0 {
		values := make([]float32, y.Len())
		fill(values, v)
		g.mem.set(y.view.Offset, values...)
	}
	inside := func(t *Tensor) *Tensor { return t.Slice(1, p, p+h).Slice(2, p, p+w) }
	g.emit(instr(program.Map, dims(x.shape), inside(y).view, x.read()))
	return y.from(x).record(func(dy *Tensor) { x.addGrad(inside(dy)) })
}
