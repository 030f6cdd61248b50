package experiment

import (
	"slices"

	"nnplay/nn"
	"nnplay/nn/lab"
)

// A past is what a run remembers of where it has been, so that it can go back to any
// step: to the step that is remembered before it, and from there by training, to the
// same bits. A run that begins anew has no past.
type past struct {
	stays []stay // by step
	every uint64 // steps that lie between two of them at least, unless one is a turn
	end   uint64 // the latest step that can be gone to
	limit int    // of numbers; 0: maxRemembered
}

// A stay is what a run has to know to go on from where it was.
type stay struct {
	step   uint64
	spec   lab.Spec
	edits  edits
	cursor float32   // where in the pass over the training data it was
	values []float32 // nn.Unit.Carried
	lbfgs  nn.Curvature
	turn   bool // training alone does not lead here
}

// numbers returns how many float32 a stay takes.
func (s *stay) numbers() int { return len(s.values) + 2*s.lbfgs.Len() }

// Bounds of what is remembered: numbers, and stays, so that looking one up is quick.
const (
	maxRemembered = 1 << 23 // 32 MB
	maxStays      = 400
)

// Note remembers where the run is, if that is long enough after what is remembered
// last. Whoever trains it calls this now and then; a run that is never told remembers
// nothing, and costs nothing.
func (r *Run) Note() {
	p, step := &r.past, r.Steps()
	n := len(p.stays)
	if n == 0 || step > p.end && step >= p.stays[n-1].step+max(p.every, 1) {
		p.remember(r, false)
	}
	p.end = max(p.end, step)
}

// Known returns the earliest and the latest step that the run can go to.
func (r *Run) Known() (from, to uint64) {
	if len(r.past.stays) == 0 {
		return r.Steps(), r.Steps()
	}
	return r.past.stays[0].step, max(r.past.end, r.Steps())
}

// turned remembers where the run is after something was done to it that is no training:
// a setting or a weight was changed. What came later before is no longer so.
func (r *Run) turned() {
	p := &r.past
	if len(p.stays) == 0 {
		return
	}
	p.stays = slices.DeleteFunc(p.stays, func(s stay) bool { return s.step >= r.Steps() })
	p.remember(r, true)
	p.end = r.Steps()
}

// remember adds a stay, the latest of all.
func (p *past) remember(r *Run, turn bool) {
	p.stays = append(p.stays, r.stay(turn))
	for len(p.stays) > 1 && (len(p.stays) > maxStays || p.numbers() > p.most()) {
		p.thin()
	}
}

// numbers returns how many float32 are remembered.
func (p *past) numbers() (n int) {
	for i := range p.stays {
		n += p.stays[i].numbers()
	}
	return n
}

// most returns how many may be.
func (p *past) most() int {
	if p.limit > 0 {
		return p.limit
	}
	return maxRemembered
}

// thin forgets of the stays that training leads to those that lie closer together than
// before; where that helps no more, the earliest one.
func (p *past) thin() {
	p.every = max(2*p.every, 1)
	if p.every > 2*p.end {
		p.stays = slices.Delete(p.stays, 0, 1)
		return
	}
	last := len(p.stays) - 1
	kept := p.stays[:0]
	for i, s := range p.stays {
		if i == 0 || i == last || s.turn || s.step >= kept[len(kept)-1].step+p.every {
			kept = append(kept, s)
		}
	}
	clear(p.stays[len(kept):])
	p.stays = kept
}

// Back takes the run to the latest step up to a step that is remembered, with the
// settings that it had there but for those of what is shown, and returns how many
// steps are to be trained from there. What can't be gone to is the nearest step that
// can.
func (r *Run) Back(step uint64) (left int, err error) {
	s, left := r.before(step)
	return left, r.take(s)
}

// Twin returns a run of its own that is at a step, or the nearest one that this run
// can go to: what is done to it changes nothing here.
func (r *Run) Twin(step uint64) (*Run, error) {
	s, left := r.before(step)
	twin := &Run{engine: r.engine}
	if err := twin.build(s.spec); err != nil {
		return nil, err
	}
	if err := twin.take(s); err != nil {
		return nil, err
	}
	twin.course = r.course
	twin.Step(left)
	return twin, nil
}

// before returns the latest stay up to a step, and how many steps are left from there.
func (r *Run) before(step uint64) (s stay, left int) {
	stays := r.past.stays
	if len(stays) == 0 || step == r.Steps() {
		return r.stay(false), 0
	}
	from, to := r.Known()
	step = min(max(step, from), to)
	at := len(stays) - 1
	for stays[at].step > step {
		at--
	}
	return stays[at], int(step - stays[at].step)
}

// stay returns where the run is.
func (r *Run) stay(turn bool) stay {
	s := stay{step: r.machine.Steps, spec: r.spec, edits: r.edits, turn: turn}
	if at := r.machine.Slice(nn.Cursor); at != nil {
		s.cursor = at[0]
	}
	s.values = slices.Concat(r.machine.Unit.Carried(r.machine.Arena)...)
	if r.lbfgs != nil {
		s.lbfgs = r.lbfgs.Clone()
	}
	return s
}

// take goes to where the run was.
func (r *Run) take(s stay) error {
	if r.edits.compiled != s.edits.compiled {
		if err := r.recompile(s.edits.compiled); err != nil {
			return err
		}
	}
	r.spec, r.edits, r.machine.Steps = s.spec.ShownAs(r.spec), s.edits, s.step
	if r.lbfgs == nil { // which looks at all samples, always in one order
		r.beginPass()
		r.seek(s.cursor)
	}
	values := s.values
	for _, piece := range r.machine.Unit.Carried(r.machine.Arena) {
		values = values[copy(piece, values):]
	}
	if r.lbfgs != nil {
		r.lbfgs.Curvature = s.lbfgs.Clone()
	}
	if t, ok := r.task.(lab.Rewinder); ok {
		t.Rewind()
	}
	r.tune()
	r.forget()
	return nil
}
