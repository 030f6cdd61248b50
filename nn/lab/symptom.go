package lab

// A Symptom is something that goes wrong in a run that goes on.
type Symptom struct {
	Code   string            // of the translations symptom.CODE and why.CODE
	Args   map[string]string // what stands for the names in them: the numbers that it was seen by
	Remedy Prescription      // the zero one: none is known
}

// A Rule notices one thing that goes wrong. Those that families share are in package
// rule; a family lists them with its own, the most telling first.
type Rule struct {
	Code string
	// Sees tells whether it shows, and by which numbers: finite ones as strconv writes
	// them, to be typeset by who shows them.
	Sees     func(e *Evidence) (args map[string]string, sees bool)
	Remedies []Remedy // the first that suits
	Explains []string // codes of what this brings along, which is not told beside it
}

// Symptoms returns what goes wrong, the most telling first, and what mends it.
func (e *Evidence) Symptoms() (shown []Symptom) {
	explained := map[string]bool{}
	for _, rule := range e.Spec.Family.Rules {
		if explained[rule.Code] {
			continue
		}
		args, sees := rule.Sees(e)
		if !sees {
			continue
		}
		shown = append(shown, Symptom{rule.Code, args, e.prescribe(rule.Remedies)})
		for _, code := range rule.Explains {
			explained[code] = true
		}
	}
	return shown
}
