package program_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"nnplay/nn/program"
)

// A statement says what a scalar function is, in float64. Sums, products,
// quotients and roots of float32 numbers rounded from float64 are rounded
// correctly, so r rounds where the function does.
type statement struct {
	f    func(a, b, c float64) float64
	ulps float64 // 0: exact
}

func r(v float64) float64 { return float64(float32(v)) }

func truth(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

func choose(condition bool, yes, no float64) float64 {
	if condition {
		return yes
	}
	return no
}

var statements = map[program.Func]statement{
	program.Copy:     {f: func(a, b, c float64) float64 { return a }},
	program.Neg:      {f: func(a, b, c float64) float64 { return math.Copysign(a, -math.Copysign(1, a)) }},
	program.Abs:      {f: func(a, b, c float64) float64 { return math.Abs(a) }},
	program.Sign:     {f: func(a, b, c float64) float64 { return choose(a == 0 || a != a, a, math.Copysign(1, a)) }},
	program.Step:     {f: func(a, b, c float64) float64 { return truth(a > 0) }},
	program.Floor:    {f: func(a, b, c float64) float64 { return math.Floor(a) }},
	program.Sqrt:     {f: func(a, b, c float64) float64 { return math.Sqrt(a) }},
	program.Exp:      {f: func(a, b, c float64) float64 { return math.Exp(a) }, ulps: 2},
	program.Log:      {f: func(a, b, c float64) float64 { return math.Log(a) }, ulps: 2},
	program.Log1p:    {f: func(a, b, c float64) float64 { return math.Log1p(a) }, ulps: 2},
	program.Sin:      {f: func(a, b, c float64) float64 { return math.Sin(a) }, ulps: 2},
	program.Cos:      {f: func(a, b, c float64) float64 { return math.Cos(a) }, ulps: 2},
	program.Tanh:     {f: func(a, b, c float64) float64 { return math.Tanh(a) }, ulps: 2},
	program.Sigmoid:  {f: func(a, b, c float64) float64 { return 1 / (1 + math.Exp(-a)) }, ulps: 2},
	program.Softplus: {f: func(a, b, c float64) float64 { return math.Max(a, 0) + math.Log1p(math.Exp(-math.Abs(a))) }, ulps: 2},
	program.Erf:      {f: func(a, b, c float64) float64 { return math.Erf(a) }, ulps: 2},
	program.Relu:     {f: func(a, b, c float64) float64 { return choose(a < 0, 0, a) }},

	program.Add:         {f: func(a, b, c float64) float64 { return a + b }},
	program.Sub:         {f: func(a, b, c float64) float64 { return a - b }},
	program.Mul:         {f: func(a, b, c float64) float64 { return a * b }},
	program.Div:         {f: func(a, b, c float64) float64 { return a / b }},
	program.Larger:      {f: func(a, b, c float64) float64 { return choose(a > b, a, b) }},
	program.Smaller:     {f: func(a, b, c float64) float64 { return choose(a < b, a, b) }},
	program.Greater:     {f: func(a, b, c float64) float64 { return truth(a > b) }},
	program.ReluGrad:    {f: func(x, dy, _ float64) float64 { return choose(x > 0, dy, 0) }},
	program.TanhGrad:    {f: func(y, dy, _ float64) float64 { return dy * r(1-r(y*y)) }},
	program.SigmoidGrad: {f: func(y, dy, _ float64) float64 { return dy * r(y*r(1-y)) }},

	program.AddMul: {f: func(a, b, c float64) float64 { return a + r(b*c) }},
	program.SubMul: {f: func(a, b, c float64) float64 { return a - r(b*c) }},
	program.Select: {f: func(a, b, c float64) float64 { return choose(a != 0, b, c) }},
}

// eval applies a function of any number of arguments.
func eval(f program.Func, a, b, c float32) float32 {
	switch info := program.Funcs[f]; info.Args() {
	case 1:
		return info.Eval1(a)
	case 2:
		return info.Eval2(a, b)
	default:
		return info.Eval3(a, b, c)
	}
}

// TestFunctions compares every scalar function with its statement, on random
// numbers and on all triples of special ones.
func TestFunctions(t *testing.T) {
	if len(statements) != len(program.Funcs) {
		t.Errorf("%d statements of %d functions", len(statements), len(program.Funcs))
	}
	special := []float32{0, negativeZero, 1, -1, 0.5, inf, -inf, nan, math.SmallestNonzeroFloat32, -math.SmallestNonzeroFloat32, math.MaxFloat32, -math.MaxFloat32, 1 << 24}
	for i := range program.Funcs {
		f := program.Func(i)
		t.Run(f.String(), func(t *testing.T) {
			s, ok := statements[f]
			if !ok {
				t.Fatal("no statement")
			}
			check := func(a, b, c float32) {
				want := s.f(float64(a), float64(b), float64(c))
				got := eval(f, a, b, c)
				if !same(got, float32(want)) && !(s.ulps > 0 && math.Abs(float64(got)-want) <= s.ulps*ulp(want)) {
					t.Errorf("%v(%v, %v, %v) is %v, want %v", f, a, b, c, got, float32(want))
				}
			}
			random := rand.New(rand.NewPCG(1, uint64(i)))
			draw := func() float32 { return float32(random.NormFloat64() * math.Exp(2*random.NormFloat64())) }
			for range 1000 {
				check(draw(), draw(), draw())
			}
			for _, a := range special {
				for _, b := range special {
					for _, c := range special {
						if farAngle(f, a) {
							continue
						}
						check(a, b, c)
					}
				}
			}
		})
	}
}

// farAngle says that a is an angle too large for a sine: nn/f32 says what it
// gets instead.
func farAngle(f program.Func, a float32) bool {
	return (f == program.Sin || f == program.Cos) && math.Abs(float64(a)) > 10000
}

// ulp returns the unit in the last place of float32 at x.
func ulp(x float64) float64 {
	_, exponent := math.Frexp(x)
	return math.Ldexp(1, max(exponent-24, -149))
}

var negativeZero = float32(math.Copysign(0, -1))

// TestSpecialValues spells out the rules for NaN, infinities and signed zeros
// where comparisons make them less than obvious.
func TestSpecialValues(t *testing.T) {
	for _, c := range []struct {
		f       program.Func
		a, b, c float32
		want    float32
	}{
		// A NaN passes through Relu, so that a run that diverges shows it,
		// but compares as false everywhere else.
		{f: program.Relu, a: nan, want: nan},
		{f: program.Relu, a: negativeZero, want: negativeZero},
		{f: program.Relu, a: -inf, want: 0},
		{f: program.Relu, a: inf, want: inf},
		{f: program.ReluGrad, a: nan, b: 2, want: 0},
		{f: program.ReluGrad, a: 0, b: 2, want: 0},
		{f: program.ReluGrad, a: 1, b: nan, want: nan},
		{f: program.Step, a: nan, want: 0},
		{f: program.Step, a: negativeZero, want: 0},
		{f: program.Sign, a: nan, want: nan},
		{f: program.Sign, a: negativeZero, want: negativeZero},
		{f: program.Greater, a: nan, b: 0, want: 0},
		{f: program.Greater, a: 0, b: nan, want: 0},
		{f: program.Greater, a: 0, b: negativeZero, want: 0},
		// a > b ? a : b is the second of equals, and the second where either is NaN.
		{f: program.Larger, a: nan, b: 1, want: 1},
		{f: program.Larger, a: 1, b: nan, want: nan},
		{f: program.Larger, a: 0, b: negativeZero, want: negativeZero},
		{f: program.Larger, a: negativeZero, b: 0, want: 0},
		{f: program.Smaller, a: nan, b: 1, want: 1},
		{f: program.Smaller, a: 1, b: nan, want: nan},
		{f: program.Smaller, a: 0, b: negativeZero, want: negativeZero},
		{f: program.Smaller, a: negativeZero, b: 0, want: 0},
		// A NaN is not 0, -0 is.
		{f: program.Select, a: nan, b: 1, c: 2, want: 1},
		{f: program.Select, a: negativeZero, b: 1, c: 2, want: 2},
		{f: program.Select, a: 0, b: nan, c: 2, want: 2}, // nothing leaks from what was not selected
		{f: program.Neg, a: 0, want: negativeZero},
		{f: program.Abs, a: negativeZero, want: 0},
		{f: program.Abs, a: -inf, want: inf},
		{f: program.Floor, a: negativeZero, want: negativeZero},
		{f: program.Sqrt, a: -1, want: nan},
		{f: program.Sqrt, a: negativeZero, want: negativeZero},
		{f: program.Log, a: 0, want: -inf},
		{f: program.Log, a: -1, want: nan},
		{f: program.Exp, a: inf, want: inf},
		{f: program.Exp, a: -inf, want: 0},
		{f: program.Tanh, a: inf, want: 1},
		{f: program.Tanh, a: -inf, want: -1},
		{f: program.Sigmoid, a: -inf, want: 0},
		{f: program.Softplus, a: inf, want: inf},
		{f: program.Div, a: 0, b: 0, want: nan},
		{f: program.Div, a: 1, b: negativeZero, want: -inf},
	} {
		t.Run(fmt.Sprintf("%v(%v,%v,%v)", c.f, c.a, c.b, c.c), func(t *testing.T) {
			if got := eval(c.f, c.a, c.b, c.c); !same(got, c.want) {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
}

// TestNoFusing finds products whose rounding shows: (1+2⁻¹²)² loses its last
// bit, 2⁻²⁴, when rounded to float32, and keeps it in a fused multiply-add.
func TestNoFusing(t *testing.T) {
	const x = 1 + 1.0/(1<<12)
	const rounded = 1 + 2.0/(1<<12)
	for _, c := range []struct {
		name string
		got  float32
	}{
		{"add-mul", eval(program.AddMul, -rounded, x, x)},
		{"sub-mul", eval(program.SubMul, rounded, x, x)},
		{"gemm by rows", productPlus(x, -rounded, 1)},
		{"gemm by dots", productPlus(x, -rounded, 2)},
	} {
		if c.got != 0 {
			t.Errorf("%s: the rounded product cancels to %v, want 0", c.name, c.got)
		}
	}
}

// productPlus computes c + x·x as a 1x1 Gemm with a column stride.
func productPlus(x, c float32, stride int) float32 {
	arena := []float32{0, x, c}
	p := &program.Program{Code: []program.Instr{{
		Op: program.Gemm, Dim: program.Dims{1, 1, 1, 1}, K: 1,
		Dst: program.View{Stride: [4]int{0, 0, 0, stride}},
		A:   program.View{Offset: 1, Stride: [4]int{0, 0, 0, 1}},
		B:   program.View{Offset: 1, Stride: [4]int{0, 0, 0, stride}},
		C:   program.View{Offset: 2},
	}}}
	program.NewInterpreter(arena).Run(p, 1)
	return arena[0]
}
