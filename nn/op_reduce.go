package nn

import "nnplay/nn/program"

// reduced contracts one dimension, which stays as 1.
func (t *Tensor) reduced(op program.Op, dim int) *Tensor {
	shape := append([]int(nil), t.shape...)
	shape[dim] = 1
	y := result(shape, t)
	// The contracted dimension goes last, the others keep their order.
	at := dim + 4 - len(t.shape)
	d := dims(t.shape)
	var to program.Dims
	src, dst := t.read(), y.view
	from, into := src.Stride, dst.Stride
	for i, j := 0, 0; i < 4; i++ {
		if i != at {
			to[j], src.Stride[j], dst.Stride[j] = d[i], from[i], into[i]
			j++
		}
	}
	to[3], src.Stride[3], dst.Stride[3] = d[at], from[at], 0
	y.graph.emit(instr(op, to, dst, src))
	return y
}

// Sum adds along a dimension, which stays as 1; negative ones count from the end.
func (t *Tensor) Sum(dim int) *Tensor {
	dim = (dim + len(t.shape)) % len(t.shape)
	return t.reduced(program.Sum, dim).record(func(dy *Tensor) {
		t.addGrad(dy.stretch(t.shape))
	})
}

// SumAll adds all elements to a scalar.
func (t *Tensor) SumAll() *Tensor {
	return t.Reshape(1, t.Len()).Sum(1).Reshape()
}

// Mean returns the mean along a dimension, which stays as 1.
func (t *Tensor) Mean(dim int) *Tensor {
	defer t.graph.Mark("mean")()
	return t.Sum(dim).Times(1 / float32(t.Dim(dim)))
}

// MeanAll returns the mean of all elements, a scalar.
func (t *Tensor) MeanAll() *Tensor {
	defer t.graph.Mark("mean")()
	return t.SumAll().Times(1 / float32(t.Len()))
}

// MaxAlong returns the largest element along a dimension, which stays as 1.
// It passes no gradient: softmax, its user, does not depend on the shift.
func (t *Tensor) MaxAlong(dim int) *Tensor {
	dim = (dim + len(t.shape)) % len(t.shape)
	return constant(t.reduced(program.Max, dim))
}

// stretch returns a view of t repeated over a shape that it broadcasts to. It
// is for reading gradients only.
func (t *Tensor) stretch(shape []int) *Tensor {
	return &Tensor{graph: t.graph, shape: shape, view: t.stretched(shape)}
}

// sumTo adds up the dimensions in which a shape was stretched to become t's.
func (t *Tensor) sumTo(shape []int) *Tensor {
	want := dims(shape)
	lead := len(t.shape) - len(shape)
	if t.contiguous() && numel(shape) == 1 && t.Len() > 1 {
		return t.Reshape(1, t.Len()).Sum(1).Reshape(shape...)
	}
	if n := len(t.shape) - 1; n > 1 && t.contiguous() && numel(shape) == t.shape[n] && want[3] == t.shape[n] {
		return t.Reshape(-1, t.shape[n]).Sum(0).Reshape(shape...) // to a row
	}
	for i := range t.shape {
		if t.shape[i] > 1 && want[i+4-len(t.shape)] == 1 {
			t = t.Sum(i)
		}
	}
	if lead > 0 {
		t = t.Reshape(shape...)
	}
	return t
}
