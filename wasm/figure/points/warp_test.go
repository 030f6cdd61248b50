package points

import (
	"math"
	"testing"

	"nnplay/wasm/paper"
	"nnplay/wasm/wire"
)

func TestWarpAxes(t *testing.T) {
	nan, inf := float32(math.NaN()), float32(math.Inf(1))
	for _, nodes := range [][]float32{
		{-0.99, 0.2, 1, 0.98, 0.9, 0}, {0, 0, 1, 7, 0, 0}, {nan, inf, 1, nan, -inf, 0}, {3e20, 1e-20, 1, -3e20, 5, 1}, {4.99, -1, 0, 5.01, -1, 0},
	} {
		got := warpGrid{1, 2, nodes}.axes()
		if !(got[0] < got[1] && got[2] < got[3]) {
			t.Errorf("%v: the axes are empty: %v", nodes, got)
		}
		for i := 0; i < len(nodes); i += 3 {
			if v := nodes[i]; paper.Abs(v) < 1e30 && (v < got[0] || v > got[1]) {
				t.Errorf("%v is not within %v", v, got)
			}
		}
	}
}

func TestWarpedScene(t *testing.T) {
	s := example()
	if _, ok := s.warped(); ok {
		t.Error("the space is warped before anybody asks")
	}
	s.Topology.Warp.Layer = 1
	if _, ok := s.warped(); ok {
		t.Error("the space is warped without a grid")
	}
	s.Apply(&wire.Snapshot{Tensors: []wire.Tensor{{Name: "warp/grid", Shape: []int{1, 2, 3}, F32: make([]float32, 6)}}})
	if w, ok := s.warped(); !ok || w.columns != 2 {
		t.Error("the space is not warped")
	}
	s.Apply(&wire.Snapshot{Tensors: []wire.Tensor{{Name: "hidden1/bias", Shape: []int{3}, F32: []float32{1, 2, 3}}}})
	if _, ok := s.warped(); ok {
		t.Error("an old grid is kept")
	}
}
