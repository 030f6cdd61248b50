package main

import (
	"math"
	"testing"

	"nnplay/wasm/wire"
)

// diffusionScene is one of two particles: one goes to the right in two steps,
// the other is lost.
func diffusionScene() *scene {
	nan := float32(math.NaN())
	s := &scene{}
	s.apply(&wire.Snapshot{
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
	for _, free := range []rect{{0, 0, 760, 440}, {0, 0, 350, 470}, {0, 0, 640, 270}} {
		k := exampleKit(diffusionScene())
		k.free = free
		d := figureDiffusion(k)
		network := len(d.spots) - 1 - len(stripTimes) // columns of neurons, and links
		if network != 5 && (network != 0 || free.w > 700) {
			t.Fatalf("%d spots", len(d.spots))
		}
		if network > 0 {
			if name, lines := ask(t, &d, pick{1, 2, 1}); name != "Velocity network, t → 1.2" || lines != "weight: 0.5" {
				t.Errorf("of a link it says %q, %q", name, lines)
			}
		}
		d.spots = d.spots[network:]
		if name, lines := d.spots[0].tip(1, 1); name != "(1, −1)" || len(lines) != 1 || lines[0] != "v = (0.5, 0.25)" {
			t.Errorf("at the lower right is %q, %q", name, lines)
		}
		if s := d.spots[2]; s.action != "time" || s.value != "0.25" {
			t.Errorf("the second picture leads to %s %s", s.action, s.value)
		}
		for i, s := range d.spots {
			if s.box.x < free.x || s.box.y < free.y || s.box.x+s.box.w > free.x+free.w+0.01 || s.box.y+s.box.h > free.y+free.h+0.01 {
				t.Errorf("spot %d at %v is not within %v", i, s.box, free)
			}
			if i > 0 && s.box.x+s.box.w > d.spots[0].box.x && s.box.y < d.spots[0].box.y+d.spots[0].box.h {
				t.Errorf("a small picture %v lies on the plane %v", s.box, d.spots[0].box)
			}
		}
	}
}

// TestJourney finds particles between steps, and counts those that can be found.
func TestJourney(t *testing.T) {
	k := exampleKit(diffusionScene())
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
