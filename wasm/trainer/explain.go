package main

import (
	"nnplay/nn/experiment/explain"
	"nnplay/nn/notice"
)

// explain answers where a number of the last step came from.
func (s *session) explain(c command) *failure {
	return s.ask(c, func(step *explain.Step, q explain.Question) (message, error) {
		q.Of, q.At, q.Unfold = explain.Of(c.Text("of")), c.Whole("at"), c.Flag("unfold")
		x, err := step.Explain(q)
		return message{"type": "explained", "explanation": explanation(&x)}, err
	})
}

// difference answers how the gradient of a number compares with a finite difference.
func (s *session) difference(c command) *failure {
	return s.ask(c, func(step *explain.Step, q explain.Question) (message, error) {
		d, err := step.Difference(q)
		return message{"type": "difference", "difference": difference(&d)}, err
	})
}

// ask answers a question about an element in the last step.
func (s *session) ask(c command, answer func(*explain.Step, explain.Question) (message, error)) *failure {
	index, err := explain.ParseIndex(c.Text("index"))
	if err != nil {
		return notice.Of(err)
	}
	step, f := s.lastStep()
	if f != nil {
		return f
	}
	m, err := answer(step, explain.Question{Tensor: c.Text("tensor"), Index: index, Program: c.Text("program")})
	if err != nil {
		return notice.Of(err)
	}
	m["step"] = float64(step.Number())
	s.answer(c.ID(), m)
	return nil
}

// tensors answers of what numbers can be asked for.
func (s *session) tensors(c command) *failure {
	step, f := s.lastStep()
	if f != nil {
		return f
	}
	s.answer(c.ID(), message{"type": "tensors", "step": float64(step.Number()), "tensors": list(step.Tensors(), tensor)})
	return nil
}

// lastStep returns the step that was made last, noted; before any, and where a run
// was brought from elsewhere, the next one. It is made anew by a twin, of which the
// run knows nothing, and kept until the run changes: noted steps are large.
func (s *session) lastStep() (*explain.Step, *failure) {
	switch {
	case s.run == nil:
		return nil, fail("no-experiment")
	case s.run.Spec().NoData() != "":
		return nil, fail(s.run.Spec().NoData())
	case s.noted != nil:
		return s.noted, nil
	}
	twin, err := s.run.Twin(max(s.run.Steps(), 1) - 1)
	if err != nil {
		return nil, notice.Of(err)
	}
	if s.noted, err = explain.Next(twin); err != nil {
		return nil, notice.Of(err)
	}
	return s.noted, nil
}
