package experiment

import (
	"math"
	"strconv"

	"nnplay/nn"
)

// edits is what was done to a run by hand. A link does not carry it.
type edits struct {
	made     bool
	compiled bool // the step's program keeps what is frozen
	frozen   int  // number of elements
}

// maxWeight bounds a parameter that is set by hand.
const maxWeight = 1e6

// Edited reports whether parameters were set or frozen by hand since the start:
// then the spec does not tell all about the run.
func (r *Run) Edited() bool { return r.edits.made }

// SetWeight sets element index of a parameter; the run goes on from there. A
// link that L1 had removed is there again. It is an error if there is no such
// element, or the value is not one of -10⁶ .. 10⁶.
func (r *Run) SetWeight(name string, index int, value float32) error {
	p, err := r.parameter(name, index)
	if err != nil {
		return err
	}
	if !(value >= -maxWeight && value <= maxWeight) {
		return refuse("bad-weight", "given", strconv.FormatFloat(float64(value), 'g', 4, 32), "limit", strconv.Itoa(maxWeight))
	}
	r.unit.Slice(r.arena, name)[index] = value
	if held := r.unit.Slice(r.arena, nn.FrozenValue); held != nil {
		held[p.Offset()+index] = value
	}
	if alive := r.unit.Slice(r.arena, nn.Alive(name)); alive != nil {
		alive[index] = 1
	}
	r.edited()
	return nil
}

// Freeze makes element index of a parameter stand still while the others
// train, or lets it go again. It is an error if there is no such element.
func (r *Run) Freeze(name string, index int, frozen bool) error {
	p, err := r.parameter(name, index)
	if err != nil {
		return err
	}
	if frozen == r.frozen(p, index) {
		return nil
	}
	if frozen && !r.edits.compiled {
		if err := r.recompile(true); err != nil {
			return err
		}
	}
	flag := float32(0)
	if frozen {
		flag = 1
		r.edits.frozen++
	} else {
		r.edits.frozen--
	}
	at := p.Offset() + index
	r.unit.Slice(r.arena, nn.Frozen)[at] = flag
	r.unit.Slice(r.arena, nn.FrozenValue)[at] = r.unit.Slice(r.arena, name)[index]
	if r.edits.frozen == 0 {
		if err := r.recompile(false); err != nil {
			return err
		}
	}
	r.edited()
	return nil
}

// parameter looks up a parameter that has an element of that number.
func (r *Run) parameter(name string, index int) (*nn.Parameter, error) {
	for _, p := range r.unit.Parameters() {
		if p.Name == name && index >= 0 && index < p.Len() {
			return p, nil
		}
	}
	return nil, refuse("no-weight", "given", name+"["+strconv.Itoa(index)+"]")
}

func (r *Run) frozen(p *nn.Parameter, index int) bool {
	flags := r.unit.Slice(r.arena, nn.Frozen)
	return flags != nil && flags[p.Offset()+index] != 0
}

// edited notes that the run was changed by hand: what was learned from where
// it stood before is no longer true.
func (r *Run) edited() {
	r.edits.made = true
	r.judged = judgement{}
	if r.lbfgs != nil {
		r.lbfgs.Restart()
	}
}

// recompile makes the programs anew, with or without what freezing takes, and
// goes on with the same numbers.
func (r *Run) recompile(freeze bool) error {
	next := *r
	if err := next.compile(freeze); err != nil {
		return err
	}
	next.unit.Carry(next.arena, r.unit, r.arena)
	r.become(next)
	r.setHypers()
	return nil
}

// become takes over a run that was compiled.
func (r *Run) become(next Run) {
	*r = next
	if r.lbfgs != nil {
		r.lbfgs = r.newLBFGS() // of r, not of next
	}
}

// forgetEdits leaves nothing of them but, where an engine refuses to compile
// the step without it, a mask of which nothing is frozen.
func (r *Run) forgetEdits() {
	if r.edits.compiled {
		r.recompile(false)
	}
	r.edits = edits{compiled: r.edits.compiled}
	r.judged = judgement{}
}

// editViews returns, of each parameter, the gradient that the last step
// followed, after clipping and with the penalty of L2, if there was a step; and
// which elements are frozen, if some are.
func (r *Run) editViews() (views []View) {
	for _, p := range r.unit.Parameters() {
		if r.steps > 0 {
			gradient := append([]float32(nil), r.unit.Gradient(r.arena, p)...)
			views = append(views, View{Name: p.Name + "/gradient", Shape: p.Shape, F32: gradient})
		}
		if r.edits.frozen > 0 {
			flags := make([]uint8, p.Len())
			for i := range flags {
				if r.frozen(p, i) {
					flags[i] = 1
				}
			}
			views = append(views, View{Name: p.Name + "/frozen", Shape: p.Shape, U8: flags})
		}
	}
	return views
}

// A judgement is which samples a classifier got wrong, and when.
type judgement struct {
	known       bool
	steps       uint64
	train, test []uint8 // 1 for each sample that is taken for another class
}

// judge notes the classes of outputs that were just evaluated.
func (r *Run) judge(trainOut, testOut []float32) {
	r.judged = judgement{true, r.steps, r.wrong(&r.problem.train, trainOut), r.wrong(&r.problem.test, testOut)}
}

func (r *Run) wrong(s *split, out []float32) []uint8 {
	k := r.problem.units
	flags := make([]uint8, s.len())
	for i := range flags {
		if r.problem.classify(out[i*k:(i+1)*k]) != int(s.points.Y[i]) {
			flags[i] = 1
		}
	}
	return flags
}

// wrongViews returns which of the points that Static shows are taken for
// another class; none for regression.
func (r *Run) wrongViews() []View {
	if r.problem.classes == 0 || r.problem.empty {
		return nil
	}
	if !r.judged.known || r.judged.steps != r.steps {
		_, trainOut := r.evaluate(&r.problem.train)
		_, testOut := r.evaluate(&r.problem.test)
		r.judge(trainOut, testOut)
	}
	view := func(name string, flags []uint8) View {
		n := min(len(flags), maxShown)
		return View{Name: name, Shape: []int{n}, U8: append([]uint8{}, flags[:n]...)}
	}
	return []View{view("wrong/train", r.judged.train), view("wrong/test", r.judged.test)}
}

// isFinite reports whether v is a number.
func isFinite(v float32) bool { return !math.IsNaN(float64(v)) && !math.IsInf(float64(v), 0) }
