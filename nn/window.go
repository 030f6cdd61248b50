package nn

import "fmt"

// A Window is a square that slides over an image: of a convolution its kernel,
// of pooling what becomes one element.
type Window struct {
	Size     int // elements along a side
	Stride   int // elements from one place to the next; 0 means 1
	Padding  int // elements that the image is extended by on each side
	Dilation int // elements from one tap of the window to the next; 0 means 1
}

// Step returns the stride.
func (w Window) Step() int { return max(w.Stride, 1) }

// Spread returns the dilation.
func (w Window) Spread() int { return max(w.Dilation, 1) }

// Reach returns how many elements the window spans along a side.
func (w Window) Reach() int { return w.Spread()*(w.Size-1) + 1 }

// Out returns the places along a side of n elements, 0 where the window does
// not fit.
func (w Window) Out(n int) int {
	room := n + 2*w.Padding - w.Reach()
	if room < 0 {
		return 0
	}
	return room/w.Step() + 1
}

// places returns the shape of what a window makes of an image (B, H, W, C), with
// as many channels as the image.
func (w Window) places(x *Tensor) []int {
	if len(x.shape) != 4 {
		panic(fmt.Sprintf("nn: a window slides over images (B, H, W, C), not %v", x.shape))
	}
	if w.Size < 1 || w.Stride < 0 || w.Padding < 0 || w.Dilation < 0 {
		panic(fmt.Sprintf("nn: window %+v", w))
	}
	shape := []int{x.shape[0], w.Out(x.shape[1]), w.Out(x.shape[2]), x.shape[3]}
	if shape[1] == 0 || shape[2] == 0 {
		panic(fmt.Sprintf("nn: a window %+v on an image %v", w, x.shape))
	}
	return shape
}

// tap returns the elements (B, H', W', C) of a padded image that one tap of the
// window meets, row by row from the upper left: a view.
func (w Window) tap(x *Tensor, i int) *Tensor {
	w.Padding = 0
	v := x.view
	v.Offset += w.Spread() * (i/w.Size*v.Stride[1] + i%w.Size*v.Stride[2])
	v.Stride[1] *= w.Step()
	v.Stride[2] *= w.Step()
	shape := w.places(x)
	return x.viewAs(shape, v, numel(shape) < x.Len())
}

// taps returns the elements that each tap of the window meets.
func (w Window) taps(x *Tensor) []*Tensor {
	var list []*Tensor
	for i := range w.Size * w.Size {
		list = append(list, w.tap(x, i))
	}
	return list
}
