package labtest

import (
	"testing"

	"nnplay/nn/experiment"
	"nnplay/nn/lab"
)

// Watch trains on to a step, looks so many times on the way, and tells what goes wrong
// at each of these moments.
func Watch(r *experiment.Run, step uint64, looks int, tell func(m lab.Metrics, shown []lab.Symptom)) {
	var h experiment.History
	from := r.Steps()
	for i := range looks + 1 {
		r.Step(int(from + (step-from)*uint64(i)/uint64(looks) - r.Steps()))
		m := r.Metrics()
		h.Add(m)
		tell(m, r.Symptoms(&h, m))
	}
}

// Symptoms trains on to a step, looking so many times on the way, and returns what
// goes wrong then.
func Symptoms(t testing.TB, r *experiment.Run, step uint64, looks int) (last []lab.Symptom) {
	t.Helper()
	Watch(r, step, looks, func(_ lab.Metrics, shown []lab.Symptom) { last = shown })
	return last
}
