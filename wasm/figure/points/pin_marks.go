package points

import "nnplay/wasm/paper"

// Sizes of what marks the place that is pinned, in CSS pixels.
const (
	pinRing = 6  // radius of the ring in the panel
	pinArm  = 15 // how far the cross-hair reaches from its middle
	pinTile = 8  // side of the smallest tile with a mark
)

// drawPin marks the place that is pinned: in the panel by a cross-hair with a ring, on
// each tile by a dot. Of one input it is a line from top to bottom.
func (f *figure) drawPin(d *paper.Drawing) {
	if f.pin == nil {
		return
	}
	for _, column := range f.tiled() {
		for _, r := range column {
			if placed(r) && r.W >= pinTile {
				f.markTile(&d.Over, r)
			}
		}
	}
	if !f.warping() {
		f.markPanel(&d.Over)
	}
}

// pinnedAt returns where the place that is pinned is in a picture of the domain.
func (f *figure) pinnedAt(r paper.Rectangle) (x, y float32) {
	d := f.Topology.Domain
	return r.X + (f.pin.x-d[0])/(d[1]-d[0])*r.W, r.Y + (d[3]-f.pin.y)/(d[3]-d[2])*r.H
}

func (f *figure) markTile(s *paper.Shapes, r paper.Rectangle) {
	x, y := f.pinnedAt(r)
	if f.Topology.Inputs == 1 {
		f.haloed(s, 1, paper.Rect(x, r.Y+1, 0, r.H-2))
		return
	}
	radius := paper.Clamp(r.W/18, 1.5, 2.8)
	s.Dot(x, y, radius+1.2, 0, f.Surface)
	s.Dot(x, y, radius, 0, f.Ink)
}

func (f *figure) markPanel(s *paper.Shapes) {
	panel := f.layout.panel
	x, y := f.pinnedAt(panel)
	if f.Topology.Inputs == 1 {
		f.haloed(s, 1.5, paper.Rect(x, panel.Y+1, 0, panel.H-2))
		return
	}
	f.crossHair(s, x, y, pinRing, pinArm)
}

// crossHair adds a ring with four arms around a place.
func (f *figure) crossHair(s *paper.Shapes, x, y, ring, arm float32) {
	f.haloed(s, 1.5, paper.Rect(x-arm, y, arm-ring, 0), paper.Rect(x+ring, y, arm-ring, 0), paper.Rect(x, y-arm, 0, arm-ring), paper.Rect(x, y+ring, 0, arm-ring))
	around := paper.Rect(x-ring, y-ring, 2*ring, 2*ring)
	s.Frame(around, ring, 3.6, f.Surface)
	s.Frame(around, ring, 1.8, f.Ink)
}

// haloed adds lines, boxes without a width or a height, that stand out from what they
// lie on.
func (f *figure) haloed(s *paper.Shapes, width float32, lines ...paper.Rectangle) {
	for _, l := range lines {
		s.Segment(l.X, l.Y, l.X+l.W, l.Y+l.H, width+2, f.Surface.Alpha(0.8))
	}
	for _, l := range lines {
		s.Segment(l.X, l.Y, l.X+l.W, l.Y+l.H, width, f.Ink)
	}
}

// pinMark is the mark in the legend.
func (f *figure) pinMark(s *paper.Shapes, x, y float32) {
	if f.Topology.Inputs == 1 {
		s.Segment(x, y-7, x, y+7, 1.5, f.Ink)
		return
	}
	f.crossHair(s, x, y, 3.5, 8)
}
