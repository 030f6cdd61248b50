package trace

import "math"

// A Number is what an element of the arena holds from the moment on at which it
// was written, until it is written again. Since is that moment; it is 0 for what
// stood there when the trace began. Numbers can be compared.
type Number struct {
	At    int
	Since Moment
}

// At returns the number that an element holds at a moment.
func (t *Trace) At(at int, m Moment) Number {
	w := t.last[at]
	for w > int32(m) {
		w = t.writings[w-1].before
	}
	return Number{at, Moment(w)}
}

// Before returns the number that stood where n stands until n was written.
func (t *Trace) Before(n Number) Number {
	if n.Since == 0 {
		return n
	}
	return Number{n.At, Moment(t.writings[n.Since-1].before)}
}

// Value returns a number's value; 0 for a temporary that nothing has written.
func (t *Trace) Value(n Number) float32 {
	switch {
	case n.Since > 0:
		return t.writings[n.Since-1].value
	case n.At < len(t.first):
		return t.first[n.At]
	}
	return 0
}

// Event returns the index, among Events, of what wrote a number, -1 if it stood
// there when the trace began.
func (t *Trace) Event(n Number) int {
	if n.Since == 0 {
		return -1
	}
	return t.event(n.Since - 1)
}

// same compares bits.
func same(a, b float32) bool { return math.Float32bits(a) == math.Float32bits(b) }
