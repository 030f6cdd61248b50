package simd

import (
	"slices"

	"nnplay/nn/program"
)

const (
	lanes = 4
	word  = 4 // bytes of an element
)

// A cursor is where a chain of maps works: up to four elements in a row.
type cursor struct {
	at     []int    // bytes to add to each operand's pointer
	stride []int    // elements from lane to lane, of each operand
	width  int      // elements, 1 to 4
	known  []*value // what operands hold already, or nil
}

// operandValue returns what an operand holds, loaded at its first use.
func (f *function) operandValue(c *cursor, operand int) *value {
	v := c.known[operand]
	if v == nil {
		v = f.loadLanes(place{local(operand), c.at[operand]}, c.stride[operand]*word, c.width)
		c.known[operand] = v
	}
	return v
}

// result sets what an operand holds, and stores it unless nobody reads it.
func (k *kernel) result(f *function, c *cursor, operand int, v *value) {
	c.known[operand] = v
	if slices.Contains(k.dead, k.views[operand]) {
		if k.overwrites {
			f.anchor(v)
		}
		return
	}
	f.storeLanes(place{local(operand), c.at[operand]}, c.stride[operand]*word, c.width, v)
}

// chain emits the kernel's maps for the elements at a cursor.
func (k *kernel) chain(f *function, c *cursor) {
	for i := range k.maps {
		m := &k.maps[i]
		var list [3]*value
		args := list[:0]
		s := scalars[m.Func]
		for _, v := range []program.View{m.A, m.B, m.C}[:s.args] {
			args = append(args, f.operandValue(c, k.operand(v)))
		}
		v := s.emit(f, args)
		dst := k.operand(m.Dst)
		if m.Acc {
			v = f.add(f.operandValue(c, dst), v)
		}
		k.result(f, c, dst, v)
	}
}

// emitMaps emits a chain of maps: loops over four elements at a time.
func (k *kernel) emitMaps(f *function) {
	dim, strides := k.merged()
	width := lanes
	if k.serial {
		width = 1
	} else {
		toLast(dim, strides, k.laneDimension(dim, strides))
	}
	last := len(dim) - 1
	n := dim[last]
	lane := make([]int, len(k.views))
	for p := range k.views {
		lane[p] = strides[p][last]
	}
	var outer []level
	for i := range last {
		outer = append(outer, level{dim[i], bytesAlong(strides, i)})
	}

	// Scalars are loaded once.
	fixed := make([]*value, len(k.views))
	var held []local
	written := map[int]bool{}
	for i := range k.maps {
		written[k.operand(k.maps[i].Dst)] = true
	}
	for p := range k.views {
		constant := !written[p] && !k.serial
		for _, s := range strides[p] {
			constant = constant && s == 0
		}
		if constant {
			v, l := f.hold(f.splat(place{local(p), 0}))
			fixed[p], held = v, append(held, l)
		}
	}
	at := make([]int, len(k.views))
	elements := func(at []int, width int) {
		if !k.serial {
			f.beginStrand()
		}
		k.chain(f, &cursor{at: at, stride: lane, width: width, known: slices.Clone(fixed)})
	}

	unroll := max(1, unrolledOps/k.cost())
	if k.cost() >= longStrand {
		unroll = strandsAtOnce
	}
	vectors, rest := n/width, n%width
	step := make([]int, len(lane))
	for p, s := range lane {
		step[p] = s * word * width
	}
	// Blocks of a few vectors, vectors, and what is left.
	block := max(1, min(unroll, 4, vectors))
	f.nest(outer, at, unroll/(vectors+1), func(at []int) {
		f.nest([]level{{vectors / block, scaled(step, block)}, {block, step}}, at, unroll, func(at []int) {
			elements(at, width)
		})
		for i := vectors / block * block; i < vectors; i++ {
			elements(moved(at, step, i), width)
		}
		if rest > 0 {
			elements(moved(at, step, vectors), rest)
		}
	})
	f.flush()
	for _, l := range held {
		f.release(l)
	}
}

// unrolledOps bounds the operations that are emitted straight in a row.
const unrolledOps = 200

// cost estimates the vector operations of a chain's element.
func (k *kernel) cost() int {
	n := 0
	for i := range k.maps {
		n += 3
		if f := k.maps[i].Func; f >= program.Exp && f <= program.Erf {
			n += 45
		}
	}
	return n
}

// laneDimension chooses the dimension that lanes run along: where most views
// are contiguous or constant, the destinations counting double.
func (k *kernel) laneDimension(dim []int, strides [][]int) int {
	best, bestScore := len(dim)-1, -1
	for i := len(dim) - 1; i >= 0; i-- {
		score := 0
		for p := range strides {
			if strides[p][i] <= 1 {
				score += 2 * min(dim[i], lanes)
			}
		}
		for j := range k.maps {
			if strides[k.operand(k.maps[j].Dst)][i] == 1 {
				score += 2 * min(dim[i], lanes)
			}
		}
		score += min(dim[i], lanes)
		if score > bestScore {
			best, bestScore = i, score
		}
	}
	return best
}

// toLast makes dimension i the last.
func toLast(dim []int, strides [][]int, i int) {
	move := func(s []int) {
		v := s[i]
		copy(s[i:], s[i+1:])
		s[len(s)-1] = v
	}
	move(dim)
	for _, s := range strides {
		move(s)
	}
}

// bytesAlong returns by how many bytes each view moves along dimension i.
func bytesAlong(strides [][]int, i int) []int {
	step := make([]int, len(strides))
	for p := range strides {
		step[p] = strides[p][i] * word
	}
	return step
}

func scaled(step []int, n int) []int {
	to := make([]int, len(step))
	for p, s := range step {
		to[p] = s * n
	}
	return to
}
