package nn

import (
	"fmt"

	"nnplay/nn/program"
)

// MatMul multiplies matrices, batched over leading dimensions that must agree:
// (..., M, K) · (..., K, N) = (..., M, N). dA = dY·Bᵀ, dB = Aᵀ·dY.
func (a *Tensor) MatMul(b *Tensor) *Tensor {
	defer a.graph.Mark("product")()
	return product(a, b, nil).record(func(dy *Tensor) {
		a.addGradOf(func() *Tensor { return product(dy, b.Transpose(-2, -1), nil) })
		b.addGradOf(func() *Tensor { return product(a.Transpose(-2, -1), dy, nil) })
	})
}

// Affine returns x·w + b for x (B, D), w (D, H) and a bias row b (H). The
// accumulators start from the bias.
func (x *Tensor) Affine(w, b *Tensor) *Tensor {
	defer x.graph.Mark("linear")()
	return product(x, w, b).record(func(dy *Tensor) {
		b.addGradTo(func() *Tensor { return dy })
		w.addGradOf(func() *Tensor { return product(x.Transpose(-2, -1), dy, nil) })
		x.addGradOf(func() *Tensor { return product(dy, w.Transpose(-2, -1), nil) })
	})
}

// addGradOf adds the result of d to the gradient of t, if t has one.
func (t *Tensor) addGradOf(d func() *Tensor) {
	if t.grad != nil {
		t.addGrad(d())
	}
}

// product emits a Gemm whose accumulators start from init, or 0 if it is nil.
func product(a, b, init *Tensor) *Tensor {
	n := len(a.shape)
	if n < 2 || len(b.shape) != n || a.shape[n-1] != b.shape[n-2] || !sameShape(a.shape[:n-2], b.shape[:n-2]) {
		panic(fmt.Sprintf("nn: product of %v and %v", a.shape, b.shape))
	}
	shape := append(append([]int(nil), a.shape[:n-1]...), b.shape[n-1])
	y := result(shape, a, b)
	c := instr(program.Gemm, dims(shape), y.view, a.read(), b.read())
	if init != nil {
		c.C = init.stretched(shape)
	}
	c.K = a.shape[n-1]
	y.graph.emit(c)
	return y
}
