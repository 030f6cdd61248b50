package main

import "nnplay/nn/lab"

// A pin is the place of the data's space at which the value of every unit is shown.
// It is no part of what is computed, and stays where it is whatever becomes of the
// run.
type pin struct {
	on   bool
	x, y float32
}

// setPin pins a place, or lets go of it. Where a network has no place to pin nothing
// is shown.
func (s *session) setPin(c command) *failure {
	p := pin{on: c.Flag("on")}
	if p.on {
		p.x, p.y = float32(c.Number("x")), float32(c.Number("y"))
	}
	switch {
	case !lab.Finite(p.x):
		return fail("bad-field", "field", "x")
	case !lab.Finite(p.y):
		return fail("bad-field", "field", "y")
	}
	s.pin = p
	s.changed = true
	s.answer(c.ID(), message{"type": "pinned", "on": p.on, "x": float64(p.x), "y": float64(p.y)})
	return nil
}

// pinned returns the views of the place that is pinned, nil if none is.
func (s *session) pinned() []lab.View {
	if !s.pin.on {
		return nil
	}
	return s.run.Pinned(s.pin.x, s.pin.y)
}
