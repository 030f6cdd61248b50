package data

import "nnplay/nn/f32"

// A Scaler maps each feature v to (v - Shift)/Scale.
type Scaler struct {
	Shift, Scale []float32 // (F)
}

// Apply scales features (n, F) in place.
func (s Scaler) Apply(x []float32) {
	for i := range x {
		f := i % len(s.Shift)
		x[i] = (x[i] - s.Shift[f]) / s.Scale[f]
	}
}

// A Preprocess finds a scaler from the training points alone.
type Preprocess struct {
	Name string
	Fit  func(x []float32, features int) Scaler // x is (n, F)
}

// Preprocesses is the table of preprocessings, a row each.
var Preprocesses = []Preprocess{
	{"none", identity},
	{"standardize", standardize},
	{"minmax", minMax},
}

// FindPreprocess returns the preprocessing of that name.
func FindPreprocess(name string) (Preprocess, bool) {
	for _, p := range Preprocesses {
		if p.Name == name {
			return p, true
		}
	}
	return Preprocess{}, false
}

func identity(_ []float32, features int) Scaler {
	s := Scaler{make([]float32, features), make([]float32, features)}
	for f := range s.Scale {
		s.Scale[f] = 1
	}
	return s
}

// standardize gives each feature mean 0 and variance 1 (of the population).
func standardize(x []float32, features int) Scaler {
	s := identity(x, features)
	n := float32(len(x) / max(features, 1))
	if n == 0 {
		return s
	}
	for f := range features {
		var sum, squares float32
		for i := f; i < len(x); i += features {
			sum += x[i]
		}
		mean := sum / n
		for i := f; i < len(x); i += features {
			d := x[i] - mean
			squares += float32(d * d)
		}
		s.Shift[f] = mean
		if deviation := f32.Sqrt(squares / n); deviation > 0 {
			s.Scale[f] = deviation
		}
	}
	return s
}

// minMax gives each feature the range [-1, 1].
func minMax(x []float32, features int) Scaler {
	s := identity(x, features)
	if len(x) == 0 {
		return s
	}
	for f := range features {
		lo, hi := x[f], x[f]
		for i := f; i < len(x); i += features {
			lo, hi = f32.Min(lo, x[i]), f32.Max(hi, x[i])
		}
		s.Shift[f] = (lo + hi) / 2
		if hi > lo {
			s.Scale[f] = (hi - lo) / 2
		}
	}
	return s
}
