package explain

import "nnplay/nn/program"

// A form is how a function whose value is a sum of multiples of its arguments makes
// it: of arguments as they are, of the product of the last two, and of one of two
// arguments, by a factor that the other one makes.
type form struct {
	plain   [3]float64               // the multiple of each argument
	product float64                  // the multiple of the product
	carries int                      // the argument that is scaled
	scale   func(by float32) float32 // as the function itself computes it
}

// linear has a row a function of such a form. Select hands on an argument as it is.
var linear = map[program.Func]form{
	program.Copy:   {plain: [3]float64{1}},
	program.Neg:    {plain: [3]float64{-1}},
	program.Add:    {plain: [3]float64{1, 1}},
	program.Sub:    {plain: [3]float64{1, -1}},
	program.Mul:    {product: 1},
	program.AddMul: {plain: [3]float64{1}, product: 1},
	program.SubMul: {plain: [3]float64{1}, product: -1},
	program.Div:    {carries: 0, scale: func(b float32) float32 { return 1 / b }},
	program.ReluGrad: {carries: 1, scale: func(x float32) float32 {
		if x > 0 {
			return 1
		}
		return 0
	}},
	program.TanhGrad:    {carries: 1, scale: func(y float32) float32 { return 1 - float32(y*y) }},
	program.SigmoidGrad: {carries: 1, scale: func(y float32) float32 { return float32(y * (1 - y)) }},
}
