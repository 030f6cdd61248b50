package main

import (
	"testing"

	"nnplay/wasm/wire"
)

// autoencoderScene is a tiny one: two classes of images of 2 x 2, three codes.
func autoencoderScene() *scene {
	s := &scene{}
	s.apply(&wire.Snapshot{
		Topology: &wire.Topology{
			Architecture: "autoencoder", Inputs: 4, Classes: 2, Symbols: []string{"circle", "1"},
			Layers: []wire.Layer{{Name: "encoder/output", Units: 4}, {Name: "decoder/output", Units: 4}},
		},
		Tensors: []wire.Tensor{
			{Name: "images", Shape: []int{2, 2, 2}, F32: []float32{0, 1, 0, 1, 1, 1, 0, 0}},
			{Name: "images/class", Shape: []int{2}, F32: []float32{0, 1}},
			{Name: "reconstruction", Shape: []int{2, 2, 2}, F32: []float32{0, 1, 0, 0.5, 1, 1, 0, 0}},
			{Name: "codes", Shape: []int{3, 2}, F32: []float32{-1, -1, 0, 0.5, 7, 7}},
			{Name: "codes/class", Shape: []int{3}, F32: []float32{0, 1, 1}},
			{Name: "codes/domain", Shape: []int{4}, F32: []float32{-2, 2, -1, 1}},
			{Name: "codes/lattice", Shape: []int{2, 2, 2, 2}, U8: []uint8{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 255}},
			{Name: "walk/image", Shape: []int{2, 2}, F32: []float32{0, 0, 1, 1}},
			{Name: "walk/cell", Shape: []int{3}, F32: []float32{1, 9, 10}},
			{Name: "walk/code", Shape: []int{2}, F32: []float32{1.8, 0.7}},
		},
	})
	return s
}

// TestAutoencoderFigure asks the pairs and the plane of codes, on a desktop and
// on a phone.
func TestAutoencoderFigure(t *testing.T) {
	for _, free := range []rect{{0, 0, 760, 420}, {0, 0, 350, 440}, {0, 0, 600, 226}} {
		k := exampleKit(autoencoderScene())
		k.free = free
		k.words = dictionary{"class.circle": "Kreis"}
		d := figureAutoencoder(k)
		if len(d.spots) != 2 {
			t.Fatalf("%d spots", len(d.spots))
		}
		pairs, plane := &d.spots[0], &d.spots[1]
		if name, lines := pairs.tip(0, 0); name != "Kreis" || len(lines) != 1 || lines[0] != "Pixel error = 0.125" {
			t.Errorf("the first pair is %q, %q", name, lines)
		}
		if name, _ := plane.tip(0, 9); name != "(1.8, 0.9)" || plane.action != "walk" || !plane.live || plane.rows != 10 {
			t.Errorf("at the upper right is %q, action %q", name, plane.action)
		}
		for _, s := range d.spots {
			if s.box.x < free.x || s.box.y < free.y || s.box.x+s.box.w > free.x+free.w+0.01 || s.box.y+s.box.h > free.y+free.h+0.01 {
				t.Errorf("%v is not within %v", s.box, free)
			}
		}
		if pairs.box.y+pairs.box.h > plane.box.y && pairs.box.x+pairs.box.w > plane.box.x {
			t.Errorf("the pairs %v are on the plane %v", pairs.box, plane.box)
		}
		lattice := d.pictures[len(d.pictures)-1]
		if lattice.rows != 4 || lattice.cols != 4 || lattice.levels[15] != 102 || lattice.levels[4] != 0 || lattice.levels[5] != 1 || lattice.levels[6] != 2 {
			t.Errorf("the lattice is %+v", lattice.levels)
		}
	}
}
