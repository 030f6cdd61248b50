package main

// glideTime is how long tiles glide to where a new layout wants them, ms.
const glideTime = 320

// between returns a layout on the way from one to another: share 0 has the
// tiles where those of the first one are, share 1 is the second. What is new grows
// out of the tile before it: a neuron out of the last of its layer, a layer
// out of the one to its left.
func between(from, to *layout, share float32) layout {
	if share >= 1 || len(from.columns) < 2 || from.stacked != to.stacked {
		return *to
	}
	share = share * share * (3 - 2*share) // starts and ends at rest
	l := *to
	l.columns = make([][]rect, len(to.columns))
	for c, column := range to.columns {
		l.columns[c] = make([]rect, len(column))
		before := from.columnLike(c, len(to.columns))
		for i, r := range column {
			l.columns[c][i] = mixRects(startOf(before, i), r, share)
		}
	}
	l.panel, l.legend = mixRects(from.panel, to.panel, share), mixRects(from.legend, to.legend, share)
	l.spacing += (from.spacing - to.spacing) * (1 - share)
	l.titles += (from.titles - to.titles) * (1 - share)
	return l
}

// columnLike returns the column that a column of a layout with so many comes
// from: features and outputs from theirs, a hidden layer from that of the same
// number or, if there is none, from the last one.
func (l *layout) columnLike(column, columns int) []rect {
	last := len(l.columns) - 1
	if column == columns-1 {
		return l.columns[last]
	}
	return l.columns[min(column, last-1)]
}

// startOf returns where the tile i of a column comes from; one that is new has
// no size yet.
func startOf(column []rect, i int) rect {
	if i < len(column) {
		return column[i]
	}
	x, y := column[len(column)-1].center()
	return rect{x, y, 0, 0}
}

func mixRects(a, b rect, share float32) rect {
	return rect{a.x + (b.x-a.x)*share, a.y + (b.y-a.y)*share, a.w + (b.w-a.w)*share, a.h + (b.h-a.h)*share}
}
