package data

import (
	"math"
	"slices"
	"testing"
)

func fit(t *testing.T, name string, x []float32, features int) Scaler {
	t.Helper()
	p, ok := FindPreprocess(name)
	if !ok || p.Name != name {
		t.Fatalf("%s is not found", name)
	}
	return p.Fit(x, features)
}

func TestPreprocess(t *testing.T) {
	x := []float32{1, 10, 5, 3, 30, 5, 5, 20, 5, 7, 20, 5} // (4, 3)
	third := float32(math.Sqrt(5))
	fifth := float32(math.Sqrt(50))
	for _, c := range []struct {
		name string
		want Scaler
	}{
		{"none", Scaler{[]float32{0, 0, 0}, []float32{1, 1, 1}}},
		{"standardize", Scaler{[]float32{4, 20, 5}, []float32{third, fifth, 1}}},
		{"minmax", Scaler{[]float32{4, 20, 5}, []float32{3, 10, 1}}},
	} {
		got := fit(t, c.name, x, 3)
		if !slices.Equal(got.Shift, c.want.Shift) || !slices.Equal(got.Scale, c.want.Scale) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
		y := slices.Clone(x)
		got.Apply(y)
		for i := range y {
			if want := (x[i] - c.want.Shift[i%3]) / c.want.Scale[i%3]; y[i] != want {
				t.Errorf("%s: value %d becomes %v, want %v", c.name, i, y[i], want)
			}
		}
		empty := fit(t, c.name, nil, 2)
		if !slices.Equal(empty.Shift, []float32{0, 0}) || !slices.Equal(empty.Scale, []float32{1, 1}) {
			t.Errorf("%s of nothing: %v", c.name, empty)
		}
	}
	if _, ok := FindPreprocess("whiten"); ok {
		t.Error("found what is not there")
	}
}

// TestPreprocessSets checks all features of all sets: the training points get
// the moments or the range that is promised, the test points come near it, and
// all stay finite.
func TestPreprocessSets(t *testing.T) {
	for i := range Sets {
		s := &Sets[i]
		train, test := Split(pointsOf(s, 4, s.Count, 0.2), 50)
		if s.Fixed {
			train, test = pointsOf(s, 4, s.Count, 0), Points{Dim: s.Inputs, Targets: s.Targets}
		}
		const features = 7
		raw := Expand(train, Features)
		for _, p := range Preprocesses {
			scaler := p.Fit(raw, features)
			x, y := slices.Clone(raw), Expand(test, Features)
			scaler.Apply(x)
			scaler.Apply(y)
			if !finite(x) || !finite(y) || slices.ContainsFunc(scaler.Scale, func(v float32) bool { return !(v > 0) }) {
				t.Fatalf("%s of %s: a value is not finite, or a scale not positive: %v", p.Name, s.Name, scaler)
			}
			columns := Points{Dim: features, Targets: 1, X: x}
			for f, feature := range Features {
				lo, hi := extent(x, f, features)
				mean, variance := moments(columns, f)
				varies := s.Count > 1 && !(feature.NeedsY && s.Inputs == 1)
				switch {
				case p.Name == "none":
					if a, b := extent(raw, f, features); lo != a || hi != b {
						t.Errorf("none of %s: %s is from %v to %v", s.Name, feature.Name, lo, hi)
					}
				case !varies:
					if lo != 0 || hi != 0 {
						t.Errorf("%s of %s: %s, which is constant, is from %v to %v", p.Name, s.Name, feature.Name, lo, hi)
					}
				case p.Name == "minmax":
					if math.Abs(float64(lo)+1) > 1e-6 || math.Abs(float64(hi)-1) > 1e-6 {
						t.Errorf("minmax of %s: %s is from %v to %v", s.Name, feature.Name, lo, hi)
					}
				default:
					if math.Abs(mean) > 1e-5 || math.Abs(variance-1) > 1e-5 {
						t.Errorf("%s of %s: %s has mean %v, variance %v", p.Name, s.Name, feature.Name, mean, variance)
					}
				}
			}
		}
	}
}

// TestPreprocessConstant checks a feature whose mean is not exact.
func TestPreprocessConstant(t *testing.T) {
	x := slices.Repeat([]float32{0.1}, 1001)
	for _, p := range Preprocesses[1:] {
		s := p.Fit(x, 1)
		y := slices.Clone(x)
		s.Apply(y)
		if lo, hi := extent(y, 0, 1); lo != 0 || hi != 0 {
			t.Errorf("%s: a constant becomes %v", p.Name, hi)
		}
	}
}

// TestPreprocessNothing checks that no samples, and no features, do no harm.
func TestPreprocessNothing(t *testing.T) {
	for _, p := range Preprocesses {
		p.Fit(nil, 3).Apply(nil)
		p.Fit(nil, 0).Apply(nil)
		one := []float32{3, -4}
		p.Fit(one, 2).Apply(one)
		want := []float32{0, 0}
		if p.Name == "none" {
			want = []float32{3, -4}
		}
		if !slices.Equal(one, want) {
			t.Errorf("%s of a single sample gives %v, want %v", p.Name, one, want)
		}
	}
	if got := Expand(Points{}, Features); len(got) != 0 {
		t.Errorf("no points have the features %v", got)
	}
	if got := Expand(pointsOf(&Sets[0], 1, 3, 0), nil); len(got) != 0 {
		t.Errorf("no features are %v", got)
	}
}
