package points

import (
	"slices"
	"strings"
	"testing"

	"nnplay/wasm/paper"
	"nnplay/wasm/paper/papertest"
	"nnplay/wasm/wire"
)

// wide is the figure of a network 2-24-24-1 whose weights all differ, the later ones
// being larger.
func wide(width, height float32) *figure {
	scene := &paper.Scene{}
	layers := []wire.Layer{{Name: "hidden1", Units: 24, Activation: "tanh"}, {Name: "hidden2", Units: 24, Activation: "tanh"}, {Name: "output", Units: 1, Activation: "sigmoid"}}
	snapshot := &wire.Snapshot{Topology: &wire.Topology{
		Problem: "classification", Inputs: 2, Classes: 2, Domain: [4]float32{-6, 6, -6, 6},
		Features: []wire.Feature{{Name: "x", Symbol: "X₁"}, {Name: "y", Symbol: "X₂"}}, Layers: layers,
	}}
	in := 2
	for _, l := range layers {
		w := make([]float32, in*l.Units)
		for i := range w {
			w[i] = float32(i+1) / float32(len(w))
		}
		snapshot.Tensors = append(snapshot.Tensors,
			wire.Tensor{Name: l.Name + "/weight", Shape: []int{in, l.Units}, F32: w},
			wire.Tensor{Name: l.Name + "/bias", Shape: []int{l.Units}, F32: make([]float32, l.Units)},
			wire.Tensor{Name: l.Name + "/heat", Shape: []int{l.Units, 2, 2}, U8: make([]uint8, 4*l.Units)})
		in = l.Units
	}
	scene.Apply(snapshot)
	return &figure{Kit: papertest.KitOf(scene, width, height, 1)}
}

// drawnLinks counts the links of a drawing.
func drawnLinks(d *paper.Drawing) (n int) {
	for _, s := range d.Under {
		if s.Kind == paper.Beads {
			n++
		}
	}
	return n
}

// TestWide draws two layers of 24: twelve units of each with a tile that says how many
// others there are, and few links but for a unit that is pointed at.
func TestWide(t *testing.T) {
	f := wide(900, 560)
	d := draw(f.Kit)
	if n := len(d.Heats); n != 12+12+1 { // of the two layers, and of the output
		t.Errorf("%d heat maps", n)
	}
	var more []string
	for _, l := range d.Still.Draw().Labels {
		if strings.HasPrefix(l.Words, "+") {
			more = append(more, l.Words)
		}
	}
	if !slices.Equal(more, []string{"+12", "+12"}) {
		t.Errorf("the others are %q", more)
	}
	if got := d.Strips["hidden1"]; !slices.Equal(got, []int{12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23}) {
		t.Errorf("the most influential units are %v", got)
	}
	// 2·12 + 12·12 + 12 links: 12, 15% of 144, and 12.
	if n := drawnLinks(&d); n != 12+22+12 {
		t.Errorf("%d links are drawn", n)
	}
	before := drawnLinks(&d)
	f.Pointed = (target{kind: "neuron", column: 1, index: 12}).shown() // the weakest
	hovered := draw(f.Kit)
	touching := 0
	f.hovered = f.pointed()
	f.arrange(&paper.Drawing{})
	f.eachLink(func(c, i, j int, _ float32, _ bool) {
		if f.hovered.touches(c, i, j) {
			touching++
		}
	})
	if n := drawnLinks(&hovered); touching != 2+12 || n < before+8 || n > before+touching {
		t.Errorf("of a unit with %d links %d are drawn, with %d others", touching, n-before, before)
	}
}

// TestWideWalk reaches every unit of a wide layer by keyboard, and by pointer: those
// that are shown, and by the tile below them the others.
func TestWideWalk(t *testing.T) {
	for _, size := range [][2]float32{{900, 560}, {390, 560}, {300, 250}} {
		f := wide(size[0], size[1])
		seen := map[int]bool{}
		for range 30 {
			d := draw(f.Kit)
			f.arrange(&paper.Drawing{})
			p := f.pick(target{kind: "neuron", column: 1, index: f.way().shown[1][0]})
			for d.SpotOf(p).Turn == nil {
				s := d.SpotOf(p)
				part := s.Part(p.Row, p.Col)
				if part.Layer != "hidden1" || part.Parameter != "hidden1/bias" || part.Index != part.Unit {
					t.Fatalf("%v: down the first layer is %+v", size, part)
				}
				x, y := s.CellBox(p.Row, p.Col).Center()
				if got := d.PickAt(x, y); got != p {
					t.Errorf("%v: unit %d is at %+v, and there is %+v", size, part.Unit, p, got)
				}
				seen[part.Unit] = true
				p = d.Moved(p, "ArrowDown")
			}
			s := d.SpotOf(p)
			x, y := s.Box.Center()
			if got := d.PickAt(x, y); got != p {
				t.Errorf("%v: the tile for the others is at %+v, and there is %+v", size, p, got)
			}
			if name, _ := s.Tip(0, 0); !strings.Contains(name, "of 24 units are not shown") {
				t.Errorf("%v: of the others it says %q", size, name)
			}
			s.Turn(f.View, 0, 0)
		}
		if len(seen) != 24 {
			t.Errorf("%v: %d of 24 units are reached", size, len(seen))
		}
	}
}

// TestPlaneShown holds that the features on a table's axes are among those that are
// shown, whatever they count for.
func TestPlaneShown(t *testing.T) {
	f := wide(900, 560)
	topology := *f.Topology
	topology.Features, topology.Plane = nil, []int{1, 0}
	topology.Features = slices.Repeat([]wire.Feature{{Name: "f", Symbol: "f"}}, 30)
	f.Topology = &topology
	w := make([]float32, 30*24)
	for i := range w {
		w[i] = float32(i)
	}
	f.Tensors["hidden1/weight"] = wire.Tensor{Name: "hidden1/weight", Shape: []int{30, 24}, F32: w}
	f.arrange(&paper.Drawing{})
	if !placed(f.layout.columns[0][0]) || !placed(f.layout.columns[0][1]) || placed(f.layout.columns[0][2]) {
		t.Error("the features on the axes are not shown, or all are")
	}
}
