package data

import (
	"math"
	"testing"

	"nnplay/nn/rng"
)

// known has each known function once more, in float64 and in its own words.
// Classes come with a margin: how far the argument is from changing the class.
var known = map[string]func(x, y float64) (want []float64, margin float64){
	"circle": func(x, y float64) ([]float64, float64) {
		return class(2.5 - math.Hypot(x, y))
	},
	"xor": func(x, y float64) ([]float64, float64) {
		return class(x * y)
	},
	"rings": func(x, y float64) ([]float64, float64) {
		d := math.Hypot(x, y)
		margin := math.Min(math.Abs(d-1.8), math.Abs(d-3.8))
		switch {
		case d < 1.8:
			return []float64{0}, margin
		case d < 3.8:
			return []float64{1}, margin
		}
		return []float64{2}, margin
	},
	"checkerboard": func(x, y float64) ([]float64, float64) {
		// The product of two square waves; the square to the upper right of
		// the origin has class 0.
		return class(-math.Sin(x*math.Pi/3) * math.Sin(y*math.Pi/3))
	},
	"sine-boundary": func(x, y float64) ([]float64, float64) {
		return class(y - 2.5*math.Sin(x))
	},
	"line-boundary": func(x, y float64) ([]float64, float64) {
		return class(y - x/2 + 1)
	},
	"heart-boundary": func(x, y float64) ([]float64, float64) {
		u, v := x/3.6, y/3.6+0.1
		return class(u*u*v*v*v - math.Pow(u*u+v*v-1, 3))
	},
	"reg-plane": func(x, y float64) ([]float64, float64) {
		return []float64{(x + y) / 10}, 1
	},
	"reg-gauss": func(x, y float64) ([]float64, float64) {
		best := 0.0
		for _, cx := range []float64{-4, 0, 4} {
			for _, cy := range []float64{2.5, -2.5} {
				sign := 1.0
				if (cx == 0) == (cy > 0) {
					sign = -1
				}
				v := sign * math.Max(0, 1-math.Hypot(x-cx, y-cy)/2)
				if math.Abs(v) > math.Abs(best) {
					best = v
				}
			}
		}
		return []float64{best}, 1
	},
	"waves": func(x, y float64) ([]float64, float64) {
		return []float64{math.Sin(x), math.Cos(y)}, 1
	},
	"x-sin-x": func(x, _ float64) ([]float64, float64) {
		return []float64{x * math.Sin(x) / 5}, 1
	},
	"step": func(x, _ float64) ([]float64, float64) {
		margin := math.Abs(math.Abs(x) - 2)
		switch {
		case x < -2:
			return []float64{-0.8}, margin
		case x < 2:
			return []float64{0}, margin
		}
		return []float64{0.8}, margin
	},
	"line": func(x, _ float64) ([]float64, float64) {
		return []float64{0.15*x + 0.1}, 1
	},
}

// class returns class 1 where a function is positive, else 0, and its size.
func class(f float64) (want []float64, margin float64) {
	if f > 0 {
		return []float64{1}, f
	}
	return []float64{0}, -f
}

func TestKnown(t *testing.T) {
	stream := rng.New(5, rng.Data)
	for _, s := range Sets {
		f := known[s.Name]
		if (f != nil) != (s.Known != nil) {
			t.Errorf("%s has a known function: %v; this test has it: %v", s.Name, s.Known != nil, f != nil)
		}
		if f == nil || s.Known == nil {
			continue
		}
		compared := 0
		got := make([]float32, max(s.Targets, 1))
		for range 5000 {
			x := []float32{stream.Uniform(-6, 6), stream.Uniform(-6, 6)}
			want, margin := f(float64(x[0]), float64(x[1]))
			if margin < 1e-4 {
				continue // rounding may decide
			}
			compared++
			s.Known(x[:s.Inputs], got)
			for k := range want {
				if math.Abs(float64(got[k])-want[k]) > 1e-6 {
					t.Fatalf("%s: %v gives %v, want %v", s.Name, x, got, want)
				}
			}
		}
		if compared < 4900 {
			t.Errorf("%s: only %d comparisons", s.Name, compared)
		}
	}
}

// TestLabelNoise checks sets where noise moves the point by which the label is
// decided: no label is of a place that noise can't reach, some are of another
// place than the point's, and points stay where they are.
func TestLabelNoise(t *testing.T) {
	for name, reach := range map[string]float64{
		"circle": 5, "xor": 5, "rings": 3, "checkerboard": 3,
		"sine-boundary": 3, "line-boundary": 3, "heart-boundary": 3, "reg-plane": 6, "reg-gauss": 6,
	} {
		s, _ := Find(name)
		for _, noise := range []float32{0.05, 0.5} {
			quiet, noisy := s.generate(rng.New(2, rng.Data), 2000, 2, 0), s.generate(rng.New(2, rng.Data), 2000, 2, noise)
			r := float32(reach) * noise
			changed := 0
			for i := range noisy.Len() {
				x, y, label := noisy.X[2*i], noisy.X[2*i+1], noisy.Y[i]
				if x != quiet.X[2*i] || y != quiet.X[2*i+1] {
					t.Fatalf("%s: noise moves point %d", name, i)
				}
				if label != quiet.Y[i] {
					changed++
				}
				// The labels of a grid over what noise can reach, half a cell apart.
				lo, hi := float32(math.Inf(1)), float32(math.Inf(-1))
				const cells = 20
				for gx := -cells; gx <= cells; gx++ {
					for gy := -cells; gy <= cells; gy++ {
						v := truth(s.Known, x+r*float32(gx)/cells, y+r*float32(gy)/cells)
						lo, hi = min(lo, v), max(hi, v)
					}
				}
				slack := float32(0)
				if s.Problem == Regression {
					slack = 0.51 * r / cells
				}
				if label < lo-slack || label > hi+slack {
					t.Fatalf("%s, noise %v: the label %v of (%v, %v) is of no place near it (%v to %v)", name, noise, label, x, y, lo, hi)
				}
			}
			// Half of the regressions' targets rise and half fall; of labels,
			// those near the boundary change.
			if share := float64(changed) / 2000; noise == 0.5 && (share < 0.03 || s.Problem == Classification && share > 0.5) {
				t.Errorf("%s: noise %v changes %.1f %% of the labels", name, noise, 100*share)
			}
		}
	}
}

// TestValueNoise checks that the noise of targets is normal with a deviation of
// half the noise.
func TestValueNoise(t *testing.T) {
	const n = 20000
	for _, name := range []string{"waves", "x-sin-x", "step", "line"} {
		s, _ := Find(name)
		quiet, noisy := s.generate(rng.New(2, rng.Data), n, 0, 0), s.generate(rng.New(2, rng.Data), n, 0, 0.5)
		for k := range s.Targets {
			var mean, variance float64
			for i := range n {
				d := float64(noisy.Y[i*s.Targets+k]) - float64(quiet.Y[i*s.Targets+k])
				mean += d / n
				variance += d * d / n
			}
			if math.Abs(mean) > 5*0.25/math.Sqrt(n) || math.Abs(variance/(0.25*0.25)-1) > 5*math.Sqrt(2./n) {
				t.Errorf("%s: target %d has noise of mean %v and variance %v", name, k, mean, variance)
			}
		}
	}
}
