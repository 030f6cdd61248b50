package main

import (
	"nnplay/nn/experiment"
	"nnplay/nn/lab"
	"nnplay/nn/notice"
)

// setWeight gives an element of a parameter another value.
func (s *session) setWeight(c command) *failure {
	value := float32(c.Number("value"))
	return s.edit(c, func(name string, index int) error { return s.run.SetWeight(name, index, value) })
}

// freeze makes an element of a parameter stand still, or lets it go.
func (s *session) freeze(c command) *failure {
	frozen := c.Flag("frozen")
	return s.edit(c, func(name string, index int) error { return s.run.Freeze(name, index, frozen) })
}

// edit changes an element of a parameter by hand. The run goes on from there,
// if it goes.
func (s *session) edit(c command, change func(name string, index int) error) *failure {
	if s.run == nil {
		return fail("no-experiment")
	}
	dropped := s.dropping()
	if err := change(c.Text("name"), c.Whole("index")); err != nil {
		return notice.Of(err)
	}
	s.mark, s.marked = experiment.Mark{}, false // it can't be repeated from there
	s.diverged = false
	s.changed = true
	s.forgetFuture()
	s.state(c.ID(), dropped(), false)
	return nil
}

// A warp is a view of the space as a hidden layer sees it: two of its units.
// The zero warp is none. It is no part of what is computed.
type warp struct{ layer, first, second int }

// setWarp chooses the layer, 0 for none, and the two units, numbered from 0.
// What a network does not have is not shown.
func (s *session) setWarp(c command) *failure {
	w := warp{c.Whole("layer"), c.Whole("first"), c.Whole("second")}
	s.warp = w
	s.changed = true
	s.answer(c.ID(), message{"type": "warped", "layer": w.layer, "first": w.first, "second": w.second})
	return nil
}

// warped returns the views of the space that was chosen, if the network has
// it: nil and the zero warp else.
func (s *session) warped() ([]lab.View, warp) {
	if s.warp.layer == 0 {
		return nil, warp{}
	}
	if views := s.run.Warped(s.warp.layer, s.warp.first, s.warp.second); views != nil {
		return views, s.warp
	}
	return nil, warp{}
}

// show chooses a parameter that is shown by itself, "" for none.
func (s *session) show(c command) *failure {
	s.shown = c.Text("name")
	s.changed = true
	s.answer(c.ID(), message{"type": "shown", "name": s.shown})
	return nil
}
