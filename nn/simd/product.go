package simd

import "nnplay/nn/program"

// A Gemm runs in blocks of rows times vectors of four columns, whose sums stay
// in registers: eight of them, the best of what was tried (4 x 8 and 8 x 4
// elements; 16 registers hold the sums, a row of B and an element of A). Lanes
// run across the columns, so that each sum adds in ascending k.
const accumulators = 8

// A side is the rows or the columns of a product, as the operands see them.
type side struct {
	n    int
	x    int // elements from one to the next in the factor that has this side
	dst  int // in Dst
	init int // in C
	axis int // dimension of the iteration space: 2 or 3
}

// A product is a Gemm as it is emitted: with rows, and columns across lanes.
type product struct {
	k          *kernel
	rows, cols side
	over       [2]loop
	depth      int // K
	rowDepth   int // elements from k to k in the factor with rows
	colDepth   int // in the factor with columns

	rowFactor, colFactor local // pointers
	pack                 local // pointer to the packed factor, if it is packed
	packed               bool
	init                 int   // the view that sums start from, or -1
	stepRow, stepCol     []int // bytes that each pointer moves from row to row, and from column to column
}

// A loop goes over an outer dimension of the contraction: n times, by so many
// elements in the factor with rows and in the one with columns.
type loop struct{ n, row, col int }

// newProduct chooses which side of the product runs across lanes.
func (k *kernel) newProduct() *product {
	c := &k.root
	const a, b local = 0, 1 // the factors are the first views
	i := side{c.Dim[2], c.A.Stride[2], c.Dst.Stride[2], c.C.Stride[2], 2}
	j := side{c.Dim[3], c.B.Stride[3], c.Dst.Stride[3], c.C.Stride[3], 3}
	straight := &product{
		k: k, rows: i, cols: j, depth: c.K, rowDepth: c.A.Stride[3], colDepth: c.B.Stride[2],
		rowFactor: a, colFactor: b,
	}
	crossed := &product{
		k: k, rows: j, cols: i, depth: c.K, rowDepth: c.B.Stride[2], colDepth: c.A.Stride[3],
		rowFactor: b, colFactor: a,
	}
	for i, l := range c.Over {
		straight.over[i], crossed.over[i] = loop{l.Times(), l.A, l.B}, loop{l.Times(), l.B, l.A}
	}
	p := straight
	if crossed.cost() < straight.cost() {
		p = crossed
	}
	p.init = -1
	if c.C.Offset != program.None {
		p.init = k.operand(c.C)
	}
	p.pack = local(len(k.views))
	p.packed = p.packs()
	p.steps()
	return p
}

// block returns the size of the blocks: rows, and vectors of columns.
func (p *product) block() (rows, vectors int) {
	rows = min(p.rows.n, 4)
	vectors = min(accumulators/rows, ceil(p.cols.n, lanes))
	rows = min(p.rows.n, accumulators/vectors)
	return rows, vectors
}

// terms returns the number of products in a sum.
func (p *product) terms() int { return p.over[0].n * p.over[1].n * p.depth }

// packs says whether the factor with columns is first copied so that columns
// are neighbours, or where they are, so that the rows of a block are. For a few
// rows that is not worth it.
func (p *product) packs() bool {
	rows, _ := p.block()
	if p.cols.n == 1 || p.depth == 0 || p.depth != p.terms() {
		return false
	}
	if p.cols.x == 1 {
		return p.shared() && !p.paneled() && p.rows.n >= packedRows && p.depth*p.colDepth*word > firstCache
	}
	return p.cols.x > 1 && p.rows.n > rows
}

// cost estimates the instructions.
func (p *product) cost() int {
	r, v := p.block()
	vectors := ceil(p.cols.n, lanes)
	terms := p.terms()
	n := p.rows.n * vectors * terms * 2
	n += p.rows.n * terms * ceil(vectors, v)
	loads := terms * vectors * ceil(p.rows.n, r)
	if p.cols.x > 1 && !p.packs() {
		loads *= lanes
	} else if p.cols.x > 1 {
		n += terms * vectors * 4
	}
	store := 1
	if p.cols.dst != 1 && p.cols.n > 1 {
		store = lanes
	}
	return n + loads + p.rows.n*vectors*store*(2+len(p.k.maps))
}

// scratch returns the bytes that packing needs.
func (p *product) scratch() int {
	switch {
	case p.packed:
		return ceil(p.cols.n, p.packedRow()) * p.packedRow() * p.depth * word
	case p.paneled():
		return panelsAtOnce * p.depth * lanes * word
	}
	return 0
}

const (
	firstCache = 48 << 10 // bytes
	packedRows = 64       // for which a factor is copied whose columns are neighbours, at least
)

// packedRow returns the elements of a row of the packed factor, whose columns
// lie block after block.
func (p *product) packedRow() int {
	_, vectors := p.block()
	return vectors * lanes
}

// steps computes how pointers move.
func (p *product) steps() {
	n := len(p.k.views) + 1
	p.stepRow, p.stepCol = make([]int, n), make([]int, n)
	for i, v := range p.k.views {
		switch local(i) {
		case p.rowFactor:
			p.stepRow[i] = p.rows.x * word
		case p.colFactor:
			if !p.packed {
				p.stepCol[i] = p.cols.x * word
			}
		default:
			p.stepRow[i], p.stepCol[i] = v.Stride[p.rows.axis]*word, v.Stride[p.cols.axis]*word
		}
	}
	if p.packed {
		p.stepCol[p.pack] = p.depth * word // the next block is so many rows further
	}
}

// shared says whether a whole batch has the same factor with columns.
func (p *product) shared() bool {
	s := p.k.views[p.colFactor].Stride
	return s[0] == 0 && s[1] == 0
}

// stagedTerms is how many terms a stage has to have, at least, for sums to go
// through memory between stages.
const stagedTerms = 32

// staged says whether the outermost loop of the contraction goes around the
// blocks rather than within each. A convolution's kernels have their gradients
// from all images: image by image they are in the first cache.
func (p *product) staged() bool {
	return p.over[0].n > 1 && p.over[1].n*p.depth >= stagedTerms && len(p.k.maps) == 0
}

func ceil(n, d int) int { return (n + d - 1) / d }
