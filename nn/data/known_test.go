package data

import (
	"math"
	"slices"
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
// decided: points stay where they are, no label is of a place that noise can't
// reach, and labels change by as much as they do over all those places.
func TestLabelNoise(t *testing.T) {
	const n = 2000
	for name, reach := range map[string]float32{
		"circle": 5, "xor": 5, "rings": 3, "checkerboard": 3,
		"sine-boundary": 3, "line-boundary": 3, "heart-boundary": 3, "reg-plane": 6, "reg-gauss": 6,
	} {
		s, _ := Find(name)
		for _, noise := range []float32{0.05, 0.5} {
			quiet, noisy := made(name, n, 2, 0), made(name, n, 2, noise)
			if !slices.Equal(quiet.X, noisy.X) {
				t.Fatalf("%s: noise moves points", name)
			}
			var got, want, variance float64
			for i := range n {
				x, y, label := noisy.X[2*i], noisy.X[2*i+1], noisy.Y[i]
				near := labelsAround(s, x, y, reach*noise)
				slack := float32(0) // of the grid, since slopes are at most 1/2
				if s.Problem == Regression {
					slack = reach * noise / gridCells
				}
				if label < slices.Min(near)-slack || label > slices.Max(near)+slack {
					t.Fatalf("%s, noise %v: the label %v of (%v, %v) is of no place near it", name, noise, label, x, y)
				}
				got += math.Abs(float64(label-quiet.Y[i])) / n
				var mean, square float64
				for _, v := range near {
					d := math.Abs(float64(v - quiet.Y[i]))
					mean += d / float64(len(near))
					square += d * d / float64(len(near))
				}
				want += mean / n
				variance += (square - mean*mean) / n
			}
			if tolerance := 4 * math.Sqrt(variance/n); math.Abs(got-want) > tolerance {
				t.Errorf("%s: noise %v changes labels by %.4f on average, want %.4f ± %.4f", name, noise, got, want, tolerance)
			}
		}
	}
}

// gridCells is the number of cells along a side of the grid of labelsAround.
const gridCells = 32

// labelsAround returns the true labels at the centers of a grid's cells over
// the places not farther than reach along each axis.
func labelsAround(s *Set, x, y, reach float32) []float32 {
	at := func(v float32, i int) float32 { return v + reach*(2*(float32(i)+0.5)/gridCells-1) }
	var labels []float32
	for i := range gridCells {
		for j := range gridCells {
			labels = append(labels, truth(s.Known, at(x, i), at(y, j)))
		}
	}
	return labels
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
