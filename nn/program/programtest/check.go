package programtest

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"nnplay/nn/program"
)

// Same compares bits; one NaN is as good as another.
func Same(a, b float32) bool {
	return math.Float32bits(a) == math.Float32bits(b) || a != a && b != b
}

// Check runs each instruction on random operands: with each size in each of its
// dimensions, in large shapes, and in so many drawn at random. It compares the
// whole arena with what the instruction's statement says, so that nothing else
// may have been written either.
func Check(t *testing.T, draws int, engine program.Engine) {
	for n, in := range Instructions {
		t.Run(in.Name, func(t *testing.T) {
			shapes := in.shapes()
			for range draws {
				shapes = append(shapes, anyShape)
			}
			seen := coverage{}
			for trial, s := range shapes {
				b := NewBench(uint64(n), uint64(trial))
				b.shape = s
				c := in.Draw(b)
				seen.note(&c)
				b.grow(len(b.Arena) + 4)
				p := &program.Program{Name: in.Name, Code: []program.Instr{c}}
				if d := compare(b.Arena, p, 1, Statements, engine); d != "" {
					t.Fatalf("trial %d: %s, after %+v", trial, d, c)
				}
			}
			if left := seen.missing(&in); len(left) > 0 {
				t.Errorf("not tried: %s", strings.Join(left, "; "))
			}
		})
	}
}

// CheckSequences runs random programs like those of a training step and
// compares the arena, all but what the program does not keep, with what the
// interpreter leaves. What differs it reports with as few instructions as show
// it.
func CheckSequences(t *testing.T, draws int, engine program.Engine) {
	for trial := range draws {
		b := NewBench(1000, uint64(trial))
		p := &program.Program{Name: "sequence", Code: drawSequence(b)}
		if b.IntN(3) > 0 {
			p.Temps, p.Kept = drawTemps(b, p.Code)
		}
		times := 1 + trial%3
		if compare(b.Arena, p, times, program.Interpret, engine) == "" {
			continue
		}
		for _, n := range []int{1, times} {
			if compare(b.Arena, p, n, program.Interpret, engine) != "" {
				times = n
				break
			}
		}
		p = shrink(p, func(p *program.Program) bool {
			return compare(b.Arena, p, times, program.Interpret, engine) != ""
		})
		t.Fatalf("trial %d: %s, after %d runs of\n%s", trial, compare(b.Arena, p, times, program.Interpret, engine), times, text(p))
	}
}

// Statements is the engine that does what the statements of Instructions say.
func Statements(arena []float32, _ ...*program.Program) (program.Executor, error) {
	return statements(arena), nil
}

type statements []float32

// Run executes the program a number of times in a row.
func (arena statements) Run(p *program.Program, times int) {
	for range times {
		for i := range p.Code {
			Instructions[p.Code[i].Op].Want(&p.Code[i], arena)
		}
	}
}

// compare runs a program by two engines over copies of an arena and says what
// goes wrong, or where the copies differ, or "".
func compare(arena []float32, p *program.Program, times int, reference, engine program.Engine) string {
	want := append([]float32(nil), arena...)
	got := append([]float32(nil), arena...)
	if err := run(reference, want, p, times); err != nil {
		panic(err)
	}
	if err := run(engine, got, p, times); err != nil {
		return err.Error()
	}
	same := Same
	if exact(p) {
		same = func(a, b float32) bool { return math.Float32bits(a) == math.Float32bits(b) }
	}
	first, count := 0, 0
	for i := range got {
		if !same(got[i], want[i]) && kept(p, i) {
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

// exact says whether even the bits of NaN matter, as where a number is a
// counter.
func exact(p *program.Program) bool {
	for _, c := range p.Code {
		if !Instructions[c.Op].Exact {
			return false
		}
	}
	return true
}

// run runs a program by an engine. A panic is an error.
func run(engine program.Engine, arena []float32, p *program.Program, times int) (err error) {
	defer func() {
		if failure := recover(); failure != nil {
			err = fmt.Errorf("panic: %v", failure)
		}
	}()
	executor, err := engine(arena, p)
	if err == nil {
		executor.Run(p, times)
	}
	return err
}

// kept says whether an element has to be found after a program has run.
func kept(p *program.Program, i int) bool {
	element := program.Range{From: i, To: i + 1}
	return !p.Temps.Overlaps(element) || slices.ContainsFunc(p.Kept, element.Overlaps)
}

// shrink leaves out instructions as long as the program still fails.
func shrink(p *program.Program, fails func(*program.Program) bool) *program.Program {
	for i := len(p.Code) - 1; i >= 0; i-- {
		less := *p
		less.Code = slices.Delete(slices.Clone(p.Code), i, i+1)
		if fails(&less) {
			p = &less
		}
	}
	return p
}

// text shows a program, an instruction a line.
func text(p *program.Program) string {
	var b strings.Builder
	if p.Temps != (program.Range{}) {
		fmt.Fprintf(&b, "\tTemps:%+v Kept:%+v\n", p.Temps, p.Kept)
	}
	for _, c := range p.Code {
		fmt.Fprintf(&b, "\t%+v\n", c)
	}
	return b.String()
}
