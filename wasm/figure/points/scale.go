package points

import "nnplay/wasm/paper"

// shownUnit returns whose picture the panel shows: that of the output or, while it
// is pointed at, of a neuron.
func (f *figure) shownUnit() (column, unit int) {
	if f.hovered.kind == "neuron" {
		return f.hovered.column, f.hovered.index
	}
	return len(f.Topology.Layers), 0
}

// A colorScale is what the colors of the panel stand for: from one number to
// another, and what is at both ends and, between them, at 0.
type colorScale struct {
	lo, hi float32
	colors []paper.Color
	zero   float32     // where the middle one is, from 0 to 1
	of     *[2]float32 // which values -1 and 1 stand for; nil: themselves
}

// ends writes the ends of a unit's scale: numbers or, of the output, the two classes
// that have names.
func (f *figure) ends(c colorScale) (lo, hi string) {
	t := f.Topology
	switch column, _ := f.shownUnit(); {
	case c.of != nil:
		return paper.Bound(c.of[0]), paper.Bound(c.of[1])
	case column == len(t.Layers) && t.Classes == 2 && len(t.Symbols) == 2:
		room := f.layout.scale.W*0.2 + tickRoom - 10
		return f.fitted(t.Symbols[0], tickSize, room), f.fitted(t.Symbols[1], tickSize, room)
	}
	return paper.Bound(c.lo), paper.Bound(c.hi)
}

// scaleOf returns the scale of a unit's picture.
func (f *figure) scaleOf(column, unit int) colorScale {
	c := colorScale{lo: -1, hi: 1}
	if span, shape := f.Values(f.layer(column)+"/span", 2); span != nil && unit < shape[0] && shape[1] == 2 {
		c.lo, c.hi = span[2*unit], span[2*unit+1]
	}
	output := column == len(f.Topology.Layers)
	if output && len(f.Topology.Spans) > unit {
		c.of = &f.Topology.Spans[unit]
	}
	if output && f.multiclass() {
		c.colors = []paper.Color{f.Zero, f.Zero, f.Shade(unit)}
		return c
	}
	from, to := c.lo, c.hi
	if output && f.range01() { // a half is in the middle
		from, to = -1, 1
	}
	if size := max(to, -from); size > 0 {
		from, to = from/size, to/size
	}
	c.colors = []paper.Color{f.Scale(from), f.Zero, f.Scale(to)}
	if f.Topology.Discretize {
		c.colors = []paper.Color{f.Sign(from), f.Sign(from), f.Sign(to)}
	}
	if to > from {
		c.zero = paper.Clamp(-from/(to-from), 0, 1)
	}
	return c
}

// drawScale draws what the colors of the panel stand for: classes, or a scale of
// numbers.
func (f *figure) drawScale(s *paper.Shapes, labels *[]paper.Text) {
	if f.Topology.Inputs == 1 && !f.warping() {
		return
	}
	if f.multiclass() && f.hovered.kind != "neuron" {
		for k := range f.output().Units {
			x, y := f.classKey(k)
			f.Filled(s, x, y, 4.4, paper.ClassCorners(k), f.Class(k, max(f.Topology.Classes, 3)))
			*labels = append(*labels, paper.Text{Words: f.fitted(f.Symbol(k), tickSize, f.classRoom()-keyRoom), X: x + 9, Y: y, Size: tickSize, Color: f.Muted})
		}
		return
	}
	l := f.layout.scale
	bar := paper.Rect(l.X+l.W*0.2, l.Y, l.W*0.6, l.H)
	c := f.scaleOf(f.shownUnit())
	ends := [3]float32{bar.X, bar.X + c.zero*bar.W, bar.X + bar.W}
	for i := range 2 {
		left, right := f.Pale(c.colors[i]), f.Pale(c.colors[i+1])
		if f.Topology.Discretize {
			left = right
		}
		nodes := [][2]float32{{ends[i], bar.Y}, {ends[i+1], bar.Y}, {ends[i], bar.Y + bar.H}, {ends[i+1], bar.Y + bar.H}}
		s.Blend(nodes, []paper.Color{left, right, left, right}, 2)
	}
	s.Frame(bar, 0.5, 1, f.Theme.Line)
	y := bar.Y + bar.H/2
	lo, hi := f.ends(c)
	*labels = append(*labels,
		paper.Text{Words: lo, X: bar.X - 8, Y: y, Size: tickSize, Align: 1, Color: f.Muted},
		paper.Text{Words: hi, X: bar.X + bar.W + 8, Y: y, Size: tickSize, Color: f.Muted})
}

// classKey returns where a class's mark stands in place of a scale.
func (f *figure) classKey(k int) (x, y float32) {
	l := f.layout.scale
	n, step := float32(f.output().Units), f.classRoom()
	x = l.X + l.W/2 + step*(float32(k)-(n-1)/2) - 6
	if len(f.Topology.Symbols) > 0 { // a name is to the right of its mark
		x += (keyRoom - step) / 2
	}
	return x, l.Y + l.H/2
}

// keyRoom is what a class's mark needs beside its name.
const keyRoom = 20

// classRoom returns the width from one class's mark to the next.
func (f *figure) classRoom() float32 {
	widest := float32(28)
	for _, name := range f.Topology.Symbols {
		widest = max(widest, f.MeasureMedium(name, tickSize)+4)
	}
	return min(f.layout.scale.W/float32(f.output().Units), widest+keyRoom)
}
