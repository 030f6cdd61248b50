package nn

import (
	"fmt"
	"math"

	"nnplay/nn/program"
)

// MaxPool takes the largest element of each channel that a window meets on
// images (B, H, W, C). The gradient goes to the first of the largest, row by row
// from the upper left, as in PyTorch. Padding is -Inf.
func (x *Tensor) MaxPool(window Window) *Tensor {
	defer x.graph.Mark("max-pooling")()
	x, window = pooled(x, window, float32(math.Inf(-1)))
	// Of each tap the largest element up to there; the first of equals stays.
	largest := func(taps []*Tensor) []*Tensor {
		list := []*Tensor{map1(program.Copy, taps[0])}
		for i, tap := range taps[1:] {
			list = append(list, map2(program.Larger, tap, list[i]))
		}
		return list
	}
	var y *Tensor
	x.graph.NoGrad(func() {
		list := largest(window.taps(x))
		y = list[len(list)-1]
	})
	return y.from(x).record(func(dy *Tensor) {
		taps, zero := window.taps(x), x.graph.Const(0)
		before := largest(taps[:max(1, len(taps)-1)])
		for i := len(taps) - 1; i > 0; i-- {
			won := map2(program.Greater, taps[i], before[i-1])
			taps[i].addGrad(map3(program.Select, won, dy, zero))
			dy = map3(program.Select, won, zero, dy)
		}
		taps[0].addGrad(dy)
	})
}

// AveragePool takes the mean of each channel over what a window meets on images
// (B, H, W, C), padding of 0 included. Each element gets its share of the gradient.
func (x *Tensor) AveragePool(window Window) *Tensor {
	defer x.graph.Mark("average-pooling")()
	x, window = pooled(x, window, 0)
	share := x.graph.Const(1 / float32(window.Size*window.Size))
	var y *Tensor
	x.graph.NoGrad(func() {
		taps := window.taps(x)
		sum := map1(program.Copy, taps[0])
		for _, tap := range taps[1:] {
			sum = map2(program.Add, sum, tap)
		}
		y = map2(program.Mul, sum, share)
	})
	return y.from(x).record(func(dy *Tensor) {
		for _, tap := range window.taps(x) {
			tap.addGrad(map2(program.Mul, dy, share))
		}
	})
}

// GlobalAveragePool takes the mean of each channel over whole images
// (B, H, W, C), for (B, C) (Lin, Chen and Yan 2013).
func (x *Tensor) GlobalAveragePool() *Tensor {
	b, c := x.Dim(0), x.Dim(3)
	return x.Reshape(b, -1, c).Mean(1).Reshape(b, c)
}

// pooled returns the images that a window meets, padded, and the window that is
// left.
func pooled(x *Tensor, window Window, padding float32) (*Tensor, Window) {
	window.places(x)
	if 2*window.Padding > window.Reach() {
		panic(fmt.Sprintf("nn: pooling by a window %+v that may meet nothing but padding", window))
	}
	x = x.Pad(window.Padding, padding)
	window.Padding = 0
	return x, window
}
