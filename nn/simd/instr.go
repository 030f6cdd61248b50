package simd

import (
	"fmt"
	"math"

	"nnplay/nn/program"
)

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
		mergeRows(&c)
	}
	return c
}

// mergeRows makes one matrix of a batch of them that share the factor B and
// follow one another.
func mergeRows(c *program.Instr) {
	for i := 1; i >= 0; i-- {
		if c.Dim[i] == 1 {
			continue
		}
		if c.B.Stride[i] != 0 {
			return
		}
		views := []*program.View{&c.Dst, &c.A, &c.C}
		for _, v := range views {
			if v.Offset != program.None && c.Dim[2] > 1 && v.Stride[i] != v.Stride[2]*c.Dim[2] {
				return
			}
		}
		for _, v := range views {
			if c.Dim[2] == 1 {
				v.Stride[2] = v.Stride[i]
			}
			v.Stride[i] = 0
		}
		c.Dim[2] *= c.Dim[i]
		c.Dim[i] = 1
	}
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
	for _, l := range c.Over {
		if l.N < 0 || l.A < 0 || l.B < 0 {
			return fmt.Errorf("%v: a step of an outer loop is negative", c.Op)
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
		if v != c.Dst && !program.Apart(v, c.Dst, c.Dim, c.Dim) {
			return false
		}
	}
	return true
}

// rangeOf returns the elements from the first of a view to its last.
func rangeOf(v program.View, d program.Dims) program.Range {
	if v.Offset == program.None || d.Len() == 0 {
		return program.Range{}
	}
	first, last := extent(v, d)
	return program.Range{From: first, To: last + 1}
}

// readsOf returns what an instruction reads.
func readsOf(c *program.Instr) []program.Range {
	switch c.Op {
	case program.Map:
		var list []program.Range
		for _, v := range operands(c) {
			list = append(list, rangeOf(v, c.Dim))
		}
		return list
	case program.Gemm:
		a, b := factors(c)
		return []program.Range{a, b, rangeOf(c.C, c.Dim)}
	case program.Sum, program.Max:
		list := []program.Range{rangeOf(c.A, c.Dim)}
		if c.Acc {
			list = append(list, writeOf(c))
		}
		return list
	case program.Gather, program.Scatter:
		numbers := rangeOf(c.B, program.Dims{1, 1, c.Dim[2], 1})
		if c.C.Offset != program.None {
			numbers.To = math.MaxInt // the data say where they start
		}
		list := []program.Range{numbers, rangeOf(c.C, program.Dims{1, 1, 1, 1})}
		if c.Op == program.Gather {
			return append(list, rangeOf(c.A, program.Dims{1, 1, c.K, c.Dim[3]}))
		}
		return append(list, rangeOf(c.A, c.Dim), writeOf(c))
	}
	pair := program.Dims{1, 1, 1, 2} // of words: a key, a counter
	word := [4]int{0, 0, 0, 1}
	return []program.Range{
		rangeOf(program.View{Offset: c.A.Offset, Stride: word}, pair),
		rangeOf(program.View{Offset: c.B.Offset, Stride: word}, pair),
		rangeOf(program.View{Offset: c.Dst.Offset, Stride: word}, pair),
	}
}

// factors returns the elements from the first that a product reads of each
// factor to the last.
func factors(c *program.Instr) (a, b program.Range) {
	ad, bd := c.Dim, c.Dim
	ad[3], bd[2] = c.K, c.K
	a, b = rangeOf(c.A, ad), rangeOf(c.B, bd)
	if a == (program.Range{}) || b == (program.Range{}) {
		return a, b
	}
	for _, l := range c.Over {
		a.To += (l.Times() - 1) * l.A
		b.To += (l.Times() - 1) * l.B
	}
	return a, b
}

// writeOf returns what an instruction writes.
func writeOf(c *program.Instr) program.Range { return rangeOf(c.Writes()) }
