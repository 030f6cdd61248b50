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

// drawAxes draws the panel's frame and ticks.
func (f *figure) drawAxes(s *paper.Shapes) {
	panel := f.layout.panel
	s.Frame(panel, panelCorners, 1, f.Theme.Line)
	for _, x := range f.ticksX() {
		s.Line([][2]float32{{x.at, panel.Y + panel.H + 1}, {x.at, panel.Y + panel.H + 5}}, 1, f.Theme.Line)
	}
	for _, y := range f.ticksY() {
		s.Line([][2]float32{{panel.X + panel.W + 1, y.at}, {panel.X + panel.W + 5, y.at}}, 1, f.Theme.Line)
	}
}

// axes returns the ranges of the panel's axes.
func (f *figure) axes() [4]float32 {
	if d, ok := f.warpedAxes(); ok {
		return d
	}
	return f.Topology.Domain
}

// placeAt returns which place a point of the panel is where its axes have these ranges.
func (f *figure) placeAt(d [4]float32, x, y float32) (px, py float32) {
	panel := f.layout.panel
	return d[0] + (x-panel.X)/panel.W*(d[1]-d[0]), d[3] - (y-panel.Y)/panel.H*(d[3]-d[2])
}

// A tick is a number of an axis, or a date, and where it stands.
type tick struct {
	words     string
	value, at float32
}

func (f *figure) ticksX() (out []tick) {
	d, panel := f.axes(), f.layout.panel
	for _, v := range f.ticks(0, d[0], d[1], int(paper.Clamp(panel.W/36, 3, 8))) {
		out = append(out, tick{v.Words, v.Value, panel.X + (v.Value-d[0])/(d[1]-d[0])*panel.W})
	}
	return out
}

// ticks returns what is written at an axis from lo to hi.
func (f *figure) ticks(axis int, lo, hi float32, most int) (out []paper.Day) {
	if f.dated(axis) {
		out, _ = paper.Days(lo, hi, most)
		return out
	}
	power := f.powers()[axis]
	for _, v := range paper.Ticks(lo, hi, most) {
		out = append(out, paper.Day{Value: v, Words: tickText(v, power)})
	}
	return out
}

// bare tells whether nothing stands on the upright axis: of the one column of a table.
func (f *figure) bare() bool {
	return f.Topology.Inputs == 2 && len(f.Topology.Axes) == 1 && !f.warping()
}

// rangeY returns from where to where the numbers of the upright axis go.
func (f *figure) rangeY() (lo, hi float32) {
	d := f.axes()
	if f.Topology.Inputs == 1 && !f.warping() {
		return f.meant(0, d[2]), f.meant(0, d[3])
	}
	return d[2], d[3]
}

func (f *figure) ticksY() (out []tick) {
	d, panel := f.axes(), f.layout.panel
	if f.bare() {
		return nil
	}
	d[2], d[3] = f.rangeY()
	for _, v := range f.ticks(1, d[2], d[3], int(paper.Clamp(panel.H/32, 3, 8))) {
		out = append(out, tick{v.Words, v.Value, panel.Y + (d[3]-v.Value)/(d[3]-d[2])*panel.H})
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
			s.Labels = append(s.Labels, paper.Text{Words: f.featureName(i), X: r.X - nameGap, Y: r.Y + r.H/2, Size: nameSize, Align: 1, Medium: true, Color: f.Ink})
		}
	}
	panel := f.layout.panel
	for _, x := range f.ticksX() {
		s.Labels = append(s.Labels, paper.Text{Words: x.words, X: x.at, Y: panel.Y + panel.H + 15, Size: tickSize, Align: 0.5, Color: f.Muted})
	}
	for _, y := range f.ticksY() {
		s.Labels = append(s.Labels, paper.Text{Words: y.words, X: panel.X + panel.W + 8, Y: y.at, Size: tickSize, Color: f.Muted})
	}
	f.writeAxes(s)
	s.Labels = f.Legible(s.Labels)
}

// heading returns what stands above the panel.
func (f *figure) heading() string {
	switch {
	case f.hovered.kind == "neuron":
		return f.name(f.hovered.column, f.hovered.index)
	case f.warping():
		return f.warpTitle()
	}
	return f.title(len(f.layout.columns)-1) + " · " + f.Words.Activation(f.output().Activation)
}

// writeTitles writes what stands above the columns and the panel, as far as
// there is room.
func (f *figure) writeTitles(s *paper.Sheet) {
	y := f.layout.titles
	panel := f.layout.panel
	if !f.layout.stacked {
		c := f.Muted
		if f.warping() || f.hovered.kind == "neuron" {
			c = f.Ink
		}
		x, align := panel.X+panel.W/2, float32(0.5)
		if _, y := f.axisNames(); y != "" || f.beside(1) != "" { // something stands to the right
			x, align = panel.X, 0
		}
		s.Labels = append(s.Labels, paper.Text{Words: f.heading(), X: x, Y: panel.Y - titleRoom/2 - 1, Size: titleSize, Align: align, Medium: true, Color: c})
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
