package main

import (
	"nnplay/nn/experiment"
	"nnplay/nn/notice"
)

// predict answers with the outputs of the network for questions: a row of numbers
// each, nil for what is not a finite number.
func (s *session) predict(c command) *failure {
	if s.run == nil {
		return fail("no-experiment")
	}
	if code := s.run.Spec().NoData(); code != "" {
		return fail(code)
	}
	inputs, err := experiment.ParseInputs(c.Text("points"), s.run.Inputs())
	if err != nil {
		return notice.Of(err)
	}
	out := s.run.Predict(inputs)
	if len(out) == 0 {
		return fail("no-points")
	}
	n := len(inputs) / s.run.Inputs()
	units := len(out) / n
	rows := make([]any, n)
	for i := range rows {
		row := make([]any, units)
		for k := range row {
			row[k] = number(float64(out[i*units+k]))
		}
		rows[i] = row
	}
	s.answer(c.ID(), message{"type": "predicted", "outputs": rows})
	return nil
}
