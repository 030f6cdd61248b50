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
	depth      int // K
	rowDepth   int // elements from k to k in the factor with rows
	colDepth   int // in the factor with columns

	rowFactor, colFactor local // pointers
	pack                 local // pointer to the packed factor, if it is packed
	packed               bool
	stepRow, stepCol     []int // bytes that each pointer moves from row to row, and from column to column
}

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
	p := straight
	if crossed.cost() < straight.cost() {
		p = crossed
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

// packs says whether the factor with columns is first copied so that columns
// are neighbours. For a few rows that is not worth it.
func (p *product) packs() bool {
	rows, _ := p.block()
	return p.cols.x > 1 && p.cols.n > 1 && p.depth > 0 && p.rows.n > rows
}

// cost estimates the instructions.
func (p *product) cost() int {
	r, v := p.block()
	vectors := ceil(p.cols.n, lanes)
	n := p.rows.n * vectors * p.depth * 2
	n += p.rows.n * p.depth * ceil(vectors, v)
	loads := p.depth * vectors * ceil(p.rows.n, r)
	if p.cols.x > 1 && !p.packs() {
		loads *= lanes
	} else if p.cols.x > 1 {
		n += p.depth * vectors * 4
	}
	store := 1
	if p.cols.dst != 1 && p.cols.n > 1 {
		store = lanes
	}
	return n + loads + p.rows.n*vectors*store*(2+len(p.k.maps))
}

// scratch returns the bytes that packing needs.
func (p *product) scratch() int {
	if !p.packed {
		return 0
	}
	return p.depth * p.packedRow() * word
}

// packedRow returns the elements of a row of the packed factor.
func (p *product) packedRow() int { return ceil(p.cols.n, lanes) * lanes }

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
		p.stepCol[p.pack] = word
	}
}

// emitGemm emits a matrix product and the maps on its result.
func (k *kernel) emitGemm(f *function) {
	p := k.newProduct()
	rows, vectors := p.block()
	width := vectors * lanes
	at := make([]int, len(k.views)+1)
	var batch []level
	for i := range 2 {
		if k.root.Dim[i] > 1 {
			step := make([]int, len(at))
			for v := range k.views {
				step[v] = k.views[v].Stride[i] * word
			}
			batch = append(batch, level{k.root.Dim[i], step})
		}
	}
	blockOps := rows * vectors * (2*p.depth + k.cost())
	unroll := max(1, 2*unrolledOps/max(blockOps, 1))

	column := func(at []int, width int) {
		whole := p.rows.n / rows
		f.nest([]level{{whole, scaled(p.stepRow, rows)}}, at, unroll, func(at []int) {
			p.emitBlock(f, at, rows, width)
		})
		if rest := p.rows.n % rows; rest > 0 {
			p.emitBlock(f, moved(at, p.stepRow, whole*rows), rest, width)
		}
	}
	f.nest(batch, at, 1, func(at []int) {
		if p.packed {
			p.emitPack(f)
		}
		whole := p.cols.n / width
		f.nest([]level{{whole, scaled(p.stepCol, width)}}, at, unroll/max(1, p.rows.n/rows), func(at []int) {
			column(at, width)
		})
		if rest := p.cols.n % width; rest > 0 {
			column(moved(at, p.stepCol, whole*width), rest)
		}
	})
}

// emitBlock emits the product of some rows and a number of neighbouring columns.
func (p *product) emitBlock(f *function, at []int, rows, columns int) {
	k, c := p.k, &p.k.root
	vectors := ceil(columns, lanes)
	width := func(v int) int { return min(lanes, columns-v*lanes) }

	// Sums start from C.
	sums := make([][]local, rows)
	init := -1
	if c.C.Offset != program.None {
		init = k.operand(c.C)
	}
	loaded := map[place]*value{}
	for r := range rows {
		sums[r] = make([]local, vectors)
		for v := range vectors {
			start := f.number(0)
			if init >= 0 {
				from := place{local(init), at[init] + r*p.stepRow[init] + v*lanes*p.stepCol[init]}
				if loaded[from] == nil {
					loaded[from] = f.loadLanes(from, p.stepCol[init], width(v))
				}
				start = loaded[from]
			}
			sums[r][v] = f.local(typeV128)
			f.set(sums[r][v], start)
		}
	}
	f.flush()

	p.emitDepth(f, at, sums, width)

	// The result and what the maps make of it.
	dst := k.operand(c.Dst)
	step := make([]int, len(k.views))
	for i := range step {
		step[i] = p.stepCol[i] / word
	}
	for r := range rows {
		for v := range vectors {
			to := moved(moved(at, p.stepRow, r), p.stepCol, v*lanes)
			cur := &cursor{at: to, stride: step, width: width(v), known: make([]*value, len(k.views))}
			k.result(f, cur, dst, f.read(sums[r][v], typeV128))
			k.chain(f, cur)
		}
	}
	f.flush()
	for r := range rows {
		for v := range vectors {
			f.release(sums[r][v])
		}
	}
}

// unrolledDepth is the longest contraction that is emitted straight.
const unrolledDepth = 16

// emitDepth emits the contraction: sums[r][v] += a[r, k]·b[k, v] for each k.
func (p *product) emitDepth(f *function, at []int, sums [][]local, width func(v int) int) {
	cols, colStep, between := p.colFactor, p.colDepth*word, p.cols.x*word
	if p.packed {
		cols, colStep, between = p.pack, p.packedRow()*word, word
	}
	one := func(k int) {
		b := make([]*value, len(sums[0]))
		for v := range b {
			from := place{cols, at[cols] + k*colStep + v*lanes*between}
			b[v] = f.loadLanes(from, between, width(v))
		}
		for r := range sums {
			a := f.splat(place{p.rowFactor, at[p.rowFactor] + r*p.rows.x*word + k*p.rowDepth*word})
			for v, sum := range sums[r] {
				f.set(sum, f.add(f.read(sum, typeV128), f.mul(a, b[v])))
			}
		}
		f.flush()
	}
	if p.depth <= unrolledDepth {
		for k := range p.depth {
			one(k)
		}
		return
	}
	const unroll = 8
	blocks := p.depth / unroll
	f.repeat(blocks, func() {
		for k := range unroll {
			one(k)
		}
		f.advance(p.rowFactor, unroll*p.rowDepth*word)
		f.advance(cols, unroll*colStep)
	})
	for k := range p.depth % unroll {
		one(k)
	}
	f.advance(p.rowFactor, -blocks*unroll*p.rowDepth*word)
	f.advance(cols, -blocks*unroll*colStep)
}

// emitPack copies the factor with columns to scratch, columns next to one
// another.
func (p *product) emitPack(f *function) {
	row := p.packedRow() * word
	along := func(cols, depth int) []int {
		step := make([]int, len(p.k.views)+1)
		step[p.colFactor] = cols*p.cols.x*word + depth*p.colDepth*word
		step[p.pack] = cols*word + depth*row
		return step
	}
	at := make([]int, len(p.k.views)+1)
	square := func(at []int, cols, depth int) {
		from, to := place{p.colFactor, at[p.colFactor]}, place{p.pack, at[p.pack]}
		var columns [4]*value
		for i := range columns {
			columns[i] = f.loadLanes(from.plus(min(i, cols-1)*p.cols.x*word), p.colDepth*word, depth)
		}
		for i, v := range f.transpose(columns) {
			if i < depth {
				f.storeLanes(to.plus(i*row), word, lanes, v)
			}
		}
	}
	band := func(at []int, depth int) {
		f.nest([]level{{p.cols.n / lanes, along(lanes, 0)}}, at, 8, func(at []int) { square(at, lanes, depth) })
		if rest := p.cols.n % lanes; rest > 0 {
			square(moved(at, along(1, 0), p.cols.n-rest), rest, depth)
		}
	}
	f.nest([]level{{p.depth / lanes, along(0, lanes)}}, at, max(1, 8*lanes/p.cols.n), func(at []int) { band(at, lanes) })
	if rest := p.depth % lanes; rest > 0 {
		band(moved(at, along(0, 1), p.depth-rest), rest)
	}
	f.flush()
}

func ceil(n, d int) int { return (n + d - 1) / d }
