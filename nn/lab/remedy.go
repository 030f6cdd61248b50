package lab

// A Change is a setting and another value of it, as in links.
type Change struct{ Key, Value string }

// A Remedy is what may mend a symptom: settings that change.
type Remedy struct {
	Code string // of the translation remedy.CODE, of the first change's value
	// Reset says that training has to begin anew for it, even if no setting asks for
	// that.
	Reset bool
	// Dose returns the changes that suit a run, none where it is no remedy for it.
	Dose func(e *Evidence) []Change
}

// A Prescription is a remedy for a run.
type Prescription struct {
	Code    string // "": none
	Changes []Change
	Reset   bool
}

// Take makes the changes in a spec, and says what else had to change.
func (p Prescription) Take(s Spec) (Spec, error) {
	for _, c := range p.Changes {
		if err := s.Set(c.Key, c.Value); err != nil {
			return s, err
		}
	}
	return s, nil
}

// prescribe returns the first remedy that suits: that has changes, which are possible
// and make another experiment.
func (e *Evidence) prescribe(remedies []Remedy) Prescription {
	for _, r := range remedies {
		p := Prescription{r.Code, r.Dose(e), r.Reset}
		if len(p.Changes) == 0 {
			continue
		}
		if changed, err := p.Take(e.Spec); err == nil && !changed.Equal(e.Spec) {
			return p
		}
	}
	return Prescription{}
}
