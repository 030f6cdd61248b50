package program

import (
	"math"

	"nnplay/nn/rng"
)

// An Interpreter is the Executor that defines what programs mean. It is plain
// Go, allocates nothing while it runs, and runs everywhere.
type Interpreter struct {
	arena []float32
}

var _ Executor = (*Interpreter)(nil)

// NewInterpreter returns an interpreter over the arena.
func NewInterpreter(arena []float32) *Interpreter { return &Interpreter{arena: arena} }

// Run executes the program a number of times in a row.
func (in *Interpreter) Run(p *Program, times int) {
	for range times {
		for i := range p.Code {
			in.exec(&p.Code[i])
		}
	}
}

func (in *Interpreter) exec(c *Instr) {
	switch c.Op {
	case Map:
		in.mapElements(c)
	case Gemm:
		in.gemm(c)
	case Sum, Max:
		in.reduce(c)
	case Gather:
		in.gather(c)
	case Scatter:
		in.scatter(c)
	case Random:
		in.random(c)
	case Tick:
		in.tick(c)
	default:
		panic("program: invalid instruction " + c.Op.String())
	}
}

// at returns the offset of element (i, j, k, 0) of the view.
func (v *View) at(i, j, k int) int {
	return v.Offset + i*v.Stride[0] + j*v.Stride[1] + k*v.Stride[2]
}

func (in *Interpreter) mapElements(c *Instr) {
	f := &Funcs[c.Func]
	n := c.Dim[3]
	for i := range c.Dim[0] {
		for j := range c.Dim[1] {
			for k := range c.Dim[2] {
				d, a := c.Dst.at(i, j, k), c.A.at(i, j, k)
				switch {
				case f.Eval1 != nil:
					in.map1(f.Eval1, n, d, a, c)
				case f.Eval2 != nil:
					in.map2(f.Eval2, n, d, a, c.B.at(i, j, k), c)
				default:
					in.map3(f.Eval3, n, d, a, c.B.at(i, j, k), c.C.at(i, j, k), c)
				}
			}
		}
	}
}

func (in *Interpreter) map1(f func(a float32) float32, n, d, a int, c *Instr) {
	m := in.arena
	for range n {
		v := f(m[a])
		if c.Acc {
			v = m[d] + v
		}
		m[d] = v
		d += c.Dst.Stride[3]
		a += c.A.Stride[3]
	}
}

func (in *Interpreter) map2(f func(a, b float32) float32, n, d, a, b int, c *Instr) {
	m := in.arena
	for range n {
		v := f(m[a], m[b])
		if c.Acc {
			v = m[d] + v
		}
		m[d] = v
		d += c.Dst.Stride[3]
		a += c.A.Stride[3]
		b += c.B.Stride[3]
	}
}

func (in *Interpreter) map3(f func(a, b, c float32) float32, n, d, a, b, e int, c *Instr) {
	m := in.arena
	for range n {
		v := f(m[a], m[b], m[e])
		if c.Acc {
			v = m[d] + v
		}
		m[d] = v
		d += c.Dst.Stride[3]
		a += c.A.Stride[3]
		b += c.B.Stride[3]
		e += c.C.Stride[3]
	}
}

func (in *Interpreter) gemm(c *Instr) {
	for i := range c.Dim[0] {
		for j := range c.Dim[1] {
			for r := range c.Dim[2] {
				d, a, b := c.Dst.at(i, j, r), c.A.at(i, j, r), c.B.at(i, j, 0)
				init := None
				if c.C.Offset != None {
					init = c.C.at(i, j, r)
				}
				if c.Dst.Stride[3] == 1 && c.B.Stride[3] == 1 {
					in.gemmRow(c, d, a, b, init)
				} else {
					in.gemmDots(c, d, a, b, init)
				}
			}
		}
	}
}

// gemmRow computes a row of the product as a sum of rows of B: each element of
// the row is its own accumulator, so the order is still ascending k.
func (in *Interpreter) gemmRow(c *Instr, d, a, b, init int) {
	n := c.Dim[3]
	dst := in.arena[d : d+n]
	switch {
	case init == None:
		clear(dst)
	case init != d || c.C.Stride[3] != 1:
		for j := range dst {
			dst[j] = in.arena[init+j*c.C.Stride[3]]
		}
	}
	for p := range c.Over[0].Times() {
		for q := range c.Over[1].Times() {
			a, b := c.over(a, b, p, q)
			for range c.K {
				x := in.arena[a]
				row := in.arena[b : b+n]
				for j, y := range row {
					dst[j] += float32(x * y)
				}
				a += c.A.Stride[3]
				b += c.B.Stride[2]
			}
		}
	}
}

// over returns the offsets a and b moved by the outer loops of a contraction.
func (c *Instr) over(a, b, p, q int) (int, int) {
	return a + p*c.Over[0].A + q*c.Over[1].A, b + p*c.Over[0].B + q*c.Over[1].B
}

// gemmDots computes a row of the product as dot products.
func (in *Interpreter) gemmDots(c *Instr, d, a, b, init int) {
	m := in.arena
	for range c.Dim[3] {
		var s float32
		if init != None {
			s = m[init]
			init += c.C.Stride[3]
		}
		for p := range c.Over[0].Times() {
			for q := range c.Over[1].Times() {
				x, y := c.over(a, b, p, q)
				for range c.K {
					s += float32(m[x] * m[y])
					x += c.A.Stride[3]
					y += c.B.Stride[2]
				}
			}
		}
		m[d] = s
		d += c.Dst.Stride[3]
		b += c.B.Stride[3]
	}
}

func (in *Interpreter) reduce(c *Instr) {
	m := in.arena
	contract := in.sum
	if c.Op == Max {
		contract = in.max
	}
	for i := range c.Dim[0] {
		for j := range c.Dim[1] {
			for k := range c.Dim[2] {
				v := contract(c.A.at(i, j, k), c.A.Stride[3], c.Dim[3])
				d := c.Dst.at(i, j, k)
				if c.Acc {
					v = m[d] + v
				}
				m[d] = v
			}
		}
	}
}

func (in *Interpreter) sum(a, stride, n int) float32 {
	m := in.arena
	var s [4]float32
	if stride == 1 {
		for k := range n {
			s[k&3] += m[a+k]
		}
		return (s[0] + s[1]) + (s[2] + s[3])
	}
	for k := range n {
		s[0] += m[a+k*stride]
	}
	return s[0]
}

func (in *Interpreter) max(a, stride, n int) float32 {
	m := in.arena
	inf := float32(math.Inf(-1))
	s := [4]float32{inf, inf, inf, inf}
	if stride == 1 {
		for k := range n {
			s[k&3] = larger(m[a+k], s[k&3])
		}
		return larger(larger(s[3], s[2]), larger(s[1], s[0]))
	}
	for k := range n {
		s[0] = larger(m[a+k*stride], s[0])
	}
	return s[0]
}

// Row returns the row number that Gather and Scatter take from a cell, clamped to the table's rows. The
// comparison is made in float32: a NaN or a huge number converts to no int.
func Row(x float32, rows int) int {
	if !(x > 0) {
		return 0
	}
	if x >= float32(rows) {
		return rows - 1
	}
	return int(x)
}

func (in *Interpreter) gather(c *Instr) {
	m := in.arena
	first := 0
	if c.C.Offset != None {
		first = int(m[c.C.Offset])
	}
	for i := range c.Dim[2] {
		r := Row(m[c.B.at(0, 0, first+i)], c.K)
		d, a := c.Dst.at(0, 0, i), c.A.at(0, 0, r)
		for range c.Dim[3] {
			m[d] = m[a]
			d += c.Dst.Stride[3]
			a += c.A.Stride[3]
		}
	}
}

func (in *Interpreter) scatter(c *Instr) {
	m := in.arena
	for i := range c.Dim[2] {
		r := Row(m[c.B.at(0, 0, i)], c.K)
		d, a := c.Dst.at(0, 0, r), c.A.at(0, 0, i)
		for range c.Dim[3] {
			m[d] += m[a]
			d += c.Dst.Stride[3]
			a += c.A.Stride[3]
		}
	}
}

func (in *Interpreter) random(c *Instr) {
	m := in.arena
	key := [2]uint32{math.Float32bits(m[c.A.Offset]), math.Float32bits(m[c.A.Offset+1])}
	lo, hi := math.Float32bits(m[c.B.Offset]), math.Float32bits(m[c.B.Offset+1])
	dst := m[c.Dst.Offset : c.Dst.Offset+c.Dim.Len()]
	for e := 0; e < len(dst); e += 4 {
		block := rng.Block(key, [4]uint32{uint32(e / 4), uint32(c.K), lo, hi})
		for w := range min(4, len(dst)-e) {
			dst[e+w] = float32(block[w]>>8) * (1.0 / (1 << 24))
		}
	}
}

func (in *Interpreter) tick(c *Instr) {
	cells := in.arena[c.Dst.Offset : c.Dst.Offset+2]
	lo := math.Float32bits(cells[0]) + 1
	cells[0] = math.Float32frombits(lo)
	if lo == 0 {
		cells[1] = math.Float32frombits(math.Float32bits(cells[1]) + 1)
	}
}
