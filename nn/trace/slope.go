package trace

import (
	"math"

	"nnplay/nn/program"
)

// Slopes returns the derivatives of a scalar function by its arguments, in
// float64; 0 for arguments that it does not have, and at a kink that of one side.
// What passes no gradient, such as Step, has the slope 0.
func Slopes(f program.Func, a, b, c float64) [3]float64 {
	if s := slopes[f]; s != nil {
		return s(a, b, c)
	}
	return [3]float64{}
}

// slopes has a row a function; those that are flat have none.
var slopes = map[program.Func]func(a, b, c float64) [3]float64{
	program.Copy: func(a, b, c float64) [3]float64 { return [3]float64{1} },
	program.Neg:  func(a, b, c float64) [3]float64 { return [3]float64{-1} },
	program.Abs: func(a, b, c float64) [3]float64 {
		if a < 0 {
			return [3]float64{-1}
		}
		return [3]float64{1}
	},
	program.Sqrt:  func(a, b, c float64) [3]float64 { return [3]float64{0.5 / math.Sqrt(a)} },
	program.Exp:   func(a, b, c float64) [3]float64 { return [3]float64{math.Exp(a)} },
	program.Log:   func(a, b, c float64) [3]float64 { return [3]float64{1 / a} },
	program.Log1p: func(a, b, c float64) [3]float64 { return [3]float64{1 / (1 + a)} },
	program.Sin:   func(a, b, c float64) [3]float64 { return [3]float64{math.Cos(a)} },
	program.Cos:   func(a, b, c float64) [3]float64 { return [3]float64{-math.Sin(a)} },
	program.Tanh: func(a, b, c float64) [3]float64 {
		y := math.Tanh(a)
		return [3]float64{1 - y*y}
	},
	program.Sigmoid: func(a, b, c float64) [3]float64 {
		y := sigmoid(a)
		return [3]float64{y * (1 - y)}
	},
	program.Softplus: func(a, b, c float64) [3]float64 { return [3]float64{sigmoid(a)} },
	program.Erf:      func(a, b, c float64) [3]float64 { return [3]float64{2 / math.Sqrt(math.Pi) * math.Exp(-a*a)} },
	program.Relu:     func(a, b, c float64) [3]float64 { return [3]float64{above(a, 0)} },

	program.Add:     func(a, b, c float64) [3]float64 { return [3]float64{1, 1} },
	program.Sub:     func(a, b, c float64) [3]float64 { return [3]float64{1, -1} },
	program.Mul:     func(a, b, c float64) [3]float64 { return [3]float64{b, a} },
	program.Div:     func(a, b, c float64) [3]float64 { return [3]float64{1 / b, -a / (b * b)} },
	program.Larger:  func(a, b, c float64) [3]float64 { return [3]float64{above(a, b), 1 - above(a, b)} },
	program.Smaller: func(a, b, c float64) [3]float64 { return [3]float64{above(b, a), 1 - above(b, a)} },

	program.ReluGrad:    func(x, dy, _ float64) [3]float64 { return [3]float64{0, above(x, 0)} },
	program.TanhGrad:    func(y, dy, _ float64) [3]float64 { return [3]float64{-2 * y * dy, 1 - y*y} },
	program.SigmoidGrad: func(y, dy, _ float64) [3]float64 { return [3]float64{(1 - 2*y) * dy, y * (1 - y)} },

	program.AddMul: func(a, b, c float64) [3]float64 { return [3]float64{1, c, b} },
	program.SubMul: func(a, b, c float64) [3]float64 { return [3]float64{1, -c, -b} },
	program.Select: func(a, b, c float64) [3]float64 {
		if a != 0 {
			return [3]float64{0, 1, 0}
		}
		return [3]float64{0, 0, 1}
	},
}

// above is 1 where a > b, else 0.
func above(a, b float64) float64 {
	if a > b {
		return 1
	}
	return 0
}

func sigmoid(a float64) float64 { return 1 / (1 + math.Exp(-a)) }
