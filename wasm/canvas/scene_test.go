package main

import (
	"testing"

	"nnplay/wasm/wire"
)

func exampleScene() *scene {
	s := &scene{}
	s.apply(&wire.Snapshot{
		Topology: &wire.Topology{
			Problem: "classification", Inputs: 2, Classes: 2, Domain: [4]float32{-6, 6, -6, 6},
			Features: []wire.Feature{{Name: "x"}, {Name: "y"}},
			Layers:   []wire.Layer{{Name: "hidden1", Units: 3}, {Name: "output", Units: 1}},
		},
		Tensors: []wire.Tensor{
			{Name: "hidden1/weight", Shape: []int{2, 3}, F32: []float32{1, 2, 3, 4, 5, 6}},
			{Name: "hidden1/weight/alive", Shape: []int{2, 3}, U8: []uint8{1, 1, 1, 1, 0, 1}},
			{Name: "hidden1/bias", Shape: []int{3}, F32: []float32{7, 8, 9}},
			{Name: "hidden1/heat", Shape: []int{3, 2, 2}, U8: []uint8{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}},
		},
	})
	return s
}

func TestScene(t *testing.T) {
	s := exampleScene()
	if !s.ready() || s.shape() != "2-3-1" || s.multiclass() {
		t.Errorf("ready %v, shape %s", s.ready(), s.shape())
	}
	if w, alive := s.weight("hidden1", 1, 2); w != 6 || !alive {
		t.Errorf("weight (1, 2) is %v, alive %v", w, alive)
	}
	if _, alive := s.weight("hidden1", 1, 1); alive {
		t.Error("weight (1, 1) was removed, and is alive")
	}
	if levels, side := s.heat("hidden1", 1); side != 2 || levels[0] != 4 {
		t.Errorf("heat of unit 1 is %v, side %d", levels, side)
	}
	if s.bias("hidden1", 2) != 9 {
		t.Error("bias of unit 2")
	}
}

// TestSceneLacks asks for what is not there: a drawing must never panic.
func TestSceneLacks(t *testing.T) {
	for _, s := range []*scene{{}, exampleScene()} {
		if levels, _ := s.heat("hidden1", 9); levels != nil {
			t.Error("heat of a unit that is not there")
		}
		if w, alive := s.weight("hidden9", 5, 5); w != 0 || !alive {
			t.Error("weight that is not there")
		}
		if s.curve("hidden1", 0) != nil || s.bias("none", 3) != 0 {
			t.Error("curve or bias that is not there")
		}
	}
	relayout, restage := exampleScene().apply(&wire.Snapshot{Tensors: []wire.Tensor{{Name: "points/train"}}})
	if relayout || !restage {
		t.Error("new points do not make a new layout, but are drawn anew")
	}
}
