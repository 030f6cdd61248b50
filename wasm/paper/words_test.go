package paper

import (
	"math"
	"slices"
	"testing"
)

func TestNumber(t *testing.T) {
	for _, c := range []struct {
		v      float32
		digits int
		want   string
	}{
		{0, 2, "0"}, {-0.001, 2, "0"}, {1.5, 3, "1.5"}, {-6, 3, "−6"}, {100, 0, "100"}, {0.1234, 3, "0.123"},
		{2.5e7, 2, "2.50×10⁷"}, {-1.25e6, 2, "−1.25×10⁶"}, {float32(math.NaN()), 2, "–"}, {float32(math.Inf(-1)), 2, "–"},
	} {
		if got := Number(c.v, c.digits); got != c.want {
			t.Errorf("%g with %d digits is %q, want %q", c.v, c.digits, got, c.want)
		}
	}
}

func TestGradient(t *testing.T) {
	for v, want := range map[float32]string{0: "0", 0.25: "0.25", -0.0125: "−0.0125", 9.8e-7: "9.8×10⁻⁷", -3e-5: "−3.0×10⁻⁵"} {
		if got := Gradient(v); got != want {
			t.Errorf("%g is %q, want %q", v, got, want)
		}
	}
}

func TestTicks(t *testing.T) {
	for _, c := range []struct {
		lo, hi float32
		most   int
		want   []float32
	}{
		{-6, 6, 7, []float32{-6, -4, -2, 0, 2, 4, 6}},
		{-6, 6, 3, []float32{-5, 0, 5}},
		{-1.5, 1.5, 8, []float32{-1.5, -1, -0.5, 0, 0.5, 1, 1.5}},
		{0, 1, 6, []float32{0, 0.2, 0.4, 0.6, 0.8, 1}},
	} {
		got := Ticks(c.lo, c.hi, c.most)
		if !slices.EqualFunc(got, c.want, func(a, b float32) bool { return Abs(a-b) < 1e-5 }) {
			t.Errorf("%d ticks of %g to %g: %v, want %v", c.most, c.lo, c.hi, got, c.want)
		}
	}
	for _, lo := range []float32{1, 2, float32(math.NaN()), float32(math.Inf(-1))} {
		if got := Ticks(lo, 1, 5); got != nil {
			t.Errorf("ticks of %g to 1: %v", lo, got)
		}
	}
}

// TestSay counts: what goes with the number 1 is in the singular.
func TestSay(t *testing.T) {
	words := Dictionary{"more": "{rest} of {all} {all|unit|units} {rest|is|are} not shown", "torn": "{n|image"}
	for _, c := range []struct{ key, rest, all, want string }{
		{"more", "1", "12", "1 of 12 units is not shown"}, {"more", "3", "12", "3 of 12 units are not shown"},
		{"more", "0", "1", "0 of 1 unit are not shown"}, {"torn", "1", "1", "{n|image"},
	} {
		if got := words.Say(c.key, "", "n", "1", "rest", c.rest, "all", c.all); got != c.want {
			t.Errorf("%s of %s: %q, want %q", c.rest, c.all, got, c.want)
		}
	}
}
