package f32

import (
	"math"
	"testing"
)

// TestSpecial checks zeros (with their sign), infinities, NaN, denormal
// numbers and the ends of a range, to the bit.
func TestSpecial(t *testing.T) {
	var (
		inf     = infinity
		nan     = notANumber
		minus0  = math.Float32frombits(signBit)
		tiny    = float32(math.SmallestNonzeroFloat32)
		huge    = float32(math.MaxFloat32)
		denorm  = 12345 * tiny
		maxExp  = float32(88.72283) // the largest number with a finite exponential
		minExp  = float32(-103.97207)
		log2    = float32(math.Ln2)
		halfPi  = float32(math.Pi / 2)
		logTiny = float32(-149 * math.Ln2)
		logHuge = float32(128 * math.Ln2)
	)
	for _, c := range []struct {
		name    string
		f       func(float32) float32
		x, want float32
	}{
		{"exp", Exp, 0, 1}, {"exp", Exp, minus0, 1}, {"exp", Exp, inf, inf}, {"exp", Exp, -inf, 0},
		{"exp", Exp, nan, nan}, {"exp", Exp, huge, inf}, {"exp", Exp, -huge, 0}, {"exp", Exp, tiny, 1},
		{"exp", Exp, maxExp, float32(math.Exp(float64(maxExp)))}, {"exp", Exp, 88.72284, inf},
		{"exp", Exp, minExp, tiny}, {"exp", Exp, -103.97209, 0}, {"exp", Exp, 1, math.E},

		{"expm1", Expm1, 0, 0}, {"expm1", Expm1, minus0, minus0}, {"expm1", Expm1, inf, inf},
		{"expm1", Expm1, -inf, -1}, {"expm1", Expm1, nan, nan}, {"expm1", Expm1, tiny, tiny},
		{"expm1", Expm1, -denorm, -denorm}, {"expm1", Expm1, -huge, -1}, {"expm1", Expm1, 88.72284, inf},

		{"log", Log, 0, -inf}, {"log", Log, minus0, -inf}, {"log", Log, 1, 0}, {"log", Log, 2, log2},
		{"log", Log, inf, inf}, {"log", Log, -inf, nan}, {"log", Log, nan, nan}, {"log", Log, -tiny, nan},
		{"log", Log, -1, nan}, {"log", Log, tiny, logTiny}, {"log", Log, huge, logHuge},

		{"log1p", Log1p, 0, 0}, {"log1p", Log1p, minus0, minus0}, {"log1p", Log1p, -1, -inf},
		{"log1p", Log1p, -1.0000001, nan}, {"log1p", Log1p, inf, inf}, {"log1p", Log1p, -inf, nan},
		{"log1p", Log1p, nan, nan}, {"log1p", Log1p, tiny, tiny}, {"log1p", Log1p, -denorm, -denorm},
		{"log1p", Log1p, 1, log2}, {"log1p", Log1p, huge, logHuge},

		{"tanh", Tanh, 0, 0}, {"tanh", Tanh, minus0, minus0}, {"tanh", Tanh, inf, 1}, {"tanh", Tanh, -inf, -1},
		{"tanh", Tanh, nan, nan}, {"tanh", Tanh, tiny, tiny}, {"tanh", Tanh, -denorm, -denorm}, {"tanh", Tanh, -huge, -1},

		{"sigmoid", Sigmoid, 0, 0.5}, {"sigmoid", Sigmoid, minus0, 0.5}, {"sigmoid", Sigmoid, inf, 1},
		{"sigmoid", Sigmoid, -inf, 0}, {"sigmoid", Sigmoid, nan, nan}, {"sigmoid", Sigmoid, huge, 1},
		{"sigmoid", Sigmoid, -huge, 0}, {"sigmoid", Sigmoid, minExp, tiny}, {"sigmoid", Sigmoid, tiny, 0.5},

		{"softplus", Softplus, 0, log2}, {"softplus", Softplus, minus0, log2}, {"softplus", Softplus, inf, inf},
		{"softplus", Softplus, -inf, 0}, {"softplus", Softplus, nan, nan}, {"softplus", Softplus, huge, huge},
		{"softplus", Softplus, -huge, 0}, {"softplus", Softplus, minExp, tiny},

		{"sin", Sin, 0, 0}, {"sin", Sin, minus0, minus0}, {"sin", Sin, inf, nan}, {"sin", Sin, -inf, nan},
		{"sin", Sin, nan, nan}, {"sin", Sin, tiny, tiny}, {"sin", Sin, -denorm, -denorm}, {"sin", Sin, halfPi, 1},
		{"sin", Sin, math.Pi, -8.742278e-08}, {"sin", Sin, huge, 0},

		{"cos", Cos, 0, 1}, {"cos", Cos, minus0, 1}, {"cos", Cos, inf, nan}, {"cos", Cos, -inf, nan},
		{"cos", Cos, nan, nan}, {"cos", Cos, tiny, 1}, {"cos", Cos, math.Pi, -1}, {"cos", Cos, halfPi, -4.371139e-08},
		{"cos", Cos, -huge, 1},

		{"erf", Erf, 0, 0}, {"erf", Erf, minus0, minus0}, {"erf", Erf, inf, 1}, {"erf", Erf, -inf, -1},
		{"erf", Erf, nan, nan}, {"erf", Erf, tiny, tiny}, {"erf", Erf, -huge, -1},

		{"abs", Abs, minus0, 0}, {"abs", Abs, -inf, inf}, {"abs", Abs, -tiny, tiny}, {"abs", Abs, nan, nan},
		{"sign", Sign, 0, 0}, {"sign", Sign, minus0, minus0}, {"sign", Sign, tiny, 1}, {"sign", Sign, -inf, -1},
		{"sign", Sign, nan, nan},
		{"floor", Floor, minus0, minus0}, {"floor", Floor, -tiny, -1}, {"floor", Floor, 2.5, 2},
		{"floor", Floor, -inf, -inf}, {"floor", Floor, huge, huge}, {"floor", Floor, nan, nan},
		{"sqrt", Sqrt, minus0, minus0}, {"sqrt", Sqrt, 2, math.Sqrt2}, {"sqrt", Sqrt, -tiny, nan},
		{"sqrt", Sqrt, inf, inf}, {"sqrt", Sqrt, nan, nan},
	} {
		if got := c.f(c.x); !same(got, c.want) {
			t.Errorf("%s(%v) = %v, want %v", c.name, c.x, got, c.want)
		}
	}
}

func TestMaxMin(t *testing.T) {
	minus0 := math.Float32frombits(signBit)
	for _, c := range []struct{ x, y, larger, smaller float32 }{
		{1, 2, 2, 1},
		{-infinity, 3, 3, -infinity},
		{0, minus0, 0, minus0},
		{minus0, 0, 0, minus0},
		{notANumber, 1, notANumber, notANumber},
		{1, notANumber, notANumber, notANumber},
	} {
		if got := Max(c.x, c.y); !same(got, c.larger) {
			t.Errorf("max(%v, %v) = %v, want %v", c.x, c.y, got, c.larger)
		}
		if got := Min(c.x, c.y); !same(got, c.smaller) {
			t.Errorf("min(%v, %v) = %v, want %v", c.x, c.y, got, c.smaller)
		}
	}
}

// same reports whether x and y have the same bits or are both NaN.
func same(x, y float32) bool {
	return math.Float32bits(x) == math.Float32bits(y) || x != x && y != y
}
