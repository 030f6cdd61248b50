package main

import (
	"slices"
	"strconv"

	"nnplay/nn/notice"
	"nnplay/nn/setting"
)

// maxToldChanges bounds the changes on the way that a state lists.
const maxToldChanges = 200

// log lists what is changed on the way, with what settings were before.
func (s *session) log() []any {
	course := s.run.Course()
	list, values := []any{}, map[string]string{}
	for _, c := range course.Log[:min(len(course.Log), maxToldChanges)] {
		was, known := values[c.Key]
		if !known && !c.AboutWeight() {
			was = course.Get(c.Key)
		}
		values[c.Key] = c.Value
		list = append(list, map[string]any{"step": float64(c.Step), "key": c.Key, "was": was, "value": c.Value})
	}
	return list
}

// tellChanges tells the state where something was changed on the way since it was told last.
func (s *session) tellChanges() {
	if s.run.ChangesMade() != s.made {
		s.state(nil, nil, false)
	}
}

// dropping looks at what is to be changed later; what it returns, called after something was done by
// hand, tells how much of it is left out.
func (s *session) dropping() func() []setting.Notice {
	_, before := setting.ChangesUntil(s.run.Course().Log, s.run.Steps())
	return func() []setting.Notice {
		now, n := s.run.Course().Log, 0
		for _, c := range before {
			if !slices.Contains(now, c) {
				n++
			}
		}
		if n == 0 {
			return nil
		}
		return []setting.Notice{setting.Note("changes-dropped", "count", strconv.Itoa(n))}
	}
}

// fork goes on from the present step as another run.
func (s *session) fork(c command) *failure {
	if s.run == nil {
		return fail("no-experiment")
	}
	s.run.Fork()
	s.forgetFuture()
	s.state(c.ID(), nil, false)
	return nil
}

// strike leaves out something that is changed on the way, and is answered when the run
// without it is where this one is.
func (s *session) strike(c command) *failure {
	if s.run == nil {
		return fail("no-experiment")
	}
	step := uint64(c.Number("step"))
	left, err := s.run.Strike(step, c.Text("key"))
	if err != nil {
		return notice.Of(err)
	}
	s.halt()
	s.history.Cut(step)
	return s.arrive(c.ID(), left)
}
