package simd

import "slices"

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

	panelsAtOnce = 4 // those of a cache line
)

// paneled says whether the product's rows are copied to panels.
func (p *product) paneled() bool {
	rows, vectors := p.block()
	return p.rows.x == 1 && rows == lanes && p.depth == p.terms() && p.depth >= panelDepth &&
		p.rowDepth*word >= panelStride && p.cols.n >= panelBlocks*vectors*lanes && !p.packed
}

// emitPanels emits the product: a few blocks of rows are copied at once, which
// share lines, each to its panel.
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
	next := scaled(p.stepRow, rows)
	copied := func(at []int, panels int) {
		p.emitCopies(f, at, panels)
		next := slices.Clone(next)
		next[p.pack] = p.depth * lanes * word
		f.nest([]level{{panels, next}}, at, 1, func(at []int) { row(&panel, at, rows) })
	}
	blocks := p.rows.n / rows
	whole := blocks / panelsAtOnce
	f.nest([]level{{whole, scaled(next, panelsAtOnce)}}, at, 1, func(at []int) { copied(at, panelsAtOnce) })
	if rest := blocks % panelsAtOnce; rest > 0 {
		copied(moved(at, next, whole*panelsAtOnce), rest)
	}
	if rest := p.rows.n % rows; rest > 0 {
		row(p, moved(at, next, blocks), rest)
	}
}

// emitCopies copies blocks of rows to scratch, panel after panel, in each the
// elements of a term next to one another.
func (p *product) emitCopies(f *function, at []int, panels int) {
	step := make([]int, len(p.k.views)+1)
	step[p.rowFactor], step[p.pack] = p.rowDepth*word, lanes*word
	one := func(at []int) {
		for i := range panels {
			from, to := place{p.rowFactor, at[p.rowFactor]}, place{p.pack, at[p.pack]}
			f.storeLanes(to.plus(i*p.depth*lanes*word), word, lanes, f.load(from.plus(i*lanes*word)))
		}
	}
	const unroll = 8
	blocks := p.depth / unroll
	f.nest([]level{{blocks, scaled(step, unroll)}, {unroll, step}}, at, unroll, one)
	for i := blocks * unroll; i < p.depth; i++ {
		one(moved(at, step, i))
	}
	f.flush()
}
