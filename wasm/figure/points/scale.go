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
		y := f.layout.scale.Y + f.layout.scale.H/2
		x, names := f.classKeys()
		for k, name := range names {
			f.Filled(s, x[k], y, 4.4, paper.ClassCorners(k), f.Class(k, max(f.Topology.Classes, 3)))
			*labels = append(*labels, paper.Text{Words: name, X: x[k] + 9, Y: y, Size: tickSize, Color: f.Muted})
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

// keyRoom is what a class's mark needs beside its name.
const keyRoom = 20

// classKeys returns where the classes' marks stand in place of a scale, side by side, and
// what is written to the right of each: names as far as there is room for all of them,
// the longest of them being shortened.
func (f *figure) classKeys() (x []float32, names []string) {
	l, n := f.layout.scale, f.output().Units
	room := l.W + tickRoom
	if len(f.Topology.Symbols) == 0 { // numbers
		step := min(l.W/float32(n), 48)
		for k := range n {
			x = append(x, l.X+l.W/2+step*(float32(k)-(float32(n)-1)/2)-6)
			names = append(names, f.Symbol(k))
		}
		return x, names
	}
	width := func(most float32) (all float32) {
		for k := range n {
			all += min(f.MeasureMedium(f.Symbol(k), tickSize), most) + keyRoom
		}
		return all
	}
	most := room
	for most > 8 && width(most) > room {
		most -= 4
	}
	at := l.X + max(0, (l.W-width(most))/2) + 6
	for k := range n {
		x, names = append(x, at), append(names, f.fitted(f.Symbol(k), tickSize, most))
		at += min(f.MeasureMedium(f.Symbol(k), tickSize), most) + keyRoom
	}
	return x, names
}
