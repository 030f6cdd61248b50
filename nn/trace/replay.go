package trace

import (
	"math"

	"nnplay/nn/program"
)

// A Replay is what a number comes to when another one is changed.
type Replay struct {
	Value float64
	// Ways tells which way was taken at each kink on the way there, such as that of
	// max(0, x): between two replays with the same ways lies none.
	Ways uint64
}

// A Change adds to an element of the arena at a moment.
type Change struct {
	At   int
	When Moment
	By   float64
}

// Replay computes the number result anew in float64, from what stood there when the
// trace began and what others wrote, with a change. What was drawn stays as it was
// drawn.
func (t *Trace) Replay(result Number, change Change) Replay {
	d := double{trace: t, arena: make([]float64, len(t.arena)), change: change, ways: offsetBasis}
	for i, v := range t.first {
		d.arena[i] = float64(v)
	}
	if change.When == 0 {
		d.arena[change.At] += change.By
	}
	for i := 0; i < len(t.events) && t.events[i].From < result.Since; i++ {
		end := t.Len()
		if i+1 < len(t.events) {
			end = t.events[i+1].From
		}
		d.run(t.events[i], end)
	}
	return Replay{d.arena[result.At], d.ways}
}

// A double is an arena of float64 under way.
type double struct {
	trace  *Trace
	arena  []float64
	change Change
	ways   uint64
}

// FNV-1a, a number at a time.
const offsetBasis, prime = 14695981039346656037, 1099511628211

func (d *double) way(n int) { d.ways = (d.ways ^ uint64(n)) * prime }

// run does what an event did, whose writings end before a moment.
func (d *double) run(e Event, end Moment) {
	c := e.instruction()
	for w := e.From; w < end; w++ {
		place := int(w - e.From)
		at, value := d.trace.place(e, place), float64(d.trace.writings[w].value)
		if c != nil && c.Op != program.Random && c.Op != program.Tick {
			value = d.compute(c, index(destination(c).dim, place), at)
		}
		d.arena[at] = value
		if w+1 == d.change.When {
			d.arena[d.change.At] += d.change.By
		}
	}
}

// compute returns what an instruction writes into an element dst, which stands at an
// index among those that it writes.
func (d *double) compute(c *program.Instr, at [4]int, dst int) (y float64) {
	m := d.arena
	switch c.Op {
	case program.Map:
		var v [3]float64
		for i, view := range []program.View{c.A, c.B, c.C}[:program.Funcs[c.Func].Args()] {
			v[i] = m[element(view, at)]
		}
		y = d.function(c.Func, v)
	case program.Gemm:
		return d.product(c, at)
	case program.Sum, program.Max:
		at[3] = 0
		y = d.contraction(c, element(c.A, at))
	case program.Gather, program.Scatter:
		first, from := 0, at
		if c.C.Offset != program.None {
			first = int(m[c.C.Offset])
		}
		if c.Op == program.Gather {
			from[2] = program.Row(float32(m[element(c.B, [4]int{0, 0, first + at[2], 0})]), c.K)
		}
		y = m[element(c.A, from)]
	}
	if c.Acc || c.Op == program.Scatter {
		y += m[dst]
	}
	return y
}

func (d *double) product(c *program.Instr, at [4]int) (y float64) {
	m := d.arena
	if c.C.Offset != program.None {
		y = m[element(c.C, at)]
	}
	row, column := at, at
	row[3], column[2] = 0, 0
	for p := range c.Over[0].Times() {
		for q := range c.Over[1].Times() {
			a := element(c.A, row) + p*c.Over[0].A + q*c.Over[1].A
			b := element(c.B, column) + p*c.Over[0].B + q*c.Over[1].B
			for range c.K {
				y += m[a] * m[b]
				a += c.A.Stride[3]
				b += c.B.Stride[2]
			}
		}
	}
	return y
}

func (d *double) contraction(c *program.Instr, from int) (y float64) {
	if c.Op == program.Sum {
		for k := range c.Dim[3] {
			y += d.arena[from+k*c.A.Stride[3]]
		}
		return y
	}
	y, won := math.Inf(-1), 0
	for k := range c.Dim[3] {
		if v := d.arena[from+k*c.A.Stride[3]]; v > y {
			y, won = v, k
		}
	}
	d.way(won)
	return y
}
