package programtest

import (
	"math"

	"nnplay/nn/program"
)

// rowNumbers are those of a table, and some beyond either end.
func rowNumbers(b *Bench, n, rows int) []float32 {
	beyond := []float32{-1, negativeZero, float32(rows), float32(rows) + 5, -inf, inf, nan, 1e30, math.MaxFloat32}
	list := make([]float32, n)
	for i := range list {
		list[i] = float32(b.IntN(rows))
		if b.IntN(8) == 0 {
			list[i] = beyond[b.IntN(len(beyond))]
		}
	}
	return list
}

// clamped is the row that a number names.
func clamped(x float32, rows int) int {
	if x != x {
		return 0
	}
	return int(math.Max(0, math.Min(float64(x), float64(rows-1))))
}

// drawTable draws a table of rows, a list of rows and row numbers for it.
func drawTable(b *Bench, op program.Op, first int) (c program.Instr, table, list program.View) {
	c = program.Instr{Op: op, Dim: program.Dims{1, 1, b.or(2, b.size), b.or(3, b.size)}, C: program.Absent()}
	c.K = max(1, b.or(depth, b.size))
	table = b.operand(program.Dims{1, 1, c.K, c.Dim[3]}, op == program.Gather && b.IntN(4) == 0)
	list = b.operand(c.Dim, op == program.Scatter && b.IntN(4) == 0)
	step := 1 + b.IntN(3)
	c.B = program.View{Offset: len(b.Arena), Stride: [4]int{0, 0, step, 0}}
	for _, r := range rowNumbers(b, (first+c.Dim[2])*step, c.K) {
		b.Arena = append(b.Arena, r)
	}
	return c, table, list
}

func drawGather(b *Bench) program.Instr {
	first := b.IntN(2) * b.IntN(9)
	c, table, list := drawTable(b, program.Gather, first)
	c.A, c.Dst = table, list
	if first > 0 || b.IntN(2) == 0 {
		c.C = program.View{Offset: len(b.Arena)}
		b.Arena = append(b.Arena, float32(first))
	}
	return c
}

func wantGather(c *program.Instr, m []float32) {
	first := 0
	if c.C.Offset != program.None {
		first = int(m[c.C.Offset])
	}
	each(c.Dim, func(_, _, i, j int) {
		r := clamped(m[at(c.B, 0, 0, first+i, 0)], c.K)
		m[at(c.Dst, 0, 0, i, j)] = m[at(c.A, 0, 0, r, j)]
	})
}

func drawScatter(b *Bench) program.Instr {
	c, table, list := drawTable(b, program.Scatter, 0)
	c.Dst, c.A = table, list
	return c
}

func wantScatter(c *program.Instr, m []float32) {
	each(c.Dim, func(_, _, i, j int) {
		r := clamped(m[at(c.B, 0, 0, i, 0)], c.K)
		m[at(c.Dst, 0, 0, r, j)] += m[at(c.A, 0, 0, i, j)]
	})
}
