package simd

import (
	"slices"

	"nnplay/nn/program"
)

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
