package lab

import (
	"slices"

	"nnplay/nn/setting"
)

// At returns the settings after so many steps, of which nothing is changed on the way.
func (s Spec) At(step uint64) Spec {
	made, _ := setting.ChangesUntil(s.Log, step)
	s.Log = nil
	for _, c := range made {
		if f, ok := s.Family.Find(c.Key); ok {
			f.Parse(&s, c.Value)
		}
	}
	return s
}

// TakeLog makes changes what is changed on the way. One that can't be made is left out,
// and a notice names it.
func (s *Spec) TakeLog(changes []setting.Change) (notices []setting.Notice) {
	s.Log = nil
	now := *s
	sorted := slices.Clone(changes)
	slices.SortStableFunc(sorted, setting.CompareChanges)
	var last setting.Change
	for _, c := range sorted {
		if c.Key == last.Key && c.Step == last.Step {
			notices = append(notices, setting.NoteChange("at-duplicate", c.Pair().Value, c))
			continue
		}
		given := c.Pair().Value
		if problem := now.takeChange(&c); problem != "" {
			notices = append(notices, setting.NoteChange(problem, given, c))
			continue
		}
		last = c
		s.Log = append(s.Log, c)
	}
	return notices
}

// takeChange makes a change, whose value becomes canonical. It returns the code of why
// it can't be made, "" if it can.
func (s *Spec) takeChange(c *setting.Change) (problem string) {
	if c.AboutWeight() {
		return ""
	}
	f, ok := s.Family.Find(c.Key)
	switch {
	case !ok:
		return "at-key"
	case f.Shows():
		return "at-shown"
	case f.Restarts:
		return "at-restarts"
	}
	next := *s
	if f.Parse(&next, c.Value) != "" {
		return "at-value"
	}
	c.Value = f.Get(&next)
	if repaired := next; len(repaired.Repair(c.Key)) > 0 {
		return "at-combination"
	}
	if next.RestartsFrom(*s) {
		return "at-restarts"
	}
	*s = next
	return ""
}

// Differences lists the settings in which a spec differs from another one of its
// family, but for those of what is shown, as changes at a step.
func (s Spec) Differences(from Spec, step uint64) (all []setting.Change) {
	for i := range s.Family.Settings {
		f := &s.Family.Settings[i]
		if text := f.Get(&s); !f.Shows() && text != f.Get(&from) {
			all = append(all, setting.Change{Step: step, Key: f.Key, Value: text})
		}
	}
	slices.SortFunc(all, setting.CompareChanges)
	return all
}
