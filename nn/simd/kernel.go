package simd

import (
	"encoding/binary"
	"fmt"
	"slices"

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
	// dead are the views that nobody reads but this kernel, from registers: they
	// are not stored.
	dead []program.View
	// overwrites says that a map of the chain writes what an earlier one reads.
	overwrites bool
	// serial says that elements must be computed one by one in order, as the
	// destination overlaps an operand.
	serial bool
}

// lookBack is how many kernels an instruction may be moved ahead of, to join
// one that computes over the same elements: the scalars of an optimizer would
// otherwise cut its chain into pieces.
const lookBack = 6

// kernels groups a program's instructions.
func kernels(p *program.Program) ([]*kernel, error) {
	code := make([]program.Instr, 0, len(p.Code))
	for i := range p.Code {
		c := simplified(p.Code[i])
		if err := check(&c); err != nil {
			return nil, fmt.Errorf("simd: %s, instruction %d: %w", p.Name, i, err)
		}
		if w := writeOf(&c); w.From < w.To && (c.Op != program.Scatter || c.Dim.Len() > 0) {
			code = append(code, c)
		}
	}
	var list []*kernel
	for _, c := range useful(p, code) {
		if c.Op != program.Map || !join(list, c) {
			list = append(list, newKernel(c))
		}
	}
	var reads []program.Range
	for _, k := range list {
		reads = append(reads, k.loads()...)
	}
	live := newLiveness(p, reads)
	for _, k := range list {
		k.drop(live)
		k.collectViews()
	}
	return list, nil
}

func newKernel(c program.Instr) *kernel {
	k := &kernel{root: c, dim: c.Dim}
	if c.Op == program.Map {
		k.maps = []program.Instr{c}
		k.serial = !elementwise(&c)
	}
	return k
}

// join fuses a map with one of the last kernels, if it does not depend on those
// between, nor they on it.
func join(list []*kernel, c program.Instr) bool {
	reads, write := readsOf(&c), writeOf(&c)
	for i := len(list) - 1; i >= max(0, len(list)-lookBack); i-- {
		if list[i].fuse(c) {
			return true
		}
		if list[i].conflicts(reads, write) {
			return false
		}
	}
	return false
}

// conflicts says whether the order matters of the kernel and an instruction
// that reads and writes those elements.
func (k *kernel) conflicts(reads []program.Range, write program.Range) bool {
	one := func(c *program.Instr) bool {
		w := writeOf(c)
		if w.Overlaps(write) {
			return true
		}
		for _, r := range reads {
			if r.Overlaps(w) {
				return true
			}
		}
		for _, r := range readsOf(c) {
			if r.Overlaps(write) {
				return true
			}
		}
		return false
	}
	if k.root.Op != program.Map && one(&k.root) {
		return true
	}
	for i := range k.maps {
		if one(&k.maps[i]) {
			return true
		}
	}
	return false
}

// loads returns what the kernel reads from memory: all but the results of its
// own that are still in registers.
func (k *kernel) loads() []program.Range {
	var list []program.Range
	made := map[program.View]bool{}
	if k.root.Op != program.Map {
		list = readsOf(&k.root)
		made[k.root.Dst] = k.root.Op == program.Gemm
	}
	for i := range k.maps {
		m := &k.maps[i]
		for _, v := range operands(m) {
			if !made[v] {
				list = append(list, rangeOf(v, k.dim))
			}
		}
		made[m.Dst] = true
	}
	return list
}

// drop notes which results need not be stored.
func (k *kernel) drop(live *liveness) {
	if k.serial {
		return
	}
	if k.root.Op == program.Gemm && live.dead(rangeOf(k.root.Dst, k.dim)) {
		k.dead = append(k.dead, k.root.Dst)
	}
	for i := range k.maps {
		reads, _ := k.accesses()
		k.overwrites = k.overwrites || slices.Contains(reads, k.maps[i].Dst)
		if live.dead(rangeOf(k.maps[i].Dst, k.dim)) {
			k.dead = append(k.dead, k.maps[i].Dst)
		}
	}
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
	var b []byte
	number := func(list ...int) {
		for _, n := range list {
			b = binary.AppendVarint(b, int64(n))
		}
	}
	view := func(v program.View) {
		if v.Offset == program.None {
			number(program.None)
			return
		}
		number(k.operand(v))
		number(v.Stride[:]...)
	}
	instruction := func(c *program.Instr) {
		number(int(c.Op), int(c.Func), c.K)
		number(c.Dim[:]...)
		if c.Acc {
			number(1)
		}
		view(c.Dst)
		switch c.Op {
		case program.Map:
			for _, v := range []program.View{c.A, c.B, c.C}[:scalars[c.Func].args] {
				view(v)
			}
		case program.Gemm:
			number(c.A.Stride[:]...)
			number(c.B.Stride[:]...)
			view(c.C)
		default:
			view(c.A)
			view(c.B)
			view(c.C)
		}
	}
	for _, v := range k.dead {
		number(-2, k.operand(v))
	}
	instruction(&k.root)
	for i := range k.maps {
		instruction(&k.maps[i])
	}
	return string(b)
}
