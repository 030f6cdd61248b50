package programtest

import (
	"fmt"
	"slices"

	"nnplay/nn/program"
)

// shapes returns the shapes that an instruction is tried in for certain: each
// size in each of its dimensions, twice, and the large ones, often enough for
// all ways to lay out the operands.
func (in *Instruction) shapes() (list []shape) {
	for _, dimension := range in.Dims {
		for _, n := range slices.Concat(sizes, large) {
			s := anyShape
			s[dimension] = n
			list = append(list, s, s)
		}
	}
	const layouts = 24
	for _, s := range in.Large {
		for range layouts {
			list = append(list, s)
		}
	}
	return list
}

// A coverage counts what has been tried of an instruction.
type coverage map[string]int

func (seen coverage) note(c *program.Instr) {
	for i, n := range append(c.Dim[:], c.K) {
		seen[sized(i, n)]++
	}
	switch c.Op {
	case program.Gemm:
		seen[form(c)]++
	case program.Map:
		seen["serial"] += overlaps(c)
	}
}

func sized(dimension, n int) string { return fmt.Sprintf("%d in dimension %d", n, dimension) }

// form says how the factors of a square product lie.
func form(c *program.Instr) string {
	return fmt.Sprintf("%v, K %d, factors turned %v %v", c.Dim, c.K, c.A.Stride[3] > c.A.Stride[2], c.B.Stride[3] > c.B.Stride[2])
}

// overlaps returns 1 for a map that writes what it reads later.
func overlaps(c *program.Instr) int {
	for _, v := range []program.View{c.A, c.B, c.C}[:program.Funcs[c.Func].Args()] {
		if v != c.Dst && !program.Apart(v, c.Dst, c.Dim, c.Dim) && c.Dim.Len() > 1 {
			return 1
		}
	}
	return 0
}

// missing lists what should have been tried and was not.
func (seen coverage) missing(in *Instruction) (list []string) {
	need := func(what string, times int) {
		if seen[what] < times {
			list = append(list, what)
		}
	}
	for _, dimension := range in.Dims {
		for _, n := range slices.Concat(sizes, large) {
			if n > 0 || dimension != depth || in.Name == "gemm" { // a table has rows
				need(sized(dimension, n), 1)
			}
		}
	}
	switch in.Name {
	case "map":
		need("serial", 20)
	case "gemm":
		for _, n := range large {
			for _, turned := range [][2]bool{{false, false}, {false, true}, {true, false}, {true, true}} {
				need(fmt.Sprintf("%v, K %d, factors turned %v %v", program.Dims{1, 1, n, n}, n, turned[0], turned[1]), 1)
			}
		}
	}
	return list
}
