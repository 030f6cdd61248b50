package data

import (
	"math"
	"slices"
	"testing"
)

func TestFeatures(t *testing.T) {
	want := []struct {
		name   string
		symbol string
		needsY bool
		f      func(x, y float64) float64
	}{
		{"x", "X₁", false, func(x, y float64) float64 { return x }},
		{"y", "X₂", true, func(x, y float64) float64 { return y }},
		{"xSquared", "X₁²", false, func(x, y float64) float64 { return x * x }},
		{"ySquared", "X₂²", true, func(x, y float64) float64 { return y * y }},
		{"xTimesY", "X₁X₂", true, func(x, y float64) float64 { return x * y }},
		{"sinX", "sin(X₁)", false, func(x, y float64) float64 { return math.Sin(x) }},
		{"sinY", "sin(X₂)", true, func(x, y float64) float64 { return math.Sin(y) }},
	}
	if len(Features) != len(want) {
		t.Fatalf("%d features", len(Features))
	}
	p := pointsOf(&Sets[0], 1, 200, 0)
	all := Expand(p, Features)
	for i, w := range want {
		f := Features[i]
		if f.Name != w.name || f.Symbol != w.symbol || f.NeedsY != w.needsY {
			t.Errorf("feature %d is %s, %s, %v", i, f.Name, f.Symbol, f.NeedsY)
		}
		if found, ok := FindFeature(w.name); !ok || found.Name != w.name {
			t.Errorf("%s is not found", w.name)
		}
		for n := range p.Len() {
			got, exact := float64(all[n*len(want)+i]), w.f(float64(p.X[2*n]), float64(p.X[2*n+1]))
			if math.Abs(got-exact) > 1e-6*max(1, math.Abs(exact)) {
				t.Fatalf("%s of sample %d is %v, want %v", f.Name, n, got, exact)
			}
		}
	}
	if _, ok := FindFeature("cosX"); ok {
		t.Error("found what is not there")
	}
}

// TestExpandOneInput: features that need no second input work with one.
func TestExpandOneInput(t *testing.T) {
	x, _ := FindFeature("x")
	squared, _ := FindFeature("xSquared")
	p := Points{Dim: 1, Targets: 1, X: []float32{1, -2, 3}, Y: make([]float32, 3)}
	if got, want := Expand(p, []Feature{squared, x}), []float32{1, 1, 4, -2, 9, 3}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}
