package autoencoder

import (
	"slices"
	"testing"

	"nnplay/wasm/paper"
	"nnplay/wasm/paper/papertest"
	"nnplay/wasm/wire"
)

// autoencoderScene is a tiny one: two classes of images of 2 x 2, three codes.
func autoencoderScene() *paper.Scene {
	s := &paper.Scene{}
	s.Apply(&wire.Snapshot{
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
	for _, free := range []paper.Rectangle{paper.Rect(0, 0, 760, 420), paper.Rect(0, 0, 350, 440), paper.Rect(0, 0, 600, 226)} {
		k := figure{papertest.Kit(autoencoderScene())}
		k.Free = free
		k.Words = paper.Dictionary{"class.circle": "Kreis"}
		d := draw(k.Kit)
		var said []string
		for _, l := range d.Labels {
			said = append(said, l.Words)
		}
		for _, words := range []string{"image codes", "decoded there", "marked point"} {
			if slices.Contains(said, words) != (free.H > 300) {
				t.Errorf("in %v the legend says %q", free, said)
			}
		}
		if len(d.Spots) != 2 {
			t.Fatalf("%d spots", len(d.Spots))
		}
		pairs, plane := &d.Spots[0], &d.Spots[1]
		if name, lines := pairs.Tip(0, 0); name != "Kreis" || len(lines) != 1 || lines[0] != "Pixel error = 0.125" {
			t.Errorf("the first pair is %q, %q", name, lines)
		}
		if name, _ := plane.Tip(0, 9); name != "(1.8, 0.9)" || plane.Action != "walk" || !plane.Live || plane.Rows != 10 {
			t.Errorf("at the upper right is %q, action %q", name, plane.Action)
		}
		for _, s := range d.Spots {
			if s.Box.X < free.X || s.Box.Y < free.Y || s.Box.X+s.Box.W > free.X+free.W+0.01 || s.Box.Y+s.Box.H > free.Y+free.H+0.01 {
				t.Errorf("%v is not within %v", s.Box, free)
			}
		}
		if pairs.Box.Y+pairs.Box.H > plane.Box.Y && pairs.Box.X+pairs.Box.W > plane.Box.X {
			t.Errorf("the pairs %v are on the plane %v", pairs.Box, plane.Box)
		}
		lattice := d.Pictures[len(d.Pictures)-1]
		if lattice.Rows != 4 || lattice.Cols != 4 || lattice.Levels[15] != 102 || lattice.Levels[4] != 0 || lattice.Levels[5] != 1 || lattice.Levels[6] != 2 {
			t.Errorf("the lattice is %+v", lattice.Levels)
		}
	}
}
