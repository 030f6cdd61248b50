package nn

import "fmt"

// Conv is the convolutional layer: filters kernels of a window slide over images
// x (B, H, W, C), for (B, H', W', filters), with parameters name/kernel
// (S, S, C, filters) and name/bias (filters).
func Conv(x *Tensor, name string, filters int, window Window, init Initializer, bias float32) *Tensor {
	size, channels := window.Size, x.Dim(3)
	w := x.graph.Param(Parameter{
		Name: name + "/kernel", Shape: []int{size, size, channels, filters}, Init: init,
		FanIn: size * size * channels, FanOut: size * size * filters, Decays: true,
	})
	b := x.graph.Param(Parameter{Name: name + "/bias", Shape: []int{filters}, Init: Fixed(bias)})
	return x.Conv2D(w, b, window).Called(name + "/sum")
}

// Residual adds images x to what some layers made of them, y (He et al. 2016).
// Where the two differ in size or channels x is projected first, by kernels of
// one element, name/shortcut.
func Residual(x, y *Tensor, name string, init Initializer) *Tensor {
	if !sameShape(x.shape, y.shape) {
		window, ok := Shortcut(x.Dim(1), x.Dim(2), y.Dim(1), y.Dim(2))
		if !ok {
			panic(fmt.Sprintf("nn: no residual connection from images %v to %v", x.shape, y.shape))
		}
		x = Conv(x, name+"/shortcut", y.Dim(3), window, init, 0)
	}
	defer x.graph.Mark("residual")()
	return y.Add(x)
}

// Shortcut returns the window of one element by which a residual connection
// projects images of one height and width to another's, if there is one.
func Shortcut(height, width, toHeight, toWidth int) (w Window, ok bool) {
	w = Window{Size: 1, Stride: (height + toHeight - 1) / toHeight}
	return w, w.Out(height) == toHeight && w.Out(width) == toWidth
}
