package main

import (
	"nnplay/nn/experiment"
	"nnplay/nn/notice"
)

// goTo goes to a step that the run has been at, or the nearest one that it can go to,
// paused, with the settings that it had there. It is answered when the run is there.
func (s *session) goTo(c command) *failure {
	if s.run == nil {
		return fail("no-experiment")
	}
	s.halt()
	left, err := s.run.Back(uint64(c.Number("step")))
	if err != nil {
		return notice.Of(err)
	}
	return s.arrive(c.ID(), left)
}

// arrive makes the steps that are left to where the run is to be, and answers with the state.
func (s *session) arrive(id any, left int) *failure {
	s.mark, s.marked, s.diverged = experiment.Mark{}, false, false
	s.static, s.changed = true, true
	s.made = s.run.ChangesMade()
	arrived := func() {
		s.stopper.restart(s.run.Steps())
		s.recovered()
		s.findPace()
		s.state(id, nil, false)
	}
	if left == 0 {
		arrived()
		return nil
	}
	return s.enqueue(job{left: left, done: arrived, stop: arrived})
}

// forgetFuture forgets how well the run did after what it can still go to: something
// was changed in its past.
func (s *session) forgetFuture() {
	_, to := s.run.Known()
	s.history.Cut(to)
}
