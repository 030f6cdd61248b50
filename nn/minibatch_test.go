package nn

import (
	"slices"
	"testing"

	"nnplay/nn/program"
)

// TestMinibatches gathers rows of two tensors through a pass, in its order.
func TestMinibatches(t *testing.T) {
	mem := NewMemory()
	g := mem.Graph("step")
	batches := g.Minibatches(5, 2)
	x := batches.Rows(g.Input("x", 5, 2)).Named("minibatch/x")
	y := batches.Rows(g.Input("y", 5, 1)).Named("minibatch/y")
	batches.Advance()
	unit := mem.Link()
	arena := unit.NewArena()
	copy(unit.Slice(arena, Order), []float32{4, 0, 3, 1, 2})
	copy(unit.Slice(arena, "x"), []float32{0, 10, 1, 11, 2, 12, 3, 13, 4, 14})
	copy(unit.Slice(arena, "y"), []float32{20, 21, 22, 23, 24})
	run := program.NewInterpreter(arena)
	for i, want := range [][2][]float32{
		{{4, 14, 0, 10}, {24, 20}},
		{{3, 13, 1, 11}, {23, 21}},
	} {
		run.Run(unit.Programs["step"], 1)
		if gotX, gotY := unit.Tensor(arena, x), unit.Tensor(arena, y); !slices.Equal(gotX, want[0]) || !slices.Equal(gotY, want[1]) {
			t.Errorf("minibatch %d is %v and %v, want %v", i, gotX, gotY, want)
		}
	}
	if at := unit.Slice(arena, Cursor)[0]; at != 4 {
		t.Errorf("%v samples have been trained on, want 4", at)
	}
}

// TestMinibatchLayout holds the inputs and the instructions to what they are by
// hand: saved runs tell layouts apart by names and shapes, and links promise the
// bits that these instructions give.
func TestMinibatchLayout(t *testing.T) {
	record := func(f func(g *Graph)) *Unit {
		mem := NewMemory()
		f(mem.Graph("step"))
		return mem.Link()
	}
	byHand := record(func(g *Graph) {
		order, cursor := g.Input("order", 6), g.Input("cursor")
		x := g.Input("x", 6, 3).Rows(order, cursor, 2)
		y := g.Input("y", 6, 1).Rows(order, cursor, 2)
		x.Sum(1).Sub(y).Named("loss")
		g.Assign(cursor, cursor.Plus(2))
		g.Tick()
	})
	recorded := record(func(g *Graph) {
		batches := g.Minibatches(6, 2)
		x, y := batches.Rows(g.Input("x", 6, 3)), batches.Rows(g.Input("y", 6, 1))
		x.Sum(1).Sub(y).Named("loss")
		batches.Advance()
		g.Tick()
	})
	if a, b := byHand.Layout(), recorded.Layout(); a != b {
		t.Errorf("the layout is %x, by hand %x", b, a)
	}
	if a, b := byHand.Programs["step"].Code, recorded.Programs["step"].Code; !slices.Equal(a, b) {
		t.Errorf("the instructions are %v, by hand %v", b, a)
	}
	if byHand.Size != recorded.Size {
		t.Errorf("the arena has %d elements, by hand %d", recorded.Size, byHand.Size)
	}
}
