package nn

import "math"

// An Activation is an elementwise nonlinearity.
type Activation struct {
	Name    string
	Formula string     // of the weighted sum z, for the reader, in Unicode
	Range   [2]float32 // of its values; zero if they grow without end
	Apply   func(x *Tensor) *Tensor
	Flat    func(y float32) bool // tells whether (nearly) no gradient gets through where the value is y; nil: some always does
}

// flat is the slope below which an activation is as good as flat.
const flat = 1e-3

// Activations is the table of activations, a row each.
var Activations = []Activation{
	{Name: "tanh", Formula: "tanh z", Range: [2]float32{-1, 1}, Apply: (*Tensor).Tanh, Flat: func(y float32) bool { return 1-y*y < flat }},
	{Name: "relu", Formula: "max(0, z)", Apply: (*Tensor).Relu, Flat: func(y float32) bool { return y == 0 }},
	{Name: "sigmoid", Formula: "1 / (1 + exp(−z))", Range: [2]float32{0, 1}, Apply: (*Tensor).Sigmoid, Flat: func(y float32) bool { return y*(1-y) < flat }},
	{Name: "linear", Formula: "z", Apply: func(x *Tensor) *Tensor { return x }},
	{Name: "leaky-relu", Formula: "z > 0 ? z : 0.01 z", Apply: LeakyRelu},
	{Name: "elu", Formula: "z > 0 ? z : exp(z) − 1", Apply: Elu},
	{Name: "gelu", Formula: "z · Φ(z)", Apply: Gelu},
	{Name: "silu", Formula: "z · σ(z)", Apply: Silu},
	{Name: "softplus", Formula: "ln(1 + exp(z))", Apply: (*Tensor).Softplus},
	{Name: "sine", Formula: "sin z", Range: [2]float32{-1, 1}, Apply: (*Tensor).Sin},
}

// Bounded reports whether its values stay within a range, however large x is.
func (a Activation) Bounded() bool { return a.Range[0] < a.Range[1] }

// LeakyRelu returns x where x > 0, else 0.01·x (Maas, Hannun and Ng 2013).
func LeakyRelu(x *Tensor) *Tensor {
	defer x.graph.Mark("leaky-relu")()
	return x.Max(x.Times(0.01))
}

// Elu returns x where x > 0, else eˣ-1 (Clevert, Unterthiner and Hochreiter 2015).
func Elu(x *Tensor) *Tensor {
	defer x.graph.Mark("elu")()
	zero := x.graph.Const(0)
	return x.Relu().Add(x.Min(zero).Exp().Plus(-1))
}

// Gelu returns x·Φ(x), Φ being the normal distribution (Hendrycks and Gimpel
// 2016); its derivative is Φ(x) + x·φ(x), with the density φ(x) = e^(-x²/2)/√2π.
func Gelu(x *Tensor) *Tensor {
	defer x.graph.Mark("gelu")()
	var y, slope *Tensor
	x.graph.NoGrad(func() {
		below := x.Times(1 / math.Sqrt2).Erf().Plus(1).Times(0.5)
		y = x.Mul(below)
		slope = below.AddMul(x, x.Square().Times(-0.5).Exp().Times(float32(1/math.Sqrt(2*math.Pi))))
	})
	return y.from(x).record(func(dy *Tensor) {
		x.addGradTo(func() *Tensor { return dy.Mul(slope) })
	})
}

// Silu returns x·σ(x), also called swish (Elfwing, Uchibe and Doya 2017).
func Silu(x *Tensor) *Tensor {
	defer x.graph.Mark("silu")()
	return x.Mul(x.Sigmoid())
}
