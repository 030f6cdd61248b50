package nn

import "math"

// A Schedule says how the learning rate changes with the step.
type Schedule struct {
	Name string
	// Rate returns the rate at a step, counted from 0, for a base rate and the
	// schedule's length in steps; all are scalars.
	Rate func(base, step, length *Tensor) *Tensor
	// Constant says that neither step nor length has an effect.
	Constant bool
}

// Schedules is the table of schedules, a row each.
var Schedules = []Schedule{
	{Name: "constant", Rate: func(base, step, length *Tensor) *Tensor { return base }, Constant: true},
	{Name: "step", Rate: halving},
	{Name: "cosine", Rate: cosine},
}

// halving halves the rate every length steps: η·2^-⌊t/T⌋.
func halving(base, step, length *Tensor) *Tensor {
	return base.Mul(step.Div(length).Floor().Times(-math.Ln2).Exp())
}

// cosine falls from η to 0 over length steps (Loshchilov and Hutter 2016,
// without restarts): η(1 + cos(π·min(t/T, 1)))/2.
func cosine(base, step, length *Tensor) *Tensor {
	progress := step.Div(length).Min(base.graph.Const(1))
	return base.Mul(progress.Times(math.Pi).Cos().Plus(1)).Times(0.5)
}

// warmUp rises linearly to rate over the first length steps:
// η·min(1, (t+1)/T).
func warmUp(rate, step, length *Tensor) *Tensor {
	return rate.Mul(step.Plus(1).Div(length).Min(rate.graph.Const(1)))
}
