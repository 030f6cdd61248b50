package main

import (
	"nnplay/nn/notice"
	"nnplay/nn/setting"
)

// takePassage makes a text of one's own the data, of a family that takes texts.
func (s *session) takePassage(c command) *failure {
	if s.run == nil {
		return fail("no-experiment")
	}
	text, problem := setting.CleanText(c.Text("text"))
	if problem != "" {
		return setting.Refuse(problem)
	}
	spec := s.run.Spec()
	notices, err := s.families.Take(&spec, setting.Passage, text)
	if err != nil {
		return notice.Of(err)
	}
	return s.update(c, spec, notices)
}
