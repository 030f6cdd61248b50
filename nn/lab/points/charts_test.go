package points

import (
	"slices"
	"testing"
)

// TestResiduals holds what is left over of an untrained network's predictions.
func TestResiduals(t *testing.T) {
	c := residualChart([]float32{1, 2, 3, 4}, []float32{2, 2, 2, 2}, 2)
	want := [][]float64{{1, 1, 3, -1}, {2, 0, 4, -2}}
	for i, s := range c.Series {
		if !slices.Equal(s.Points, want[i]) {
			t.Errorf("target %d: %v, want %v", s.Number, s.Points, want[i])
		}
	}
}
