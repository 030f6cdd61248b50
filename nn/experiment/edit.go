package experiment

import (
	"strconv"

	"nnplay/nn"
	"nnplay/nn/lab"
	"nnplay/nn/setting"
)

// edits is what was done to a run's parameters by hand.
type edits struct {
	made     bool
	compiled bool // the step's program keeps what is frozen
	frozen   int  // number of elements
}

// Edited reports whether parameters were set or frozen by hand since the start.
func (r *Run) Edited() bool { return r.edits.made }

// SetWeight sets element index of a parameter; the run goes on from there. Before the
// first step it sets what the parameter begins with, so that the spec says it. A
// link that L1 had removed is there again. It is an error if there is no such
// element, or the value is not one of -10⁶ .. 10⁶.
func (r *Run) SetWeight(name string, index int, value float32) error {
	p, err := r.parameter(name, index)
	if err != nil {
		return err
	}
	if !(value >= -setting.MaxWeight && value <= setting.MaxWeight) {
		return setting.Refuse("bad-weight", "given", strconv.FormatFloat(float64(value), 'g', 4, 32), "limit", strconv.Itoa(setting.MaxWeight))
	}
	r.write(p, index, value)
	if r.Steps() == 0 && !r.course.untold && r.give(p, index, value) {
		r.touched()
		r.turned()
		return nil
	}
	r.noteWeight(setting.WeightKey(name, indexOf(p, index)), setting.FormatFloat(value))
	return nil
}

// write sets element index of a parameter.
func (r *Run) write(p *nn.Parameter, index int, value float32) {
	r.machine.Slice(p.Name)[index] = value
	if held := r.machine.Slice(nn.FrozenValue); held != nil {
		held[p.Offset()+index] = value
	}
	if alive := r.machine.Slice(nn.Alive(p.Name)); alive != nil {
		alive[index] = 1
	}
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
	if err := r.hold(p, index, frozen); err != nil {
		return err
	}
	r.noteWeight(setting.FreezeKey(name, indexOf(p, index)), strconv.FormatBool(frozen))
	return nil
}

// hold freezes element index of a parameter that is not frozen, or lets it go.
func (r *Run) hold(p *nn.Parameter, index int, frozen bool) error {
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
	r.machine.Slice(nn.Frozen)[at] = flag
	r.machine.Slice(nn.FrozenValue)[at] = r.machine.Slice(p.Name)[index]
	if r.edits.frozen == 0 {
		return r.recompile(false)
	}
	return nil
}

// parameter looks up a parameter that has an element of that number.
func (r *Run) parameter(name string, index int) (*nn.Parameter, error) {
	for _, p := range r.machine.Unit.Parameters() {
		if p.Name == name && index >= 0 && index < p.Len() {
			return p, nil
		}
	}
	return nil, setting.Refuse("no-weight", "given", name+"["+strconv.Itoa(index)+"]")
}

func (r *Run) frozen(p *nn.Parameter, index int) bool {
	flags := r.machine.Slice(nn.Frozen)
	return flags != nil && flags[p.Offset()+index] != 0
}

// noteWeight notes that a weight was changed by hand at the present step.
func (r *Run) noteWeight(key, value string) {
	r.note(func(c course) course { return c.write(setting.Change{Step: r.Steps(), Key: key, Value: value}) })
	r.edits.made = true
	r.touched()
	r.turned()
}

// untold notes that something was done by hand that no change says.
func (r *Run) untold() {
	r.course = r.course.cut(r.Steps())
	r.course.untold = true
	r.edits.made = true
	r.touched()
	r.turned()
}

// touched forgets what was learned from where the run stood before, which is no
// longer true.
func (r *Run) touched() {
	r.forget()
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
	next.machine.Unit.Carry(next.machine.Arena, r.machine.Unit, r.machine.Arena)
	r.become(next)
	r.tune()
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
	r.forget()
}

// frozenViews returns which elements of each parameter are frozen, if some are.
func (r *Run) frozenViews() (views []lab.View) {
	if r.edits.frozen == 0 {
		return nil
	}
	for _, p := range r.machine.Unit.Parameters() {
		flags := make([]uint8, p.Len())
		for i := range flags {
			if r.frozen(p, i) {
				flags[i] = 1
			}
		}
		views = append(views, lab.View{Name: p.Name + "/frozen", Shape: p.Shape, U8: flags})
	}
	return views
}

// forget tells the task that the network is another one.
func (r *Run) forget() {
	if t, ok := r.task.(lab.Forgetter); ok {
		t.Forget()
	}
}
