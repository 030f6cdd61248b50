package points

import "nnplay/wasm/paper"

// What the columns of a reader's own table are called stands at the panel's axes,
// and at the features.

const (
	axisRoom  = 16 // below the ticks of an axis that has a name
	namesMost = 96 // width of the names beside features
	restNames = 56 // and where there is little room
)

// named tells whether the panel's axes have names: not those of a hidden layer.
func (f *figure) named() bool { return len(f.Topology.Axes) > 0 && !f.warping() }

// namesRoom is how wide the names beside features may be.
func (f *figure) namesRoom() float32 {
	if f.Narrow() {
		return restNames
	}
	return namesMost
}

// featureName returns as much of a feature's name as there is room for beside it.
func (f *figure) featureName(i int) string {
	return f.fitted(f.Topology.Features[i].Symbol, nameSize, f.namesRoom())
}

// fitted shortens a name until it fits.
func (f *figure) fitted(name string, size, room float32) string {
	fit := name
	for n := len([]rune(name)) - 1; n > 0 && f.MeasureMedium(fit, size) > room; n-- {
		fit = paper.Shortened(name, n)
	}
	return fit
}

// powers returns the powers of ten by which the numbers of the two axes are divided:
// 0 of those of a hidden layer, whose axes have no names.
func (f *figure) powers() (powers [2]int) {
	if f.warping() {
		return powers
	}
	d := f.axes()
	lo, hi := f.rangeY()
	return [2]int{powerOf(d[0], d[1]), powerOf(lo, hi)}
}

// axisNames returns what the axes are called, "" where they have no names.
func (f *figure) axisNames() (x, y string) {
	if !f.named() {
		return "", ""
	}
	x = f.Topology.Axes[0]
	if len(f.Topology.Axes) > 1 {
		y = f.Topology.Axes[1]
	}
	return x, y
}

// writeAxes writes the names of the axes: below the numbers of the one, and above
// those of the other.
func (f *figure) writeAxes(s *paper.Sheet) {
	panel := f.layout.panel
	x, y := f.axisNames()
	if x = f.axisLabel(x, f.beside(0), panel.W-20); x != "" {
		x += " →"
		s.Labels = append(s.Labels, paper.Text{Words: x, X: panel.X + panel.W, Y: panel.Y + panel.H + 15 + axisRoom, Size: titleSize, Align: 1, Medium: true, Color: f.Muted})
	}
	room := panel.W/2 + tickRoom - 20
	if !f.layout.stacked {
		room = panel.W + tickRoom - 28 - f.MeasureMedium(f.heading(), titleSize)
	}
	if y = f.axisLabel(y, f.beside(1), room); y == "" {
		return
	}
	s.Labels = append(s.Labels, paper.Text{Words: "↑ " + y, X: panel.X + panel.W + tickRoom, Y: panel.Y - titleRoom/2 - 1, Size: titleSize, Align: 1, Medium: true, Color: f.Muted})
}
