package points

import (
	"testing"

	"nnplay/wasm/paper"
	"nnplay/wasm/wire"
)

func TestElement(t *testing.T) {
	s := example()
	for _, tensor := range []wire.Tensor{
		{Name: "hidden1/weight/gradient", Shape: []int{2, 3}, F32: []float32{0, 0, 0, 0, 0, -0.25}},
		{Name: "hidden1/weight/frozen", Shape: []int{2, 3}, U8: []uint8{0, 0, 0, 0, 0, 1}},
		{Name: "hidden1/weight/alive", Shape: []int{2, 3}, U8: []uint8{1, 1, 1, 1, 0, 1}},
	} {
		s.Tensors[tensor.Name] = tensor
	}
	for _, c := range []struct {
		t    target
		want paper.Element
	}{
		{target{kind: "neuron", column: 0, index: 1}, paper.Element{}},
		{target{kind: "neuron", column: 1, index: 2}, paper.Element{Parameter: "hidden1/bias", Index: 2, Value: 9}},
		{target{kind: "neuron", column: 1, index: 3}, paper.Element{}},
		{target{"link", 0, 1, 2}, paper.Element{Parameter: "hidden1/weight", Index: 5, Value: 6, Gradient: -0.25, HasGradient: true, Frozen: true}},
		{target{"link", 0, 1, 1}, paper.Element{Parameter: "hidden1/weight", Index: 4, Value: 5, HasGradient: true, Removed: true}},
		{target{"link", 0, 2, 0}, paper.Element{}},
		{target{kind: "output"}, paper.Element{}},
		{target{}, paper.Element{}},
	} {
		if got := s.element(c.t); got != c.want {
			t.Errorf("%v: %+v, want %+v", c.t, got, c.want)
		}
	}
	for _, c := range []struct {
		t    target
		want bool
	}{
		{target{}, false}, {target{kind: "output"}, true}, {target{kind: "neuron", column: 2}, true}, {target{kind: "neuron", column: 3}, false},
		{target{kind: "neuron", column: 2, index: 1}, false}, {target{"link", 1, 2, 0}, true}, {target{"link", 2, 0, 0}, false}, {target{"link", -1, 0, 0}, false},
	} {
		if got := s.has(c.t); got != c.want {
			t.Errorf("%v is in the network: %v", c.t, got)
		}
	}
}

// TestMoved walks by keyboard from anywhere by any key: it stays within the
// network, and every neuron and link is reached.
func TestMoved(t *testing.T) {
	s := example()
	s.arrange(&paper.Drawing{})
	units := s.way()
	seen := map[target]bool{}
	ways := []target{target{}.moved("ArrowDown", units)}
	for len(ways) > 0 {
		at := ways[0]
		ways = ways[1:]
		if seen[at] {
			continue
		}
		seen[at] = true
		if !s.has(at) {
			t.Fatalf("%v is not in the network", at)
		}
		for _, key := range []string{"ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Home", "End", "x"} {
			ways = append(ways, at.moved(key, units))
		}
	}
	if want := 2 + 3 + 1 + 2*3 + 3*1 + 1; len(seen) != want {
		t.Errorf("%d of %d are reached", len(seen), want)
	}
	if got := (target{kind: "neuron", column: 0, index: 1}).moved("ArrowRight", units); got != (target{"link", 0, 1, 1}) {
		t.Errorf("to the right of the second feature is %v", got)
	}
}

// TestSpots finds every part of the network where it is drawn, and by keyboard: what
// a spot says it is, is what is shown while it is asked.
func TestSpots(t *testing.T) {
	f := example()
	f.Tensors["output/weight"] = wire.Tensor{Shape: []int{3, 1}, F32: []float32{1, -1, 1}}
	d := draw(f.Kit)
	f.arrange(&paper.Drawing{})
	for _, want := range []target{
		{kind: "neuron"}, {kind: "neuron", column: 1, index: 2}, {kind: "neuron", column: 2}, {"link", 0, 1, 2}, {"link", 1, 0, 0},
	} {
		p := f.pick(want)
		s := d.SpotOf(p)
		x, y := s.CellBox(p.Row, p.Col).Center()
		if got := d.PickAt(x, y); got != p {
			t.Errorf("%v is at %+v, and there is %+v", want, p, got)
		}
		f.Pointed = s.Shows(p.Row, p.Col)
		if got := f.pointed(); got != want {
			t.Errorf("%v is shown as %v", want, got)
		}
		if part := s.Part(p.Row, p.Col); part != f.part(want) {
			t.Errorf("%v is %+v", want, part)
		}
	}
	x, y := f.layout.panel.Center()
	p := d.PickAt(x, y)
	if s := d.SpotOf(p); s.Part(0, 0).Kind != "output" || s.Read(x, y) != "(0, 0) → 0.4" {
		t.Errorf("in the middle is %+v: %s", s.Part(0, 0), s.Read(x, y))
	}
	// Right from the output is the panel's middle; left out of the panel, the output.
	p = d.Moved(f.pick(target{kind: "neuron", column: 2}), "ArrowRight")
	if s := d.SpotOf(p); s == nil || p != (paper.Pick{Row: 20, Col: 20}) || s.CellBox(20, 20) != paper.Rect(x, y, 0, 0) {
		t.Errorf("right of the output is %+v", p)
	}
	for range 21 {
		p = d.Moved(p, "ArrowLeft")
	}
	if p != f.pick(target{kind: "neuron", column: 2}) {
		t.Errorf("left of the panel is %+v", p)
	}
	f.Pointed = "neuron 1 7 0"
	if f.pointed() != (target{}) {
		t.Error("a neuron that is not there is pointed at")
	}
}
