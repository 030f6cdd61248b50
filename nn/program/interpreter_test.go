package program_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"nnplay/nn/program"
	"nnplay/nn/rng"
)

// The sizes that shapes are drawn from: empty, single, and around multiples
// of the four lanes of a vector.
var sizes = []int{0, 1, 3, 4, 5, 7, 8, 9, 17}

// A bench lays out random operands in an arena.
type bench struct {
	*rand.Rand
	arena []float32
}

// dims draws an iteration space of at most a few thousand points.
func (b *bench) dims() (d program.Dims) {
	for {
		for i := range d {
			d[i] = sizes[b.IntN(len(sizes))]
			if b.IntN(3) == 0 {
				d[i] = 1
			}
		}
		if d.Len() <= 3000 {
			return d
		}
	}
}

// operand reserves room for a view of d: its dimensions in any order
// (transposed), with gaps between rows, and, where repeats is set, some
// dimensions broadcast. Half of them are plain, as most operands are.
func (b *bench) operand(d program.Dims, repeats bool) program.View {
	order := []int{3, 2, 1, 0} // innermost first
	plain := b.IntN(2) == 0
	if !plain {
		b.Shuffle(4, func(i, j int) { order[i], order[j] = order[j], order[i] })
	}
	v := program.View{Offset: len(b.arena) + b.IntN(4)}
	size := 1
	for _, i := range order {
		if repeats && b.IntN(4) == 0 {
			continue // stride 0
		}
		v.Stride[i] = size
		size *= max(d[i], 1)
		if !plain {
			size += b.IntN(3)
		}
	}
	b.grow(v.Offset + size)
	return v
}

// grow fills the arena up to a size with numbers of all magnitudes, and some
// that are not: zeros of both signs, infinities, NaN.
func (b *bench) grow(size int) {
	special := []float32{0, float32(math.Copysign(0, -1)), 1, -1, inf, -inf, nan}
	for len(b.arena) < size {
		v := float32(b.NormFloat64() * math.Exp(3*b.NormFloat64()))
		if b.IntN(40) == 0 {
			v = special[b.IntN(len(special))]
		}
		b.arena = append(b.arena, v)
	}
}

// at returns where an element of a view lies.
func at(v program.View, i, j, k, l int) int {
	return v.Offset + i*v.Stride[0] + j*v.Stride[1] + k*v.Stride[2] + l*v.Stride[3]
}

// each calls f for every point of the iteration space in order.
func each(d program.Dims, f func(i, j, k, l int)) {
	for i := range d[0] {
		for j := range d[1] {
			for k := range d[2] {
				for l := range d[3] {
					f(i, j, k, l)
				}
			}
		}
	}
}

var (
	nan = float32(math.NaN())
	inf = float32(math.Inf(1))
)

// same compares bits; one NaN is as good as another.
func same(a, b float32) bool {
	return math.Float32bits(a) == math.Float32bits(b) || a != a && b != b
}

// An instruction is stated twice: by what draws one at random, and by what it
// shall do to the arena m, element by element.
type instruction struct {
	name string
	draw func(b *bench) program.Instr
	want func(c *program.Instr, m []float32)
}

var instructions = []instruction{
	{"map", drawMap, wantMap},
	{"gemm", drawGemm, wantGemm},
	{"sum", drawReduction(program.Sum), wantSum},
	{"max", drawReduction(program.Max), wantMax},
	{"gather", drawGather, wantGather},
	{"scatter", drawScatter, wantScatter},
	{"random", drawRandom, wantRandom},
	{"tick", drawTick, wantTick},
}

// TestInstructions runs each instruction on random operands and compares the
// whole arena, so that nothing else may have been written either.
func TestInstructions(t *testing.T) {
	const draws = 400
	for n, in := range instructions {
		t.Run(in.name, func(t *testing.T) {
			for trial := range draws {
				b := &bench{Rand: rand.New(rand.NewPCG(uint64(n), uint64(trial)))}
				c := in.draw(b)
				b.grow(len(b.arena) + 4)
				want := append([]float32(nil), b.arena...)
				in.want(&c, want)
				program.NewInterpreter(b.arena).Run(&program.Program{Code: []program.Instr{c}}, 1)
				for i, v := range b.arena {
					if !same(v, want[i]) {
						t.Fatalf("trial %d: arena[%d] is %v, want %v, after %+v", trial, i, v, want[i], c)
					}
				}
			}
		})
	}
}

// --- Map --------------------------------------------------------------------

func drawMap(b *bench) program.Instr {
	c := program.Instr{Op: program.Map, Func: program.Func(b.IntN(len(program.Funcs))), Acc: b.IntN(2) == 0, Dim: b.dims()}
	c.Dst, c.A, c.B, c.C = b.operand(c.Dim, false), program.Absent(), program.Absent(), program.Absent()
	args := program.Funcs[c.Func].Args()
	for i, v := range []*program.View{&c.A, &c.B, &c.C}[:args] {
		*v = b.operand(c.Dim, true)
		if i == b.IntN(6) {
			*v = c.Dst // in place
		}
	}
	return c
}

func wantMap(c *program.Instr, m []float32) {
	f := program.Funcs[c.Func] // functions_test.go says what the functions are
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

func drawGemm(b *bench) program.Instr {
	c := program.Instr{Op: program.Gemm, Dim: b.dims(), K: sizes[b.IntN(len(sizes))], C: program.Absent()}
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

func wantGemm(c *program.Instr, m []float32) {
	each(c.Dim, func(i, j, row, col int) {
		var s float32
		if c.C.Offset != program.None {
			s = m[at(c.C, i, j, row, col)]
		}
		for k := range c.K {
			product := m[at(c.A, i, j, row, k)] * m[at(c.B, i, j, k, col)]
			s = s + float32(product)
		}
		m[at(c.Dst, i, j, row, col)] = s
	})
}

// --- Sum and Max ------------------------------------------------------------

func drawReduction(op program.Op) func(b *bench) program.Instr {
	return func(b *bench) program.Instr {
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
func rowNumbers(b *bench, n, rows int) []float32 {
	beyond := []float32{-1, float32(math.Copysign(0, -1)), float32(rows), float32(rows) + 5, -inf, inf, nan, 1e30, math.MaxFloat32}
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
func drawTable(b *bench, op program.Op, first int) (c program.Instr, table, list program.View) {
	c = program.Instr{Op: op, Dim: program.Dims{1, 1, sizes[b.IntN(len(sizes))], sizes[b.IntN(len(sizes))]}, C: program.Absent()}
	c.K = sizes[1+b.IntN(len(sizes)-1)]
	table = b.operand(program.Dims{1, 1, c.K, c.Dim[3]}, op == program.Gather && b.IntN(4) == 0)
	list = b.operand(c.Dim, op == program.Scatter && b.IntN(4) == 0)
	step := 1 + b.IntN(3)
	c.B = program.View{Offset: len(b.arena), Stride: [4]int{0, 0, step, 0}}
	for _, r := range rowNumbers(b, (first+c.Dim[2])*step, c.K) {
		b.arena = append(b.arena, r)
	}
	return c, table, list
}

func drawGather(b *bench) program.Instr {
	first := b.IntN(2) * b.IntN(9)
	c, table, list := drawTable(b, program.Gather, first)
	c.A, c.Dst = table, list
	if first > 0 || b.IntN(2) == 0 {
		c.C = program.View{Offset: len(b.arena)}
		b.arena = append(b.arena, float32(first))
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

func drawScatter(b *bench) program.Instr {
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

// words draws two cells of random bits. The exponent is never all ones: a NaN
// need not keep its bits on the way through a float register.
func (b *bench) words() program.View {
	v := program.View{Offset: len(b.arena)}
	for range 2 {
		b.arena = append(b.arena, math.Float32frombits(b.Uint32()&^(1<<30)))
	}
	return v
}

func drawRandom(b *bench) program.Instr {
	c := program.Instr{Op: program.Random, Dim: b.dims(), K: b.IntN(100), C: program.Absent()}
	c.A, c.B = b.words(), b.words()
	c.Dst = program.View{Offset: len(b.arena), Stride: [4]int{c.Dim[1] * c.Dim[2] * c.Dim[3], c.Dim[2] * c.Dim[3], c.Dim[3], 1}}
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

func drawTick(b *bench) program.Instr {
	b.grow(b.IntN(4))
	return program.Instr{Op: program.Tick, Dim: program.Dims{1, 1, 1, 1}, Dst: b.words(), A: program.Absent(), B: program.Absent(), C: program.Absent()}
}

func wantTick(c *program.Instr, m []float32) {
	cells := m[c.Dst.Offset:]
	count := uint64(math.Float32bits(cells[0])) | uint64(math.Float32bits(cells[1]))<<32
	count++
	cells[0], cells[1] = math.Float32frombits(uint32(count)), math.Float32frombits(uint32(count>>32))
}

// TestTickCarries counts over the ends of words.
func TestTickCarries(t *testing.T) {
	for _, c := range []struct{ lo, hi, wantLo, wantHi uint32 }{
		{0, 0, 1, 0},
		{1, 0, 2, 0},
		{0x007fffff, 0, 0x00800000, 0}, // denormal to normal
		{0x7f7fffff, 3, 0x7f800000, 3}, // to the bits of an infinity
		{0xffffffff, 0, 0, 1},
		{0xffffffff, 41, 0, 42},
		{0xffffffff, 0xffffffff, 0, 0},
	} {
		t.Run(fmt.Sprintf("%08x %08x", c.hi, c.lo), func(t *testing.T) {
			arena := []float32{math.Float32frombits(c.lo), math.Float32frombits(c.hi)}
			tick := program.Instr{Op: program.Tick, Dim: program.Dims{1, 1, 1, 1}}
			program.NewInterpreter(arena).Run(&program.Program{Code: []program.Instr{tick}}, 1)
			if lo, hi := math.Float32bits(arena[0]), math.Float32bits(arena[1]); lo != c.wantLo || hi != c.wantHi {
				t.Errorf("counts to %08x %08x, want %08x %08x", hi, lo, c.wantHi, c.wantLo)
			}
		})
	}
}

// TestOrderOfSums adds numbers whose sum tells the order: at 2²⁴ float32 loses
// the odd numbers.
func TestOrderOfSums(t *testing.T) {
	const big = 1 << 24
	list := []float32{big, 1, 1, 1, 1, -big, 1, 1, 1}
	for _, c := range []struct {
		name   string
		stride int
		want   float32
	}{
		// Lanes (big+1+1, 1-big, 1+1, 1+1), where big+1 rounds to big:
		// (big + (1-big)) + (2 + 2).
		{"four lanes", 1, 1 + 4},
		// Ascending: the four ones after big are lost, the three after -big are not.
		{"one accumulator", 2, 3},
	} {
		t.Run(c.name, func(t *testing.T) {
			arena := make([]float32, 1+2*len(list))
			for i, v := range list {
				arena[1+i*c.stride] = v
			}
			sum := program.Instr{Op: program.Sum, Dim: program.Dims{1, 1, 1, len(list)}, A: program.View{Offset: 1, Stride: [4]int{0, 0, 0, c.stride}}}
			program.NewInterpreter(arena).Run(&program.Program{Code: []program.Instr{sum}}, 1)
			if arena[0] != c.want {
				t.Errorf("sum is %v, want %v", arena[0], c.want)
			}
		})
	}
}

// TestMaxOfZeros contracts zeros of both signs: of equals the first is kept,
// that is the first of a lane, and then that of the lower lane.
func TestMaxOfZeros(t *testing.T) {
	zero, minus := float32(0), negativeZero
	for _, c := range []struct {
		name string
		list []float32
		want [2]float32 // in four lanes, and by one accumulator
	}{
		{"+ first", []float32{zero, minus, minus, minus}, [2]float32{zero, zero}},
		{"- first", []float32{minus, zero, zero, zero}, [2]float32{minus, minus}},
		{"- in lane 2", []float32{-1, -1, minus, zero}, [2]float32{minus, minus}},
		{"+ in lane 1", []float32{-1, zero, minus, minus}, [2]float32{zero, zero}},
		{"+ first, but in a higher lane", []float32{-1, zero, -1, -1, minus}, [2]float32{minus, zero}},
		{"all NaN", []float32{nan, nan, nan, nan, nan}, [2]float32{-inf, -inf}},
		{"nothing", nil, [2]float32{-inf, -inf}},
	} {
		for i, want := range c.want {
			stride := 1 + i
			arena := make([]float32, 1+2*len(c.list))
			for k, v := range c.list {
				arena[1+k*stride] = v
			}
			largest := program.Instr{Op: program.Max, Dim: program.Dims{1, 1, 1, len(c.list)}, A: program.View{Offset: 1, Stride: [4]int{0, 0, 0, stride}}}
			program.NewInterpreter(arena).Run(&program.Program{Code: []program.Instr{largest}}, 1)
			if !same(arena[0], want) {
				t.Errorf("%s, stride %d: %v, want %v", c.name, stride, arena[0], want)
			}
		}
	}
}

// TestRunRepeats checks that Run makes as many rounds as asked.
func TestRunRepeats(t *testing.T) {
	arena := []float32{0, 1}
	count := program.Instr{Op: program.Map, Acc: true, Dim: program.Dims{1, 1, 1, 1}, A: program.View{Offset: 1}}
	p := &program.Program{Code: []program.Instr{count, count}}
	run := program.NewInterpreter(arena)
	for _, c := range []struct {
		times int
		want  float32
	}{{0, 0}, {1, 2}, {5, 12}} {
		if run.Run(p, c.times); arena[0] != c.want {
			t.Errorf("after %d more runs of two instructions: %v, want %v", c.times, arena[0], c.want)
		}
	}
}
