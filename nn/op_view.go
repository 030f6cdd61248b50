package nn

import (
	"fmt"

	"nnplay/nn/program"
)

// viewAs returns another view of t's elements. It shares the gradient, so it
// needs no derivative.
func (t *Tensor) viewAs(shape []int, v program.View, part bool) *Tensor {
	y := &Tensor{graph: t.graph, shape: shape, view: v, grad: t.grad, part: t.part || part}
	if !y.part {
		y.made = t.made
	}
	y.read()
	return y
}

// Reshape returns the same elements in the same order under another shape.
// One dimension may be -1, to be inferred. A tensor whose elements do not lie
// in order is copied.
func (t *Tensor) Reshape(shape ...int) *Tensor {
	shape = append([]int(nil), shape...)
	for i, d := range shape {
		if d == -1 {
			shape[i] = 1
			shape[i] = t.Len() / numel(shape)
		}
	}
	if numel(shape) != t.Len() {
		panic(fmt.Sprintf("nn: reshape %v to %v", t.shape, shape))
	}
	if !t.contiguous() {
		t = t.Contiguous()
	}
	return t.viewAs(shape, program.View{Offset: t.view.Offset, Stride: strides(shape)}, false)
}

// Contiguous returns a copy of t whose elements lie in order.
func (t *Tensor) Contiguous() *Tensor {
	y := map1(program.Copy, t)
	return y.record(func(dy *Tensor) { t.addGrad(dy) })
}

// Transpose swaps two dimensions; negative ones count from the end.
func (t *Tensor) Transpose(i, j int) *Tensor {
	n := len(t.shape)
	i, j = (i+n)%n, (j+n)%n
	shape := append([]int(nil), t.shape...)
	shape[i], shape[j] = shape[j], shape[i]
	v := t.view
	i, j = i+4-n, j+4-n
	v.Stride[i], v.Stride[j] = v.Stride[j], v.Stride[i]
	return t.viewAs(shape, v, false)
}

// Slice returns elements [from, to) along a dimension; a negative one counts
// from the end.
func (t *Tensor) Slice(dim, from, to int) *Tensor {
	n := len(t.shape)
	dim = (dim + n) % n
	if from < 0 || to > t.shape[dim] || from >= to {
		panic(fmt.Sprintf("nn: slice [%d, %d) of dimension %d of %v", from, to, dim, t.shape))
	}
	shape := append([]int(nil), t.shape...)
	shape[dim] = to - from
	v := t.view
	v.Offset += from * v.Stride[dim+4-n]
	return t.viewAs(shape, v, to-from < t.shape[dim])
}

// Concat joins tensors along a dimension; a negative one counts from the end.
// Other dimensions must agree.
func Concat(dim int, parts ...*Tensor) *Tensor {
	n := len(parts[0].shape)
	dim = (dim + n) % n
	shape := append([]int(nil), parts[0].shape...)
	for _, p := range parts[1:] {
		shape[dim] += p.shape[dim]
	}
	y := result(shape, parts...)
	pieces := func(of *Tensor) []*Tensor {
		var out []*Tensor
		at := 0
		for _, p := range parts {
			out = append(out, of.Slice(dim, at, at+p.shape[dim]))
			at += p.shape[dim]
		}
		return out
	}
	for i, dst := range pieces(y) {
		y.graph.emit(instr(program.Map, dims(dst.shape), dst.view, parts[i].read()))
	}
	return y.record(func(dy *Tensor) {
		for i, d := range pieces(dy) {
			parts[i].addGrad(d)
		}
	})
}

// Expand returns t repeated over a shape that it broadcasts to.
func (t *Tensor) Expand(shape ...int) *Tensor {
	y := result(append([]int(nil), shape...), t)
	y.graph.emit(instr(program.Map, dims(y.shape), y.view, t.stretched(y.shape)))
	return y.record(func(dy *Tensor) {
		t.addGradTo(func() *Tensor { return dy })
	})
}

// Detach returns a view of t that no gradient flows through.
func (t *Tensor) Detach() *Tensor {
	y := t.viewAs(t.shape, t.view, false)
	y.grad = nil
	return y
}
