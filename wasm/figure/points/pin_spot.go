package points

import "nnplay/wasm/paper"

// letGo is how near to the place that is pinned one lets go of it, in steps of the
// crosshair: nearer than the next step, and as far as half of one to both sides.
const letGo = 0.75

// pins returns which place of the domain is at a point of the panel, and whether
// choosing it pins it: what is nearly the one that is pinned is let go of.
func (f *figure) pins(x, y float32) (px, py float32, on bool) {
	px, py = f.placeAt(f.Topology.Domain, x, y)
	if f.Topology.Inputs == 1 {
		py = 0
	}
	return px, py, !f.nearPin(x, y)
}

// nearPin tells whether a point of the panel is nearly the place that is pinned.
func (f *figure) nearPin(x, y float32) bool {
	if f.pin == nil {
		return false
	}
	px, py := f.pinnedAt(f.layout.panel)
	if f.Topology.Inputs == 1 {
		py = y
	}
	return paper.Length(x-px, y-py) <= letGo*f.layout.panel.W/crossSteps
}
