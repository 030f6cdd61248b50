package explain

import (
	"nnplay/nn"
	"nnplay/nn/program"
	"nnplay/nn/trace"
)

// slopes returns what enters an operation, but for constants, as seen from the root, each with the slope
// of the root by it: reverse accumulation, in float64, through what the operation
// computed on the way.
func (f *folding) slopes(within scope) []addend {
	s := f.step
	var inner, leaves []trace.Number // in the order in which they were made, and met
	seen := map[trace.Number]bool{}
	var visit func(n trace.Number)
	visit = func(n trace.Number) {
		if seen[n] {
			return
		}
		seen[n] = true
		if f.border(n, within) {
			leaves = append(leaves, n)
			return
		}
		o, _ := s.trace.Origin(n)
		for _, t := range differentiable(&o) {
			visit(t)
		}
		inner = append(inner, n)
	}
	visit(f.root)
	slope := map[trace.Number]float64{f.root: 1}
	for i := len(inner) - 1; i >= 0; i-- {
		o, _ := s.trace.Origin(inner[i])
		f.backward(&o, inner[i], slope)
	}
	var terms []addend
	for _, n := range leaves {
		if p, ok := s.names.Locate(n.At); ok && p.Role == nn.RoleConstant {
			continue
		}
		terms = append(terms, addend{number: n, factor: slope[n]})
	}
	return terms
}

// differentiable returns the terms that an instruction computes with: not the
// numbers of rows.
func differentiable(o *trace.Origin) []trace.Number {
	switch o.Instruction().Op {
	case program.Gather, program.Scatter:
		if o.Begins {
			return o.Terms[:2]
		}
		return o.Terms[:1]
	}
	return o.Terms
}

// backward adds the slopes by the terms of a number.
func (f *folding) backward(o *trace.Origin, n trace.Number, slope map[trace.Number]float64) {
	d := slope[n]
	terms := o.Operands()
	if o.Begins {
		slope[o.Terms[0]] += d
	}
	switch c := o.Instruction(); c.Op {
	case program.Gemm:
		for i := 0; i < len(terms); i += 2 {
			a, b := terms[i], terms[i+1]
			slope[a] += d * f.value(b)
			slope[b] += d * f.value(a)
		}
	case program.Sum:
		for _, t := range terms {
			slope[t] += d
		}
	case program.Max:
		for _, t := range terms {
			if f.value(t) == f.value(n) {
				slope[t] += d
				return // the first of equals
			}
		}
	case program.Gather, program.Scatter:
		slope[terms[0]] += d
	case program.Map:
		var v [3]float64
		for i, t := range terms {
			v[i] = f.value(t)
		}
		by := trace.Slopes(c.Func, v[0], v[1], v[2])
		for i, t := range terms {
			slope[t] += d * by[i]
		}
	}
}
