package points

import (
	"math"
	"slices"
	"testing"

	"nnplay/wasm/paper"
)

func TestTrace(t *testing.T) {
	r := paper.Rectangle{X: 10, Y: 20, W: 40, H: 100}
	nan := float32(math.NaN())
	for _, tt := range []struct {
		name   string
		values []float32
		want   [][][2]float32
	}{
		{"inside", []float32{0, 0.5, 1, 0.5}, [][][2]float32{{{15, 120}, {25, 70}, {35, 20}, {45, 70}}}},
		{"cut off below", []float32{-1, 1, 1, -1}, [][][2]float32{{{20, 120}, {25, 20}, {35, 20}, {40, 120}}}},
		{"through both borders", []float32{-1, 3, 3, 3}, [][][2]float32{{{17.5, 120}, {20, 20}}}},
		{"nothing of it", []float32{2, 3, 2, 3}, nil},
		{"in two pieces", []float32{0.5, 1.5, 1.5, 0.5}, [][][2]float32{{{15, 70}, {20, 20}}, {{40, 20}, {45, 70}}}},
		{"no number between", []float32{0, 0, nan, 0}, [][][2]float32{{{15, 120}, {25, 120}}}},
	} {
		got := trace(r, tt.values, 0, 1)
		if !slices.EqualFunc(got, tt.want, slices.Equal) {
			t.Errorf("%s: %v, not %v", tt.name, got, tt.want)
		}
	}
}
