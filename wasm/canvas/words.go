package main

import (
	"strconv"
	"strings"

	"nnplay/wasm/paper"
)

// title returns what stands above a column.
func (s *scene) title(d paper.Dictionary, column int) string {
	switch {
	case column == 0:
		return d.Text("group.features", "Features")
	case column == len(s.Topology.Layers):
		return d.Text("group.output", "Output")
	}
	return d.Activation(s.Topology.Layers[column-1].Activation)
}

// name returns what a unit is called.
func (s *scene) name(d paper.Dictionary, column, index int) string {
	switch {
	case column == 0:
		return s.Topology.Features[index].Symbol
	case column == len(s.Topology.Layers):
		name := d.Text("group.output", "Output")
		if s.output().Units > 1 {
			if !s.multiclass() {
				index++ // classes count from 0, as in the legend
			}
			name += " · " + strconv.Itoa(index)
		}
		return name
	}
	layer := d.Say("page.layer", "Layer {n}", "n", strconv.Itoa(column))
	return layer + " · " + strconv.Itoa(index+1)
}

// tip returns what is said of a target: its name, and its formula and numbers.
func (s *scene) tip(d paper.Dictionary, t target) (name string, lines []string) {
	switch t.kind {
	case "neuron":
		name = s.name(d, t.column, t.index)
	case "link":
		name = s.name(d, t.column, t.index) + " → " + s.name(d, t.column+1, t.to)
	}
	e := s.element(t)
	if e.parameter == "" {
		return name, nil
	}
	letter := "w"
	if t.kind == "neuron" {
		letter = "b"
		lines = append(lines, s.formula(t.column))
	}
	value := letter + " = " + paper.Number(e.value, 3)
	if e.removed {
		value = letter + " = 0 ×"
	}
	if e.frozen {
		value += " · " + d.Text("canvas.frozen", "frozen")
	}
	lines = append(lines, value)
	if e.hasGradient {
		lines = append(lines, "∂L/∂"+letter+" = "+paper.Gradient(e.gradient))
	}
	return name, lines
}

// formula returns how a neuron of a column computes its activation.
func (s *scene) formula(column int) string {
	l := s.Topology.Layers[column-1]
	sum := "Σ w·a + b"
	if l.Norm != "" && l.Norm != "none" {
		sum = "norm(" + sum + ")"
	}
	switch {
	case l.Formula != "":
		return "a = " + l.Formula + ",  x = " + sum
	case l.Activation == "softmax":
		return "a = eˣ / Σ eˣ,  x = " + sum
	}
	return "a = " + l.Activation + "(" + sum + ")"
}

// reading returns what the output panel shows at a point of the domain.
func (s *scene) reading(x, y float32) string {
	d := s.Topology.Domain
	fx, fy := (x-d[0])/(d[1]-d[0]), (d[3]-y)/(d[3]-d[2])
	if s.Topology.Inputs == 1 {
		values := []string{}
		for k := range s.output().Units {
			if c := s.curve("output", k); len(c) > 0 {
				values = append(values, paper.Number(c[paper.CellOf(fx, len(c))], 3))
			}
		}
		return paper.Number(x, 2) + " → " + strings.Join(values, ", ")
	}
	where := "(" + paper.Number(x, 2) + ", " + paper.Number(y, 2) + ")"
	levels, side := s.heat("output", 0)
	if levels == nil {
		return where
	}
	at := paper.CellOf(fy, side)*side + paper.CellOf(fx, side)
	if s.multiclass() {
		t := s.Tensors["output/heat"]
		class, _ := likeliest(t.U8, t.Shape[0], at)
		return where + " → " + strconv.Itoa(class) + " (" + strconv.Itoa(int(float32(t.U8[class*side*side+at])/2.55+0.5)) + "%)"
	}
	v := float32(levels[at])/127.5 - 1
	if s.range01() {
		v = (v + 1) / 2
	}
	return where + " → " + paper.Number(v, 2)
}

// shape returns the network's sizes, such as "2-4-2-1".
func (s *scene) shape() string {
	var parts []string
	for _, n := range s.units() {
		parts = append(parts, strconv.Itoa(n))
	}
	return strings.Join(parts, "-")
}

// describe says in words what the drawing shows.
func (s *scene) describe(d paper.Dictionary) string {
	if s.figure() != nil {
		return s.Describe(d)
	}
	if !s.ready() {
		return ""
	}
	var features, activations []string
	for _, f := range s.Topology.Features {
		features = append(features, f.Symbol)
	}
	for _, l := range s.Topology.Layers {
		activations = append(activations, d.Activation(l.Activation))
	}
	return d.Text("page.canvas", "Network") + ": " + s.shape() +
		"; " + d.Text("group.features", "Features") + ": " + strings.Join(features, ", ") +
		"; " + strings.Join(activations, ", ") +
		"; " + d.Text("page.step", "Step") + " " + strconv.FormatUint(s.Step, 10)
}
