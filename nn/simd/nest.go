package simd

// A level is a loop of a nest: how often it runs, and by how many bytes each
// pointer moves each time.
type level struct {
	n    int
	step []int
}

// total returns how often the innermost body of the levels runs.
func total(levels []level) int {
	n := 1
	for _, l := range levels {
		n *= l.n
	}
	return n
}

// nest emits loops around a body. The pointers are the function's first
// parameters; they are as they were when the loops have ended. Inner loops that
// together run at most unroll times are unrolled: the body is emitted for each
// iteration, with the bytes that it has to add to each pointer.
func (f *function) nest(levels []level, at []int, unroll int, body func(at []int)) {
	if len(levels) == 0 {
		body(at)
		return
	}
	l, inner := levels[0], levels[1:]
	if l.n <= 1 || total(levels) <= unroll {
		for i := range l.n {
			f.nest(inner, moved(at, l.step, i), unroll, body)
		}
		return
	}
	f.flush()
	f.repeat(l.n, func() {
		f.nest(inner, at, unroll, body)
		f.flush()
		for p, step := range l.step {
			f.advance(local(p), step)
		}
	})
	for p, step := range l.step {
		f.advance(local(p), -step*l.n)
	}
}

// moved returns at + n·step.
func moved(at, step []int, n int) []int {
	to := append([]int(nil), at...)
	for p, s := range step {
		to[p] += n * s
	}
	return to
}
