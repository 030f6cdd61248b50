package nn

// A FeedForward is the part of a Transformer's block that works on each place by
// itself. Where it does not train it names what its units say, (B, T, U), as
// name/units.
type FeedForward struct {
	Name string
	// Apply records it for x (B, T, D), with so many units within.
	Apply func(x *Tensor, name string, units int, init Initializer) *Tensor
}

// FeedForwards is the table of feed-forward layers, a row each.
var FeedForwards = []FeedForward{
	{"gelu", func(x *Tensor, name string, units int, init Initializer) *Tensor {
		return Linear(Gelu(Linear(x, name+"/up", units, init, 0)).shown(name+"/units"), name+"/down", x.Dim(-1), init, 0)
	}},
	{"relu", func(x *Tensor, name string, units int, init Initializer) *Tensor {
		return Linear(Linear(x, name+"/up", units, init, 0).Relu().shown(name+"/units"), name+"/down", x.Dim(-1), init, 0)
	}},
	{"swiglu", SwiGLU},
}

// FindFeedForward returns the feed-forward layer of that name.
func FindFeedForward(name string) (FeedForward, bool) {
	return find(FeedForwards, name, func(f FeedForward) string { return f.Name })
}

// SwiGLU is (silu(x·G)·(x·U))·W, with parameters name/gate, name/up and name/down
// (Shazeer 2020; as in Llama without biases).
func SwiGLU(x *Tensor, name string, units int, init Initializer) *Tensor {
	gate := Silu(Projection(x, name+"/gate", units, init))
	mixed := gate.Mul(Projection(x, name+"/up", units, init)).shown(name + "/units")
	return Projection(mixed, name+"/down", x.Dim(-1), init)
}

// Projection is a linear layer without a bias, on the last dimension of x.
func Projection(x *Tensor, name string, units int, init Initializer) *Tensor {
	d := x.Dim(-1)
	w := x.graph.Param(Parameter{Name: name + "/weight", Shape: []int{d, units}, Init: init, FanIn: d, FanOut: units, Decays: true})
	return onRows(x, func(x *Tensor) *Tensor { return x.MatMul(w) }).Called(name + "/sum")
}

// onRows applies a function of matrices to x of any shape (..., D).
func onRows(x *Tensor, f func(x *Tensor) *Tensor) *Tensor {
	y := f(x.Reshape(-1, x.Dim(-1)))
	shape := append([]int(nil), x.shape...)
	shape[len(shape)-1] = y.Dim(-1)
	return y.Reshape(shape...)
}
