package points

import "nnplay/wasm/paper"

// drawTargets draws a regression of one input: the points and the true
// function, dashed.
func (f *figure) drawTargets(s *paper.Shapes) {
	t := f.Topology
	panel := f.layout.panel
	lo, hi := t.Domain[2], t.Domain[3]
	if f.warping() {
		return
	}
	s.Fill(panel, panelCorners, f.Surface)
	low, high := f.rangeY()
	for _, v := range paper.Ticks(low, high, 8) {
		y := panel.Y + (high-v)/(high-low)*panel.H
		if y < panel.Y+4 || y > panel.Y+panel.H-4 {
			continue
		}
		c := f.Theme.Line.Alpha(0.6)
		if v == 0 {
			c = f.Line
		}
		s.Line([][2]float32{{panel.X, y}, {panel.X + panel.W, y}}, 1, c)
	}
	if !f.few() {
		f.drawTargetsOf(s)
	}
	known := f.Tensors["known/curve"]
	for i := 0; len(known.Shape) == 2 && i < known.Shape[0]; i++ {
		for _, xy := range trace(panel, f.curve("known", i), lo, hi) {
			for k := 0; k+3 < len(xy); k += 6 {
				s.Line(xy[k:k+4], 1.5, f.Ink.Alpha(knownInk))
			}
		}
	}
}

// mostOver is of how many samples each is drawn over the curves.
const mostOver = 20

// few tells whether there are so few samples that a curve could hide them all: they
// are drawn over it.
func (f *figure) few() bool {
	n := 0
	for _, split := range f.shownSplits() {
		n += len(f.Tensors["points/"+split].F32) / 3
	}
	return n <= mostOver
}

// drawTargetsOf draws the samples: training points filled, test points hollow.
func (f *figure) drawTargetsOf(s *paper.Shapes) {
	t := f.Topology
	panel := f.layout.panel
	lo, hi := t.Domain[2], t.Domain[3]
	radius := paper.Clamp(panel.W/130, 2, 3.2)
	if f.few() {
		radius = paper.Clamp(panel.W/80, 3.5, 6)
	}
	for _, split := range f.shownSplits() {
		points := f.Tensors["points/"+split].F32
		for i := 0; i+2 < len(points); i += 3 {
			x := (points[i] - t.Domain[0]) / (t.Domain[1] - t.Domain[0])
			y := (points[i+2] - lo) / (hi - lo)
			if !(x >= 0 && x <= 1 && y >= 0 && y <= 1) {
				continue
			}
			px, py := panel.X+x*panel.W, panel.Y+(1-y)*panel.H
			if split == "test" {
				f.Hollow(s, px, py, radius, 0, f.Negative)
			} else {
				f.Filled(s, px, py, radius, 0, f.Negative)
			}
		}
	}
}

// drawCurves draws the curves of the outputs, and of the neuron under the
// pointer; over them the samples, if they are few.
func (f *figure) drawCurves(d *paper.Drawing) {
	domain := f.Topology.Domain
	panel := f.layout.panel
	for k := range f.output().Units {
		if curve := f.curve("output", k); curve != nil {
			for _, xy := range trace(panel, curve, domain[2], domain[3]) {
				d.Over.Line(xy, 5, f.Surface.Alpha(0.7))
				d.Over.Line(xy, 2.6, f.Target(k))
			}
		}
	}
	if t := f.hovered; t.kind == "neuron" && t.column < len(f.layout.columns)-1 {
		if curve := f.curve(f.layer(t.column), t.index); curve != nil {
			for _, xy := range trace(panel, curve, domain[2], domain[3]) {
				d.Over.Line(xy, 2, f.Ink)
			}
		}
	}
	if f.few() {
		f.drawTargetsOf(&d.Over)
	}
}
