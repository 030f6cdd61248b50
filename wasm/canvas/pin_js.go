package main

import "nnplay/wasm/paper"

// askPin asks the page to pin what lies at a point of a spot, or to let go of it, if
// places can be pinned there.
func (g *game) askPin(s *paper.Spot, x, y float32) {
	if s.Pins == nil {
		return
	}
	px, py, on := s.Pins(x, y)
	g.tell(map[string]any{"type": "pin", "on": on, "x": px, "y": py})
}

// unpin asks the page to let go of the place that is pinned, and tells whether one is.
func (g *game) unpin() bool {
	if g.easel.drawing.Pin == nil {
		return false
	}
	g.tell(map[string]any{"type": "pin", "on": false, "x": 0, "y": 0})
	return true
}

// tellPin tells which place is pinned, when that has become another.
func (g *game) tellPin(p *paper.Pin) {
	before := g.pinned
	g.pinned = p
	switch {
	case p == nil && before == nil, p != nil && before != nil && p.X == before.X && p.Y == before.Y:
	case p == nil:
		g.tell(map[string]any{"type": "pinned", "on": false, "text": ""})
	default:
		g.tell(map[string]any{"type": "pinned", "on": true, "text": p.Says})
	}
}
