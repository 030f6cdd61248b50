package trace

import "nnplay/nn/program"

// An Origin is how an instruction made one number.
type Origin struct {
	Event
	// Terms are the numbers that were read, in the order in which the instruction
	// reads them: what the result begins with, then the operands.
	//
	//	Map             its arguments
	//	Gemm            the factors of each product, in turn
	//	Sum, Max        the elements
	//	Gather          the element, the row's number, and the first position if there is one
	//	Scatter         the element, the row's number
	//	Random          the two cells of the key, the two of the counter
	//	Tick            the two cells of the counter
	Terms []Number
	// Begins says that the first of the terms is what the result begins with: the
	// number that stood there before, where the instruction accumulates, or the
	// bias of a product.
	Begins bool

	alone  program.Instr // the instruction for this number alone, over an arena of its terms
	spread int           // elements of that arena from one term to the next
	result int           // where in it the number comes to stand
}

// Instruction returns the instruction as it stands in the program.
func (o *Origin) Instruction() *program.Instr { return &o.Program.Code[o.Instr] }

// Operands returns the terms but for what the result begins with.
func (o *Origin) Operands() []Number {
	if o.Begins {
		return o.Terms[1:]
	}
	return o.Terms
}

// Origin returns how a number was made; ok is false for what no instruction has
// written.
func (t *Trace) Origin(n Number) (o Origin, ok bool) {
	i := t.Event(n)
	if i < 0 || t.events[i].Program == nil {
		return Origin{}, false
	}
	return t.read(t.events[i], int(n.Since-1-t.events[i].From)), true
}

// Compute returns what the terms make when the instruction computes with these
// values in their places: of the true ones the number to the bit.
func (o *Origin) Compute(values []float32) float32 {
	arena := make([]float32, max(len(o.Terms)*o.spread, o.result+1))
	for i, v := range values {
		arena[i*o.spread] = v
	}
	program.NewInterpreter(arena).Run(&program.Program{Code: []program.Instr{o.alone}}, 1)
	return arena[o.result]
}
