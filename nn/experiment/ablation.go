package experiment

import (
	"slices"
	"strconv"

	"nnplay/nn"
	"nnplay/nn/lab"
	"nnplay/nn/program"
	"nnplay/nn/setting"
)

// An ablation is what is switched off for whoever looks at a run, and what it takes.
type ablation struct {
	parts    []nn.Part
	tensors  []string // whose parts can be switched off as the programs are compiled
	compiled *nn.Ablation
	lens     *lens
	known    []nn.Named // Run.Parts, nil until it is asked for
}

// MaxParts is the most parts that are off at once.
const MaxParts = 256

// A lens executes, while it is on, what stands in for the programs that look at a run.
type lens struct {
	program.Executor
	programs map[*program.Program]*program.Program
	on       bool
}

// Run implements program.Executor.
func (l *lens) Run(p *program.Program, times int) {
	if q := l.programs[p]; l.on && q != nil {
		p = q
	}
	l.Executor.Run(p, times)
}

// Parts returns what has parts that can be switched off, and where they lie.
func (r *Run) Parts() []nn.Named {
	if r.ablation.known == nil {
		r.ablation.known = r.machine.Unit.Parts()
	}
	return r.ablation.known
}

// Part returns the part of a tensor in which an element lies, counted in what one sample
// has of it; a layer's name stands for what the layer puts out. Element -1 is in all parts.
// It is an error if there is no such element.
func (r *Run) Part(tensor string, element int) (nn.Part, error) {
	all := r.Parts()
	for _, name := range []string{tensor, tensor + "/out", tensor + "/hidden"} {
		i := slices.IndexFunc(all, func(t nn.Named) bool { return t.Name == name })
		switch {
		case i < 0:
		case element < 0:
			return nn.Part{Tensor: name, At: -1}, nil
		case all[i].Role != nn.RoleParameter || element < all[i].PartCount():
			return nn.Part{Tensor: name, At: all[i].PartOf(element)}, nil
		}
	}
	return nn.Part{}, setting.Refuse("no-part", "given", tensor)
}

// Off returns the parts that are switched off.
func (r *Run) Off() []nn.Part { return r.ablation.parts }

// Ablate switches parts of the network off for whoever looks at it, and all others on:
// what the views show and what the network answers is what it makes of the data without
// them. Training, its metrics and what is saved are as if nothing was off. It is an
// error if there is no such part, or there are too many.
func (r *Run) Ablate(parts ...nn.Part) error {
	if len(parts) > MaxParts {
		return setting.Refuse("too-many-parts", "limit", strconv.Itoa(MaxParts))
	}
	all := r.Parts()
	a := &r.ablation
	tensors := slices.Clone(a.tensors)
	for _, part := range parts {
		i := slices.IndexFunc(all, func(t nn.Named) bool { return t.Name == part.Tensor })
		if i < 0 || part.At < -1 || part.At >= all[i].PartCount() {
			return setting.Refuse("no-part", "given", part.Tensor+"["+strconv.Itoa(part.At)+"]")
		}
		if !slices.Contains(tensors, part.Tensor) {
			tensors = append(tensors, part.Tensor)
		}
	}
	if len(tensors) > len(a.tensors) {
		was := a.tensors
		a.tensors = tensors
		if err := r.execute(r.machine.Unit, r.machine.Arena); err != nil {
			a.tensors = was
			return err
		}
	}
	a.parts = slices.Clone(parts)
	r.switchOff()
	r.forget()
	return nil
}

// execute makes the executor of a unit's programs over an arena that begins as the one
// given does, and of those that stand in for them.
func (r *Run) execute(unit *nn.Unit, arena []float32) error {
	a := &r.ablation
	programs := unit.All()
	if len(a.tensors) > 0 {
		a.compiled = unit.Ablate(a.tensors...)
		for _, p := range unit.All() {
			if q := a.compiled.Programs[p]; q != nil {
				programs = append(programs, q)
			}
		}
		arena = append(make([]float32, 0, a.compiled.Size), arena[:unit.Size]...)[:a.compiled.Size]
	}
	exec, err := r.engine(arena, programs...)
	if err != nil {
		return err
	}
	if len(a.tensors) > 0 {
		a.lens = &lens{Executor: exec, programs: a.compiled.Programs}
		exec = a.lens
	}
	r.machine = lab.Machine{Unit: unit, Arena: arena, Exec: exec, Steps: r.machine.Steps}
	if r.lbfgs != nil {
		r.lbfgs = r.newLBFGS()
	}
	return nil
}

// switchOff writes what is off where the programs read it.
func (r *Run) switchOff() {
	if a := &r.ablation; a.compiled != nil {
		a.compiled.Switch(r.machine.Arena, a.parts...)
	}
}

// look makes what is switched off missing until the returned function is called.
func (r *Run) look() (end func()) {
	l := r.ablation.lens
	if l == nil || len(r.ablation.parts) == 0 || l.on {
		return func() {}
	}
	l.on = true
	r.forget()
	return func() {
		l.on = false
		r.forget()
	}
}

// Without evaluates the network without what is switched off.
func (r *Run) Without() lab.Metrics {
	defer r.look()()
	return r.Metrics()
}

// Worth evaluates the network without one part, whatever is switched off.
func (r *Run) Worth(part nn.Part) (lab.Metrics, error) {
	was := r.ablation.parts
	if err := r.Ablate(part); err != nil {
		return lab.Metrics{}, err
	}
	defer r.Ablate(was...)
	return r.Without(), nil
}

// offViews returns which parts are off of each tensor of which some are: (parts, elements
// of one sample that lie together in each), 1 for what is off.
func (r *Run) offViews() (views []lab.View) {
	off := func(name string, at int) bool {
		return slices.Contains(r.ablation.parts, nn.Part{Tensor: name, At: at})
	}
	for i := range r.Parts() {
		t := &r.Parts()[i]
		if !slices.ContainsFunc(r.ablation.parts, func(p nn.Part) bool { return p.Tensor == t.Name }) {
			continue
		}
		together := 1
		if t.Role != nn.RoleParameter {
			for _, n := range t.Shape[t.Axis()+1:] {
				together *= n
			}
		}
		v := lab.View{Name: t.Name + "/off", Shape: []int{t.PartCount(), together}, U8: make([]uint8, t.PartCount()*together)}
		for i := range v.U8 {
			if off(t.Name, i/together) || off(t.Name, -1) {
				v.U8[i] = 1
			}
		}
		views = append(views, v)
	}
	return views
}
