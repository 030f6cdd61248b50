package programtest

import (
	"testing"

	"nnplay/nn/program"
)

// TestSequences holds that what is drawn is of every kind, and within the arena.
func TestSequences(t *testing.T) {
	const draws = 500
	seen := map[program.Op]int{}
	funcs := map[program.Func]int{}
	for trial := range draws {
		b := NewBench(1, uint64(trial))
		code := drawSequence(b)
		if len(code) < 2 || len(code) > 12 {
			t.Errorf("%d instructions", len(code))
		}
		for _, c := range code {
			seen[c.Op]++
			if c.Op == program.Map {
				funcs[c.Func]++
			}
		}
	}
	for _, op := range []program.Op{program.Map, program.Gemm, program.Sum, program.Max, program.Gather, program.Scatter, program.Random, program.Tick} {
		if seen[op] < draws/25 {
			t.Errorf("%d draws have %v %d times", draws, op, seen[op])
		}
	}
	if len(funcs) < len(program.Funcs) {
		t.Errorf("%d draws have %d functions", draws, len(funcs))
	}
}

// TestShrinks holds that a program that fails is cut down to what makes it
// fail.
func TestShrinks(t *testing.T) {
	b := NewBench(1, 1)
	p := &program.Program{Code: drawSequence(b)}
	n := 0
	for _, c := range p.Code {
		if c.Op == program.Map {
			n++
		}
	}
	less := shrink(p, func(p *program.Program) bool {
		for _, c := range p.Code {
			if c.Op == program.Map {
				return true
			}
		}
		return false
	})
	if n == 0 || len(less.Code) != 1 || less.Code[0].Op != program.Map {
		t.Errorf("of %d instructions, %d of them maps, are left\n%s", len(p.Code), n, text(less))
	}
}
