package program_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"nnplay/nn/program"
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

// An instruction is stated twice (instructions_test.go): by what draws one at random, and by what it
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
