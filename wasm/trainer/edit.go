package main

import (
	"math"

	"nnplay/nn/experiment"
)

// setWeight gives an element of a parameter another value.
func (s *session) setWeight(c command) *failure {
	return s.edit(c, func(name string, index int) error {
		value, ok := c["value"].(float64)
		if !ok {
			value = math.NaN() // is refused
		}
		return s.run.SetWeight(name, index, float32(value))
	})
}

// freeze makes an element of a parameter stand still, or lets it go.
func (s *session) freeze(c command) *failure {
	frozen, ok := c["frozen"].(bool)
	if !ok {
		return fail("bad-field", "field", "frozen")
	}
	return s.edit(c, func(name string, index int) error { return s.run.Freeze(name, index, frozen) })
}

// edit changes an element of a parameter by hand. The run goes on from there,
// if it goes.
func (s *session) edit(c command, change func(name string, index int) error) *failure {
	name, f := c.text("name")
	if f != nil {
		return f
	}
	index, ok := c["index"].(float64)
	if !ok || index != math.Trunc(index) || index < 0 || index > math.MaxInt32 {
		return fail("bad-field", "field", "index")
	}
	if s.run == nil {
		return fail("no-experiment")
	}
	if err := change(name, int(index)); err != nil {
		return refusal(err)
	}
	s.mark, s.marked = experiment.Mark{}, false // it can't be repeated from there
	s.diverged = false
	s.changed = true
	s.state(c.id(), nil, false)
	return nil
}

// A warp is a view of the space as a hidden layer sees it: two of its units.
// The zero warp is none. It is no part of what is computed.
type warp struct{ layer, first, second int }

// setWarp chooses the layer, 0 for none, and the two units, numbered from 0.
// What a network does not have is not shown.
func (s *session) setWarp(c command) *failure {
	var w warp
	for _, field := range []struct {
		name string
		to   *int
	}{{"layer", &w.layer}, {"first", &w.first}, {"second", &w.second}} {
		v, ok := c[field.name].(float64)
		if !ok || v != math.Trunc(v) || v < 0 || v > experiment.MaxUnits {
			return fail("bad-field", "field", field.name)
		}
		*field.to = int(v)
	}
	s.warp = w
	s.changed = true
	s.answer(c.id(), message{"type": "warped", "layer": float64(w.layer), "first": float64(w.first), "second": float64(w.second)})
	return nil
}

// warped returns the views of the space that was chosen, if the network has
// it: nil and the zero warp else.
func (s *session) warped() ([]experiment.View, warp) {
	if s.warp.layer == 0 {
		return nil, warp{}
	}
	if views := s.run.Warped(s.warp.layer, s.warp.first, s.warp.second); views != nil {
		return views, s.warp
	}
	return nil, warp{}
}
