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
