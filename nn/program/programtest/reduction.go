package programtest

import "nnplay/nn/program"

func drawReduction(op program.Op) func(b *Bench) program.Instr {
	return func(b *Bench) program.Instr {
		c := program.Instr{Op: op, Acc: op == program.Sum && b.IntN(2) == 0, Dim: b.dims(), B: program.Absent(), C: program.Absent()}
		to := c.Dim
		to[3] = 1
		c.Dst, c.A = b.operand(to, false), b.operand(c.Dim, b.IntN(4) == 0)
		return c
	}
}

// elements returns what a reduction contracts.
func elements(c *program.Instr, m []float32, i, j, k int) (list []float32) {
	for l := range c.Dim[3] {
		list = append(list, m[at(c.A, i, j, k, l)])
	}
	return list
}

func wantSum(c *program.Instr, m []float32) {
	to := c.Dim
	to[3] = 1
	each(to, func(i, j, k, _ int) {
		list := elements(c, m, i, j, k)
		v := addAscending(list)
		if c.A.Stride[3] == 1 {
			v = (addAscending(lane(list, 0)) + addAscending(lane(list, 1))) + (addAscending(lane(list, 2)) + addAscending(lane(list, 3)))
		}
		if c.Acc {
			v = m[at(c.Dst, i, j, k, 0)] + v
		}
		m[at(c.Dst, i, j, k, 0)] = v
	})
}

// lane returns every fourth element from the first on.
func lane(list []float32, first int) (l []float32) {
	for i := first; i < len(list); i += 4 {
		l = append(l, list[i])
	}
	return l
}

func addAscending(list []float32) (s float32) {
	for _, v := range list {
		s = s + v
	}
	return s
}

func wantMax(c *program.Instr, m []float32) {
	to := c.Dim
	to[3] = 1
	each(to, func(i, j, k, _ int) {
		list := elements(c, m, i, j, k)
		if c.A.Stride[3] == 1 {
			left := largest([]float32{largest(lane(list, 0)), largest(lane(list, 1))})
			right := largest([]float32{largest(lane(list, 2)), largest(lane(list, 3))})
			list = []float32{left, right}
		}
		m[at(c.Dst, i, j, k, 0)] = largest(list)
	})
}

// largest keeps the first of equals, and passes over NaN.
func largest(list []float32) float32 {
	m := -inf
	for _, a := range list {
		if a > m {
			m = a
		}
	}
	return m
}
