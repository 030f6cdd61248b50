package simd

// emitGemm emits a matrix product and the maps on its result.
func (k *kernel) emitGemm(f *function) {
	p := k.newProduct()
	if p.packed && p.shared() {
		p.emitPack(f)
	}
	if p.staged() {
		p.emitStages(f)
	} else {
		p.emitBlocks(f)
	}
}

// emitStages emits a product whose sums are in Dst from stage to stage.
func (p *product) emitStages(f *function) {
	dst := p.k.operand(p.k.root.Dst)
	if p.init != dst {
		start := *p
		start.over, start.depth = [2]loop{{n: 1}, {n: 1}}, 0
		start.emitBlocks(f)
	}
	stage := *p
	stage.over[0].n, stage.init = 1, dst
	outer := p.over[0]
	f.repeat(outer.n, func() {
		stage.emitBlocks(f)
		f.flush()
		f.advance(p.rowFactor, outer.row*word)
		f.advance(p.colFactor, outer.col*word)
	})
	f.advance(p.rowFactor, -outer.n*outer.row*word)
	f.advance(p.colFactor, -outer.n*outer.col*word)
}

// emitBlocks emits the blocks of each product of the batch.
func (p *product) emitBlocks(f *function) {
	k := p.k
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
	blockOps := rows * vectors * (2*p.terms() + k.cost())
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
		if p.paneled() {
			p.emitPanels(f, at)
			return
		}
		if p.packed && !p.shared() {
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

	sums := make([][]local, rows)
	init := p.init
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
			f.beginStrand()
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
	one := func(k, row, col int) {
		b := make([]*value, len(sums[0]))
		for v := range b {
			from := place{cols, at[cols] + col + k*colStep + v*lanes*between}
			b[v] = f.loadLanes(from, between, width(v))
		}
		for r := range sums {
			a := f.splat(place{p.rowFactor, at[p.rowFactor] + row + r*p.rows.x*word + k*p.rowDepth*word})
			for v, sum := range sums[r] {
				f.set(sum, f.add(f.read(sum, typeV128), f.mul(a, b[v])))
			}
		}
		f.flush()
	}
	move := func(row, col int) {
		f.advance(p.rowFactor, row)
		f.advance(cols, col)
	}
	innermost := func(row, col int) {
		if p.depth <= unrolledDepth {
			for k := range p.depth {
				one(k, row, col)
			}
			return
		}
		const unroll = 8
		blocks := p.depth / unroll
		f.repeat(blocks, func() {
			for k := range unroll {
				one(k, row, col)
			}
			move(unroll*p.rowDepth*word, unroll*colStep)
		})
		for k := range p.depth % unroll {
			one(k, row, col)
		}
		move(-blocks*unroll*p.rowDepth*word, -blocks*unroll*colStep)
	}
	var nest func(outer []loop, row, col int)
	nest = func(outer []loop, row, col int) {
		if len(outer) == 0 {
			innermost(row, col)
			return
		}
		l := outer[0]
		l.row, l.col = l.row*word, l.col*word
		if l.n == 1 || p.terms() <= unrolledDepth {
			for i := range l.n {
				nest(outer[1:], row+i*l.row, col+i*l.col)
			}
			return
		}
		f.repeat(l.n, func() {
			nest(outer[1:], row, col)
			f.flush()
			move(l.row, l.col)
		})
		move(-l.n*l.row, -l.n*l.col)
	}
	nest(p.over[:], 0, 0)
}

// emitPack copies the factor with columns to scratch, block after block, the
// columns of a block next to one another.
func (p *product) emitPack(f *function) {
	width := p.packedRow()
	row := width * word
	step := func(cols, from, to int) []int {
		step := make([]int, len(p.k.views)+1)
		step[p.colFactor], step[p.pack] = cols*p.cols.x*word+from, to
		return step
	}
	at := make([]int, len(p.k.views)+1)
	square := func(at []int, cols, depth int) {
		from, to := place{p.colFactor, at[p.colFactor]}, place{p.pack, at[p.pack]}
		var rows [4]*value
		if p.cols.x == 1 {
			for i := range depth {
				rows[i] = f.loadLanes(from.plus(i*p.colDepth*word), word, cols)
			}
		} else {
			for i := range rows {
				rows[i] = f.loadLanes(from.plus(min(i, cols-1)*p.cols.x*word), p.colDepth*word, depth)
			}
			rows = f.transpose(rows)
		}
		for i := range depth {
			f.storeLanes(to.plus(i*row), word, lanes, rows[i])
		}
	}
	block := func(at []int, cols, depth int) {
		f.nest([]level{{cols / lanes, step(lanes, 0, lanes*word)}}, at, width, func(at []int) { square(at, lanes, depth) })
		if rest := cols % lanes; rest > 0 {
			square(moved(at, step(1, 0, word), cols-rest), rest, depth)
		}
	}
	band := func(at []int, depth int) {
		next := step(width, 0, p.depth*row)
		whole := p.cols.n / width
		f.nest([]level{{whole, next}}, at, 4, func(at []int) { block(at, width, depth) })
		if rest := p.cols.n % width; rest > 0 {
			block(moved(at, next, whole), rest, depth)
		}
	}
	down := step(0, lanes*p.colDepth*word, lanes*row)
	f.nest([]level{{p.depth / lanes, down}}, at, max(1, 8*lanes/p.cols.n), func(at []int) { band(at, lanes) })
	if rest := p.depth % lanes; rest > 0 {
		band(moved(at, down, p.depth/lanes), rest)
	}
	f.flush()
}
