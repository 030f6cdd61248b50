package main

import (
	"slices"
	"time"

	"nnplay/nn/lab"
	"nnplay/nn/notice"
)

// A watch is what a session has told of what goes wrong.
type watch struct {
	told   []lab.Symptom
	streak map[string]int // by code, the looks in a row that have shown it, negative if they have not
	due    time.Duration  // when the next look may be taken
}

// While a run goes on it is looked at now and then, and looking takes a twentieth of
// the time at most.
const (
	lookPause  = 500 * time.Millisecond
	lookPauses = 20
)

// So many looks in a row must show a symptom before it is told, and must not before it
// is no longer told: what flickers is told calmly.
const (
	looksToCome = 2
	looksToGo   = 4
)

// look tells what goes wrong, when that has changed.
func (s *session) look(m lab.Metrics) {
	start := s.now()
	if s.diverged || s.busy() && start < s.watch.due {
		return
	}
	seen := s.run.Symptoms(&s.history, m)
	end := s.now()
	s.watch.due = end + max(lookPause, lookPauses*(end-start))
	if !s.busy() {
		s.tellSymptoms(seen)
		return
	}
	if told := s.watch.settled(seen); !slices.EqualFunc(told, s.watch.told, sameCode) {
		s.tellSymptoms(told)
	}
}

// settled returns what is to be told after a look: what shows for some looks, and what
// was told and has not gone for some. The numbers of what is told stay what they were.
func (w *watch) settled(seen []lab.Symptom) (told []lab.Symptom) {
	if w.streak == nil {
		w.streak = map[string]int{}
	}
	for code, n := range w.streak {
		if !slices.ContainsFunc(seen, func(y lab.Symptom) bool { return y.Code == code }) {
			w.streak[code] = min(n, 0) - 1
		}
	}
	for _, y := range seen {
		w.streak[y.Code] = max(w.streak[y.Code], 0) + 1
		if i := w.tells(y.Code); i >= 0 {
			told = append(told, w.told[i])
		} else if w.streak[y.Code] >= looksToCome {
			told = append(told, y)
		}
	}
	for i, y := range w.told {
		if n := w.streak[y.Code]; n < 0 && n > -looksToGo {
			told = slices.Insert(told, min(i, len(told)), y)
		}
	}
	return told
}

// tells returns the place of a code among what was told, -1 if it was not.
func (w *watch) tells(code string) int {
	return slices.IndexFunc(w.told, func(y lab.Symptom) bool { return y.Code == code })
}

func sameCode(a, b lab.Symptom) bool { return a.Code == b.Code }

// recovered forgets what went wrong: the run is another one.
func (s *session) recovered() {
	told := s.watch.told
	s.watch = watch{told: told}
	s.tellSymptoms(nil)
}

// tellSymptoms says what goes wrong, if that is news.
func (s *session) tellSymptoms(symptoms []lab.Symptom) {
	if len(symptoms) == 0 && len(s.watch.told) == 0 {
		return
	}
	s.watch.told = symptoms
	s.watch.streak = map[string]int{}
	list := make([]any, len(symptoms))
	for i, y := range symptoms {
		s.watch.streak[y.Code] = looksToCome
		list[i] = map[string]any{"code": y.Code, "args": table(y.Args), "remedy": prescription(y.Remedy)}
	}
	s.post(message{"type": "symptoms", "symptoms": list})
}

func prescription(p lab.Prescription) any {
	if p.Code == "" {
		return nil
	}
	changes := make([]any, len(p.Changes))
	for i, c := range p.Changes {
		changes[i] = map[string]any{"key": c.Key, "value": c.Value}
	}
	return map[string]any{"code": p.Code, "changes": changes, "reset": p.Reset}
}

// mend makes the changes that were offered for a symptom, all at once: they are undone
// as one. Where what was learned so far was learned without them, it begins anew.
func (s *session) mend(c command) *failure {
	if s.run == nil {
		return fail("no-experiment")
	}
	i := s.watch.tells(c.Text("code"))
	if i < 0 || s.watch.told[i].Remedy.Code == "" {
		return fail("no-remedy", "code", c.Text("code"))
	}
	remedy := s.watch.told[i].Remedy
	spec, err := remedy.Take(s.run.Spec())
	if err != nil {
		return notice.Of(err)
	}
	return s.turn(c, nil, func() (restarted bool, err error) {
		if restarted, err = s.run.Update(spec); err != nil || restarted || !remedy.Reset {
			return restarted, err
		}
		s.run.Reset()
		return true, nil
	})
}
