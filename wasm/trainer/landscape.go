package main

import (
	"strings"
	"time"

	"nnplay/nn/experiment"
	"nnplay/nn/experiment/landscape"
	"nnplay/nn/lab"
	"nnplay/nn/notice"
)

// A survey is what was asked for of the landscape, and what is known of it.
type survey struct {
	random bool
	beside string
	names  []string // of the runs beside this one: keys of translations
	step   uint64   // where the run was
	*landscape.Survey
}

// Each time somebody asks, a survey goes on for so long: a reader who asks again at once
// waits no longer for anything else than that.
const (
	surveying     = 40 * time.Millisecond
	surveyingBusy = 15 * time.Millisecond // beside training
)

// landscape answers with the landscape as far as it is known, after it has found out more.
func (s *session) landscape(c command) *failure {
	if s.run == nil {
		return fail("no-experiment")
	}
	random, beside := c.Flag("random"), c.Text("beside")
	if v := &s.surveyed; v.Survey == nil || v.random != random || v.beside != beside || c.Flag("anew") {
		if err := s.survey(random, beside); err != nil {
			return notice.Of(err)
		}
	}
	v, until := &s.surveyed, s.now()+surveying
	if s.busy() {
		until += surveyingBusy - surveying
	}
	if err := v.Work(func() bool { return s.now() >= until }); err != nil {
		return notice.Of(err)
	}
	v.Follow()
	var explained any
	if v.Map != nil {
		explained = number(v.Map.Explained[0] + v.Map.Explained[1])
	}
	chart := v.Chart(v.names...)
	s.answer(c.ID(), message{
		"type": "landscape", "chart": string(experiment.ChartsJSON([]lab.Chart{chart})), "step": float64(v.step), "explained": explained, "left": v.Left(),
	})
	return nil
}

// survey begins to look at the landscape, with the runs of other optimizers beside this one.
func (s *session) survey(random bool, beside string) error {
	s.surveyed = survey{}
	v := survey{random: random, beside: beside, step: s.run.Steps()}
	optimizers := strings.FieldsFunc(beside, func(r rune) bool { return r == ',' })
	runs, err := landscape.Beside(s.run, optimizers...)
	if err != nil {
		return err
	}
	for _, name := range optimizers {
		v.names = append(v.names, "option.optimizer."+name)
	}
	if v.Survey, err = landscape.Of(s.run, random, runs...); err != nil {
		return err
	}
	s.surveyed = v
	return nil
}
