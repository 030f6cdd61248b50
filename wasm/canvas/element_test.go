package main

import (
	"testing"

	"nnplay/wasm/wire"
)

func TestElement(t *testing.T) {
	s := exampleScene()
	s.Apply(&wire.Snapshot{Tensors: []wire.Tensor{
		{Name: "hidden1/weight/gradient", Shape: []int{2, 3}, F32: []float32{0, 0, 0, 0, 0, -0.25}},
		{Name: "hidden1/weight/frozen", Shape: []int{2, 3}, U8: []uint8{0, 0, 0, 0, 0, 1}},
		{Name: "hidden1/weight/alive", Shape: []int{2, 3}, U8: []uint8{1, 1, 1, 1, 0, 1}},
	}})
	for _, c := range []struct {
		t    target
		want element
	}{
		{target{kind: "neuron", column: 0, index: 1}, element{}},
		{target{kind: "neuron", column: 1, index: 2}, element{parameter: "hidden1/bias", index: 2, value: 9}},
		{target{kind: "neuron", column: 1, index: 3}, element{}},
		{target{"link", 0, 1, 2}, element{parameter: "hidden1/weight", index: 5, value: 6, gradient: -0.25, hasGradient: true, frozen: true}},
		{target{"link", 0, 1, 1}, element{parameter: "hidden1/weight", index: 4, value: 5, hasGradient: true, removed: true}},
		{target{"link", 0, 2, 0}, element{}},
		{target{kind: "output"}, element{}},
		{target{}, element{}},
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
	s := exampleScene()
	units := s.units()
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
