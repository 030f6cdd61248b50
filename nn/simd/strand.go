package simd

// A strand is the stores of one vector of elements. The strands of one flush
// compute the same of different elements, so that their instructions may be
// emitted in turn: a polynomial is a chain of operations that each wait for the
// one before, and a processor looks ahead some two hundred operations, which is
// hardly more than a long strand has.
const (
	strandsAtOnce = 8
	longStrand    = 64 // operations; what is shorter the processor overlaps by itself
)

// beginStrand says that the stores to come are of another vector, which reads
// nothing that the vectors before write.
func (f *function) beginStrand() { f.strand++ }

// interleave emits the strands that the roots begin with, if they are long, and
// returns how many roots these were.
func (f *function) interleave(roots []root) int {
	var strands [strandsAtOnce][]step
	n, count, most := 0, 0, 0
	for ; count < strandsAtOnce && n < len(roots) && roots[n].strand > 0; count++ {
		var list []step
		for which := roots[n].strand; n < len(roots) && roots[n].strand == which; n++ {
			list = append(steps(list, roots[n].v), step{root: &roots[n]})
		}
		if count == 0 && len(list) < longStrand {
			return 0
		}
		strands[count], most = list, max(most, len(list))
	}
	if count < 2 {
		return 0
	}
	for i := range most {
		for _, list := range strands[:count] {
			if i >= len(list) {
				continue
			}
			if s := list[i]; s.root != nil {
				f.emitRoot(*s.root)
			} else {
				f.keep(s.value)
			}
		}
	}
	return n
}

// A step of a strand computes a value into a local, or is a root.
type step struct {
	value *value
	root  *root
}

// steps appends the values that a value is computed from, and itself, in the
// order of their computation. Constants are left out, which strands share: they
// are emitted where they are first used.
func steps(list []step, v *value) []step {
	if v.held || v.listed || v.op == opConst {
		return list
	}
	v.listed = true
	for _, a := range v.args {
		if a != nil {
			list = steps(list, a)
		}
	}
	return append(list, step{value: v})
}
