package simd

import (
	"math"

	"nnplay/nn/program"
)

// emitReduce emits a Sum or a Max. What is contiguous is contracted in four
// lanes, as the contract says; what is not, one accumulator each for four
// neighbouring results.
func (k *kernel) emitReduce(f *function) {
	c := &k.root
	if c.A.Stride[3] == 1 {
		k.contractLanes(f)
	} else {
		k.contractAcross(f)
	}
}

// reduction returns the start of a reduction and its step.
func (f *function) reduction(op program.Op) (start func() *value, join func(v, a *value) *value) {
	if op == program.Max {
		inf := float32(math.Inf(-1))
		// a > m ? a : m is the pseudo-maximum of m and a.
		return func() *value { return f.number(inf) }, func(m, a *value) *value { return f.apply(opPMax, m, a) }
	}
	return func() *value { return f.number(0) }, func(s, a *value) *value { return f.add(s, a) }
}

// padded loads n elements, with what changes nothing in the other lanes.
func (f *function) padded(op program.Op, from place, n int) *value {
	if op == program.Sum || n == lanes {
		return f.loadPadded(from, n) // a sum that starts from +0 is never -0
	}
	v := f.number(float32(math.Inf(-1)))
	for i := range n {
		v = f.access(opLoadLane, from.plus(i*word), i, v)
	}
	return v
}

// joinLanes returns in each lane i the reduction of the lanes of rows[i]:
// (l0+l1)+(l2+l3), or for Max the first of equals.
func (f *function) joinLanes(op program.Op, rows [4]*value) *value {
	l := f.transpose(rows)
	if op == program.Max {
		larger := func(a, b *value) *value { return f.apply(opPMax, b, a) }
		return larger(larger(l[3], l[2]), larger(l[1], l[0]))
	}
	return f.add(f.add(l[0], l[1]), f.add(l[2], l[3]))
}

// contractLanes contracts along lanes, up to four results at a time.
func (k *kernel) contractLanes(f *function) {
	c := &k.root
	dst, src := k.operand(c.Dst), k.operand(c.A)
	n := c.Dim[3]
	start, join := f.reduction(c.Op)

	// The longest of the outer dimensions gives the results that run together.
	group := 2
	for i := 1; i >= 0; i-- {
		if c.Dim[i] > c.Dim[group] {
			group = i
		}
	}
	var outer []level
	step := func(i int) []int {
		s := make([]int, len(k.views))
		s[dst], s[src] = c.Dst.Stride[i]*word, c.A.Stride[i]*word
		return s
	}
	for i := range 3 {
		if i != group && c.Dim[i] > 1 {
			outer = append(outer, level{c.Dim[i], step(i)})
		}
	}
	results := func(at []int, count int) {
		from := func(r int) place { return place{local(src), at[src] + r*c.A.Stride[group]*word} }
		sums := make([]local, count)
		for r := range sums {
			sums[r] = f.local(typeV128)
			f.set(sums[r], start())
		}
		f.flush()
		next := func(bytes, width int) {
			for r, s := range sums {
				f.set(s, join(f.read(s, typeV128), f.padded(c.Op, from(r).plus(bytes), width)))
			}
		}
		vectors := n / lanes
		const unroll = 4
		if vectors <= 2*unroll {
			for v := range vectors {
				next(v*lanes*word, lanes)
			}
		} else {
			blocks := vectors / unroll
			f.repeat(blocks, func() {
				for v := range unroll {
					next(v*lanes*word, lanes)
				}
				f.flush()
				f.advance(local(src), unroll*lanes*word)
			})
			f.advance(local(src), -blocks*unroll*lanes*word)
			for v := blocks * unroll; v < vectors; v++ {
				next(v*lanes*word, lanes)
			}
		}
		if rest := n % lanes; rest > 0 {
			next(vectors*lanes*word, rest)
		}
		var rows [4]*value
		for i := range rows {
			rows[i] = f.read(sums[min(i, count-1)], typeV128)
		}
		k.storeResults(f, at[dst], c.Dst.Stride[group], count, f.joinLanes(c.Op, rows))
		f.flush()
		for _, s := range sums {
			f.release(s)
		}
	}
	f.nest(outer, make([]int, len(k.views)), 1, func(at []int) {
		whole := c.Dim[group] / lanes
		f.nest([]level{{whole, scaled(step(group), lanes)}}, at, 2, func(at []int) { results(at, lanes) })
		if rest := c.Dim[group] % lanes; rest > 0 {
			results(moved(at, step(group), whole*lanes), rest)
		}
	})
}

// storeResults stores some results, added to what is there if the instruction
// says so.
func (k *kernel) storeResults(f *function, at, stride, count int, v *value) {
	c := &k.root
	to := place{local(k.operand(c.Dst)), at}
	if c.Acc {
		v = f.add(f.loadLanes(to, stride*word, count), v)
	}
	f.storeLanes(to, stride*word, count, v)
}

// contractAcross contracts one element a step, lanes running across results.
func (k *kernel) contractAcross(f *function) {
	c := &k.root
	dst, src := k.operand(c.Dst), k.operand(c.A)
	start, join := f.reduction(c.Op)

	// Lanes run along the outer dimension in which the source is contiguous,
	// or else the longest.
	lane := 2
	for i := 1; i >= 0; i-- {
		contiguous := c.A.Stride[i] == 1 && c.Dim[i] > 1
		if contiguous || c.Dim[i] > c.Dim[lane] && !(c.A.Stride[lane] == 1 && c.Dim[lane] > 1) {
			lane = i
		}
	}
	step := func(i int) []int {
		s := make([]int, len(k.views))
		s[dst], s[src] = c.Dst.Stride[i]*word, c.A.Stride[i]*word
		return s
	}
	var outer []level
	for i := range 3 {
		if i != lane && c.Dim[i] > 1 {
			outer = append(outer, level{c.Dim[i], step(i)})
		}
	}
	n, down := c.Dim[3], c.A.Stride[3]*word
	between := c.A.Stride[lane] * word
	results := func(at []int, count int) {
		vectors := ceil(count, lanes)
		width := func(v int) int { return min(lanes, count-v*lanes) }
		sums := make([]local, vectors)
		for v := range sums {
			sums[v] = f.local(typeV128)
			f.set(sums[v], start())
		}
		f.flush()
		next := func(bytes int) {
			for v, s := range sums {
				from := place{local(src), at[src] + bytes + v*lanes*between}
				f.set(s, join(f.read(s, typeV128), f.loadLanes(from, between, width(v))))
			}
		}
		if n <= unrolledDepth {
			for i := range n {
				next(i * down)
			}
		} else {
			const unroll = 4
			f.repeat(n/unroll, func() {
				for i := range unroll {
					next(i * down)
				}
				f.flush()
				f.advance(local(src), unroll*down)
			})
			for i := range n % unroll {
				next(i * down)
			}
			f.flush()
			f.advance(local(src), -n/unroll*unroll*down)
		}
		for v, s := range sums {
			k.storeResults(f, at[dst]+v*lanes*c.Dst.Stride[lane]*word, c.Dst.Stride[lane], width(v), f.read(s, typeV128))
		}
		f.flush()
		for _, s := range sums {
			f.release(s)
		}
	}
	f.nest(outer, make([]int, len(k.views)), 1, func(at []int) {
		const most = 4 * lanes
		whole := c.Dim[lane] / most
		f.nest([]level{{whole, scaled(step(lane), most)}}, at, 1, func(at []int) { results(at, most) })
		if rest := c.Dim[lane] % most; rest > 0 {
			results(moved(at, step(lane), whole*most), rest)
		}
	})
}
