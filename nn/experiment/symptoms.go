package experiment

import "nnplay/nn/lab"

// Symptoms returns what goes wrong, as far as can be seen in how the run has done so
// far, in how it does now, and in what its hidden layers put out.
func (r *Run) Symptoms(h *History, now lab.Metrics) []lab.Symptom {
	e := lab.Evidence{Spec: r.spec, Moments: h.moments, Now: now}
	if a, ok := r.task.(lab.Activator); ok {
		e.Layers = a.Activations(&r.machine)
	}
	return e.Symptoms()
}
