package labtest

import (
	"testing"

	"nnplay/nn/experiment"
	"nnplay/nn/lab"
)

// Symptoms trains on to a step, looking so many times on the way, and returns what
// goes wrong then.
func Symptoms(t testing.TB, r *experiment.Run, step uint64, looks int) (shown []lab.Symptom) {
	t.Helper()
	var h experiment.History
	from := r.Steps()
	for i := range looks + 1 {
		r.Step(int(from + (step-from)*uint64(i)/uint64(looks) - r.Steps()))
		m := r.Metrics()
		h.Add(m)
		if i == looks {
			shown = r.Symptoms(&h, m)
		}
	}
	return shown
}
