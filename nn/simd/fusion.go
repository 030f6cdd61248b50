package simd

import (
	"fmt"

	"nnplay/nn/program"
)

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
			if v != w && !program.Apart(v, w, k.dim, k.dim) {
				return false
			}
		}
	}
	for _, v := range append(reads, writes...) {
		if v != c.Dst && !program.Apart(v, c.Dst, k.dim, k.dim) {
			return false
		}
	}
	if k.root.Op == program.Gemm && !apartFromFactors(c.Dst, &k.root) {
		return false
	}
	k.maps = append(k.maps, c)
	return true
}

// apartFromFactors says whether a view over a product's dimensions shares no
// element with the factors, as far as that is easily seen.
func apartFromFactors(v program.View, c *program.Instr) bool {
	if c.Over == [2]program.Loop{} {
		a, b := c.Dim, c.Dim
		a[3], b[2] = c.K, c.K
		return program.Apart(v, c.A, c.Dim, a) && program.Apart(v, c.B, c.Dim, b)
	}
	a, b := factors(c)
	own := rangeOf(v, c.Dim)
	return !own.Overlaps(a) && !own.Overlaps(b)
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
