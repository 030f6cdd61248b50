package f32

import (
	"math"
	"testing"
)

// functions is a row a function: its reference and the range in which its
// error is bounded.
var functions = []struct {
	name   string
	f      func(float32) float32
	want   func(float64) float64
	lo, hi float32
	ulps   float64
}{
	{"exp", Exp, math.Exp, -87, 88.7, 1},
	{"log", Log, math.Log, 0, math.MaxFloat32, 1},
	{"log1p", Log1p, math.Log1p, -0.99999, math.MaxFloat32, 2},
	{"tanh", Tanh, math.Tanh, -20, 20, 2},
	{"sigmoid", Sigmoid, func(x float64) float64 { return 1 / (1 + math.Exp(-x)) }, -87, 90, 2},
	{"softplus", Softplus, func(x float64) float64 { return max(x, 0) + math.Log1p(math.Exp(-math.Abs(x))) }, -87, 1e6, 2},
	{"sin", Sin, math.Sin, -8192, 8192, 2},
	{"cos", Cos, math.Cos, -8192, 8192, 2},
	{"erf", Erf, math.Erf, -10, 10, 2},
	{"sqrt", Sqrt, math.Sqrt, 0, math.MaxFloat32, 0.5},
}

// ulp returns the distance between float32 numbers at the size of x.
func ulp(x float64) float64 {
	a := float32(math.Abs(x))
	if a < 0x1p-126 {
		return 0x1p-149
	}
	return float64(math.Nextafter32(a, math.MaxFloat32)) - float64(a)
}

// TestErrors sweeps every function over its range, dense in the exponents.
func TestErrors(t *testing.T) {
	for _, c := range functions {
		t.Run(c.name, func(t *testing.T) {
			var worst float64
			var at float32
			check := func(x float32) {
				if !(x >= c.lo && x <= c.hi) {
					return
				}
				want := c.want(float64(x))
				if math.Abs(want) < 0x1p-126 {
					return
				}
				e := math.Abs(float64(c.f(x))-want) / ulp(want)
				if !(e <= worst) {
					worst, at = e, x
				}
			}
			for b := uint32(0); b < 0x7f800000; b += 997 {
				check(math.Float32frombits(b))
				check(-math.Float32frombits(b))
			}
			t.Logf("%.3f ulp at %v", worst, at)
			if !(worst <= c.ulps) {
				t.Errorf("error of %.3f ulp at %v, want at most %v", worst, at, c.ulps)
			}
		})
	}
}
