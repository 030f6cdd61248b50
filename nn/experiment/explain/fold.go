package explain

import (
	"slices"

	"nnplay/nn"
	"nnplay/nn/program"
	"nnplay/nn/trace"
)

// An addend is a number that counts for another one, times a factor; with are the
// numbers that the factor is made of.
type addend struct {
	number trace.Number
	factor float64
	with   []trace.Number
}

// A folding goes from a number inwards to what it is told to be made of: what has a
// name, or belongs to another operation.
type folding struct {
	step    *Step
	root    trace.Number
	unfold  bool
	addends []addend
	ranks   map[trace.Number]rank
}

// border says whether the folding ends at a number, seen from an operation.
func (f *folding) border(n trace.Number, within scope) bool {
	s := f.step
	i := s.trace.Event(n)
	switch {
	case n == f.root:
		return false
	case f.unfold || i < 0 || s.trace.Events()[i].Program == nil:
		return true
	}
	e := s.trace.Events()[i]
	switch e.Program.Code[e.Instr].Op {
	case program.Random, program.Tick, program.Gather:
		return true
	}
	if n.At == f.root.At {
		return false // what the root was before it was added to, or updated
	}
	if p, ok := s.names.Locate(n.At); ok {
		return !(p.Gradient && !s.back(n)) // a gradient as an update has changed it is told by what Backward left
	}
	return !within.holds(s, e)
}

// within returns the scope seen from a number.
func (f *folding) within(n trace.Number, from scope) scope {
	if n.At != f.root.At && !f.changed(n) {
		return from
	}
	return f.step.scopeOf(f.step.trace.Events()[f.step.trace.Event(n)])
}

// changed says whether a number is a gradient that was changed since Backward.
func (f *folding) changed(n trace.Number) bool {
	p, ok := f.step.names.Locate(n.At)
	return ok && p.Gradient && !f.step.back(n)
}

// sum returns the addends that a number is made of; ok is false where it is no sum,
// as its last instruction is a function that is not linear.
func (f *folding) sum(within scope) (terms []addend, ok bool) {
	o, _ := f.step.trace.Origin(f.root)
	if !additive(o.Instruction()) {
		return nil, false
	}
	f.expand(o, 1, nil, within)
	return f.addends, true
}

// additive says whether the result of an instruction is a sum of multiples of what
// it reads.
func additive(c *program.Instr) bool {
	switch c.Op {
	case program.Map:
		_, ok := linear[c.Func]
		return ok || c.Func == program.Select
	case program.Gemm, program.Sum, program.Gather, program.Scatter:
		return true
	}
	return false
}

// picks says whether an instruction hands on the larger or the smaller of two.
func picks(c *program.Instr) bool {
	return c.Op == program.Map && (c.Func == program.Larger || c.Func == program.Smaller) && !c.Acc
}

// visit adds a multiple of a number: as a term, or by what it is made of in turn.
func (f *folding) visit(n trace.Number, factor float64, with []trace.Number, within scope) {
	if !f.border(n, within) {
		o, _ := f.step.trace.Origin(n)
		if c := o.Instruction(); additive(c) || picks(c) {
			f.expand(o, factor, with, f.within(n, within))
			return
		}
	}
	f.add(n, factor, with)
}

// add adds a multiple of a number as a term.
func (f *folding) add(n trace.Number, factor float64, with []trace.Number) {
	if len(with) == 0 && f.nothing(n) {
		return
	}
	for i := range f.addends[:min(len(f.addends), maxMerged)] {
		if a := &f.addends[i]; a.number == n {
			a.factor += factor
			for _, w := range with {
				if !slices.Contains(a.with, w) {
					a.with = append(a.with, w)
				}
			}
			return
		}
	}
	f.addends = append(f.addends, addend{n, factor, slices.Clone(with)})
}

// nothing says whether a number is the constant 0, such as what a gradient that is
// written in parts begins with.
func (f *folding) nothing(n trace.Number) bool {
	p, ok := f.step.names.Locate(n.At)
	return ok && p.Role == nn.RoleConstant && f.value(n) == 0
}

// maxMerged is among how many addends one is looked for that is of the same number:
// those of an update, a gate or a loss, not of a long sum.
const maxMerged = 64

// expand adds what an instruction adds up.
func (f *folding) expand(o trace.Origin, factor float64, with []trace.Number, within scope) {
	c := o.Instruction()
	if o.Begins {
		f.visit(o.Terms[0], factor, with, within)
	}
	terms := o.Operands()
	switch c.Op {
	case program.Gemm:
		for i := 0; i < len(terms); i += 2 {
			f.product(terms[i], terms[i+1], factor, with, within)
		}
	case program.Sum:
		for _, t := range terms {
			f.visit(t, factor, with, within)
		}
	case program.Gather, program.Scatter:
		f.visit(terms[0], factor, f.by(with, terms[1]), within)
	case program.Map:
		switch {
		case c.Func == program.Select || picks(c):
			chosen, reason := f.choice(c.Func, terms)
			f.visit(chosen, factor, f.by(with, reason), within)
		default:
			f.mapped(linear[c.Func], terms, factor, with, within)
		}
	}
}

// choice returns the argument that a function hands on, and the one that is why.
func (f *folding) choice(fn program.Func, t []trace.Number) (chosen, reason trace.Number) {
	a, b := f.value(t[0]), f.value(t[1])
	switch {
	case fn == program.Select && a != 0:
		return t[1], t[0]
	case fn == program.Select:
		return t[2], t[0]
	case fn == program.Larger && a > b, fn == program.Smaller && a < b:
		return t[0], t[1]
	}
	return t[1], t[0]
}

// mapped adds what a linear function adds up.
func (f *folding) mapped(l form, terms []trace.Number, factor float64, with []trace.Number, within scope) {
	for i, t := range terms {
		if l.plain[i] != 0 {
			f.visit(t, factor*l.plain[i], with, within)
		}
	}
	if n := len(terms); l.product != 0 {
		f.product(terms[n-2], terms[n-1], factor*l.product, with, within)
	}
	if l.scale != nil {
		by := terms[1-l.carries]
		f.visit(terms[l.carries], factor*float64(l.scale(f.step.trace.Value(by))), f.by(with, by), within)
	}
}

// product adds a·b: one of the two is what counts, the other a factor.
func (f *folding) product(a, b trace.Number, factor float64, with []trace.Number, within scope) {
	if a == b {
		f.add(b, factor*f.value(a), f.by(with, a)) // a square is one of what it is made of
		return
	}
	if f.rank(a) > f.rank(b) {
		a, b = b, a
	}
	f.visit(b, factor*f.value(a), f.by(with, a), within)
}

// by adds a number to those that a factor is made of, unless it is a constant.
func (f *folding) by(with []trace.Number, n trace.Number) []trace.Number {
	n = f.source(n)
	if p, ok := f.step.names.Locate(n.At); ok && p.Role == nn.RoleConstant {
		return with
	}
	return append(with[:len(with):len(with)], n)
}

// source returns what a number without a name is a copy of.
func (f *folding) source(n trace.Number) trace.Number {
	for {
		if _, named := f.step.names.Locate(n.At); named || f.unfold {
			return n
		}
		o, ok := f.step.trace.Origin(n)
		if !ok || o.Begins || o.Instruction().Op != program.Map || o.Instruction().Func != program.Copy {
			return n
		}
		n = o.Terms[0]
	}
}

func (f *folding) value(n trace.Number) float64 { return float64(f.step.trace.Value(n)) }
