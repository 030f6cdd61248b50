package programtest

import "nnplay/nn/program"

func drawGemm(b *Bench) program.Instr {
	switch b.IntN(4) {
	case 0, 1:
		return drawPlainGemm(b)
	case 2:
		return drawConvolution(b)
	}
	c := program.Instr{Op: program.Gemm, Dim: b.dims(), K: b.or(depth, b.size), C: program.Absent()}
	c.Dst = b.operand(c.Dim, false)
	a, d := c.Dim, c.Dim
	a[3], d[2] = c.K, c.K
	c.A, c.B = b.operand(a, b.IntN(4) == 0), b.operand(d, b.IntN(4) == 0)
	switch b.IntN(3) {
	case 0:
		c.C = c.Dst // accumulate
	case 1:
		c.C = b.operand(c.Dim, true) // a bias row, say
	}
	return c
}

// drawPlainGemm draws a product as training has it: matrices without gaps,
// either factor transposed or not, often of one batch, with a bias row or
// accumulating.
func drawPlainGemm(b *Bench) program.Instr {
	c := program.Instr{Op: program.Gemm, Dim: program.Dims{1, 1, 1, 1}, C: program.Absent()}
	for {
		size := func() int {
			if b.IntN(6) == 0 {
				return 1
			}
			return b.size()
		}
		few := func() int { return 1 }
		if b.IntN(4) == 0 {
			few = func() int { return 1 + b.IntN(3) }
		}
		c.Dim = program.Dims{b.or(0, few), b.or(1, few), b.or(2, size), b.or(3, size)}
		c.K = b.or(depth, size)
		if c.Dim.Len()*max(c.K, 1) <= 30*maxPoints || b.whole() {
			break
		}
	}
	a, d := c.Dim, c.Dim
	a[3], d[2] = c.K, c.K
	matrix := func(d program.Dims, outer ...int) program.View {
		inner := []int{3, 2}
		if b.IntN(2) == 0 {
			inner = []int{2, 3}
		}
		return b.ordered(d, append(inner, outer...)...)
	}
	c.A = matrix(a, 1, 0)
	if b.IntN(2) == 0 {
		c.B = matrix(d) // the same for the whole batch
	} else {
		c.B = matrix(d, 1, 0)
	}
	c.Dst = b.ordered(c.Dim, 3, 2, 1, 0)
	switch b.IntN(4) {
	case 0:
		c.C = c.Dst // accumulate
	case 1:
		c.C = b.ordered(c.Dim, 3) // a bias row
	case 2:
		c.C = b.ordered(c.Dim, 3, 2, 1, 0)
	}
	return c
}

// drawConvolution draws a product with outer loops: windows that slide over
// images, or what is left of one when dimensions are single, and factors
// without structure.
func drawConvolution(b *Bench) program.Instr {
	c := program.Instr{Op: program.Gemm, C: program.Absent()}
	small := func() int { return 1 + b.IntN(4) }
	c.Dim = program.Dims{b.or(0, small), b.or(1, small), b.or(2, func() int { return 1 + b.IntN(9) }), b.or(3, func() int { return 1 + b.IntN(17) })}
	c.K = b.or(depth, func() int {
		if b.IntN(3) == 0 {
			return b.IntN(30)
		}
		return 1 + b.IntN(9)
	})
	a, d := c.Dim, c.Dim
	a[3], d[2] = c.K, c.K
	c.A, c.B = b.operand(a, b.IntN(4) == 0), b.operand(d, b.IntN(2) == 0)
	for i := range c.Over {
		if b.IntN(3) > 0 {
			c.Over[i] = program.Loop{N: small(), A: b.IntN(40), B: b.IntN(40)}
		}
		b.grow(len(b.Arena) + 3*40) // where the last of the windows lie
	}
	c.Dst = b.operand(c.Dim, false)
	switch b.IntN(3) {
	case 0:
		c.C = c.Dst
	case 1:
		c.C = b.operand(c.Dim, true)
	}
	return c
}

func wantGemm(c *program.Instr, m []float32) {
	each(c.Dim, func(i, j, row, col int) {
		var s float32
		if c.C.Offset != program.None {
			s = m[at(c.C, i, j, row, col)]
		}
		for p := range c.Over[0].Times() {
			for q := range c.Over[1].Times() {
				x, y := p*c.Over[0].A+q*c.Over[1].A, p*c.Over[0].B+q*c.Over[1].B
				for k := range c.K {
					product := m[x+at(c.A, i, j, row, k)] * m[y+at(c.B, i, j, k, col)]
					s = s + float32(product)
				}
			}
		}
		m[at(c.Dst, i, j, row, col)] = s
	})
}
