package main

import (
	"nnplay/nn/experiment"
	"nnplay/nn/lab"
	"nnplay/nn/notice"
)

// act does something to what is shown that is no setting: the family says
// what there is to do. It is answered by texts and lists of numbers by name, and a
// caption to what is shown.
func (s *session) act(c command) *failure {
	if s.run == nil {
		return fail("no-experiment")
	}
	name := c.Text("name")
	dropped := s.dropping()
	answer, err := s.run.Act(name, c.Text("value"))
	if err != nil {
		return notice.Of(err)
	}
	if answer.Edited || answer.Steps != 0 { // it can't be repeated from the mark
		s.mark, s.marked, s.diverged = experiment.Mark{}, false, false
		s.noted = nil
	}
	if answer.Paused && s.busy() {
		s.halt()
		s.tellPlaying(nil)
	}
	s.static = s.static || answer.Static
	s.changed = true
	lists := map[string]any{}
	for key, values := range answer.Numbers {
		list := make([]any, len(values))
		for i, v := range values {
			list[i] = number(float64(v))
		}
		lists[key] = list
	}
	if answer.Edited {
		s.forgetFuture()
		s.state(nil, dropped(), false)
	} else {
		s.tellChanges()
	}
	s.answer(c.ID(), message{"type": "acted", "name": name, "texts": table(answer.Texts), "numbers": lists, "caption": caption(answer.Caption)})
	return nil
}

// caption writes what is said of what is shown, nil for nothing.
func caption(c *lab.Caption) any {
	if c == nil {
		return nil
	}
	return map[string]any{
		"key": c.Key, "args": table(c.Args), "number": float64(c.Number), "count": float64(c.Count), "turn": float64(c.Turn), "turns": float64(c.Turns),
	}
}

// scores lists what else a family tells of how well it does.
func scores(m lab.Metrics) []any {
	list := make([]any, len(m.Scores))
	for i, score := range m.Scores {
		list[i] = map[string]any{"name": score.Name, "value": number(score.Value)}
	}
	return list
}
