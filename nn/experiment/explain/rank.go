package explain

import (
	"nnplay/nn"
	"nnplay/nn/program"
	"nnplay/nn/trace"
)

// A rank says which of two numbers that are multiplied counts, and which is the
// factor: what an operation hands on counts more than what it does it by. Of equals
// the second counts.
type rank int

const (
	constant rank = 1 + iota
	hyper
	parameter
	state // and random numbers
	activation
	gradient
	own // what stood in the place of the root, or is made of it
)

// roleRanks has a row a role.
var roleRanks = map[nn.Role]rank{
	nn.RoleConstant: constant, nn.RoleHyper: hyper, nn.RoleParameter: parameter,
	nn.RoleState: state, nn.RoleInput: activation, nn.RoleResult: activation,
}

// rank returns the rank of a number: of one without a name that of what it was made
// of. Of a long sum the first terms tell.
func (f *folding) rank(n trace.Number) rank {
	if n.At == f.root.At {
		return own
	}
	if p, ok := f.step.names.Locate(n.At); ok {
		if p.Gradient {
			return gradient
		}
		if i := f.step.trace.Event(n); p.Role == nn.RoleResult && i >= 0 && find(f.step.innermost(f.step.trace.Events()[i])).factor {
			return state
		}
		return roleRanks[p.Role]
	}
	if r, ok := f.ranks[n]; ok {
		return r
	}
	o, ok := f.step.trace.Origin(n)
	if !ok {
		return constant // padding
	}
	f.ranks[n] = constant // where a number leads back to itself it adds nothing
	r := constant
	for _, t := range f.carriers(&o) {
		r = max(r, f.rank(t))
	}
	f.ranks[n] = r
	return r
}

// carriers returns the terms that say of which rank their result is: not what it is
// only divided by, or chosen by.
func (f *folding) carriers(o *trace.Origin) []trace.Number {
	terms := o.Operands()
	switch c := o.Instruction(); c.Op {
	case program.Random, program.Tick:
		return nil
	case program.Gather, program.Scatter:
		return terms[:1]
	case program.Map:
		switch l := linear[c.Func]; {
		case c.Func == program.Select:
			return terms[1:]
		case l.scale != nil:
			return terms[l.carries : l.carries+1]
		}
	}
	return terms[:min(len(terms), 3)]
}
