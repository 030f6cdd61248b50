package data

import "nnplay/nn/f32"

// A Scaler maps each feature v to (v - Shift)/Scale. Scale is never 0.
type Scaler struct {
	Shift, Scale []float32 // (F)
}

// Apply scales features (n, F) in place.
func (s Scaler) Apply(x []float32) {
	features := len(s.Shift)
	for at := 0; at < len(x); at += features {
		for f, v := range x[at : at+features] {
			x[at+f] = (v - s.Shift[f]) / s.Scale[f]
		}
	}
}

// A Preprocess finds a scaler. It is shown the training points alone: what it
// saw of the test points would be knowledge that a test must not have.
type Preprocess struct {
	Name string                                 // in links, and in the translations option.preprocess.NAME
	Fit  func(x []float32, features int) Scaler // x is (n, F); sums run in ascending order of n
}

// Preprocesses is the table of preprocessings, a row each.
var Preprocesses = []Preprocess{
	{"none", fitNone},
	{"standardize", fitStandardize},
	{"minmax", fitMinMax},
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

// fitNone leaves features as they are.
func fitNone(_ []float32, features int) Scaler {
	s := Scaler{make([]float32, features), make([]float32, features)}
	for f := range s.Scale {
		s.Scale[f] = 1
	}
	return s
}

// fitStandardize gives each feature mean 0 and variance 1 (that of a
// population, divided by n). One that never varies becomes 0.
func fitStandardize(x []float32, features int) Scaler {
	s := fitNone(x, features)
	for f := range features {
		lo, hi := extent(x, f, features)
		if lo == hi {
			s.Shift[f] = lo
			continue
		}
		n := float32(len(x) / features)
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

// fitMinMax gives each feature the range [-1, 1]. One that never varies becomes 0.
func fitMinMax(x []float32, features int) Scaler {
	s := fitNone(x, features)
	for f := range features {
		lo, hi := extent(x, f, features)
		s.Shift[f] = (lo + hi) / 2
		if half := (hi - lo) / 2; half > 0 {
			s.Scale[f] = half
		}
	}
	return s
}

// extent returns the smallest and the largest value of feature f, 0 of none.
func extent(x []float32, f, features int) (lo, hi float32) {
	if len(x) == 0 {
		return 0, 0
	}
	lo, hi = x[f], x[f]
	for i := f; i < len(x); i += features {
		lo, hi = f32.Min(lo, x[i]), f32.Max(hi, x[i])
	}
	return lo, hi
}
