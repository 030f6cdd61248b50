package programtest

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"nnplay/nn/program"
)

// A Maker returns an executor of a program over an arena. A panic of either
// fails the test.
type Maker func(arena []float32, p *program.Program) program.Executor

// Same compares bits; one NaN is as good as another.
func Same(a, b float32) bool {
	return math.Float32bits(a) == math.Float32bits(b) || a != a && b != b
}

// Check runs each instruction on random operands, so many draws of each, and
// compares the whole arena with what its statement says, so that nothing else
// may have been written either.
func Check(t *testing.T, draws int, executor Maker) {
	for n, in := range Instructions {
		t.Run(in.Name, func(t *testing.T) {
			for trial := range draws {
				b := NewBench(uint64(n), uint64(trial))
				c := in.Draw(b)
				b.grow(len(b.Arena) + 4)
				p := &program.Program{Name: in.Name, Code: []program.Instr{c}}
				if d := compare(b.Arena, p, 1, Statements, executor); d != "" {
					t.Fatalf("trial %d: %s, after %+v", trial, d, c)
				}
			}
		})
	}
}

// CheckSequences runs random programs like those of a training step and
// compares the whole arena with what the interpreter leaves. What differs it
// reports with as few instructions as show it.
func CheckSequences(t *testing.T, draws int, executor Maker) {
	interpreter := func(arena []float32, _ *program.Program) program.Executor { return program.NewInterpreter(arena) }
	for trial := range draws {
		b := NewBench(1000, uint64(trial))
		p := &program.Program{Name: "sequence", Code: drawSequence(b)}
		times := 1 + trial%3
		if compare(b.Arena, p, times, interpreter, executor) == "" {
			continue
		}
		for _, n := range []int{1, times} {
			if compare(b.Arena, p, n, interpreter, executor) != "" {
				times = n
				break
			}
		}
		p = shrink(p, func(p *program.Program) bool {
			return compare(b.Arena, p, times, interpreter, executor) != ""
		})
		t.Fatalf("trial %d: %s, after %d runs of\n%s", trial, compare(b.Arena, p, times, interpreter, executor), times, text(p))
	}
}

// Statements is a Maker of executors that do what the statements of
// Instructions say.
func Statements(arena []float32, _ *program.Program) program.Executor { return statements(arena) }

type statements []float32

// Run executes the program a number of times in a row.
func (arena statements) Run(p *program.Program, times int) {
	for range times {
		for i := range p.Code {
			Instructions[p.Code[i].Op].Want(&p.Code[i], arena)
		}
	}
}

// compare runs a program by two executors over copies of an arena and says
// where the copies differ, or "".
func compare(arena []float32, p *program.Program, times int, reference, executor Maker) string {
	want := append([]float32(nil), arena...)
	got := append([]float32(nil), arena...)
	reference(want, p).Run(p, times)
	if failure := try(func() { executor(got, p).Run(p, times) }); failure != nil {
		return fmt.Sprint("panic: ", failure)
	}
	first, count := 0, 0
	for i := range got {
		if !Same(got[i], want[i]) {
			if count == 0 {
				first = i
			}
			count++
		}
	}
	if count == 0 {
		return ""
	}
	return fmt.Sprintf("arena[%d] is %v, want %v (%d of %d differ; it was %v)", first, got[first], want[first], count, len(arena), arena[first])
}

// try returns what f panics with.
func try(f func()) (failure any) {
	defer func() { failure = recover() }()
	f()
	return nil
}

// shrink leaves out instructions as long as the program still fails.
func shrink(p *program.Program, fails func(*program.Program) bool) *program.Program {
	for i := len(p.Code) - 1; i >= 0; i-- {
		less := &program.Program{Name: p.Name}
		less.Code = append(append(less.Code, p.Code[:i]...), p.Code[i+1:]...)
		if fails(less) {
			p = less
		}
	}
	return p
}

// text shows a program, an instruction a line.
func text(p *program.Program) string {
	var b strings.Builder
	for _, c := range p.Code {
		fmt.Fprintf(&b, "\t%+v\n", c)
	}
	return b.String()
}
