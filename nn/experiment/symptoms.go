package experiment

import "nnplay/nn/lab"

// Symptoms returns what goes wrong, as far as can be seen in how the run has done so
// far, in how it does now, in its gradients at this look and the last ones, which the
// history remembers, and in what its hidden layers put out.
func (r *Run) Symptoms(h *History, now lab.Metrics) []lab.Symptom {
	if len(r.spec.Family.Rules) == 0 || r.spec.NoData() != "" {
		return nil
	}
	if r.Steps() > 0 {
		h.look(lab.LookAt(&r.machine))
	}
	e := lab.Evidence{
		Spec: r.spec, Guess: r.Guess(), Moments: h.moments, Now: now, Looks: h.looks, Task: r.task, Machine: &r.machine,
	}
	return e.Symptoms()
}
