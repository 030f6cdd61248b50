package points

import (
	"strings"
	"testing"

	"nnplay/wasm/paper"
)

func TestTips(t *testing.T) {
	s := example()
	german := paper.Dictionary{"page.layer": "Schicht {n}", "group.output": "Ausgabe", "option.activation.tanh": "Tangens"}
	for _, c := range []struct {
		d           paper.Dictionary
		t           target
		name, lines string
	}{
		{nil, target{kind: "neuron", column: 0, index: 1}, "X₂", ""},
		{german, target{kind: "neuron", column: 1, index: 2}, "Schicht 1 · 3", "a = tanh(Σ w·a + b) | b = 9"},
		{german, target{kind: "link", column: 0, index: 1, to: 2}, "X₂ → Schicht 1 · 3", "w = 6"},
		{nil, target{kind: "link", column: 0, index: 1, to: 1}, "X₂ → Layer 1 · 2", "w = 0 ×"},
		{german, target{kind: "neuron", column: 2}, "Ausgabe", "a = sigmoid(Σ w·a + b) | b = −0.5"},
		{nil, target{kind: "output"}, "", ""},
	} {
		s.Words = c.d
		if name, lines := s.tip(c.t); name != c.name || strings.Join(lines, " | ") != c.lines {
			t.Errorf("%v: %q, %q, want %q, %q", c.t, name, lines, c.name, c.lines)
		}
	}
	s.Words = german
	if got := s.title(1); got != "Tangens" {
		t.Errorf("title of the hidden layer: %q", got)
	}
	if got, want := describe(s.Scene, nil), "Network: 2-3-1; Features: X₁, X₂; tanh, sigmoid; Step 7"; got != want {
		t.Errorf("description %q, want %q", got, want)
	}
	if describe(&paper.Scene{}, nil) != "" {
		t.Error("a description of nothing")
	}
}

// TestReading reads the corners of a 2x2 picture.
func TestReading(t *testing.T) {
	s := example()
	for _, c := range []struct {
		x, y float32
		want string
	}{
		{-5, 5, "(−5, 5) → 0"}, {5, 5, "(5, 5) → 0.2"}, {-6, -6, "(−6, −6) → 0.4"}, {6, -6, "(6, −6) → 1"},
	} {
		if got := s.reading(c.x, c.y); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}
