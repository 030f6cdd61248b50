package main

import "nnplay/nn/experiment"

// maxAction bounds the text that comes with an action: a drawn picture, a
// prompt.
const maxAction = 1 << 16

// act does something to what is shown that is no setting: the architecture says
// what there is to do. It is answered by texts and lists of numbers by name.
func (s *session) act(c command) *failure {
	name, f := c.text("name")
	if f != nil {
		return f
	}
	value, f := c.value("value")
	if f != nil {
		return f
	}
	if s.run == nil {
		return fail("no-experiment")
	}
	if len(value) > maxAction {
		return fail("bad-field", "field", "value")
	}
	answer, err := s.run.Act(name, value)
	if err != nil {
		return refusal(err)
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
	s.answer(c.id(), message{"type": "acted", "name": name, "texts": table(answer.Texts), "numbers": lists})
	return nil
}

// scores lists what else an architecture tells of how well it does.
func scores(m experiment.Metrics) []any {
	list := make([]any, len(m.Scores))
	for i, score := range m.Scores {
		list[i] = map[string]any{"name": score.Name, "value": number(score.Value)}
	}
	return list
}
