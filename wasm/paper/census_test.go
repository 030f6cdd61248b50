package paper

import (
	"math"
	"testing"
)

// TestCensus lets at most about so many pass, and the large before the small.
func TestCensus(t *testing.T) {
	weights := make([]float32, 10000)
	for i := range weights {
		weights[i] = float32(math.Sin(float64(i))) * 3
	}
	equal := make([]float32, 10000)
	for i := range equal {
		equal[i] = 0.5
	}
	for name, all := range map[string][]float32{"various": weights, "equal": equal, "zero": make([]float32, 10000)} {
		var c Census
		for _, w := range all {
			c.Add(w)
		}
		admitted := c.Admits(1000)
		n, least, lost := 0, float32(math.MaxFloat32), float32(0)
		for _, w := range all {
			if admitted(w) {
				n++
				least = min(least, Abs(w))
			} else {
				lost = max(lost, Abs(w))
			}
		}
		if n > 1000 || n < 500 {
			t.Errorf("%s: %d pass", name, n)
		}
		if lost > least*1.5 {
			t.Errorf("%s: %g is left out and %g passes", name, lost, least)
		}
	}
	var few Census
	few.Add(1)
	if !few.Admits(5)(0) {
		t.Error("of few, all pass")
	}
	for _, w := range []float32{0, 1e-30, 1e30, float32(math.Inf(1)), float32(math.NaN())} {
		if k := few.class(w); k < 0 || k > 63 {
			t.Errorf("%g is of class %d", w, k)
		}
	}
}
