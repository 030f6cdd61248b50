package experiment

// A Mark is a place in a run to look back to. The zero Mark is none.
type Mark struct {
	arena []float32
	steps uint64
}

// maxMarked is the largest arena, in numbers, that is copied for a mark: more
// would cost as much time as training.
const maxMarked = 1 << 19

// Mark notes where the run is. It reports whether it could.
func (r *Run) Mark(m *Mark) bool {
	if r.lbfgs != nil || len(r.machine.Arena) > maxMarked {
		m.arena = nil
		return false
	}
	m.arena = append(m.arena[:0], r.machine.Arena...)
	m.steps = r.machine.Steps
	return true
}

// Pinpoint returns after which step since a mark a parameter was first no
// longer made of numbers, and which. The run, which has to have diverged since,
// is afterwards where it was before. Where there is no mark, or the run can't be
// repeated from it, it answers for the present step.
func (r *Run) Pinpoint(m *Mark) (step uint64, tensor string) {
	step, tensor = r.machine.Steps, r.Diverged()
	if m.arena == nil || len(m.arena) != len(r.machine.Arena) || m.steps >= r.machine.Steps {
		return step, tensor
	}
	end := r.machine.Steps
	copy(r.machine.Arena, m.arena)
	r.machine.Steps = m.steps
	r.spec = r.course.at(m.steps).ShownAs(r.spec)
	r.tune()
	for r.machine.Steps < end {
		r.Step(1)
		if name := r.Diverged(); name != "" {
			step, tensor = r.machine.Steps, name
			break
		}
	}
	r.Step(int(end - r.machine.Steps))
	return step, tensor
}
