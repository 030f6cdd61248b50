package points

import "nnplay/wasm/paper"

// eased makes a share of time one of the way: it starts and ends at rest.
func eased(share float32) float32 {
	share = paper.Clamp(share, 0, 1)
	return share * share * (3 - 2*share)
}

// between returns a layout on the way from one to another: share 0 has the
// tiles where those of the first one are, share 1 is the second. What is new grows
// out of the tile before it: a neuron out of the last of its layer, a layer
// out of the one to its left.
func between(from, to *layout, share float32) layout {
	if share >= 1 || len(from.columns) < 2 || from.stacked != to.stacked {
		return *to
	}
	share = eased(share)
	origins := matchColumns(to.columns, from.columns)
	l := *to
	l.columns = make([][]paper.Rectangle, len(to.columns))
	for c, column := range to.columns {
		l.columns[c] = make([]paper.Rectangle, len(column))
		before := from.columns[nearest(origins, c)]
		for i, r := range column {
			if !placed(r) {
				continue
			}
			l.columns[c][i] = mixRects(tileOrNone(before, i), r, share)
		}
	}
	l.panel, l.scale, l.legend = mixRects(from.panel, to.panel, share), mixRects(from.scale, to.scale, share), mixRects(from.legend, to.legend, share)
	l.spacing += (from.spacing - to.spacing) * (1 - share)
	l.titles += (from.titles - to.titles) * (1 - share)
	return l
}

// matchColumns returns for each column of a layout which one of another it is, -1
// if none: features and outputs are theirs, and of the hidden layers those at both
// ends that have as many neurons, the others in turn.
func matchColumns(of, in [][]paper.Rectangle) []int {
	last, lastIn := len(of)-1, len(in)-1
	match := make([]int, len(of))
	match[last] = lastIn
	most := min(last, lastIn) // columns before the outputs in both
	same := 1
	for same < most && len(of[same]) == len(in[same]) {
		same++
	}
	ends := 0
	for ends < most-same && len(of[last-1-ends]) == len(in[lastIn-1-ends]) {
		ends++
	}
	for c := 1; c < last; c++ {
		switch {
		case c >= last-ends:
			match[c] = c - last + lastIn
		case c < lastIn-ends:
			match[c] = c
		default:
			match[c] = -1
		}
	}
	return match
}

// nearest returns what a column is matched with, or the first one to its left
// that is.
func nearest(match []int, column int) int {
	for match[column] < 0 {
		column--
	}
	return match[column]
}

// tileOrNone returns the tile i of a column; one that is not there has no size,
// and is in the middle of the last one.
func tileOrNone(column []paper.Rectangle, i int) paper.Rectangle {
	if i < len(column) && placed(column[i]) {
		return column[i]
	}
	x, y := lastOf(column, i).Center()
	return paper.Rect(x, y, 0, 0)
}

// lastOf returns the last tile of a column up to one, or else the first that is shown.
func lastOf(column []paper.Rectangle, i int) (tile paper.Rectangle) {
	for at, r := range column {
		if placed(r) && (at <= i || !placed(tile)) {
			tile = r
		}
	}
	return tile
}

// A fate is what becomes of a tile when the layout changes.
type fate struct {
	gone          bool
	hidden        bool            // it was not shown
	column, index int             // of the tile it is now, unless it is gone
	from, to      paper.Rectangle // its way, if it is gone: into what is left beside it
}

// fates returns what becomes of all tiles of a layout.
func fates(from, to *layout) [][]fate {
	match := matchColumns(from.columns, to.columns)
	all := make([][]fate, len(from.columns))
	for c, column := range from.columns {
		left := to.columns[nearest(match, c)]
		for i, r := range column {
			f := fate{column: match[c], index: i, from: r, hidden: !placed(r)}
			if match[c] < 0 || i >= len(left) || !placed(left[i]) {
				x, y := lastOf(left, i).Center()
				f.gone, f.to = true, paper.Rect(x, y, 0, 0)
			}
			all[c] = append(all[c], f)
		}
	}
	return all
}

func mixRects(a, b paper.Rectangle, share float32) paper.Rectangle {
	return paper.Rect(a.X+(b.X-a.X)*share, a.Y+(b.Y-a.Y)*share, a.W+(b.W-a.W)*share, a.H+(b.H-a.H)*share)
}
