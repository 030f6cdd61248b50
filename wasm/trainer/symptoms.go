package main

import (
	"reflect"
	"time"

	"nnplay/nn/lab"
)

// A watch is what a session has told of what goes wrong.
type watch struct {
	told []lab.Symptom
	seen []lab.Symptom // by the last look, which may be a mere flicker
	due  time.Duration // when the next look may be taken
}

// While a run goes on it is looked at now and then, and looking takes a twentieth of
// the time at most.
const (
	lookPause  = 500 * time.Millisecond
	lookPauses = 20
)

// look tells what goes wrong, when that has changed. While the run goes on, two looks
// must agree.
func (s *session) look(m lab.Metrics) {
	start := s.now()
	if s.diverged || s.busy() && start < s.watch.due {
		return
	}
	was := s.watch.seen
	s.watch.seen = s.run.Symptoms(&s.history, m)
	end := s.now()
	s.watch.due = end + max(lookPause, lookPauses*(end-start))
	if !s.busy() || same(was, s.watch.seen) {
		s.tellSymptoms(s.watch.seen)
	}
}

// recovered forgets what went wrong: the run is another one.
func (s *session) recovered() {
	s.watch.seen, s.watch.due = nil, 0
	s.tellSymptoms(nil)
}

// tellSymptoms says what goes wrong, if that is news.
func (s *session) tellSymptoms(symptoms []lab.Symptom) {
	if same(symptoms, s.watch.told) {
		return
	}
	s.watch.told = symptoms
	list := make([]any, len(symptoms))
	for i, y := range symptoms {
		told := map[string]any{"code": y.Code, "args": table(y.Args), "remedy": nil}
		if r := y.Remedy; r.Code != "" {
			told["remedy"] = map[string]any{"code": r.Code, "key": r.Key, "value": r.Value, "reset": r.Reset}
		}
		list[i] = told
	}
	s.post(message{"type": "symptoms", "symptoms": list})
}

// same tells whether two lists say the same.
func same(a, b []lab.Symptom) bool { return len(a) == 0 && len(b) == 0 || reflect.DeepEqual(a, b) }
