package trace

import (
	"math"

	"nnplay/nn/program"
)

// function returns a scalar function's value in float64, and notes which way it
// took where it has a kink or a jump.
func (d *double) function(f program.Func, v [3]float64) float64 {
	if way := ways[f]; way != nil {
		d.way(way(v[0], v[1]))
	}
	return doubles[f](v[0], v[1], v[2])
}

// doubles has a row a function.
var doubles = map[program.Func]func(a, b, c float64) float64{
	program.Copy: func(a, _, _ float64) float64 { return a },
	program.Neg:  func(a, _, _ float64) float64 { return -a },
	program.Abs:  func(a, _, _ float64) float64 { return math.Abs(a) },
	program.Sign: func(a, _, _ float64) float64 { return above(a, 0) - above(0, a) },
	program.Step: func(a, _, _ float64) float64 { return above(a, 0) },
	program.Floor: func(a, _, _ float64) float64 {
		return math.Floor(a)
	},
	program.Sqrt:     func(a, _, _ float64) float64 { return math.Sqrt(a) },
	program.Exp:      func(a, _, _ float64) float64 { return math.Exp(a) },
	program.Log:      func(a, _, _ float64) float64 { return math.Log(a) },
	program.Log1p:    func(a, _, _ float64) float64 { return math.Log1p(a) },
	program.Sin:      func(a, _, _ float64) float64 { return math.Sin(a) },
	program.Cos:      func(a, _, _ float64) float64 { return math.Cos(a) },
	program.Tanh:     func(a, _, _ float64) float64 { return math.Tanh(a) },
	program.Sigmoid:  func(a, _, _ float64) float64 { return sigmoid(a) },
	program.Softplus: func(a, _, _ float64) float64 { return max(a, 0) + math.Log1p(math.Exp(-math.Abs(a))) },
	program.Erf:      func(a, _, _ float64) float64 { return math.Erf(a) },
	program.Relu:     func(a, _, _ float64) float64 { return max(a, 0) },

	program.Add:         func(a, b, _ float64) float64 { return a + b },
	program.Sub:         func(a, b, _ float64) float64 { return a - b },
	program.Mul:         func(a, b, _ float64) float64 { return a * b },
	program.Div:         func(a, b, _ float64) float64 { return a / b },
	program.Larger:      func(a, b, _ float64) float64 { return max(a, b) },
	program.Smaller:     func(a, b, _ float64) float64 { return min(a, b) },
	program.Greater:     func(a, b, _ float64) float64 { return above(a, b) },
	program.ReluGrad:    func(x, dy, _ float64) float64 { return dy * above(x, 0) },
	program.TanhGrad:    func(y, dy, _ float64) float64 { return dy * (1 - y*y) },
	program.SigmoidGrad: func(y, dy, _ float64) float64 { return dy * y * (1 - y) },

	program.AddMul: func(a, b, c float64) float64 { return a + b*c },
	program.SubMul: func(a, b, c float64) float64 { return a - b*c },
	program.Select: func(a, b, c float64) float64 {
		if a != 0 {
			return b
		}
		return c
	},
}

// ways has a row a function that has kinks or jumps: on which side of them it is.
var ways = map[program.Func]func(a, b float64) int{
	program.Abs:      side,
	program.Sign:     side,
	program.Step:     side,
	program.Relu:     side,
	program.ReluGrad: side,
	program.Floor:    func(a, _ float64) int { return int(max(min(a, 1e9), -1e9)) },
	program.Larger:   func(a, b float64) int { return int(above(a, b)) },
	program.Smaller:  func(a, b float64) int { return int(above(a, b)) },
	program.Greater:  func(a, b float64) int { return int(above(a, b)) },
	program.Select:   func(a, _ float64) int { return int(above(math.Abs(a), 0)) },
}

func side(a, _ float64) int { return int(above(a, 0)) }
