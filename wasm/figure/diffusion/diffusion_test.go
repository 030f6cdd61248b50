package diffusion

import (
	"math"
	"testing"

	"nnplay/wasm/paper"
	"nnplay/wasm/paper/papertest"
	"nnplay/wasm/wire"
)

// diffusionScene is one of two particles: one goes to the right in two steps,
// the other is lost.
func diffusionScene() *paper.Scene {
	nan := float32(math.NaN())
	s := &paper.Scene{}
	s.Apply(&wire.Snapshot{
		Topology: &wire.Topology{
			Architecture: "diffusion", Inputs: 3, Domain: [4]float32{-2, 2, -2, 2},
			Layers: []wire.Layer{{Name: "velocity/hidden1", Units: 2}, {Name: "velocity/output", Units: 2}},
		},
		Tensors: []wire.Tensor{
			{Name: "real", Shape: []int{1, 2}, F32: []float32{1, 1}},
			{Name: "trajectory", Shape: []int{3, 2, 2}, F32: []float32{-1, 0, nan, nan, 0, 0, nan, nan, 1, 1, nan, nan}},
			{Name: "velocity/grid", Shape: []int{2, 2, 2}, F32: []float32{1, 0, 0, -1, nan, nan, 0.5, 0.25}},
			{Name: "velocity/hidden1/weight", Shape: []int{3, 2}, F32: []float32{0, 0, 0, 0, 0, 0.5}},
			{Name: "velocity/output/weight", Shape: []int{2, 2}, F32: []float32{1, 2, 3, nan}},
			{Name: "time", Shape: []int{1}, F32: []float32{0.75}},
		},
	})
	return s
}

// TestDiffusionFigure asks for velocities and goes to another time.
func TestDiffusionFigure(t *testing.T) {
	for _, free := range []paper.Rectangle{paper.Rect(0, 0, 760, 440), paper.Rect(0, 0, 350, 470), paper.Rect(0, 0, 640, 270)} {
		k := figure{papertest.Kit(diffusionScene())}
		k.Free = free
		d := draw(k.Kit)
		words := map[string]bool{}
		for _, l := range d.Labels {
			words[l.Words] = true
		}
		for _, mark := range []string{"data", "particles", "way so far", "velocity"} {
			if !words[mark] {
				t.Errorf("in %v the legend does not say %q", free, mark)
			}
		}
		network := len(d.Spots) - 1 - len(stripTimes) // columns of neurons, and links
		if network != 5 && (network != 0 || free.W > 700) {
			t.Fatalf("%d spots", len(d.Spots))
		}
		if flows := words["forward pass"] && words["backward pass"]; network > 0 && !flows {
			t.Errorf("in %v the legend does not say what runs along the links", free)
		}
		if network > 0 {
			if name, lines := papertest.Ask(t, &d, paper.Pick{Spot: 1, Row: 2, Col: 1}); name != "Velocity network, t → 1.2" || lines != "weight: 0.5" {
				t.Errorf("of a link it says %q, %q", name, lines)
			}
		}
		d.Spots = d.Spots[network:]
		if name, lines := d.Spots[0].Tip(1, 1); name != "(1, −1)" || len(lines) != 1 || lines[0] != "v = (0.5, 0.25)" {
			t.Errorf("at the lower right is %q, %q", name, lines)
		}
		if s := d.Spots[2]; s.Action != "time" || s.Value != "0.25" {
			t.Errorf("the second picture leads to %s %s", s.Action, s.Value)
		}
		for i, s := range d.Spots {
			if s.Box.X < free.X || s.Box.Y < free.Y || s.Box.X+s.Box.W > free.X+free.W+0.01 || s.Box.Y+s.Box.H > free.Y+free.H+0.01 {
				t.Errorf("spot %d at %v is not within %v", i, s.Box, free)
			}
			if i > 0 && s.Box.X+s.Box.W > d.Spots[0].Box.X && s.Box.Y < d.Spots[0].Box.Y+d.Spots[0].Box.H {
				t.Errorf("a small picture %v lies on the plane %v", s.Box, d.Spots[0].Box)
			}
		}
	}
}

// TestJourney finds particles between steps, and counts those that can be found.
func TestJourney(t *testing.T) {
	k := figure{papertest.Kit(diffusionScene())}
	j := k.journey()
	for time, want := range map[float32][2]float32{0: {-1, 0}, 0.25: {-0.5, 0}, 0.5: {0, 0}, 0.75: {0.5, 0.5}, 1: {1, 1}} {
		if x, y := j.at(0, time); x != want[0] || y != want[1] {
			t.Errorf("at %v it is at (%v, %v), want %v", time, x, y, want)
		}
	}
	var sum float32
	for _, v := range k.density(&j, 0.5) {
		sum += v
	}
	if at := stripSide / 2; sum != 16 || k.density(&j, 0.5)[at*stripSide+at] != 4 {
		t.Errorf("a particle in the middle counts %v", sum)
	}
}
