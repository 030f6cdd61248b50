package simd

import (
	"fmt"

	"nnplay/nn/program"
)

// A kernel is a run of instructions that are computed together: a root, and
// the maps that follow it element by element while its result is in registers.
type kernel struct {
	root program.Instr // Map: the first of the chain
	maps []program.Instr
	dim  program.Dims // iteration space of the maps; of a Gemm too

	// views are the operands, without repetition: the parameters of the
	// function. The first are the factors of a Gemm, which are not visited
	// element by element as the others are.
	views   []program.View
	factors int
	// serial says that elements must be computed one by one in order, as the
	// destination overlaps an operand.
	serial bool
}

// kernels groups a program's instructions.
func kernels(p *program.Program) ([]*kernel, error) {
	var list []*kernel
	var last *kernel
	for i, c := range p.Code {
		c = simplified(c)
		if err := check(&c); err != nil {
			return nil, fmt.Errorf("simd: %s, instruction %d: %w", p.Name, i, err)
		}
		if c.Dim.Len() == 0 && c.Op != program.Sum && c.Op != program.Max {
			continue
		}
		if c.Op == program.Map && last != nil && last.fuse(c) {
			continue
		}
		last = &kernel{root: c, dim: c.Dim}
		if c.Op == program.Map {
			last.maps = []program.Instr{c}
			last.serial = !elementwise(&c)
		}
		list = append(list, last)
	}
	for _, k := range list {
		k.collectViews()
	}
	return list, nil
}

// addZero is the scalar function of a sum of one element, which turns -0 to +0.
const addZero = program.Func(255)

// simplified returns an instruction that means the same, with canonical views.
func simplified(c program.Instr) program.Instr {
	if c.Op == program.Sum && c.Dim[3] == 1 {
		c.Op, c.Func = program.Map, addZero
	}
	switch c.Op {
	case program.Map, program.Sum, program.Max:
		to := c.Dim
		if c.Op != program.Map {
			to[3] = 1
		}
		c.Dst, c.A, c.B, c.C = canonical(c.Dst, to), canonical(c.A, c.Dim), canonical(c.B, c.Dim), canonical(c.C, c.Dim)
	case program.Gemm:
		a, b := c.Dim, c.Dim
		a[3], b[2] = c.K, c.K
		c.Dst, c.C, c.A, c.B = canonical(c.Dst, c.Dim), canonical(c.C, c.Dim), canonical(c.A, a), canonical(c.B, b)
	}
	return c
}

// check returns an error for what cannot be compiled.
func check(c *program.Instr) error {
	for _, v := range []program.View{c.Dst, c.A, c.B, c.C} {
		for _, s := range v.Stride {
			if s < 0 {
				return fmt.Errorf("%v: a stride is negative", c.Op)
			}
		}
	}
	switch c.Op {
	case program.Map:
		if _, ok := scalars[c.Func]; !ok {
			return fmt.Errorf("map: the function %v (%d) has no emitter", c.Func, c.Func)
		}
	case program.Gemm, program.Sum, program.Max, program.Gather, program.Scatter, program.Random, program.Tick:
	default:
		return fmt.Errorf("the instruction %v (%d) has no emitter", c.Op, c.Op)
	}
	return nil
}

// operands returns what a map reads: its arguments, and with Acc its destination.
func operands(c *program.Instr) []program.View {
	list := []program.View{c.A, c.B, c.C}[:scalars[c.Func].args]
	if c.Acc {
		list = append(list, c.Dst)
	}
	return list
}

// elementwise says whether a map's elements may be computed in any order.
func elementwise(c *program.Instr) bool {
	if !injective(c.Dst, c.Dim) {
		return false
	}
	for _, v := range operands(c) {
		if v != c.Dst && !apart(v, c.Dst, c.Dim, c.Dim) {
			return false
		}
	}
	return true
}

// fuse adds a map to the kernel, if computing it element by element together
// with the rest changes nothing: each view that is written must be equal to, or
// apart from, each other view of the kernel.
func (k *kernel) fuse(c program.Instr) bool {
	if k.serial || !elementwise(&c) || k.root.Op != program.Map && k.root.Op != program.Gemm {
		return false
	}
	if len(k.maps) >= maxChain {
		return false
	}
	c, ok := k.align(c)
	if !ok {
		return false
	}
	reads, writes := k.accesses()
	for _, v := range operands(&c) {
		for _, w := range writes {
			if v != w && !apart(v, w, k.dim, k.dim) {
				return false
			}
		}
	}
	for _, v := range append(reads, writes...) {
		if v != c.Dst && !apart(v, c.Dst, k.dim, k.dim) {
			return false
		}
	}
	if r := &k.root; r.Op == program.Gemm {
		a, b := r.Dim, r.Dim
		a[3], b[2] = r.K, r.K
		if !apart(c.Dst, r.A, k.dim, a) || !apart(c.Dst, r.B, k.dim, b) {
			return false
		}
	}
	k.maps = append(k.maps, c)
	return true
}

// align returns the instruction over the kernel's iteration space, or changes
// that of a chain to the instruction's.
func (k *kernel) align(c program.Instr) (program.Instr, bool) {
	if r, ok := respaced(c, k.dim); ok {
		return r, true
	}
	if k.root.Op != program.Map {
		return c, false
	}
	maps := make([]program.Instr, len(k.maps))
	for i, m := range k.maps {
		r, ok := respaced(m, c.Dim)
		if !ok {
			return c, false
		}
		maps[i] = r
	}
	k.root, k.maps, k.dim = maps[0], maps, c.Dim
	return c, true
}

// maxChain bounds the length of a chain, and so the registers it needs.
const maxChain = 24

// accesses returns the views that are read and written element by element.
func (k *kernel) accesses() (reads, writes []program.View) {
	if k.root.Op == program.Gemm {
		writes = append(writes, k.root.Dst)
		if k.root.C.Offset != program.None {
			reads = append(reads, k.root.C)
		}
	}
	for i := range k.maps {
		reads = append(reads, operands(&k.maps[i])...)
		writes = append(writes, k.maps[i].Dst)
	}
	return reads, writes
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

// merged returns a chain's dimensions with neighbours made one wherever all
// views allow, and the views' strides over them. It returns at least one
// dimension.
func (k *kernel) merged() (dim []int, strides [][]int) {
	strides = make([][]int, len(k.views))
	for i := range 4 {
		if k.dim[i] == 1 {
			continue
		}
		at := len(dim) - 1
		merge := at >= 0
		for j, v := range k.views {
			if merge && strides[j][at] != v.Stride[i]*k.dim[i] {
				merge = false
			}
		}
		if merge {
			dim[at] *= k.dim[i]
		} else {
			dim = append(dim, k.dim[i])
			at++
		}
		for j, v := range k.views {
			strides[j] = append(strides[j][:at], v.Stride[i])
		}
	}
	if len(dim) == 0 {
		dim = []int{1}
		for j := range strides {
			strides[j] = []int{0}
		}
	}
	return dim, strides
}

// collectViews lists the operands.
func (k *kernel) collectViews() {
	if k.root.Op == program.Gemm {
		k.views, k.factors = []program.View{k.root.A, k.root.B}, 2
	}
	seen := map[program.View]bool{}
	add := func(list ...program.View) {
		for _, v := range list {
			if v.Offset != program.None && !seen[v] {
				seen[v] = true
				k.views = append(k.views, v)
			}
		}
	}
	switch k.root.Op {
	case program.Map:
	case program.Gemm:
		add(k.root.Dst, k.root.C)
	default:
		add(k.root.Dst, k.root.A, k.root.B, k.root.C)
	}
	for i := range k.maps {
		c := &k.maps[i]
		add(operands(c)...)
		add(c.Dst)
	}
}

// operand returns the number of a view among the kernel's.
func (k *kernel) operand(v program.View) int {
	for i, w := range k.views[k.factors:] {
		if v == w {
			return k.factors + i
		}
	}
	panic("simd: a view is not an operand of its kernel")
}

// signature tells kernels apart that need functions of their own: it holds
// everything but the addresses.
func (k *kernel) signature() string {
	number := func(v program.View) any {
		if v.Offset == program.None {
			return "-"
		}
		return fmt.Sprint(k.operand(v), v.Stride)
	}
	text := func(c *program.Instr) string {
		views := []any{number(c.Dst)}
		switch c.Op {
		case program.Map:
			for _, v := range []program.View{c.A, c.B, c.C}[:scalars[c.Func].args] {
				views = append(views, number(v))
			}
		case program.Gemm:
			views = append(views, c.A.Stride, c.B.Stride, number(c.C))
		default:
			views = append(views, number(c.A), number(c.B), number(c.C))
		}
		return fmt.Sprint(c.Op, c.Func, c.Acc, c.Dim, c.K, views)
	}
	s := text(&k.root)
	for i := range k.maps {
		s += ";" + text(&k.maps[i])
	}
	return s
}
