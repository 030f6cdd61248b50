package simd

import (
	"encoding/binary"
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

func newKernel(c program.Instr) *kernel {
	k := &kernel{root: c, dim: c.Dim}
	if c.Op == program.Map {
		k.maps = []program.Instr{c}
		k.serial = !elementwise(&c)
	}
	return k
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
			for _, l := range c.Over {
				number(l.N, l.A, l.B)
			}
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
