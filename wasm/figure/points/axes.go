package points

import (
	"strconv"

	"nnplay/wasm/paper"
)

// Sizes of texts, in CSS pixels.
const (
	nameSize  = 14
	titleSize = 12
	tickSize  = 11
)

// drawAxes draws the panel's frame and ticks, and the scale of colors.
func (f *figure) drawAxes(s *paper.Shapes) {
	panel := f.layout.panel
	s.Frame(panel, panelCorners, 1, f.Theme.Line)
	for _, x := range f.ticksX() {
		s.Line([][2]float32{{x.at, panel.Y + panel.H + 1}, {x.at, panel.Y + panel.H + 5}}, 1, f.Theme.Line)
	}
	for _, y := range f.ticksY() {
		s.Line([][2]float32{{panel.X + panel.W + 1, y.at}, {panel.X + panel.W + 5, y.at}}, 1, f.Theme.Line)
	}
	if f.Topology.Inputs == 1 && !f.warping() {
		return
	}
	l := f.layout.legend
	if f.multiclass() {
		for k := range f.output().Units {
			x, y := f.classKey(k)
			s.Dot(x, y, 5, paper.ClassCorners(k), f.Class(k, max(f.Topology.Classes, 3)))
		}
		return
	}
	bar := paper.Rect(l.X+l.W*0.15, l.Y, l.W*0.7, l.H)
	const pieces = 64
	for k := range pieces {
		a, b := float32(k)/pieces, float32(k+1)/pieces
		c := f.Scale(a + b - 1)
		if f.Topology.Discretize {
			c = f.Sign(a + b - 1)
		}
		s.Bar(paper.Rect(bar.X+a*bar.W, bar.Y, (b-a)*bar.W, bar.H), c)
	}
	s.Frame(bar, 0.5, 1, f.Theme.Line)
}

// classKey returns where a class's mark stands in the legend.
func (f *figure) classKey(k int) (x, y float32) {
	l := f.layout.legend
	n := float32(f.output().Units)
	step := min(l.W/n, 48)
	return l.X + l.W/2 + step*(float32(k)-(n-1)/2) - 6, l.Y + l.H/2
}

// axes returns the ranges of the panel's axes.
func (f *figure) axes() [4]float32 {
	if d, ok := f.warpedAxes(); ok {
		return d
	}
	return f.Topology.Domain
}

// A tick is a number of an axis and where it stands.
type tick struct{ value, at float32 }

func (f *figure) ticksX() (out []tick) {
	d, panel := f.axes(), f.layout.panel
	for _, v := range paper.Ticks(d[0], d[1], int(paper.Clamp(panel.W/36, 3, 8))) {
		out = append(out, tick{v, panel.X + (v-d[0])/(d[1]-d[0])*panel.W})
	}
	return out
}

func (f *figure) ticksY() (out []tick) {
	d, panel := f.axes(), f.layout.panel
	for _, v := range paper.Ticks(d[2], d[3], int(paper.Clamp(panel.H/32, 3, 8))) {
		out = append(out, tick{v, panel.Y + (d[3]-v)/(d[3]-d[2])*panel.H})
	}
	return out
}

// writeLabels writes the names of columns and features, and the axes' numbers.
func (f *figure) writeLabels(s *paper.Sheet) {
	f.writeTitles(s)
	columns := f.layout.columns
	f.writeMore(s)
	if f.layout.tile >= namedTile {
		for i, r := range columns[0] {
			if !placed(r) {
				continue
			}
			s.Labels = append(s.Labels, paper.Text{Words: f.Topology.Features[i].Symbol, X: r.X - nameGap, Y: r.Y + r.H/2, Size: nameSize, Align: 1, Medium: true, Color: f.Ink})
		}
	}
	panel := f.layout.panel
	for _, x := range f.ticksX() {
		s.Labels = append(s.Labels, paper.Text{Words: paper.Number(x.value, 3), X: x.at, Y: panel.Y + panel.H + 15, Size: tickSize, Align: 0.5, Color: f.Muted})
	}
	for _, y := range f.ticksY() {
		s.Labels = append(s.Labels, paper.Text{Words: paper.Number(y.value, 3), X: panel.X + panel.W + 8, Y: y.at, Size: tickSize, Color: f.Muted})
	}
	f.writeLegend(s)
	s.Labels = f.Legible(s.Labels)
}

// writeTitles writes what stands above the columns and the panel, as far as
// there is room.
func (f *figure) writeTitles(s *paper.Sheet) {
	columns, y := f.layout.columns, f.layout.titles
	panel := f.layout.panel
	if !f.layout.stacked {
		text := f.title(len(columns)-1) + " · " + f.Words.Activation(f.output().Activation)
		c := f.Muted
		if f.warping() {
			text, c = f.warpTitle(), f.Ink
		}
		if f.hovered.kind == "neuron" {
			text, c = f.name(f.hovered.column, f.hovered.index), f.Ink
		}
		s.Labels = append(s.Labels, paper.Text{Words: text, X: panel.X + panel.W/2, Y: panel.Y - titleRoom/2 - 1, Size: titleSize, Align: 0.5, Medium: true, Color: c})
	}
	if y == 0 {
		return
	}
	for c, column := range f.tiled() {
		text := f.title(c)
		room := f.layout.spacing - 8
		if c == 0 {
			room *= 1.4 // nothing is to the left
		}
		if f.MeasureMedium(text, titleSize) > room {
			text = strconv.Itoa(len(column))
		}
		x, _ := f.layout.slots[c][0].Center()
		s.Labels = append(s.Labels, paper.Text{Words: text, X: x, Y: y, Size: titleSize, Align: 0.5, Medium: true, Color: f.Muted})
	}
}

// writeLegend writes the numbers of the scale of colors, or of the classes.
func (f *figure) writeLegend(s *paper.Sheet) {
	if f.Topology.Inputs == 1 && !f.warping() {
		return
	}
	if f.multiclass() {
		for k := range f.output().Units {
			x, y := f.classKey(k)
			s.Labels = append(s.Labels, paper.Text{Words: strconv.Itoa(k), X: x + 9, Y: y, Size: tickSize, Color: f.Muted})
		}
		return
	}
	l := f.layout.legend
	lo := "−1"
	if f.range01() {
		lo = "0"
	}
	s.Labels = append(s.Labels, paper.Text{Words: lo, X: l.X + l.W*0.15 - 8, Y: l.Y + l.H/2, Size: tickSize, Align: 1, Color: f.Muted})
	s.Labels = append(s.Labels, paper.Text{Words: "1", X: l.X + l.W*0.85 + 8, Y: l.Y + l.H/2, Size: tickSize, Color: f.Muted})
}
