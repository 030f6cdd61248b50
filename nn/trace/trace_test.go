package trace

import (
	"math"
	"slices"
	"testing"

	"nnplay/nn/program"
	"nnplay/nn/program/programtest"
)

// A replay is a trace of a program beside what the interpreter leaves after each
// of its instructions.
type replay struct {
	trace *Trace
	after [][]float32 // by event, the whole arena
}

// traced runs a program a number of times, with writes of others before each run
// but the first, and notes it both ways.
func traced(p *program.Program, arena []float32, times int) replay {
	plain, noted := slices.Clone(arena), slices.Clone(arena)
	r := replay{trace: New(noted, len(noted), math.MaxInt32)}
	in := program.NewInterpreter(plain)
	disturb := func(run int) {
		for at := run; at < len(arena); at += 7 + run {
			plain[at] = float32(at%5) - 1.5
			noted[at] = plain[at]
		}
	}
	for run := range times {
		if run > 0 {
			disturb(run)
			r.after = append(r.after, slices.Clone(plain))
		}
		r.trace.Run(p, 1)
		for i := range p.Code {
			in.Run(&program.Program{Code: p.Code[i : i+1]}, 1)
			r.after = append(r.after, slices.Clone(plain))
		}
	}
	disturb(times)
	r.after = append(r.after, slices.Clone(plain))
	r.trace.Finish()
	return r
}

// check holds every number at every moment to its value, and its terms to its
// bits.
func (r replay) check(t *testing.T) {
	t.Helper()
	tr := r.trace
	if err := tr.Err(); err != nil {
		t.Fatal(err)
	}
	if len(tr.Events()) != len(r.after) {
		t.Fatalf("%d events, want %d", len(tr.Events()), len(r.after))
	}
	for i, want := range r.after {
		end := tr.Len()
		if i+1 < len(r.after) {
			end = tr.Events()[i+1].From
		}
		for at, v := range want {
			n := tr.At(at, end)
			if got := tr.Value(n); !programtest.Same(got, v) {
				t.Fatalf("after event %d arena[%d] is %v, want %v", i, at, got, v)
			}
			if tr.Event(n) != i { // it was looked at before
				continue
			}
			o, ok := tr.Origin(n)
			if ok != (tr.Events()[i].Program != nil) {
				t.Fatalf("arena[%d], written by event %d: an origin %v", at, i, ok)
			}
			if !ok {
				continue
			}
			values := make([]float32, len(o.Terms))
			for k, term := range o.Terms {
				values[k] = tr.Value(term)
			}
			if got := o.Compute(values); !programtest.Same(got, v) {
				t.Fatalf("arena[%d] = %v after event %d, its terms make %v: %+v", at, v, i, got, *o.Instruction())
			}
		}
	}
}

// TestSequences holds random programs, run several times, with writes of others
// in between.
func TestSequences(t *testing.T) {
	written := 0
	for seed := range uint64(300) {
		p, arena := programtest.Sequence(seed)
		r := traced(p, arena, 1+int(seed%3))
		r.check(t)
		if t.Failed() {
			t.Fatalf("program %d", seed)
		}
		written += int(r.trace.Len())
	}
	if written < 100_000 {
		t.Errorf("only %d numbers were written", written)
	}
}

// TestInstructions holds each instruction in random shapes.
func TestInstructions(t *testing.T) {
	for i := range programtest.Instructions {
		in := &programtest.Instructions[i]
		t.Run(in.Name, func(t *testing.T) {
			written := 0
			for seed := range uint64(100) {
				p, arena := programtest.Single(in, seed)
				if repeats(&p.Code[0], len(arena)) {
					continue
				}
				r := traced(p, arena, 1)
				r.check(t)
				written += int(r.trace.Len())
			}
			if written == 0 {
				t.Error("nothing was written")
			}
		})
	}
}

// repeats says whether an instruction but Scatter writes to an element twice.
func repeats(c *program.Instr, elements int) bool {
	if c.Op == program.Scatter {
		return false
	}
	seen := make([]bool, elements)
	dst := destination(c)
	for place := range dst.dim.Len() {
		at := element(dst.view, index(dst.dim, place))
		if seen[at] {
			return true
		}
		seen[at] = true
	}
	return false
}

// TestAccumulation tells what a number in place is made of, one writing after
// the other.
func TestAccumulation(t *testing.T) {
	// arena[0] = 2·3, then += 5, and at last 2 is overwritten by hand.
	arena := []float32{9, 2, 3, 5}
	view := func(at int) program.View { return program.View{Offset: at} }
	one := program.Dims{1, 1, 1, 1}
	p := &program.Program{Code: []program.Instr{
		{Op: program.Map, Func: program.Mul, Dim: one, Dst: view(0), A: view(1), B: view(2), C: program.Absent()},
		{Op: program.Map, Func: program.Copy, Acc: true, Dim: one, Dst: view(0), A: view(3), B: program.Absent(), C: program.Absent()},
	}}
	tr := New(arena, len(arena), 10)
	tr.Run(p, 1)
	arena[1] = 7
	tr.Finish()

	sum := tr.At(0, tr.Len())
	o, _ := tr.Origin(sum)
	product := Number{0, 1}
	if !o.Begins || !slices.Equal(o.Terms, []Number{product, {3, 0}}) {
		t.Errorf("the sum is of %v", o.Terms)
	}
	o, _ = tr.Origin(product)
	if o.Begins || !slices.Equal(o.Terms, []Number{{1, 0}, {2, 0}}) || tr.Value(product) != 6 {
		t.Errorf("the product %v is of %v", tr.Value(product), o.Terms)
	}
	if was := tr.Before(product); tr.Value(was) != 9 || tr.Event(was) != -1 {
		t.Errorf("%v stood there before", tr.Value(was))
	}
	now, old := tr.At(1, tr.Len()), Number{1, 0}
	if _, ok := tr.Origin(now); ok || tr.Value(now) != 7 || tr.Value(old) != 2 {
		t.Errorf("written by hand: %v, before %v", tr.Value(now), tr.Value(old))
	}
}

// TestFull holds that a trace notes no more than it may, and says so.
func TestFull(t *testing.T) {
	p, arena := programtest.Sequence(1)
	free := New(slices.Clone(arena), len(arena), math.MaxInt32)
	free.Run(p, 1)
	for _, limit := range []int{0, 1, int(free.Len()) - 1} {
		tr := New(slices.Clone(arena), len(arena), limit)
		tr.Run(p, 1)
		tr.Run(p, 1)
		tr.Finish()
		if tr.Err() == nil || int(tr.Len()) > limit {
			t.Errorf("%d of at most %d numbers, error %v", tr.Len(), limit, tr.Err())
		}
	}
}
