package trace

import "nnplay/nn/program"

// A reader collects what an instruction reads for one number, and makes the
// instruction for that number alone: its operands are the terms.
type reader struct {
	Origin
	trace  *Trace
	moment Moment // at which it reads
}

// read returns the origin of the number that an event wrote at a place among
// those that it wrote.
func (t *Trace) read(e Event, place int) Origin {
	r := reader{Origin{Event: e, spread: 1}, t, e.From + Moment(place)}
	c := r.Instruction()
	none := program.Absent()
	r.alone = program.Instr{Op: c.Op, Func: c.Func, K: c.K, Dim: program.Dims{1, 1, 1, 1}, A: none, B: none, C: none}
	at := index(destination(c).dim, place)
	dst := element(c.Dst, at)
	if c.Op == program.Scatter {
		dst = t.scattered(c, e, at)
	}
	if c.Acc || c.Op == program.Scatter {
		r.Begins = true
		r.alone.Acc = true
		r.term(dst)
	}
	switch c.Op {
	case program.Map:
		r.mapped(c, at)
	case program.Gemm:
		r.product(c, at)
	case program.Sum, program.Max:
		r.contraction(c, at)
	case program.Gather, program.Scatter:
		r.row(c, at)
	case program.Random:
		r.alone.A, r.alone.B = r.words(c.A.Offset), r.words(c.B.Offset)
		r.alone.Dim[3] = place + 1
	case program.Tick:
		r.moment = e.From
		r.alone.Dst = r.words(c.Dst.Offset)
		r.result = place
		return r.Origin
	}
	if !r.alone.Acc {
		r.alone.Dst = program.View{Offset: len(r.Terms) * r.spread, Stride: [4]int{0, 0, 0, 1}}
	}
	r.result = r.alone.Dst.Offset
	if c.Op == program.Random {
		r.result += place
	}
	return r.Origin
}

// term adds a term, and returns its view in the arena of the terms.
func (r *reader) term(at int) program.View {
	v := program.View{Offset: len(r.Terms) * r.spread}
	r.Terms = append(r.Terms, r.trace.At(at, r.moment))
	return v
}

// words adds two cells.
func (r *reader) words(at int) program.View {
	v := r.term(at)
	r.term(at + 1)
	return v
}

func (r *reader) mapped(c *program.Instr, at [4]int) {
	operands := []*program.View{&r.alone.A, &r.alone.B, &r.alone.C}
	for i, v := range []program.View{c.A, c.B, c.C}[:program.Funcs[c.Func].Args()] {
		*operands[i] = r.term(element(v, at))
	}
}

func (r *reader) product(c *program.Instr, at [4]int) {
	if c.C.Offset != program.None {
		r.Begins = true
		r.alone.C = r.term(element(c.C, at))
	}
	row, column := at, at
	row[3], column[2] = 0, 0
	first := len(r.Terms)
	for p := range c.Over[0].Times() {
		for q := range c.Over[1].Times() {
			a := element(c.A, row) + p*c.Over[0].A + q*c.Over[1].A
			b := element(c.B, column) + p*c.Over[0].B + q*c.Over[1].B
			for range c.K {
				r.term(a)
				r.term(b)
				a += c.A.Stride[3]
				b += c.B.Stride[2]
			}
		}
	}
	r.alone.K = (len(r.Terms) - first) / 2
	r.alone.A = program.View{Offset: first, Stride: [4]int{0, 0, 0, 2}}
	r.alone.B = program.View{Offset: first + 1, Stride: [4]int{0, 0, 2, 0}}
}

// contraction keeps apart what is apart: elements in a row are added in lanes.
func (r *reader) contraction(c *program.Instr, at [4]int) {
	if c.A.Stride[3] != 1 {
		r.spread = 2
	}
	first := len(r.Terms) * r.spread
	at[3] = 0
	from := element(c.A, at)
	for k := range c.Dim[3] {
		r.term(from + k*c.A.Stride[3])
	}
	r.alone.Dim[3] = c.Dim[3]
	r.alone.A = program.View{Offset: first, Stride: [4]int{0, 0, 0, r.spread}}
}

// row reads the element that Gather copies or Scatter adds.
func (r *reader) row(c *program.Instr, at [4]int) {
	first, from := 0, at
	if c.C.Offset != program.None {
		first = int(r.trace.Value(r.trace.At(c.C.Offset, r.moment)))
	}
	index := element(c.B, [4]int{0, 0, first + at[2], 0})
	if c.Op == program.Gather {
		from[2] = program.Row(r.trace.Value(r.trace.At(index, r.moment)), c.K)
	}
	r.alone.Op, r.alone.Func = program.Map, program.Copy
	r.alone.A = r.term(element(c.A, from))
	r.term(index)
	if c.C.Offset != program.None {
		r.term(c.C.Offset)
	}
}

// scattered returns where Scatter adds the element at an index of its rows.
func (t *Trace) scattered(c *program.Instr, e Event, at [4]int) int {
	index := element(c.B, [4]int{0, 0, at[2], 0})
	at[2] = program.Row(t.Value(t.At(index, e.From)), c.K)
	return element(c.Dst, at)
}

// element returns the offset of an element of a view.
func element(v program.View, at [4]int) int {
	offset := v.Offset
	for i, k := range at {
		offset += k * v.Stride[i]
	}
	return offset
}
