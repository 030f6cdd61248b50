package main

import (
	"math"
	"slices"
	"strings"
	"testing"
)

func TestNumber(t *testing.T) {
	for _, c := range []struct {
		v      float32
		digits int
		want   string
	}{
		{0, 2, "0"}, {-0.001, 2, "0"}, {1.5, 3, "1.5"}, {-6, 3, "−6"}, {100, 0, "100"}, {0.1234, 3, "0.123"},
		{2.5e7, 2, "2.50e+07"}, {float32(math.NaN()), 2, "–"}, {float32(math.Inf(-1)), 2, "–"},
	} {
		if got := number(c.v, c.digits); got != c.want {
			t.Errorf("%g with %d digits is %q, want %q", c.v, c.digits, got, c.want)
		}
	}
}

func TestTicks(t *testing.T) {
	for _, c := range []struct {
		lo, hi float32
		most   int
		want   []float32
	}{
		{-6, 6, 7, []float32{-6, -4, -2, 0, 2, 4, 6}},
		{-6, 6, 3, []float32{-5, 0, 5}},
		{-1.5, 1.5, 8, []float32{-1.5, -1, -0.5, 0, 0.5, 1, 1.5}},
		{0, 1, 6, []float32{0, 0.2, 0.4, 0.6, 0.8, 1}},
	} {
		got := ticks(c.lo, c.hi, c.most)
		if !slices.EqualFunc(got, c.want, func(a, b float32) bool { return abs(a-b) < 1e-5 }) {
			t.Errorf("%d ticks of %g to %g: %v, want %v", c.most, c.lo, c.hi, got, c.want)
		}
	}
	for _, lo := range []float32{1, 2, float32(math.NaN()), float32(math.Inf(-1))} {
		if got := ticks(lo, 1, 5); got != nil {
			t.Errorf("ticks of %g to 1: %v", lo, got)
		}
	}
}

func TestWords(t *testing.T) {
	s := exampleScene()
	german := dictionary{"page.layer": "Schicht {n}", "group.output": "Ausgabe", "option.activation.tanh": "Tangens"}
	for _, c := range []struct {
		d           dictionary
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
		if name, lines := s.tip(c.d, c.t); name != c.name || strings.Join(lines, " | ") != c.lines {
			t.Errorf("%v: %q, %q, want %q, %q", c.t, name, lines, c.name, c.lines)
		}
	}
	if got := s.title(german, 1); got != "Tangens" {
		t.Errorf("title of the hidden layer: %q", got)
	}
	if got, want := s.describe(nil), "Network: 2-3-1; Features: X₁, X₂; tanh, sigmoid; Step 7"; got != want {
		t.Errorf("description %q, want %q", got, want)
	}
	if (&scene{}).describe(nil) != "" {
		t.Error("a description of nothing")
	}
}

// TestReading reads the corners of a 2x2 picture.
func TestReading(t *testing.T) {
	s := exampleScene()
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
