package main

import (
	"nnplay/nn/data/images"
	"nnplay/nn/notice"
)

// save answers with the run as it stands, for resume: nothing if it keeps more
// than can be saved.
func (s *session) save(c command) *failure {
	if s.run == nil {
		return fail("no-experiment")
	}
	m := message{"type": "saved", "saved": nil, "link": s.run.Link(), "step": float64(s.run.Steps()), "edited": s.run.Edited()}
	if saved := s.run.Save(); saved != nil {
		m["saved"] = saved
	}
	s.answer(c.ID(), m)
	return nil
}

// resume replaces the experiment by a run that was saved, paused.
func (s *session) resume(c command) *failure {
	var here *images.Album
	if s.run != nil {
		here = s.albumHere()
	}
	r, err := s.again(c.Bytes("saved"), here)
	if err != nil {
		return notice.Of(err)
	}
	s.replace(r)
	spec := r.Spec()
	s.remember(rowsOf(&spec))
	s.state(c.ID(), nil, true)
	return nil
}
