package points

import (
	"slices"
	"testing"

	"nnplay/wasm/paper"
	"nnplay/wasm/paper/papertest"
	"nnplay/wasm/wire"
)

// example is the figure of a small network.
func example() *figure {
	f := &figure{Kit: papertest.Kit(&paper.Scene{})}
	f.Apply(&wire.Snapshot{
		Step: 7,
		Topology: &wire.Topology{
			Problem: "classification", Inputs: 2, Classes: 2, Domain: [4]float32{-6, 6, -6, 6},
			Features: []wire.Feature{{Name: "x", Symbol: "X₁"}, {Name: "y", Symbol: "X₂"}},
			Layers:   []wire.Layer{{Name: "hidden1", Units: 3, Activation: "tanh"}, {Name: "output", Units: 1, Activation: "sigmoid"}},
		},
		Tensors: []wire.Tensor{
			{Name: "hidden1/weight", Shape: []int{2, 3}, F32: []float32{1, 2, 3, 4, 5, 6}},
			{Name: "hidden1/weight/alive", Shape: []int{2, 3}, U8: []uint8{1, 1, 1, 1, 0, 1}},
			{Name: "hidden1/bias", Shape: []int{3}, F32: []float32{7, 8, 9}},
			{Name: "hidden1/heat", Shape: []int{3, 2, 2}, U8: []uint8{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}},
			{Name: "output/bias", Shape: []int{1}, F32: []float32{-0.5}},
			{Name: "output/heat", Shape: []int{1, 2, 2}, U8: []uint8{0, 51, 102, 255}},
			{Name: "known/heat", Shape: []int{1, 1}, U8: []uint8{0}, Still: true},
		},
	})
	return f
}

func TestNetwork(t *testing.T) {
	s := example()
	if !s.ready() || s.shape() != "2-3-1" || s.multiclass() || !s.range01() {
		t.Errorf("ready %v, shape %s", s.ready(), s.shape())
	}
	if w, alive := s.weight(0, 1, 2); w != 6 || !alive {
		t.Errorf("weight (1, 2) is %v, alive %v", w, alive)
	}
	if _, alive := s.weight(0, 1, 1); alive {
		t.Error("weight (1, 1) was removed, and is alive")
	}
	if levels, side := s.heat("hidden1", 1); side != 2 || levels[0] != 4 {
		t.Errorf("heat of unit 1 is %v, side %d", levels, side)
	}
	if s.bias(1, 2) != 9 {
		t.Error("bias of unit 2")
	}
	if got := []string{s.layer(0), s.layer(1), s.layer(2)}; !slices.Equal(got, []string{"features", "hidden1", "output"}) {
		t.Errorf("layers %v", got)
	}
}

// TestNetworkLacks asks for what is not there: a drawing must never panic.
func TestNetworkLacks(t *testing.T) {
	for _, s := range []*figure{{Kit: papertest.Kit(&paper.Scene{})}, example()} {
		if levels, _ := s.heat("hidden1", 9); levels != nil {
			t.Error("heat of a unit that is not there")
		}
		if s.curve("hidden1", 0) != nil {
			t.Error("curve that is not there")
		}
	}
	s := example()
	if w, alive := s.weight(1, 5, 5); w != 0 || !alive {
		t.Error("weight that is not there")
	}
	if s.bias(1, 3) != 0 {
		t.Error("bias that is not there")
	}
	s.Apply(&wire.Snapshot{Tensors: []wire.Tensor{ // of the wrong kind
		{Name: "hidden1/heat", Shape: []int{1, 1, 1}, F32: []float32{1}},
		{Name: "hidden1/curve", Shape: []int{1, 1}, U8: []uint8{1}},
		{Name: "hidden1/weight", Shape: []int{2, 3}, U8: []uint8{1, 2, 3, 4, 5, 6}},
	}})
	if levels, _ := s.heat("hidden1", 0); levels != nil || s.curve("hidden1", 0) != nil {
		t.Error("tensors of the wrong kind are read")
	}
	if w, _ := s.weight(0, 1, 1); w != 0 {
		t.Error("weights of the wrong kind are read")
	}
	empty := &figure{Kit: papertest.Kit(&paper.Scene{Topology: &wire.Topology{Features: []wire.Feature{{}}, Layers: []wire.Layer{{Name: "output"}}}})}
	if empty.ready() || (&figure{Kit: papertest.Kit(&paper.Scene{})}).ready() {
		t.Error("a layer without units can be drawn")
	}
}

func TestLikeliest(t *testing.T) {
	levels := []uint8{255, 85, 0, 85, 0, 85} // (3 classes, 2 samples)
	if class, sure := likeliest(levels, 3, 0); class != 0 || sure != 1 {
		t.Errorf("class %d, sure %g", class, sure)
	}
	if _, sure := likeliest(levels, 3, 1); sure > 1e-6 {
		t.Errorf("no more than chance is %g sure", sure)
	}
}
