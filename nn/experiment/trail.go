package experiment

import (
	"math"
	"slices"

	"nnplay/nn/lab"
)

// Trail returns where the run has been in the space of its weights, (P) at each of up to
// so many of the steps that are remembered, evenly chosen, the present one last. Nobody
// may change what it returns.
func (r *Run) Trail(most int) (steps []uint64, weights [][]float32) {
	size := len(r.machine.Unit.Weights(r.machine.Arena))
	for _, s := range r.past.stays {
		if s.step < r.Steps() && len(s.values) >= size {
			steps, weights = append(steps, s.step), append(weights, s.values[:size:size])
		}
	}
	if n := len(steps); n >= most {
		for i := range most - 1 {
			at := i * (n - 1) / max(most-2, 1)
			steps[i], weights[i] = steps[at], weights[at]
		}
		steps, weights = steps[:most-1], weights[:most-1]
	}
	return append(steps, r.Steps()), append(weights, slices.Clone(r.machine.Unit.Weights(r.machine.Arena)))
}

// LossAt returns the training loss that the network would have with other weights (P);
// the run keeps its own. It is NaN where several networks have losses of their own, or
// one hangs on what is drawn.
func (r *Run) LossAt(weights []float32) float64 {
	task, ok := r.task.(lab.Minimizer)
	if !ok {
		return math.NaN()
	}
	own := r.machine.Unit.Weights(r.machine.Arena)
	kept := slices.Clone(own)
	defer func() {
		copy(own, kept)
		r.forget()
	}()
	copy(own, weights)
	r.forget()
	return task.TrainLoss(&r.machine)
}

// Beside returns a run of its own that begins where this one did, with other settings: what
// this one would become if it were given them.
func (r *Run) Beside(spec lab.Spec) (*Run, error) {
	if err := spec.Validate(); err != nil {
		return nil, err
	}
	beside := &Run{engine: r.engine}
	return beside, beside.build(r.course.anew(r.spec, spec))
}
