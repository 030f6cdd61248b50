package program_test

import (
	"fmt"
	"math"
	"testing"

	"nnplay/nn/program"
	"nnplay/nn/program/programtest"
)

var (
	nan = float32(math.NaN())
	inf = float32(math.Inf(1))
)

var same = programtest.Same

// TestInstructions holds each instruction to its statement.
func TestInstructions(t *testing.T) { programtest.Check(t, 400, program.Interpret) }

// TestSequences holds the statements to the interpreter, on programs.
func TestSequences(t *testing.T) { programtest.CheckSequences(t, 400, programtest.Statements) }

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
