package f32

import (
	"math"
	"runtime"
	"testing"
)

// functions has a row a function: a float64 reference, the range of the
// arguments, and the largest error in it over all float32 numbers, as an
// exhaustive run measured it (rounded up).
var functions = []struct {
	name      string
	f         func(float32) float32
	reference func(float64) float64
	lo, hi    float32
	ulps      float64
}{
	{"exp", Exp, math.Exp, -110, 95, 0.90},
	{"expm1", Expm1, math.Expm1, -110, 95, 1.38},
	{"log", Log, math.Log, 0, math.MaxFloat32, 0.84},
	{"log1p", Log1p, math.Log1p, -1, math.MaxFloat32, 0.84},
	{"tanh", Tanh, math.Tanh, -math.MaxFloat32, math.MaxFloat32, 1.68},
	{"sigmoid", Sigmoid, sigmoid64, -math.MaxFloat32, math.MaxFloat32, 1.92},
	{"softplus", Softplus, softplus64, -math.MaxFloat32, math.MaxFloat32, 1.62},
	{"sin", Sin, math.Sin, -12867, 12867, 1.31},
	{"cos", Cos, math.Cos, -12867, 12867, 1.32},
	{"erf", Erf, math.Erf, -math.MaxFloat32, math.MaxFloat32, 1.13},
	{"sqrt", Sqrt, math.Sqrt, 0, math.MaxFloat32, 0.5},
}

func sigmoid64(x float64) float64 {
	if x < 0 {
		e := math.Exp(x)
		return e / (1 + e)
	}
	return 1 / (1 + math.Exp(-x))
}

func softplus64(x float64) float64 {
	return max(x, 0) + math.Log1p(math.Exp(-math.Abs(x)))
}

// sweep calls visit with every stride-th float32 bit pattern from lo to hi.
func sweep(stride uint64, lo, hi float32, visit func(x float32)) {
	for b := uint64(0); b < 1<<32; b += stride {
		if x := math.Float32frombits(uint32(b)); x >= lo && x <= hi {
			visit(x)
		}
	}
}

// ulp returns the unit in the last place of float32 at x.
func ulp(x float64) float64 {
	_, exponent := math.Frexp(x)
	return math.Ldexp(1, max(exponent-24, -149))
}

// errorInUlps returns how far y is from the exact result.
func errorInUlps(y float32, exact float64) float64 {
	if math.IsInf(float64(float32(exact)), 0) && y == float32(exact) {
		return 0 // both overflow
	}
	return math.Abs(float64(y)-exact) / ulp(exact)
}

func TestAccuracy(t *testing.T) {
	stride := uint64(997)
	if testing.Short() || runtime.GOARCH == "wasm" {
		stride = 9973
	}
	for _, c := range functions {
		t.Run(c.name, func(t *testing.T) {
			worst, at := 0.0, float32(0)
			sweep(stride, c.lo, c.hi, func(x float32) {
				// Not "e > worst", which a NaN would pass unseen.
				if e := errorInUlps(c.f(x), c.reference(float64(x))); !(e <= worst) {
					worst, at = e, x
				}
			})
			t.Logf("worst error %.3f ulp, at %v", worst, at)
			if !(worst <= c.ulps) {
				t.Errorf("%s(%v) = %v is %.3f ulp from %v, want at most %v",
					c.name, at, c.f(at), worst, c.reference(float64(at)), c.ulps)
			}
		})
	}
}

// TestTrigFar holds Sin and Cos beyond the range of their accuracy to what
// their comments say.
func TestTrigFar(t *testing.T) {
	sweep(9973, 12867, math.MaxFloat32, func(x float32) {
		sin, cos := Sin(x), Cos(x)
		if x > 1<<22 {
			if sin != 0 || cos != 1 {
				t.Fatalf("sin and cos of %v are %v and %v, want 0 and 1", x, sin, cos)
			}
			return
		}
		bound := ulp(float64(x)) // the last place of the argument
		if e := math.Abs(float64(sin) - math.Sin(float64(x))); !(e <= bound) || Abs(sin) > 1 {
			t.Fatalf("sin(%v) = %v, off by %g, want at most %g", x, sin, e, bound)
		}
		if e := math.Abs(float64(cos) - math.Cos(float64(x))); !(e <= bound) || Abs(cos) > 1 {
			t.Fatalf("cos(%v) = %v, off by %g, want at most %g", x, cos, e, bound)
		}
	})
}

// TestRange checks bounds that code relies on, such as log(sigmoid) or a
// gradient 1 - tanh²: no rounding may step over them.
func TestRange(t *testing.T) {
	for _, c := range []struct {
		name   string
		f      func(float32) float32
		lo, hi float32
	}{
		{"tanh", Tanh, -1, 1},
		{"sigmoid", Sigmoid, 0, 1},
		{"erf", Erf, -1, 1},
		{"sin", Sin, -1, 1},
		{"cos", Cos, -1, 1},
		{"exp", Exp, 0, infinity},
		{"expm1", Expm1, -1, infinity},
		{"softplus", Softplus, 0, infinity},
	} {
		sweep(9973, -math.MaxFloat32, math.MaxFloat32, func(x float32) {
			if y := c.f(x); !(y >= c.lo && y <= c.hi) {
				t.Fatalf("%s(%v) = %v, want it in [%v, %v]", c.name, x, y, c.lo, c.hi)
			}
		})
	}
}

func TestOdd(t *testing.T) {
	for name, f := range map[string]func(float32) float32{"tanh": Tanh, "erf": Erf, "sin": Sin, "sign": Sign} {
		sweep(9973, 0, infinity, func(x float32) {
			if y, z := f(x), f(-x); y != -z && y == y {
				t.Fatalf("%s(%v) = %v but %s(%v) = %v", name, x, y, name, -x, z)
			}
		})
	}
}
