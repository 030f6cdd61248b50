package program

import "nnplay/nn/f32"

// A Func is a scalar function that Map applies.
type Func uint8

// The scalar functions. The name of a gradient says whose: TanhGrad(y, dy) is
// the derivative of tanh expressed by its output y, times dy.
const (
	Copy Func = iota
	Neg
	Abs
	Sign // -1, 0 or 1
	Step // 1 where a > 0, else 0
	Floor
	Sqrt
	Exp
	Log
	Log1p
	Sin
	Cos
	Tanh
	Sigmoid
	Softplus
	Erf
	Relu

	Add
	Sub
	Mul
	Div
	Larger  // a > b ? a : b
	Smaller // a < b ? a : b
	Greater // 1 where a > b, else 0
	ReluGrad
	TanhGrad
	SigmoidGrad

	AddMul // a + b·c
	SubMul // a - b·c
	Select // a != 0 ? b : c

	numFuncs
)

// A FuncInfo describes a scalar function: its name and exactly one of the
// evaluators, by its number of arguments.
type FuncInfo struct {
	Name  string
	Eval1 func(a float32) float32
	Eval2 func(a, b float32) float32
	Eval3 func(a, b, c float32) float32
}

// Args returns the number of arguments.
func (f *FuncInfo) Args() int {
	switch {
	case f.Eval1 != nil:
		return 1
	case f.Eval2 != nil:
		return 2
	}
	return 3
}

// Funcs holds a row a function, indexed by Func.
var Funcs = [numFuncs]FuncInfo{
	Copy:     {Name: "copy", Eval1: func(a float32) float32 { return a }},
	Neg:      {Name: "neg", Eval1: func(a float32) float32 { return -a }},
	Abs:      {Name: "abs", Eval1: f32.Abs},
	Sign:     {Name: "sign", Eval1: f32.Sign},
	Step:     {Name: "step", Eval1: step},
	Floor:    {Name: "floor", Eval1: f32.Floor},
	Sqrt:     {Name: "sqrt", Eval1: f32.Sqrt},
	Exp:      {Name: "exp", Eval1: f32.Exp},
	Log:      {Name: "log", Eval1: f32.Log},
	Log1p:    {Name: "log1p", Eval1: f32.Log1p},
	Sin:      {Name: "sin", Eval1: f32.Sin},
	Cos:      {Name: "cos", Eval1: f32.Cos},
	Tanh:     {Name: "tanh", Eval1: f32.Tanh},
	Sigmoid:  {Name: "sigmoid", Eval1: f32.Sigmoid},
	Softplus: {Name: "softplus", Eval1: f32.Softplus},
	Erf:      {Name: "erf", Eval1: f32.Erf},
	Relu:     {Name: "relu", Eval1: relu},

	Add:         {Name: "add", Eval2: func(a, b float32) float32 { return a + b }},
	Sub:         {Name: "sub", Eval2: func(a, b float32) float32 { return a - b }},
	Mul:         {Name: "mul", Eval2: func(a, b float32) float32 { return a * b }},
	Div:         {Name: "div", Eval2: func(a, b float32) float32 { return a / b }},
	Larger:      {Name: "larger", Eval2: larger},
	Smaller:     {Name: "smaller", Eval2: smaller},
	Greater:     {Name: "greater", Eval2: greater},
	ReluGrad:    {Name: "relu-grad", Eval2: reluGrad},
	TanhGrad:    {Name: "tanh-grad", Eval2: func(y, dy float32) float32 { return dy * (1 - float32(y*y)) }},
	SigmoidGrad: {Name: "sigmoid-grad", Eval2: func(y, dy float32) float32 { return dy * float32(y*(1-y)) }},

	AddMul: {Name: "add-mul", Eval3: func(a, b, c float32) float32 { return a + float32(b*c) }},
	SubMul: {Name: "sub-mul", Eval3: func(a, b, c float32) float32 { return a - float32(b*c) }},
	Select: {Name: "select", Eval3: selectValue},
}

// String returns the function's name.
func (f Func) String() string {
	if f < numFuncs {
		return Funcs[f].Name
	}
	return "invalid"
}

func step(a float32) float32 {
	if a > 0 {
		return 1
	}
	return 0
}

// relu passes NaN on, so that a run that diverges shows it.
func relu(a float32) float32 {
	if a < 0 {
		return 0
	}
	return a
}

func reluGrad(x, dy float32) float32 {
	if x > 0 {
		return dy
	}
	return 0
}

func larger(a, b float32) float32 {
	if a > b {
		return a
	}
	return b
}

func smaller(a, b float32) float32 {
	if a < b {
		return a
	}
	return b
}

func greater(a, b float32) float32 {
	if a > b {
		return 1
	}
	return 0
}

func selectValue(a, b, c float32) float32 {
	if a != 0 {
		return b
	}
	return c
}
