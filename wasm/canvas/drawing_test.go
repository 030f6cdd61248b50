package main

import (
	"math"
	"slices"
	"strings"
	"testing"

	"nnplay/wasm/wire"
)

// TestSpots asks a drawing what lies at a point: the topmost spot, and its cell.
func TestSpots(t *testing.T) {
	d := drawing{spots: []spot{
		{box: rect{0, 0, 100, 100}, action: "below"},
		{box: rect{10, 20, 40, 20}, rows: 2, cols: 4, action: "above"},
	}}
	for _, c := range []struct {
		x, y     float32
		action   string
		row, col int
	}{
		{5, 5, "below", 0, 0},
		{10, 20, "above", 0, 0},
		{49.9, 39.9, "above", 1, 3},
		{31, 29, "above", 0, 2},
		{50, 30, "below", 0, 0},
	} {
		p := d.pickAt(c.x, c.y)
		if s := d.spotOf(p); s == nil || s.action != c.action || p.row != c.row || p.col != c.col {
			t.Errorf("at %v, %v: %+v", c.x, c.y, p)
		}
	}
	if p := d.pickAt(-1, 5); d.spotOf(p) != nil {
		t.Error("a spot outside of all")
	}
	if d.grips() != nil {
		t.Error("a finger cannot scroll where nothing follows it")
	}
	d.spots[1].live = true
	if got := d.grips(); len(got) != 1 || got[0] != d.spots[1].box {
		t.Errorf("a finger drags in %v", got)
	}
	if got := d.spots[1].cellBox(1, 3); got != (rect{40, 30, 10, 10}) {
		t.Errorf("cell (1, 3) is at %v", got)
	}
}

// TestWalk walks over a drawing by keyboard: cell by cell, then to the next
// spot, and never out of it.
func TestWalk(t *testing.T) {
	d := drawing{spots: []spot{{}, {rows: 2, cols: 2}, {}}}
	p := nowhere
	for i, step := range []struct {
		key  string
		want pick
	}{
		{"ArrowLeft", pick{0, 0, 0}}, {"ArrowLeft", pick{0, 0, 0}}, {"ArrowRight", pick{1, 0, 0}}, {"ArrowRight", pick{1, 0, 1}},
		{"ArrowDown", pick{1, 1, 1}}, {"ArrowDown", pick{2, 0, 0}}, {"ArrowDown", pick{2, 0, 0}}, {"ArrowUp", pick{1, 0, 0}},
		{"End", pick{2, 0, 0}}, {"Home", pick{0, 0, 0}}, {"x", pick{0, 0, 0}},
	} {
		if p = d.moved(p, step.key); p != step.want {
			t.Fatalf("step %d, %s: %+v, want %+v", i, step.key, p, step.want)
		}
	}
	if empty := (&drawing{}); empty.moved(p, "ArrowRight") != nowhere || empty.spotOf(p) != nil {
		t.Error("somewhere in an empty drawing")
	}
}

// TestSignedShares turns numbers into levels: whatever they are, it is a level.
func TestSignedShares(t *testing.T) {
	nan, inf := float32(math.NaN()), float32(math.Inf(1))
	for _, c := range []struct {
		values []float32
		most   float32
		signed bool
		want   []uint8
	}{
		{[]float32{-2, 0, 2, 1}, 0, true, []uint8{0, 128, 255, 191}},
		{[]float32{-2, 9, nan, inf}, 2, true, []uint8{0, 255, 128, 255}},
		{[]float32{0, 0}, 0, true, []uint8{128, 128}},
		{[]float32{0, 1, 4, nan}, 0, false, []uint8{0, 64, 255, 0}},
		{[]float32{-1, 1, 3}, 2, false, []uint8{0, 128, 255}},
		{nil, 0, false, []uint8{}},
	} {
		got := shares(c.values, c.most)
		if c.signed {
			got = signed(c.values, c.most)
		}
		if string(got) != string(c.want) {
			t.Errorf("%v up to %v: %v, want %v", c.values, c.most, got, c.want)
		}
	}
}

// TestFigures draws every figure from nothing and from an odd scene: none may
// panic.
func TestFigures(t *testing.T) {
	for name, f := range figures {
		if f == nil {
			continue
		}
		t.Run(name, func(*testing.T) {
			for _, s := range []*scene{exampleScene(), {topology: exampleScene().topology}} {
				f(exampleKit(s))
			}
		})
	}
}

// exampleKit is the kit of a middling canvas.
func exampleKit(s *scene) *kit {
	return &kit{
		scene: s, theme: light, words: dictionary{}, free: rect{0, 0, 600, 400},
		measure: func(words string, size float32) float32 { return float32(len(words)) * size / 2 },
	}
}

// TestUnrolled draws two recurrent networks side by side: a spot a row of each,
// whose tips name the unit, its state and its gates.
func TestUnrolled(t *testing.T) {
	s := &scene{
		topology: &wire.Topology{
			Architecture: "rnn", Symbols: []string{"a", "b"},
			Layers: []wire.Layer{{Name: "first/rnn1", Units: 2}, {Name: "rival/gru1", Units: 2}},
		},
		tensors: map[string]wire.Tensor{
			"look/x":      {Shape: []int{3}, F32: []float32{0, 1, 0}},
			"look/target": {Shape: []int{3}, F32: []float32{-1, 1, 0}},
		},
	}
	for _, prefix := range []string{"first/rnn1", "rival/gru1"} {
		s.tensors[prefix+"/hidden"] = wire.Tensor{Shape: []int{1, 3, 2}, F32: []float32{0, 1, 2, 3, 4, 5}}
		s.tensors[prefix+"/gradient"] = wire.Tensor{Shape: []int{3}, F32: []float32{1e-9, 0.1, 1}}
	}
	s.tensors["rival/gru1/update"] = wire.Tensor{Shape: []int{1, 3, 2}, F32: []float32{0.5, 0.5, 0.5, 0.5, 0.25, 0.5}}
	for _, prefix := range []string{"first/", "rival/"} {
		s.tensors[prefix+"probabilities"] = wire.Tensor{Shape: []int{1, 3, 2}, F32: []float32{0.5, 0.5, 0.2, 0.8, 0.1, 0.9}}
	}
	d := figureRNN(exampleKit(s))
	var units []string
	for _, spot := range d.spots {
		if spot.box.w <= 0 || spot.box.h <= 0 {
			t.Errorf("a spot without an area: %+v", spot.box)
		}
		if spot.rows == 2 {
			name, lines := spot.tip(0, 2)
			units = append(units, name+": "+strings.Join(lines, ", "))
		}
	}
	want := []string{"Unit 1, step 3: hidden: 4 (before 2)", "Unit 1, step 3: hidden: 4 (before 2), update: 0.25", "Unit 1, step 3: hidden: 4 (before 2), update: 0.25"}
	if !slices.Equal(units, want) {
		t.Errorf("%q", units)
	}
	var words []string
	for _, l := range d.labels {
		words = append(words, l.words)
	}
	for _, name := range []string{"RNN", "GRU", "a", "b"} {
		if !slices.Contains(words, name) {
			t.Errorf("%q lacks %q", words, name)
		}
	}
}
