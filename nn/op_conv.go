package nn

import (
	"fmt"

	"nnplay/nn/program"
)

// Conv2D slides a window over images x (B, H, W, C), whose taps are weighted by
// F kernels w (S, S, C, F), and adds a bias row b (F):
//
//	y[b,i,j,f] = b[f] + Σ_p Σ_q Σ_c x[b, i·s+p·d, j·s+q·d, c] · w[p,q,c,f]
//
// with stride s and dilation d, for y (B, H', W', F): a cross-correlation, as in
// every library. Rows of a window are contiguous, and its rows are the outer
// loop of the contraction, so that no patches are copied.
//
// dw contracts images and places; dx goes back tap by tap.
func (x *Tensor) Conv2D(w, b *Tensor, window Window) *Tensor {
	defer x.graph.Mark("convolution")()
	size, channels := window.Size, x.Dim(-1)
	if !sameShape(w.shape[:3], []int{size, size, channels}) {
		panic(fmt.Sprintf("nn: kernels %v of a window of %d on images %v", w.shape, size, x.shape))
	}
	if !x.contiguous() {
		x = x.Contiguous()
	}
	x = x.Pad(window.Padding, 0)
	window.Padding = 0
	return correlation(x, w, b, window).record(func(dy *Tensor) {
		b.addGradTo(func() *Tensor { return dy })
		w.addGradOf(func() *Tensor { return kernelGradient(x, w, dy, window) })
		if x.grad != nil {
			imageGradient(x, w, dy, window)
		}
	})
}

// correlation emits y, (B, H', W', F).
func correlation(x, w, b *Tensor, window Window) *Tensor {
	size, channels, filters := window.Size, w.shape[2], w.shape[3]
	shape := window.places(x)
	shape[3] = filters
	y := result(shape, x, w, b)

	a := x.read()
	row, col := a.Stride[1], a.Stride[2] // of the image
	spread := window.Spread()
	a.Stride[1] *= window.Step()
	a.Stride[2] *= window.Step()
	kernels := w.read()
	kernels.Stride = [4]int{0, 0, filters, 1}
	c := instr(program.Gemm, dims(shape), y.view, a, kernels, b.stretched(shape))
	c.Over[0] = program.Loop{N: size, A: row * spread, B: size * channels * filters}
	switch {
	case channels == 1:
		c.K, c.A.Stride[3] = size, spread
	case spread == 1:
		c.K = size * channels
	default:
		c.K = channels
		c.Over[1] = program.Loop{N: size, A: col * spread, B: channels * filters}
	}
	y.graph.emit(c)
	return y
}

// kernelGradient emits dw[p,q,c,f] = Σ x[b, i·s+p·d, j·s+q·d, c] · dy[b,i,j,f]
// over b, i and j, of w's shape.
func kernelGradient(x, w, dy *Tensor, window Window) *Tensor {
	d := result(w.shape, x, dy)
	step, spread := window.Step(), window.Spread()
	images, gradient := x.read(), dy.read()
	image, row, col := images.Stride[0], images.Stride[1], images.Stride[2]
	images.Stride = [4]int{row * spread, col * spread, 1, col * step}
	c := instr(program.Gemm, dims(w.shape), d.view, images, gradient)
	c.B.Stride = [4]int{0, 0, gradient.Stride[2], 1}
	c.Over[0] = program.Loop{N: dy.shape[0], A: image, B: gradient.Stride[0]}
	c.Over[1] = program.Loop{N: dy.shape[1], A: row * step, B: gradient.Stride[1]}
	c.K = dy.shape[2]
	d.graph.emit(c)
	return d
}

// imageGradient adds dy·w[p,q]ᵀ to the gradient of what each tap met.
func imageGradient(x, w, dy *Tensor, window Window) {
	channels, filters := w.shape[2], w.shape[3]
	room := x.graph.temp(window.places(x)) // which addGrad rarely needs
	for i, tap := range window.taps(x) {
		d := &Tensor{graph: x.graph, shape: room.shape, view: room.view, made: &made{}}
		kernel := w.read()
		kernel.Offset += i * channels * filters
		kernel.Stride = [4]int{0, 0, 1, filters}
		c := instr(program.Gemm, dims(d.shape), d.view, dy.read(), kernel)
		c.K = filters
		x.graph.emit(c)
		tap.addGrad(d)
	}
}
