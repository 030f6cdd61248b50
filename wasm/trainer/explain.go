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

// ask answers a question about an element in a step.
func (s *session) ask(c command, answer func(*explain.Step, explain.Question) (message, error)) *failure {
	index, err := explain.ParseIndex(c.Text("index"))
	if err != nil {
		return notice.Of(err)
	}
	step, f := s.step(c.Flag("coming"))
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
	step, f := s.step(c.Flag("coming"))
	if f != nil {
		return f
	}
	s.answer(c.ID(), message{"type": "tensors", "step": float64(step.Number()), "tensors": list(step.Tensors(), tensor)})
	return nil
}

// inspect answers how the numbers of each tensor are, as the last step has left them.
func (s *session) inspect(c command) *failure {
	step, f := s.step(false)
	if f != nil {
		return f
	}
	tensors, sums := step.Summaries()
	out, parts := make([]any, len(tensors)), s.parts()
	for i := range tensors {
		m := summary(&tensors[i], &sums[i])
		if m["parts"] = 0; parts[tensors[i].Name] != nil {
			m["parts"] = parts[tensors[i].Name]
		}
		out[i] = m
	}
	s.answer(c.ID(), message{"type": "inspected", "step": float64(step.Number()), "tensors": out})
	return nil
}

// heat answers a tensor as a heat map, and how its numbers are distributed.
func (s *session) heat(c command) *failure {
	step, f := s.step(false)
	if f != nil {
		return f
	}
	heat, values, err := step.Picture(c.Text("tensor"), c.Text("program"))
	if err != nil {
		return notice.Of(err)
	}
	s.answer(c.ID(), message{
		"type": "heat", "step": float64(step.Number()), "rows": heat.Rows, "columns": heat.Cols, "levels": heat.Levels, "scale": float64(heat.Scale),
		"from": float64(values.From), "to": float64(values.To), "counts": list(values.Counts, whole), "odd": values.Odd,
	})
	return nil
}

// walk answers which stops there are on the way through the next step.
func (s *session) walk(c command) *failure {
	step, f := s.step(true)
	if f != nil {
		return f
	}
	stops := step.Stops()
	s.answer(c.ID(), message{"type": "walk", "step": float64(step.Number()), "stops": list(stops, func(at *explain.Stop) any { return stop(step, at) })})
	return nil
}

// sight answers what is to be seen at a stop.
func (s *session) sight(c command) *failure {
	var index []int
	if text := c.Text("index"); text != "" {
		var err error
		if index, err = explain.ParseIndex(text); err != nil {
			return notice.Of(err)
		}
	}
	step, f := s.step(true)
	if f != nil {
		return f
	}
	seen, err := step.Look(c.Whole("stop"), c.Whole("sample"), index)
	if err != nil {
		return notice.Of(err)
	}
	s.answer(c.ID(), message{"type": "sight", "step": float64(step.Number()), "sight": sight(&seen), "shows": s.follow(step, c.Whole("sample"))})
	return nil
}

// follow shows the sample of the training data with which a step is gone through, and
// tells whether the picture is another one now.
func (s *session) follow(step *explain.Step, sample int) (shows bool) {
	number, ok := step.Training(sample)
	if !ok || number+1 == s.walked || !s.run.Walk(number) {
		return false
	}
	s.walked, s.static, s.changed = number+1, true, true
	return true
}

// leave shows again what was shown before a step was gone through.
func (s *session) leave(command) *failure {
	if s.run != nil && s.run.Walk(-1) {
		s.static, s.changed = true, true
	}
	s.walked = 0
	return nil
}

// step returns a step, noted: the one that comes next or, before any and where a run was
// brought from elsewhere the next one too, the one that was made last. It is made by a
// twin, of which the run knows nothing, and kept until the run changes, or another step
// is asked for: noted steps are large.
func (s *session) step(coming bool) (*explain.Step, *failure) {
	switch {
	case s.run == nil:
		return nil, fail("no-experiment")
	case s.run.Spec().NoData() != "":
		return nil, fail(s.run.Spec().NoData())
	}
	from := s.run.Steps()
	if !coming {
		from = max(from, 1) - 1
	}
	if s.noted != nil && s.notedFrom == from {
		return s.noted, nil
	}
	s.noted = nil // before there is another one
	twin, err := s.run.Twin(from)
	if err != nil {
		return nil, notice.Of(err)
	}
	if s.noted, err = explain.Next(twin); err != nil {
		s.noted = nil
		return nil, notice.Of(err)
	}
	s.notedFrom = from
	return s.noted, nil
}
