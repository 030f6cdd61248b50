package paper

import (
	"strings"
	"testing"
)

// TestSumLines adds a few terms up, the largest first.
func TestSumLines(t *testing.T) {
	weights := []float32{0, 1, 0, -2, 0, 3, 0, 4, 0, 0.5, 0, 0} // (6, 2)
	x := []float32{1, 1, 1, 0.25, -1, 5}
	for _, c := range []struct {
		x, weights, bias []float32
		output           int
		want             string
	}{
		{x, weights, []float32{7, 0.5}, 1, "z = Σ h·w + b = 3; h₃·w₃ = 1·3 = 3; h₂·w₂ = 1·−2 = −2; h₁·w₁ = 1·1 = 1; h₄·w₄ = 0.25·4 = 1; … −0.5; b = 0.5"},
		{x[:2], weights[:4], nil, 1, "z = Σ h·w = −1; h₂·w₂ = 1·−2 = −2; h₁·w₁ = 1·1 = 1"},
		{x, weights, nil, 2, ""},
		{x, weights, nil, -1, ""},
		{x[:5], weights, nil, 0, ""},
		{nil, weights, nil, 0, ""},
		{x, nil, nil, 0, ""},
	} {
		if got := strings.Join(SumLines(c.x, c.weights, c.bias, c.output), "; "); got != c.want {
			t.Errorf("output %d of %v:\n%s\nwant\n%s", c.output, c.x, got, c.want)
		}
	}
	if got := subscript(1047); got != "₁₀₄₇" {
		t.Errorf("subscript %s", got)
	}
}
