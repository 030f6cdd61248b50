package main

import (
	"maps"

	"nnplay/wasm/paper"
)

// glideTime is how long things glide to where a new network wants them, ms.
const glideTime = 320

// A glide is the way from one drawing to the next.
type glide struct {
	from   any          // the arrangement that things come from
	former *paper.Scene // what was drawn in it; nil if not known
	began  float64      // ms; 0 if nothing glides

	width, height float32 // of the canvas when it was last asked
}

func (m *glide) on() bool { return m.began != 0 }

// leave notes what is drawn before another network comes.
func (m *glide) leave(s *paper.Scene) {
	m.former = &paper.Scene{Topology: s.Topology, Tensors: maps.Clone(s.Tensors), Step: s.Step}
}

// begin sets out from what is drawn, unless the canvas has another size: that is no
// reason to glide.
func (m *glide) begin(g *game) {
	sized := m.width == g.width && m.height == g.height
	m.width, m.height = g.width, g.height
	m.began = 0
	if m.from = g.easel.drawing.Arrangement; sized && m.from != nil && !g.flow.calm {
		m.began = now()
	}
}

// end comes to rest.
func (m *glide) end() { m.began, m.from, m.former = 0, nil, nil }

// now returns how far things have come, nil if they are at rest.
func (m *glide) now() *paper.Glide {
	if m.began == 0 {
		return nil
	}
	share := float32((now() - m.began) / glideTime)
	return &paper.Glide{Scene: m.former, From: m.from, Share: min(share, 1)}
}
