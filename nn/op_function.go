package nn

import (
	"math"

	"nnplay/nn/program"
)

// Neg returns -x.
func (x *Tensor) Neg() *Tensor {
	return map1(program.Neg, x).record(func(dy *Tensor) { x.addGradTo(dy.Neg) })
}

// Abs returns |x|; its derivative is sign(x), and 0 at 0.
func (x *Tensor) Abs() *Tensor {
	return map1(program.Abs, x).record(func(dy *Tensor) {
		x.addGradTo(func() *Tensor { return dy.Mul(x.Sign()) })
	})
}

// Sign returns -1, 0 or 1. It passes no gradient.
func (x *Tensor) Sign() *Tensor { return constant(map1(program.Sign, x)) }

// Step returns 1 where x > 0, else 0 (Heaviside). It passes no gradient.
func (x *Tensor) Step() *Tensor { return constant(map1(program.Step, x)) }

// Floor returns the largest whole number not above x. It passes no gradient.
func (x *Tensor) Floor() *Tensor { return constant(map1(program.Floor, x)) }

// Square returns x².
func (x *Tensor) Square() *Tensor {
	return map2(program.Mul, x, x).record(func(dy *Tensor) {
		x.addGradTo(func() *Tensor { return dy.Mul(x).Times(2) })
	})
}

// Sqrt returns √x; its derivative is 1/(2y).
func (x *Tensor) Sqrt() *Tensor {
	y := map1(program.Sqrt, x)
	return y.record(func(dy *Tensor) {
		x.addGradTo(func() *Tensor { return dy.Div(y).Times(0.5) })
	})
}

// Exp returns eˣ.
func (x *Tensor) Exp() *Tensor {
	y := map1(program.Exp, x)
	return y.record(func(dy *Tensor) { x.addGradTo(func() *Tensor { return dy.Mul(y) }) })
}

// Log returns ln x.
func (x *Tensor) Log() *Tensor {
	return map1(program.Log, x).record(func(dy *Tensor) {
		x.addGradTo(func() *Tensor { return dy.Div(x) })
	})
}

// Sin returns sin x.
func (x *Tensor) Sin() *Tensor {
	defer x.graph.Mark("sine")()
	return map1(program.Sin, x).record(func(dy *Tensor) {
		x.addGradTo(func() *Tensor { return dy.Mul(x.Cos()) })
	})
}

// Cos returns cos x.
func (x *Tensor) Cos() *Tensor {
	return map1(program.Cos, x).record(func(dy *Tensor) {
		x.addGradTo(func() *Tensor { return dy.Mul(x.Sin()).Neg() })
	})
}

// Tanh returns tanh x; its derivative is 1 - y².
func (x *Tensor) Tanh() *Tensor {
	y := map1(program.Tanh, x)
	return y.record(func(dy *Tensor) {
		x.addGradTo(func() *Tensor { return map2(program.TanhGrad, y, dy) })
	})
}

// Sigmoid returns 1/(1+e⁻ˣ); its derivative is y(1-y).
func (x *Tensor) Sigmoid() *Tensor {
	y := map1(program.Sigmoid, x)
	return y.record(func(dy *Tensor) {
		x.addGradTo(func() *Tensor { return map2(program.SigmoidGrad, y, dy) })
	})
}

// Softplus returns ln(1+eˣ); its derivative is the sigmoid.
func (x *Tensor) Softplus() *Tensor {
	defer x.graph.Mark("softplus")()
	return map1(program.Softplus, x).record(func(dy *Tensor) {
		x.addGradTo(func() *Tensor { return dy.Mul(x.Sigmoid()) })
	})
}

// Erf returns the error function; its derivative is 2/√π · e^(-x²).
func (x *Tensor) Erf() *Tensor {
	return map1(program.Erf, x).record(func(dy *Tensor) {
		x.addGradTo(func() *Tensor {
			return dy.Mul(x.Square().Neg().Exp()).Times(float32(2 / math.Sqrt(math.Pi)))
		})
	})
}

// Relu returns max(0, x); its derivative is 1 where x > 0, else 0.
func (x *Tensor) Relu() *Tensor {
	return map1(program.Relu, x).record(func(dy *Tensor) {
		x.addGradTo(func() *Tensor { return map2(program.ReluGrad, x, dy) })
	})
}
