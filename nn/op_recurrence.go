package nn

import "fmt"

// A recurrence is the part of a recurrent layer that goes from step to step:
// sums[t] += h·w, where h is the state that the step before left. All steps
// share a buffer, so that the gradient of w is one product over all of them,
// not one a step.
type recurrence struct {
	sums    *Tensor // (T, B, G), what each step's sums begin with; each is completed in place
	w       *Tensor // (H, G)
	hidden  *Tensor // (T, B, H), the states, which the steps write
	first   *Tensor // (B, H), the state before the first step; nil for 0
	reverse bool    // from the last element of the sequence to the first
}

// unroll runs through the steps, in order of time or against it. step gets
// sums[t] (B, G), completed, and the state h (B, H) before the step, nil for 0;
// it returns the state after, which must be the result of its last operation.
func (r *recurrence) unroll(step func(t int, sums, h *Tensor) *Tensor) {
	steps := r.sums.Dim(0)
	g := r.sums.graph
	if r.w.grad != nil && !g.noGrad {
		r.sums.RequiresGrad()
		r.hidden.RequiresGrad()
		g.tape = append(g.tape, g.back(r.weightGradient)) // runs when all steps have gone back
	}
	h := r.first
	for i := range steps {
		t := i
		if r.reverse {
			t = steps - 1 - i
		}
		h = step(t, r.complete(t, h), h).placed(r.hidden.at(t))
	}
}

// complete adds h·w to the sums of a step, in their place, and returns them.
func (r *recurrence) complete(t int, h *Tensor) *Tensor {
	sums := r.sums.at(t)
	if h == nil {
		return sums
	}
	c := product(h, r.w, nil)
	if !redirect(&c.graph.code[len(c.graph.code)-1].Instr, sums, true) {
		panic("nn: a product that can't accumulate")
	}
	return sums.record(func(dy *Tensor) {
		h.addGradOf(func() *Tensor { return product(dy, r.w.Transpose(0, 1), nil) })
	})
}

// weightGradient adds Σ_t h_{t-1}ᵀ·dsums_t to the gradient of w.
func (r *recurrence) weightGradient() {
	if !r.sums.grad.written {
		return
	}
	n, d := r.sums.Dim(0), r.sums.gradTensor()
	before, after, start := r.hidden, d, 0
	if n > 1 {
		before, after = r.hidden.Slice(0, 0, n-1), d.Slice(0, 1, n)
		if r.reverse {
			before, after = r.hidden.Slice(0, 1, n), d.Slice(0, 0, n-1)
		}
		rows := func(t *Tensor) *Tensor { return t.Reshape(-1, t.Dim(-1)) }
		r.w.addGrad(product(rows(before).Transpose(0, 1), rows(after), nil))
	}
	if r.reverse {
		start = n - 1
	}
	if r.first != nil {
		r.w.addGrad(product(r.first.Transpose(0, 1), d.at(start), nil))
	}
}

// at returns element t of the first dimension, which goes.
func (t *Tensor) at(i int) *Tensor {
	return t.Slice(0, i, i+1).Reshape(t.shape[1:]...)
}

// placed makes t, the result of the operation recorded last, lie at a place in
// a larger tensor, with whose gradient it then has its own. Nothing is copied:
// the instruction is made to write there.
func (t *Tensor) placed(at *Tensor) *Tensor {
	g := t.graph
	if !sameShape(t.shape, at.shape) {
		panic(fmt.Sprintf("nn: %v in the place of %v", t.shape, at.shape))
	}
	c := &g.code[len(g.code)-1]
	if c.Dst != t.view || c.Dim != dims(t.shape) || !redirect(&c.Instr, at, false) {
		panic("nn: only the result of the last operation can be placed")
	}
	if at.grad == nil && t.grad != nil {
		panic("nn: a place without a gradient for a tensor that has one")
	}
	t.view, t.grad, t.part, t.made = at.view, at.grad, at.part, at.made
	return t
}
