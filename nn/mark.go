package nn

import "nnplay/nn/program"

// A Mark is an operation as a textbook has it, such as softmax, made of several
// instructions: what belongs together, for whoever explains a program. Marks within
// marks make a tree.
type Mark struct {
	Kind   string
	Parent int // the mark around it, 0 if there is none
}

// An Owner says to which mark an instruction belongs: one of Graph.Marks, and 0 if
// to none. Back says that the instruction is of the way back, from the gradient of
// the mark's result to those of its operands.
type Owner struct {
	Mark int
	Back bool
}

// An emitted is an instruction and whose it is.
type emitted struct {
	program.Instr
	owner Owner
}

// Mark begins an operation, which what is recorded belongs to until the returned
// function is called:
//
//	defer g.Mark("softmax")()
//
// What the operation puts on the tape belongs to it too. Marks change no program.
func (g *Graph) Mark(kind string) (end func()) {
	was := g.owner
	g.marks = append(g.marks, Mark{kind, was.Mark})
	g.owner = Owner{len(g.marks), was.Back}
	return func() { g.owner = was }
}

// back returns what does f, on the way back, in the name of the present mark.
func (g *Graph) back(f func()) func() {
	mark := g.owner.Mark
	return func() {
		was := g.owner
		g.owner = Owner{mark, true}
		f()
		g.owner = was
	}
}

// Marks returns the marks in the order in which they began; mark 1 is the first.
func (g *Graph) Marks() []Mark { return g.marks }

// Owner returns to which mark an instruction of the graph's program belongs.
func (g *Graph) Owner(instr int) Owner { return g.code[instr].owner }

// A label is a name by which a tensor is spoken of, and what its dimensions are,
// where that is not the usual (see Names).
type label struct {
	Probe
	dims []string
}

// Called gives a tensor a name by which it is spoken of. In contrast to a probe,
// programs need not keep it.
func (t *Tensor) Called(name string, dims ...string) *Tensor {
	g := t.graph
	g.labels = append(g.labels, label{Probe{g.scope + name, t}, dims})
	return t
}
