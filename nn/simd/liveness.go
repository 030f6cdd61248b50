package simd

import (
	"math"
	"slices"

	"nnplay/nn/program"
)

// rangeOf returns the elements from the first of a view to its last.
func rangeOf(v program.View, d program.Dims) program.Range {
	if v.Offset == program.None || d.Len() == 0 {
		return program.Range{}
	}
	first, last := extent(v, d)
	return program.Range{From: first, To: last + 1}
}

// readsOf returns what an instruction reads.
func readsOf(c *program.Instr) []program.Range {
	switch c.Op {
	case program.Map:
		var list []program.Range
		for _, v := range operands(c) {
			list = append(list, rangeOf(v, c.Dim))
		}
		return list
	case program.Gemm:
		a, b := c.Dim, c.Dim
		a[3], b[2] = c.K, c.K
		return []program.Range{rangeOf(c.A, a), rangeOf(c.B, b), rangeOf(c.C, c.Dim)}
	case program.Sum, program.Max:
		list := []program.Range{rangeOf(c.A, c.Dim)}
		if c.Acc {
			list = append(list, writeOf(c))
		}
		return list
	case program.Gather, program.Scatter:
		numbers := rangeOf(c.B, program.Dims{1, 1, c.Dim[2], 1})
		if c.C.Offset != program.None {
			numbers.To = math.MaxInt // the data say where they start
		}
		list := []program.Range{numbers, rangeOf(c.C, program.Dims{1, 1, 1, 1})}
		if c.Op == program.Gather {
			return append(list, rangeOf(c.A, program.Dims{1, 1, c.K, c.Dim[3]}))
		}
		return append(list, rangeOf(c.A, c.Dim), writeOf(c))
	}
	pair := program.Dims{1, 1, 1, 2} // of words: a key, a counter
	word := [4]int{0, 0, 0, 1}
	return []program.Range{
		rangeOf(program.View{Offset: c.A.Offset, Stride: word}, pair),
		rangeOf(program.View{Offset: c.B.Offset, Stride: word}, pair),
		rangeOf(program.View{Offset: c.Dst.Offset, Stride: word}, pair),
	}
}

// writeOf returns what an instruction writes.
func writeOf(c *program.Instr) program.Range {
	d := c.Dim
	switch c.Op {
	case program.Sum, program.Max:
		d[3] = 1
	case program.Scatter:
		d[2] = c.K
	case program.Random:
		return program.Range{From: c.Dst.Offset, To: c.Dst.Offset + d.Len()}
	case program.Tick:
		return program.Range{From: c.Dst.Offset, To: c.Dst.Offset + 2}
	}
	return rangeOf(c.Dst, d)
}

// A liveness knows which temporaries are read: from outside after the program
// has run, or by the program, in this run or the next.
type liveness struct {
	temps program.Range
	reads []program.Range // in order of their starts
	ends  []int           // where the furthest of the first reads ends
}

func newLiveness(p *program.Program, reads []program.Range) *liveness {
	l := &liveness{temps: p.Temps, reads: slices.Clone(p.Kept)}
	for _, r := range reads {
		if r.Overlaps(p.Temps) && r.From >= p.Temps.From { // no operand reaches into them
			l.reads = append(l.reads, r)
		}
	}
	slices.SortFunc(l.reads, func(a, b program.Range) int { return a.From - b.From })
	end := 0
	for _, r := range l.reads {
		end = max(end, r.To)
		l.ends = append(l.ends, end)
	}
	return l
}

// dead says that nobody reads what is stored in a range.
func (l *liveness) dead(r program.Range) bool {
	if r.From >= r.To || r.From < l.temps.From || r.To > l.temps.To {
		return false
	}
	// Of the reads that start before r ends none may end after r starts.
	n, _ := slices.BinarySearchFunc(l.reads, r.To, func(read program.Range, to int) int { return read.From - to })
	return n == 0 || l.ends[n-1] <= r.From
}

// useful returns the instructions whose results somebody reads.
func useful(p *program.Program, code []program.Instr) []program.Instr {
	for {
		var reads []program.Range
		for i := range code {
			reads = append(reads, readsOf(&code[i])...)
		}
		live := newLiveness(p, reads)
		n := len(code)
		code = slices.DeleteFunc(code, func(c program.Instr) bool { return live.dead(writeOf(&c)) })
		if len(code) == n {
			return code
		}
	}
}
