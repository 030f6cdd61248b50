package nn

import "math"

// An Activation is an elementwise nonlinearity.
type Activation struct {
	Name    string
	Formula string // for the reader, in Unicode
	Apply   func(x *Tensor) *Tensor
}

// Activations is the table of activations, a row each.
var Activations = []Activation{
	{"tanh", "tanh x", (*Tensor).Tanh},
	{"relu", "max(0, x)", (*Tensor).Relu},
	{"sigmoid", "1 / (1 + e⁻ˣ)", (*Tensor).Sigmoid},
	{"linear", "x", func(x *Tensor) *Tensor { return x }},
	{"leaky-relu", "x > 0 ? x : 0.01 x", LeakyRelu},
	{"elu", "x > 0 ? x : eˣ - 1", Elu},
	{"gelu", "x · Φ(x)", Gelu},
	{"silu", "x · σ(x)", Silu},
	{"softplus", "ln(1 + eˣ)", (*Tensor).Softplus},
	{"sine", "sin x", (*Tensor).Sin},
}

// LeakyRelu returns x where x > 0, else 0.01·x (Maas, Hannun and Ng 2013).
func LeakyRelu(x *Tensor) *Tensor { return x.Max(x.Times(0.01)) }

// Elu returns x where x > 0, else eˣ-1 (Clevert, Unterthiner and Hochreiter 2015).
func Elu(x *Tensor) *Tensor {
	zero := x.graph.Const(0)
	return x.Relu().Add(x.Min(zero).Exp().Plus(-1))
}

// Gelu returns x·Φ(x), Φ being the normal distribution (Hendrycks and Gimpel
// 2016); its derivative is Φ(x) + x·φ(x), with the density φ(x) = e^(-x²/2)/√2π.
func Gelu(x *Tensor) *Tensor {
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
func Silu(x *Tensor) *Tensor { return x.Mul(x.Sigmoid()) }
