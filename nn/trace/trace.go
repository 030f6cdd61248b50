package trace

import (
	"fmt"
	"slices"
	"sort"

	"nnplay/nn/program"
)

// A Trace is an executor that notes what it writes.
type Trace struct {
	arena    []float32
	exec     *program.Interpreter
	first    []float32 // what lasts, as it was when the trace began
	last     []int32   // by element: the moment after the latest writing to it, 0 if there was none
	writings []writing
	events   []Event
	limit    int
	full     bool
}

var _ program.Executor = (*Trace)(nil)

// A writing puts a value into an element.
type writing struct {
	value  float32
	before int32 // the moment after the writing before it to the same element, 0 if there was none
}

// A Moment lies between two writings: it counts those made before it.
type Moment int

// An Event is an instruction as it was executed once, or what others wrote into
// the arena between two programs.
type Event struct {
	Program *program.Program // nil for what others wrote
	Instr   int              // of the program's code
	From    Moment           // before its first writing

	others []int32 // the elements that others wrote, in order
}

// New returns a trace over the arena that its owner and the programs share, and
// whose first elements last: behind them, in temporaries, no program finds
// anything when it begins, and its owner writes nothing. The trace notes at most
// limit writings.
func New(arena []float32, lasting, limit int) *Trace {
	return &Trace{
		arena: arena,
		exec:  program.NewInterpreter(arena),
		first: slices.Clone(arena[:lasting]),
		last:  make([]int32, len(arena)),
		limit: limit,
	}
}

// Run implements program.Executor. No instruction but Scatter may write to an
// element twice, as none of a graph does. Once the trace is full it does nothing:
// see Err.
func (t *Trace) Run(p *program.Program, times int) {
	for range times {
		t.noteOthers()
		for i := range p.Code {
			t.step(p, i)
		}
	}
}

// Finish notes what others have written since the last program ran. It has to be
// called before questions are asked.
func (t *Trace) Finish() { t.noteOthers() }

// Err returns an error if there was more to note than the trace may.
func (t *Trace) Err() error {
	if t.full {
		return fmt.Errorf("trace: more than %d numbers were written", t.limit)
	}
	return nil
}

// Len returns the present moment: after all writings.
func (t *Trace) Len() Moment { return Moment(len(t.writings)) }

// Events returns what was executed, in order.
func (t *Trace) Events() []Event { return t.events }

// step executes an instruction and notes what it writes.
func (t *Trace) step(p *program.Program, i int) {
	c := &p.Code[i]
	dst := destination(c)
	if t.full || len(t.writings)+dst.dim.Len() > t.limit {
		t.full = true
		return
	}
	t.events = append(t.events, Event{Program: p, Instr: i, From: t.Len()})
	if c.Op == program.Scatter { // which may write to an element twice: row by row
		for row := range c.Dim[2] {
			one := *c
			one.Dim[2] = 1
			one.A.Offset += row * c.A.Stride[2]
			one.B.Offset += row * c.B.Stride[2]
			dst.view.Offset = c.Dst.Offset + program.Row(t.arena[one.B.Offset], c.K)*c.Dst.Stride[2]
			t.execute(one)
			t.note(dst.view, one.Dim)
		}
		return
	}
	t.execute(*c)
	t.note(dst.view, dst.dim)
}

func (t *Trace) execute(c program.Instr) {
	t.exec.Run(&program.Program{Code: []program.Instr{c}}, 1)
}

// A target is the elements that an instruction writes, in order.
type target struct {
	view program.View
	dim  program.Dims
}

// destination returns what an instruction writes. Of Scatter only the dimensions
// tell, as its indices say which rows.
func destination(c *program.Instr) target {
	v, d := c.Writes()
	if c.Op == program.Scatter {
		d[2] = c.Dim[2]
	}
	return target{v, d}
}

// note notes that the elements of a view were written.
func (t *Trace) note(v program.View, d program.Dims) {
	for i := range d[0] {
		for j := range d[1] {
			for k := range d[2] {
				at := v.Offset + i*v.Stride[0] + j*v.Stride[1] + k*v.Stride[2]
				for range d[3] {
					t.write(at)
					at += v.Stride[3]
				}
			}
		}
	}
}

// write notes that an element was written.
func (t *Trace) write(at int) {
	t.writings = append(t.writings, writing{t.arena[at], t.last[at]})
	t.last[at] = int32(len(t.writings))
}

// noteOthers notes what differs, of what lasts, from what the trace knows.
func (t *Trace) noteOthers() {
	began := false
	for at := range t.first {
		if t.full || same(t.arena[at], t.Value(Number{at, Moment(t.last[at])})) {
			continue
		}
		if t.full = len(t.writings) == t.limit; t.full {
			return
		}
		if !began {
			t.events = append(t.events, Event{From: t.Len()})
			began = true
		}
		t.write(at)
		e := &t.events[len(t.events)-1]
		e.others = append(e.others, int32(at))
	}
}

// place returns the element that an event wrote at a place among those that it
// wrote.
func (t *Trace) place(e Event, place int) int {
	if e.Program == nil {
		return int(e.others[place])
	}
	c := e.instruction()
	dst := destination(c)
	at := index(dst.dim, place)
	if c.Op == program.Scatter {
		return t.scattered(c, e, at)
	}
	return element(dst.view, at)
}

// instruction returns what was executed, nil of what others wrote.
func (e *Event) instruction() *program.Instr {
	if e.Program == nil {
		return nil
	}
	return &e.Program.Code[e.Instr]
}

// event returns the number of the event that made a writing.
func (t *Trace) event(w Moment) int {
	return sort.Search(len(t.events), func(i int) bool { return t.events[i].From > w }) - 1
}

// index returns the indices of the element at a place, counted from 0, of an
// iteration space.
func index(d program.Dims, place int) (at [4]int) {
	for i := 3; i >= 0; i-- {
		at[i] = place % d[i]
		place /= d[i]
	}
	return at
}
