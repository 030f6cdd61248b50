package simd

import "nnplay/nn/program"

// canonical returns the view with strides of 0 along dimensions of one element.
func canonical(v program.View, d program.Dims) program.View {
	if v.Offset == program.None {
		return program.Absent()
	}
	for i, n := range d {
		if n == 1 {
			v.Stride[i] = 0
		}
	}
	return v
}

// reshape returns a view's strides over other dimensions of as many elements,
// visited in the same order, if there are such (NumPy's rule for reshaping
// without a copy).
func reshape(v program.View, from, to program.Dims) (program.View, bool) {
	var n []int // the dimensions of more than one element, and their strides
	var s []int
	for i, d := range from {
		if d > 1 {
			n, s = append(n, d), append(s, v.Stride[i])
		}
	}
	out := program.View{Offset: v.Offset}
	i := 0
	for j := 0; j < 4; {
		if to[j] == 1 {
			j++
			continue
		}
		// The smallest groups of dimensions of as many elements.
		if i == len(n) {
			return v, false
		}
		first, have, want, last := i, n[i], to[j], j
		i++
		for have != want {
			if have < want {
				if i == len(n) {
					return v, false
				}
				have *= n[i]
				i++
			} else {
				last++
				if last == 4 {
					return v, false
				}
				want *= to[last]
			}
		}
		for k := first; k+1 < i; k++ {
			if s[k] != s[k+1]*n[k+1] {
				return v, false
			}
		}
		stride := s[i-1]
		for k := last; k >= j; k-- {
			if to[k] > 1 {
				out.Stride[k] = stride
				stride *= to[k]
			}
		}
		j = last + 1
	}
	return out, i == len(n)
}

// extent returns the offsets of the first element and of the last.
func extent(v program.View, d program.Dims) (first, last int) {
	first, last = v.Offset, v.Offset
	for i, n := range d {
		last += (n - 1) * v.Stride[i]
	}
	return first, last
}

// injective says whether no element is visited twice.
func injective(v program.View, d program.Dims) bool {
	// In order of strides each must step over all that the smaller ones reach.
	reach := 0
	var done [4]bool
	for range d {
		best := -1
		for i, n := range d {
			if n > 1 && !done[i] && (best < 0 || v.Stride[i] < v.Stride[best]) {
				best = i
			}
		}
		if best < 0 {
			return true
		}
		if v.Stride[best] <= reach {
			return false
		}
		done[best] = true
		reach += (d[best] - 1) * v.Stride[best]
	}
	return true
}

// respaced returns the instruction over other dimensions, if all its views allow.
func respaced(c program.Instr, dim program.Dims) (program.Instr, bool) {
	if c.Dim == dim {
		return c, true
	}
	if c.Dim.Len() != dim.Len() {
		return c, false
	}
	for _, v := range []*program.View{&c.Dst, &c.A, &c.B, &c.C} {
		if v.Offset == program.None {
			continue
		}
		r, ok := reshape(*v, c.Dim, dim)
		if !ok {
			return c, false
		}
		*v = r
	}
	c.Dim = dim
	return c, true
}
