package programtest

import (
	"math"

	"nnplay/nn/program"
	"nnplay/nn/rng"
)

// An Instruction is stated twice: by what draws one at random, and by what it
// shall do to the arena m, element by element.
type Instruction struct {
	Name string
	Draw func(b *Bench) program.Instr
	Want func(c *program.Instr, m []float32)
	// Dims are the dimensions that it has: places of a shape.
	Dims []int
	// Large are shapes beyond maxPoints.
	Large []shape
	// Exact says that the bits of NaN matter.
	Exact bool
}

// The places of all dimensions, of the rows and columns of a table and their
// number, and none of them.
var (
	allDims   = []int{0, 1, 2, 3}
	gemmDims  = []int{0, 1, 2, 3, depth}
	tableDims = []int{2, 3, depth}
)

// Shapes larger than a block of any loop.
var (
	largeMaps  = []shape{{1, 1, 64, 64, 0}, {1, 1, 100, 100, 0}, {100, 1, 9, 64, 0}, {1, 1, 1, 10007, 0}, {7, 64, 17, 3, 0}}
	largeGemms = []shape{{1, 1, 64, 64, 64}, {1, 1, 100, 100, 100}, {3, 1, 64, 17, 100}, {1, 1, 5, 100, 64}, {1, 1, 100, 8, 64}, {2, 4, 17, 64, 9}}
)

// Instructions has a row an instruction, indexed by program.Op.
var Instructions = []Instruction{
	program.Map:     {Name: "map", Draw: drawMap, Want: wantMap, Dims: allDims, Large: largeMaps},
	program.Gemm:    {Name: "gemm", Draw: drawGemm, Want: wantGemm, Dims: gemmDims, Large: largeGemms},
	program.Sum:     {Name: "sum", Draw: drawReduction(program.Sum), Want: wantSum, Dims: allDims, Large: largeMaps},
	program.Max:     {Name: "max", Draw: drawReduction(program.Max), Want: wantMax, Dims: allDims, Large: largeMaps},
	program.Gather:  {Name: "gather", Draw: drawGather, Want: wantGather, Dims: tableDims, Large: []shape{{1, 1, 100, 100, 64}}},
	program.Scatter: {Name: "scatter", Draw: drawScatter, Want: wantScatter, Dims: tableDims, Large: []shape{{1, 1, 100, 100, 64}}},
	program.Random:  {Name: "random", Draw: drawRandom, Want: wantRandom, Dims: allDims, Large: largeMaps, Exact: true},
	program.Tick:    {Name: "tick", Draw: drawTick, Want: wantTick, Exact: true},
}

// --- Map --------------------------------------------------------------------

func drawMap(b *Bench) program.Instr {
	c := program.Instr{Op: program.Map, Func: program.Func(b.IntN(len(program.Funcs))), Acc: b.IntN(2) == 0, Dim: b.dims()}
	repeats := b.IntN(8) == 0 // an element may be written again and again
	c.Dst, c.A, c.B, c.C = b.operand(c.Dim, repeats), program.Absent(), program.Absent(), program.Absent()
	args := program.Funcs[c.Func].Args()
	for i, v := range []*program.View{&c.A, &c.B, &c.C}[:args] {
		switch b.IntN(12) {
		case i, i + 3:
			*v = c.Dst // in place
		case 6, 7:
			*v = b.overlapping(c.Dst, c.Dim)
		default:
			*v = b.operand(c.Dim, true)
		}
	}
	return c
}

// overlapping returns a view that shares elements with another, most often
// some positions before or behind: what is written is read later on, so that
// the order counts.
func (b *Bench) overlapping(v program.View, d program.Dims) program.View {
	v.Offset = max(0, v.Offset+b.IntN(13)-6)
	if b.IntN(4) == 0 {
		i, j := b.IntN(4), b.IntN(4)
		v.Stride[i], v.Stride[j] = v.Stride[j], v.Stride[i]
	}
	last := v.Offset
	for i, n := range d {
		last += max(n-1, 0) * v.Stride[i]
	}
	b.grow(last + 1)
	return v
}

func wantMap(c *program.Instr, m []float32) {
	f := program.Funcs[c.Func] // the tests of package program say what the functions are
	each(c.Dim, func(i, j, k, l int) {
		var v float32
		switch f.Args() {
		case 1:
			v = f.Eval1(m[at(c.A, i, j, k, l)])
		case 2:
			v = f.Eval2(m[at(c.A, i, j, k, l)], m[at(c.B, i, j, k, l)])
		case 3:
			v = f.Eval3(m[at(c.A, i, j, k, l)], m[at(c.B, i, j, k, l)], m[at(c.C, i, j, k, l)])
		}
		if c.Acc {
			v = m[at(c.Dst, i, j, k, l)] + v
		}
		m[at(c.Dst, i, j, k, l)] = v
	})
}

// --- Gemm -------------------------------------------------------------------

func drawGemm(b *Bench) program.Instr {
	switch b.IntN(4) {
	case 0, 1:
		return drawPlainGemm(b)
	case 2:
		return drawConvolution(b)
	}
	c := program.Instr{Op: program.Gemm, Dim: b.dims(), K: b.or(depth, b.size), C: program.Absent()}
	c.Dst = b.operand(c.Dim, false)
	a, d := c.Dim, c.Dim
	a[3], d[2] = c.K, c.K
	c.A, c.B = b.operand(a, b.IntN(4) == 0), b.operand(d, b.IntN(4) == 0)
	switch b.IntN(3) {
	case 0:
		c.C = c.Dst // accumulate
	case 1:
		c.C = b.operand(c.Dim, true) // a bias row, say
	}
	return c
}

// drawPlainGemm draws a product as training has it: matrices without gaps,
// either factor transposed or not, often of one batch, with a bias row or
// accumulating.
func drawPlainGemm(b *Bench) program.Instr {
	c := program.Instr{Op: program.Gemm, Dim: program.Dims{1, 1, 1, 1}, C: program.Absent()}
	for {
		size := func() int {
			if b.IntN(6) == 0 {
				return 1
			}
			return b.size()
		}
		few := func() int { return 1 }
		if b.IntN(4) == 0 {
			few = func() int { return 1 + b.IntN(3) }
		}
		c.Dim = program.Dims{b.or(0, few), b.or(1, few), b.or(2, size), b.or(3, size)}
		c.K = b.or(depth, size)
		if c.Dim.Len()*max(c.K, 1) <= 30*maxPoints || b.whole() {
			break
		}
	}
	a, d := c.Dim, c.Dim
	a[3], d[2] = c.K, c.K
	matrix := func(d program.Dims, outer ...int) program.View {
		inner := []int{3, 2}
		if b.IntN(2) == 0 {
			inner = []int{2, 3}
		}
		return b.ordered(d, append(inner, outer...)...)
	}
	c.A = matrix(a, 1, 0)
	if b.IntN(2) == 0 {
		c.B = matrix(d) // the same for the whole batch
	} else {
		c.B = matrix(d, 1, 0)
	}
	c.Dst = b.ordered(c.Dim, 3, 2, 1, 0)
	switch b.IntN(4) {
	case 0:
		c.C = c.Dst // accumulate
	case 1:
		c.C = b.ordered(c.Dim, 3) // a bias row
	case 2:
		c.C = b.ordered(c.Dim, 3, 2, 1, 0)
	}
	return c
}

// drawConvolution draws a product with outer loops: windows that slide over
// images, or what is left of one when dimensions are single, and factors
// without structure.
func drawConvolution(b *Bench) program.Instr {
	c := program.Instr{Op: program.Gemm, C: program.Absent()}
	small := func() int { return 1 + b.IntN(4) }
	c.Dim = program.Dims{b.or(0, small), b.or(1, small), b.or(2, func() int { return 1 + b.IntN(9) }), b.or(3, func() int { return 1 + b.IntN(17) })}
	c.K = b.or(depth, func() int {
		if b.IntN(3) == 0 {
			return b.IntN(30)
		}
		return 1 + b.IntN(9)
	})
	a, d := c.Dim, c.Dim
	a[3], d[2] = c.K, c.K
	c.A, c.B = b.operand(a, b.IntN(4) == 0), b.operand(d, b.IntN(2) == 0)
	for i := range c.Over {
		if b.IntN(3) > 0 {
			c.Over[i] = program.Loop{N: small(), A: b.IntN(40), B: b.IntN(40)}
		}
		b.grow(len(b.Arena) + 3*40) // where the last of the windows lie
	}
	c.Dst = b.operand(c.Dim, false)
	switch b.IntN(3) {
	case 0:
		c.C = c.Dst
	case 1:
		c.C = b.operand(c.Dim, true)
	}
	return c
}

func wantGemm(c *program.Instr, m []float32) {
	each(c.Dim, func(i, j, row, col int) {
		var s float32
		if c.C.Offset != program.None {
			s = m[at(c.C, i, j, row, col)]
		}
		for p := range c.Over[0].Times() {
			for q := range c.Over[1].Times() {
				x, y := p*c.Over[0].A+q*c.Over[1].A, p*c.Over[0].B+q*c.Over[1].B
				for k := range c.K {
					product := m[x+at(c.A, i, j, row, k)] * m[y+at(c.B, i, j, k, col)]
					s = s + float32(product)
				}
			}
		}
		m[at(c.Dst, i, j, row, col)] = s
	})
}

// --- Sum and Max ------------------------------------------------------------

func drawReduction(op program.Op) func(b *Bench) program.Instr {
	return func(b *Bench) program.Instr {
		c := program.Instr{Op: op, Acc: op == program.Sum && b.IntN(2) == 0, Dim: b.dims(), B: program.Absent(), C: program.Absent()}
		to := c.Dim
		to[3] = 1
		c.Dst, c.A = b.operand(to, false), b.operand(c.Dim, b.IntN(4) == 0)
		return c
	}
}

// elements returns what a reduction contracts.
func elements(c *program.Instr, m []float32, i, j, k int) (list []float32) {
	for l := range c.Dim[3] {
		list = append(list, m[at(c.A, i, j, k, l)])
	}
	return list
}

func wantSum(c *program.Instr, m []float32) {
	to := c.Dim
	to[3] = 1
	each(to, func(i, j, k, _ int) {
		list := elements(c, m, i, j, k)
		v := addAscending(list)
		if c.A.Stride[3] == 1 {
			v = (addAscending(lane(list, 0)) + addAscending(lane(list, 1))) + (addAscending(lane(list, 2)) + addAscending(lane(list, 3)))
		}
		if c.Acc {
			v = m[at(c.Dst, i, j, k, 0)] + v
		}
		m[at(c.Dst, i, j, k, 0)] = v
	})
}

// lane returns every fourth element from the first on.
func lane(list []float32, first int) (l []float32) {
	for i := first; i < len(list); i += 4 {
		l = append(l, list[i])
	}
	return l
}

func addAscending(list []float32) (s float32) {
	for _, v := range list {
		s = s + v
	}
	return s
}

func wantMax(c *program.Instr, m []float32) {
	to := c.Dim
	to[3] = 1
	each(to, func(i, j, k, _ int) {
		list := elements(c, m, i, j, k)
		if c.A.Stride[3] == 1 {
			left := largest([]float32{largest(lane(list, 0)), largest(lane(list, 1))})
			right := largest([]float32{largest(lane(list, 2)), largest(lane(list, 3))})
			list = []float32{left, right}
		}
		m[at(c.Dst, i, j, k, 0)] = largest(list)
	})
}

// largest keeps the first of equals, and passes over NaN.
func largest(list []float32) float32 {
	m := -inf
	for _, a := range list {
		if a > m {
			m = a
		}
	}
	return m
}

// --- Gather and Scatter -----------------------------------------------------

// rowNumbers are those of a table, and some beyond either end.
func rowNumbers(b *Bench, n, rows int) []float32 {
	beyond := []float32{-1, negativeZero, float32(rows), float32(rows) + 5, -inf, inf, nan, 1e30, math.MaxFloat32}
	list := make([]float32, n)
	for i := range list {
		list[i] = float32(b.IntN(rows))
		if b.IntN(8) == 0 {
			list[i] = beyond[b.IntN(len(beyond))]
		}
	}
	return list
}

// clamped is the row that a number names.
func clamped(x float32, rows int) int {
	if x != x {
		return 0
	}
	return int(math.Max(0, math.Min(float64(x), float64(rows-1))))
}

// drawTable draws a table of rows, a list of rows and row numbers for it.
func drawTable(b *Bench, op program.Op, first int) (c program.Instr, table, list program.View) {
	c = program.Instr{Op: op, Dim: program.Dims{1, 1, b.or(2, b.size), b.or(3, b.size)}, C: program.Absent()}
	c.K = max(1, b.or(depth, b.size))
	table = b.operand(program.Dims{1, 1, c.K, c.Dim[3]}, op == program.Gather && b.IntN(4) == 0)
	list = b.operand(c.Dim, op == program.Scatter && b.IntN(4) == 0)
	step := 1 + b.IntN(3)
	c.B = program.View{Offset: len(b.Arena), Stride: [4]int{0, 0, step, 0}}
	for _, r := range rowNumbers(b, (first+c.Dim[2])*step, c.K) {
		b.Arena = append(b.Arena, r)
	}
	return c, table, list
}

func drawGather(b *Bench) program.Instr {
	first := b.IntN(2) * b.IntN(9)
	c, table, list := drawTable(b, program.Gather, first)
	c.A, c.Dst = table, list
	if first > 0 || b.IntN(2) == 0 {
		c.C = program.View{Offset: len(b.Arena)}
		b.Arena = append(b.Arena, float32(first))
	}
	return c
}

func wantGather(c *program.Instr, m []float32) {
	first := 0
	if c.C.Offset != program.None {
		first = int(m[c.C.Offset])
	}
	each(c.Dim, func(_, _, i, j int) {
		r := clamped(m[at(c.B, 0, 0, first+i, 0)], c.K)
		m[at(c.Dst, 0, 0, i, j)] = m[at(c.A, 0, 0, r, j)]
	})
}

func drawScatter(b *Bench) program.Instr {
	c, table, list := drawTable(b, program.Scatter, 0)
	c.Dst, c.A = table, list
	return c
}

func wantScatter(c *program.Instr, m []float32) {
	each(c.Dim, func(_, _, i, j int) {
		r := clamped(m[at(c.B, 0, 0, i, 0)], c.K)
		m[at(c.Dst, 0, 0, r, j)] += m[at(c.A, 0, 0, i, j)]
	})
}

// --- Random and Tick --------------------------------------------------------

// words draws two cells of bits: any, or such as look like infinities and NaN,
// signalling ones too, or overflow when 1 is added.
func (b *Bench) words() program.View {
	odd := []uint32{0, math.MaxUint32, 0x7f800000, 0xff800000, 0x7f800001, 0xffa00000, 0x7fc00000, 0x7fffffff, 0x007fffff}
	v := program.View{Offset: len(b.Arena)}
	for range 2 {
		word := b.Uint32()
		if b.IntN(2) == 0 {
			word = odd[b.IntN(len(odd))]
		}
		b.Arena = append(b.Arena, math.Float32frombits(word))
	}
	return v
}

func drawRandom(b *Bench) program.Instr {
	c := program.Instr{Op: program.Random, Dim: b.dims(), K: b.IntN(100), C: program.Absent()}
	c.A, c.B = b.words(), b.words()
	c.Dst = program.View{Offset: len(b.Arena), Stride: [4]int{c.Dim[1] * c.Dim[2] * c.Dim[3], c.Dim[2] * c.Dim[3], c.Dim[3], 1}}
	b.grow(c.Dst.Offset + c.Dim.Len())
	return c
}

func wantRandom(c *program.Instr, m []float32) {
	bits := func(v program.View, i int) uint32 { return math.Float32bits(m[v.Offset+i]) }
	key := [2]uint32{bits(c.A, 0), bits(c.A, 1)}
	lo, hi := bits(c.B, 0), bits(c.B, 1)
	e := 0
	each(c.Dim, func(i, j, k, l int) {
		word := rng.Block(key, [4]uint32{uint32(e / 4), uint32(c.K), lo, hi})[e%4]
		m[at(c.Dst, i, j, k, l)] = float32(math.Ldexp(float64(word>>8), -24))
		e++
	})
}

func drawTick(b *Bench) program.Instr {
	b.grow(b.IntN(4))
	return program.Instr{Op: program.Tick, Dim: program.Dims{1, 1, 1, 1}, Dst: b.words(), A: program.Absent(), B: program.Absent(), C: program.Absent()}
}

func wantTick(c *program.Instr, m []float32) {
	cells := m[c.Dst.Offset:]
	count := uint64(math.Float32bits(cells[0])) | uint64(math.Float32bits(cells[1]))<<32
	count++
	cells[0], cells[1] = math.Float32frombits(uint32(count)), math.Float32frombits(uint32(count>>32))
}
