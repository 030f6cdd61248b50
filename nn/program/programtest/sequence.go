package programtest

import "nnplay/nn/program"

// A matrix is a view of two dimensions whose sizes its table says.
type matrix struct {
	offset      int
	rows, units int // elements from row to row, and from unit to unit
}

func (m matrix) transposed() matrix { return matrix{m.offset, m.units, m.rows} }

// A table holds the operands of one shape: the matrices, which may be written,
// and the rows, columns and scalars that are broadcast to it.
type table struct {
	rows, units int
	full, parts []matrix
}

// A sequence is a program under construction: a training step's worth of
// tensors, and what the instructions drawn so far do with them.
type sequence struct {
	*Bench
	tame   bool
	tables []*table
	code   []program.Instr
	last   map[*table]matrix // which the last map wrote

	// Only Gather, Random and Tick use these.
	order, cursor, key, counter program.View
	data                        matrix // rows to gather from
	dataRows                    int
}

// drawSequence draws a program of 2 to 12 instructions. Destinations are equal
// to operands or share no element with them.
func drawSequence(b *Bench) []program.Instr {
	s := &sequence{Bench: b, tame: b.IntN(3) > 0, last: map[*table]matrix{}}
	s.layOut()
	at := s.IntN(len(s.tables))
	for n := 2 + b.IntN(11); len(s.code) < n; {
		if b.IntN(4) == 0 {
			at = s.IntN(len(s.tables))
		}
		draw := []func(*table) (program.Instr, bool){s.product, s.contraction, s.contraction, s.source}
		i := b.IntN(12)
		if i >= len(draw) {
			if c, ok := s.elementwise(s.tables[at]); ok {
				s.code = append(s.code, c)
			}
			continue
		}
		if c, ok := draw[i](s.tables[at]); ok {
			s.code = append(s.code, c)
		}
	}
	return s.code
}

// --- Instructions -----------------------------------------------------------

func pick[T any](s *sequence, list []T) T { return list[s.IntN(len(list))] }

// mild are the functions that keep numbers in range, and most used.
var mild = []program.Func{
	program.Copy, program.Neg, program.Abs, program.Sign, program.Step, program.Tanh, program.Sigmoid, program.Relu, program.Sin,
	program.Add, program.Sub, program.Mul, program.Larger, program.Smaller, program.Greater, program.ReluGrad, program.TanhGrad, program.SigmoidGrad,
	program.AddMul, program.SubMul, program.Select, program.Add, program.Mul, program.AddMul, program.SubMul,
}

// elementwise draws a map over a table's shape.
func (s *sequence) elementwise(t *table) (program.Instr, bool) {
	c := program.Instr{Op: program.Map, Func: pick(s, mild), Acc: s.IntN(3) == 0}
	if s.IntN(4) == 0 {
		c.Func = program.Func(s.IntN(len(program.Funcs)))
	}
	views := []matrix{pick(s, t.full)}
	for range program.Funcs[c.Func].Args() {
		last, written := s.last[t]
		switch way := s.IntN(6); {
		case way == 0:
			views = append(views, views[0]) // in place
		case way <= 2 && written:
			views = append(views, last)
		case way <= 3:
			views = append(views, pick(s, t.full))
		default:
			views = append(views, pick(s, append(t.parts, t.full...)))
		}
	}
	s.shape(&c, t.rows, t.units, views)
	if !s.defined(&c) {
		return c, false
	}
	s.last[t] = views[0]
	return c, true
}

// shape sets the dimensions and the views of a map over rows × units: the same
// points, in one of several ways to count them.
func (s *sequence) shape(c *program.Instr, rows, units int, views []matrix) {
	flat := true
	for _, v := range views {
		flat = flat && (v.rows == v.units*units || rows == 1)
	}
	// where says which dimension counts rows, and which units.
	dim, where := program.Dims{1, 1, rows, units}, [2]int{2, 3}
	split := 0 // parts of a row that a dimension of its own counts
	switch way := s.IntN(10); {
	case way < 3 && flat:
		dim = program.Dims{1, 1, 1, rows * units}
	case way == 4:
		where = [][2]int{{0, 1}, {0, 2}, {0, 3}, {1, 2}, {1, 3}, {3, 2}, {2, 1}, {3, 0}}[s.IntN(8)]
		dim = program.Dims{1, 1, 1, 1}
		dim[where[0]], dim[where[1]] = rows, units
	case way == 5 && units%2 == 0:
		split = 2
	case way == 6 && units > 0:
		split = units
	}
	if split > 0 {
		dim, where = program.Dims{1, rows, split, units / split}, [2]int{1, 3}
	}
	var strided []program.View
	for _, v := range views {
		w := program.View{Offset: v.offset}
		if dim != (program.Dims{1, 1, 1, rows * units}) || rows == 1 {
			w.Stride[where[0]] = v.rows
		}
		w.Stride[where[1]] = v.units
		if split > 0 {
			w.Stride[2] = v.units * (units / split)
		}
		strided = append(strided, w)
	}
	c.Dim = dim
	c.Dst, c.A, c.B, c.C = strided[0], program.Absent(), program.Absent(), program.Absent()
	for i, v := range []*program.View{&c.A, &c.B, &c.C} {
		if i+1 < len(strided) {
			*v = strided[i+1]
		}
	}
}

// view returns the operand of a product or a sum, whose last dimensions are
// rows and units.
func view(m matrix) program.View {
	return program.View{Offset: m.offset, Stride: [4]int{0, 0, m.rows, m.units}}
}

// product draws a Gemm into a matrix of any of the shapes, with what it starts
// from. The tables are those of layOut, by number.
func (s *sequence) product(*table) (program.Instr, bool) {
	const outputs, inputs, weights, row, column = 2, 3, 4, 6, 7
	of := func(i int) matrix { return pick(s, s.tables[i].full) }
	var t *table
	var a, b matrix
	var depth int
	switch s.IntN(7) {
	case 0, 1: // forward
		t, a, b, depth = s.tables[outputs], of(inputs), of(weights), s.tables[inputs].units
	case 2: // the gradient of the weights
		t, a, b, depth = s.tables[weights], of(inputs).transposed(), of(outputs), s.tables[outputs].rows
	case 3: // the gradient of the inputs
		t, a, b, depth = s.tables[inputs], of(outputs), of(weights).transposed(), s.tables[outputs].units
	case 4: // sums of columns
		t, a, b, depth = s.tables[row], of(column).transposed(), of(outputs), s.tables[outputs].rows
	case 5: // one output
		t, a, b, depth = s.tables[column], of(outputs), of(row).transposed(), s.tables[outputs].units
	case 6: // an outer product
		t, a, b, depth = s.tables[outputs], of(column), of(row), 1
	}
	dst := pick(s, t.full)
	c := program.Instr{Op: program.Gemm, Dim: program.Dims{1, 1, t.rows, t.units}, K: depth, Dst: view(dst), A: view(a), B: view(b), C: program.Absent()}
	switch s.IntN(4) {
	case 0:
		c.C = c.Dst // accumulate
	case 1:
		c.C = view(pick(s, t.parts))
	case 2:
		c.C = view(pick(s, t.full))
	}
	if s.IntN(4) == 0 && t.rows%2 == 0 { // a batch of two
		c.Dim = program.Dims{1, 2, t.rows / 2, t.units}
		for _, v := range []*program.View{&c.Dst, &c.A, &c.C} {
			v.Stride[1] = v.Stride[2] * (t.rows / 2)
		}
	}
	defined := s.defined(&c)
	if s.IntN(4) == 0 && depth%2 == 0 { // half the contraction twice
		c.K /= 2
		c.Over[s.IntN(2)] = program.Loop{N: 2, A: c.K * c.A.Stride[3], B: c.K * c.B.Stride[2]}
	}
	return c, defined
}

// contraction draws a Sum or a Max over the units of a matrix, its rows or both.
func (s *sequence) contraction(t *table) (program.Instr, bool) {
	const row, column, scalar = 6, 7, 8
	c := program.Instr{Op: program.Sum, Acc: s.IntN(3) == 0, B: program.Absent(), C: program.Absent()}
	if s.IntN(4) == 0 {
		c.Op, c.Acc = program.Max, false
	}
	from := pick(s, t.full)
	all := []int{row, column, scalar}
	switch pick(s, all) {
	case column:
		if t.rows != s.tables[column].rows {
			return c, false
		}
		c.Dim, c.A, c.Dst = program.Dims{1, 1, t.rows, t.units}, view(from), view(pick(s, s.tables[column].full))
	case row:
		if t.units != s.tables[row].units {
			return c, false
		}
		c.Dim, c.A, c.Dst = program.Dims{1, 1, t.units, t.rows}, view(from.transposed()), view(pick(s, s.tables[row].full).transposed())
	case scalar:
		if from.rows != from.units*t.units {
			return c, false
		}
		c.Dim, c.A, c.Dst = program.Dims{1, 1, 1, t.rows * t.units}, view(from), view(pick(s, s.tables[scalar].full))
	}
	return c, s.defined(&c)
}

// source draws a Gather of a minibatch, a Scatter, random numbers or a tick.
func (s *sequence) source(t *table) (program.Instr, bool) {
	const inputs = 3
	absent := program.Absent()
	x := s.tables[inputs]
	switch s.IntN(4) {
	case 0:
		return program.Instr{
			Op: program.Gather, Dim: program.Dims{1, 1, x.rows, x.units}, K: s.dataRows,
			Dst: view(pick(s, x.full)), A: view(s.data), B: s.order, C: s.cursor,
		}, true
	case 1:
		return program.Instr{
			Op: program.Scatter, Dim: program.Dims{1, 1, x.rows, x.units}, K: s.dataRows,
			Dst: view(s.data), A: view(pick(s, x.full)), B: s.order, C: absent,
		}, true
	case 2:
		m := pick(s, t.full)
		if m.rows != t.units || m.units != 1 {
			return program.Instr{}, false // not contiguous
		}
		return program.Instr{
			Op: program.Random, Dim: program.Dims{1, 1, t.rows, t.units}, K: s.IntN(3),
			Dst: view(m), A: s.key, B: s.counter, C: absent,
		}, true
	}
	return program.Instr{Op: program.Tick, Dim: program.Dims{1, 1, 1, 1}, Dst: s.counter, A: absent, B: absent, C: absent}, true
}

// defined says whether an instruction's destination visits no element twice
// and each operand, element by element, is either the destination or shares
// none with it.
func (s *sequence) defined(c *program.Instr) bool {
	written := make([]bool, len(s.Arena))
	once := true
	to := c.Dim
	if c.Op == program.Sum || c.Op == program.Max {
		to[3] = 1
	}
	each(to, func(i, j, k, l int) {
		e := at(c.Dst, i, j, k, l)
		once = once && !written[e]
		written[e] = true
	})
	fine := func(v program.View, d program.Dims, mayBeEqual bool) bool {
		if v.Offset == program.None {
			return true
		}
		equal, apart := mayBeEqual, true
		each(d, func(i, j, k, l int) {
			e := at(v, i, j, k, l)
			equal = equal && e == at(c.Dst, i, j, k, l)
			apart = apart && !written[e]
		})
		return equal || apart
	}
	if c.Op == program.Gemm {
		a, b := c.Dim, c.Dim
		a[3], b[2] = c.K, c.K
		return once && fine(c.A, a, false) && fine(c.B, b, false) && fine(c.C, c.Dim, true)
	}
	return once && fine(c.A, c.Dim, true) && fine(c.B, c.Dim, true) && fine(c.C, c.Dim, true)
}
