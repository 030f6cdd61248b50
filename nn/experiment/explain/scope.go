package explain

import (
	"path"
	"slices"

	"nnplay/nn"
	"nnplay/nn/program"
	"nnplay/nn/trace"
)

// A scope is an operation, forwards or on its way back, as one run of a program
// has it: what is folded into its result.
type scope struct {
	graph *nn.Graph
	owner nn.Owner
}

// scopeOf returns the scope of what an event wrote: of its innermost mark, or of the
// outermost around it that is told as a whole.
func (s *Step) scopeOf(e trace.Event) scope {
	g, owner := s.owner(e)
	for m := owner.Mark; m > 0; m = g.Marks()[m-1].Parent {
		row := find(g.Marks()[m-1].Kind)
		if row.apart {
			break
		}
		if row.whole != "" {
			owner.Mark = m
		}
	}
	return scope{g, owner}
}

// holds says whether what an event wrote belongs to the scope: to its mark, or one
// within. What has no mark belongs to nothing.
func (c scope) holds(s *Step, e trace.Event) bool {
	g, owner := s.owner(e)
	if g != c.graph || owner.Back != c.owner.Back || c.owner.Mark == 0 {
		return false
	}
	m := owner.Mark
	for m > c.owner.Mark { // marks around it began before
		m = g.Marks()[m-1].Parent
	}
	return m == c.owner.Mark
}

// result says whether what an event wrote is what the scope's operation comes to: it
// has a name, or comes last.
func (c scope) result(s *Step, e trace.Event, named bool) bool {
	if named || c.owner.Mark == 0 {
		return true
	}
	for i := len(e.Program.Code) - 1; i > e.Instr; i-- {
		if later := (trace.Event{Program: e.Program, Instr: i}); c.holds(s, later) {
			return false
		}
	}
	return true
}

// operation returns the row of the scope's mark.
func (c scope) operation() operation {
	if c.owner.Mark == 0 {
		return operation{}
	}
	return find(c.graph.Marks()[c.owner.Mark-1].Kind)
}

// marks returns the kinds of the marks around what an event wrote, the outermost
// first.
func (s *Step) marks(e trace.Event) (kinds []string) {
	kinds = []string{}
	g, owner := s.owner(e)
	for m := owner.Mark; m > 0; m = g.Marks()[m-1].Parent {
		kinds = append(kinds, g.Marks()[m-1].Kind)
	}
	slices.Reverse(kinds)
	return kinds
}

// innermost returns the kind of the mark of what an event wrote, "" for none.
func (s *Step) innermost(e trace.Event) string {
	g, owner := s.owner(e)
	if owner.Mark == 0 {
		return ""
	}
	return g.Marks()[owner.Mark-1].Kind
}

// phase returns the part of the step to which what an event wrote belongs.
func (s *Step) phase(e trace.Event) Phase {
	if _, owner := s.owner(e); owner.Back {
		return Backward
	}
	for _, kind := range slices.Backward(s.marks(e)) {
		if p := find(kind).phase; p != "" {
			return p
		}
	}
	if p, ok := s.names.Locate(e.Program.Code[e.Instr].Dst.Offset); ok && (path.Base(p.Name) == nn.Objective || path.Base(p.Name) == "loss") {
		return Loss
	}
	switch e.Program.Code[e.Instr].Op {
	case program.Random, program.Tick, program.Gather:
		return Data
	}
	return Forward
}
