package simd

// Panels. The gradient of a layer's weights contracts the rows of a table, so
// that the elements of a row of the product's left factor lie a row of that
// table apart: in as many cache lines, which fall into few sets of the first
// cache. Where the contraction is long, the elements that a block of rows needs
// are therefore copied next to one another before it is computed, and serve for
// all columns.
const (
	panelDepth  = 128 // terms, at least
	panelStride = 128 // bytes from term to term, at least: two cache lines
	panelBlocks = 4   // of columns, at least
)

// paneled says whether the product's rows are copied to panels.
func (p *product) paneled() bool {
	rows, vectors := p.block()
	return p.rows.x == 1 && rows == lanes && p.depth == p.terms() && p.depth >= panelDepth &&
		p.rowDepth*word >= panelStride && p.cols.n >= panelBlocks*vectors*lanes && !p.packed
}

// emitPanels emits the product in blocks of rows, each with its panel.
func (p *product) emitPanels(f *function, at []int) {
	rows, vectors := p.block()
	width := vectors * lanes
	panel := *p
	panel.rowFactor, panel.rowDepth = p.pack, rows
	row := func(p *product, at []int, rows int) {
		whole := p.cols.n / width
		f.nest([]level{{whole, scaled(p.stepCol, width)}}, at, 1, func(at []int) { p.emitBlock(f, at, rows, width) })
		if rest := p.cols.n % width; rest > 0 {
			p.emitBlock(f, moved(at, p.stepCol, whole*width), rows, rest)
		}
	}
	whole := p.rows.n / rows
	f.nest([]level{{whole, scaled(p.stepRow, rows)}}, at, 1, func(at []int) {
		p.emitPanel(f, at)
		row(&panel, at, rows)
	})
	if rest := p.rows.n % rows; rest > 0 {
		row(p, moved(at, p.stepRow, whole*rows), rest)
	}
}

// emitPanel copies a block of rows to scratch, the elements of a term next to
// one another.
func (p *product) emitPanel(f *function, at []int) {
	step := make([]int, len(p.k.views)+1)
	step[p.rowFactor], step[p.pack] = p.rowDepth*word, lanes*word
	one := func(at []int) {
		f.storeLanes(place{p.pack, at[p.pack]}, word, lanes, f.load(place{p.rowFactor, at[p.rowFactor]}))
	}
	const unroll = 8
	blocks := p.depth / unroll
	f.nest([]level{{blocks, scaled(step, unroll)}, {unroll, step}}, at, unroll, one)
	for i := blocks * unroll; i < p.depth; i++ {
		one(moved(at, step, i))
	}
	f.flush()
}
