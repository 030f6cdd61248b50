package main

import (
	"math"
	"strconv"
	"strings"
)

// A dictionary holds the page's texts by key.
type dictionary map[string]string

// text returns the text of a key, or what is given for want of it.
func (d dictionary) text(key, fallback string) string {
	if s, ok := d[key]; ok && s != "" {
		return s
	}
	return fallback
}

// say fills the {places} of a text.
func (d dictionary) say(key, fallback string, args ...string) string {
	s := d.text(key, fallback)
	for i := 0; i+1 < len(args); i += 2 {
		s = strings.ReplaceAll(s, "{"+args[i]+"}", args[i+1])
	}
	return s
}

// activation returns the name of an activation.
func (d dictionary) activation(name string) string {
	return d.text("option.activation."+name, d.text("option.outputActivation."+name, name))
}

// title returns what stands above a column.
func (s *scene) title(d dictionary, column int) string {
	switch {
	case column == 0:
		return d.text("group.features", "Features")
	case column == len(s.topology.Layers):
		return d.text("group.output", "Output")
	}
	return d.activation(s.topology.Layers[column-1].Activation)
}

// name returns what a unit is called.
func (s *scene) name(d dictionary, column, index int) string {
	switch {
	case column == 0:
		return s.topology.Features[index].Symbol
	case column == len(s.topology.Layers):
		name := d.text("group.output", "Output")
		if s.output().Units > 1 {
			if !s.multiclass() {
				index++ // classes count from 0, as in the legend
			}
			name += " · " + strconv.Itoa(index)
		}
		return name
	}
	layer := d.say("page.layer", "Layer {n}", "n", strconv.Itoa(column))
	return layer + " · " + strconv.Itoa(index+1)
}

// tip returns what is said of a target: its name, and its formula and numbers.
func (s *scene) tip(d dictionary, t target) (name string, lines []string) {
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
	value := letter + " = " + number(e.value, 3)
	if e.removed {
		value = letter + " = 0 ×"
	}
	if e.frozen {
		value += " · " + d.text("canvas.frozen", "frozen")
	}
	lines = append(lines, value)
	if e.hasGradient {
		lines = append(lines, "∂L/∂"+letter+" = "+gradient(e.gradient))
	}
	return name, lines
}

// formula returns how a neuron of a column computes its activation.
func (s *scene) formula(column int) string {
	l := s.topology.Layers[column-1]
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

// gradient writes a number that may be very small.
func gradient(v float32) string {
	if size := abs(v); size > 0 && size < 1e-3 {
		text := strings.Replace(strconv.FormatFloat(float64(size), 'e', 1, 32), "e-0", "e-", 1)
		if v < 0 {
			return "−" + text
		}
		return text
	}
	return number(v, 4)
}

// reading returns what the output panel shows at a point of the domain.
func (s *scene) reading(x, y float32) string {
	d := s.topology.Domain
	fx, fy := (x-d[0])/(d[1]-d[0]), (d[3]-y)/(d[3]-d[2])
	if s.topology.Inputs == 1 {
		values := []string{}
		for k := range s.output().Units {
			if c := s.curve("output", k); len(c) > 0 {
				values = append(values, number(c[cellOf(fx, len(c))], 3))
			}
		}
		return number(x, 2) + " → " + strings.Join(values, ", ")
	}
	where := "(" + number(x, 2) + ", " + number(y, 2) + ")"
	levels, side := s.heat("output", 0)
	if levels == nil {
		return where
	}
	at := cellOf(fy, side)*side + cellOf(fx, side)
	if s.multiclass() {
		t := s.tensors["output/heat"]
		class, _ := likeliest(t.U8, t.Shape[0], at)
		return where + " → " + strconv.Itoa(class) + " (" + strconv.Itoa(int(float32(t.U8[class*side*side+at])/2.55+0.5)) + "%)"
	}
	v := float32(levels[at])/127.5 - 1
	if s.range01() {
		v = (v + 1) / 2
	}
	return where + " → " + number(v, 2)
}

// cellOf returns which of n cells a fraction of 0 .. 1 falls into.
func cellOf(f float32, n int) int { return int(clamp(f*float32(n), 0, float32(n-1))) }

// shape returns the network's sizes, such as "2-4-2-1".
func (s *scene) shape() string {
	var parts []string
	for _, n := range s.units() {
		parts = append(parts, strconv.Itoa(n))
	}
	return strings.Join(parts, "-")
}

// describe says in words what the drawing shows.
func (s *scene) describe(d dictionary) string {
	if s.figure() != nil {
		return s.describeFigure(d)
	}
	if !s.ready() {
		return ""
	}
	var features, activations []string
	for _, f := range s.topology.Features {
		features = append(features, f.Symbol)
	}
	for _, l := range s.topology.Layers {
		activations = append(activations, d.activation(l.Activation))
	}
	return d.text("page.canvas", "Network") + ": " + s.shape() +
		"; " + d.text("group.features", "Features") + ": " + strings.Join(features, ", ") +
		"; " + strings.Join(activations, ", ") +
		"; " + d.text("page.step", "Step") + " " + strconv.FormatUint(s.step, 10)
}

// describeFigure names the architecture and its layers.
func (s *scene) describeFigure(d dictionary) string {
	name := s.topology.Architecture
	parts := []string{d.text("page.canvas", "Network") + ": " + d.text("option.architecture."+name, name)}
	for _, l := range s.topology.Layers {
		size := strconv.Itoa(l.Units)
		if len(l.Shape) > 0 {
			var dims []string
			for _, n := range l.Shape {
				dims = append(dims, strconv.Itoa(n))
			}
			size = strings.Join(dims, "×")
		}
		parts = append(parts, l.Name+" "+size)
	}
	return strings.Join(append(parts, d.text("page.step", "Step")+" "+strconv.FormatUint(s.step, 10)), "; ")
}

// number writes a number with at most so many digits after the point, and a
// true minus sign.
func number(v float32, digits int) string {
	if v != v || math.IsInf(float64(v), 0) {
		return "–"
	}
	size := abs(v)
	s := strconv.FormatFloat(float64(size), 'f', digits, 32)
	if size >= 1e5 {
		s = strconv.FormatFloat(float64(size), 'e', 2, 32)
	} else if strings.Contains(s, ".") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	if v < 0 && s != "0" {
		return "−" + s
	}
	return s
}

// shortened returns a name of so many characters at most.
func shortened(name string, most int) string {
	letters := []rune(name)
	if len(letters) <= most {
		return name
	}
	if most < 4 {
		return string(letters[:most])
	}
	return string(letters[:most-1]) + "…"
}

// vector writes the first few numbers of a vector.
func vector(v []float32, digits int) string {
	const most = 8
	var parts []string
	for _, x := range v[:min(len(v), most)] {
		parts = append(parts, number(x, digits))
	}
	if len(v) > most {
		parts = append(parts, "…")
	}
	return "(" + strings.Join(parts, ", ") + ")"
}

// ticks returns round numbers of lo .. hi, at most so many.
func ticks(lo, hi float32, most int) []float32 {
	if !(hi > lo) || most < 1 || math.IsInf(float64(hi-lo), 0) {
		return nil
	}
	power := math.Pow(10, math.Floor(math.Log10(float64(hi-lo)/float64(most))))
	for {
		for _, m := range []float64{1, 2, 5} {
			step := m * power
			first, last := math.Ceil(float64(lo)/step-1e-6), math.Floor(float64(hi)/step+1e-6)
			if int(last-first)+1 > most {
				continue
			}
			var at []float32
			for k := first; k <= last; k++ {
				at = append(at, float32(k*step))
			}
			return at
		}
		power *= 10
	}
}
