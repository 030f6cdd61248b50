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

// writeAxes writes the names of the axes: below the numbers of the one, and above
// those of the other.
func (f *figure) writeAxes(s *paper.Sheet) {
	if !f.named() {
		return
	}
	panel, names := f.layout.panel, f.Topology.Axes
	x := f.fitted(names[0], titleSize, panel.W-20) + " →"
	s.Labels = append(s.Labels, paper.Text{Words: x, X: panel.X + panel.W, Y: panel.Y + panel.H + 15 + axisRoom, Size: titleSize, Align: 1, Medium: true, Color: f.Muted})
	if len(names) < 2 {
		return
	}
	room := panel.W/2 + tickRoom - 20
	if !f.layout.stacked {
		room -= f.MeasureMedium(f.heading(), titleSize)/2 + 8
	}
	y := "↑ " + f.fitted(names[1], titleSize, room)
	s.Labels = append(s.Labels, paper.Text{Words: y, X: panel.X + panel.W + tickRoom, Y: panel.Y - titleRoom/2 - 1, Size: titleSize, Align: 1, Medium: true, Color: f.Muted})
}
