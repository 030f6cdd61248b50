package points

import "nnplay/wasm/paper"

// A target is what is under the pointer.
type target struct {
	kind   string // "", "neuron", "link", "output" or, for the units of a column that are not shown, "more"
	column int    // of a neuron, or from which a link comes; 0 being the features
	index  int    // of a neuron, or of that where a link begins
	to     int    // where a link ends
}

// touches reports whether a link of the network has to do with the target.
func (t target) touches(column, from, to int) bool {
	switch t.kind {
	case "neuron":
		return t.column == column && t.index == from || t.column == column+1 && t.index == to
	case "link":
		return t == target{"link", column, from, to}
	}
	return true
}

// around returns a target's rectangle, or that of a link's middle.
func (l *layout) around(t target) paper.Rectangle {
	if t.kind == "neuron" {
		return l.tileOf(t.column, t.index)
	}
	x, y := linkBetween(l.tileOf(t.column, t.index), l.tileOf(t.column+1, t.to)).at(0.5)
	return paper.Rect(x, y, 0, 0)
}

// tileOf returns a unit's tile, or that for the units of its column that are not shown.
func (l *layout) tileOf(column, i int) paper.Rectangle {
	if r := l.columns[column][i]; placed(r) {
		return r
	}
	return l.more[column]
}

// path returns the points of a link.
func (l *layout) path(t target) [][2]float32 {
	return linkBetween(l.tileOf(t.column, t.index), l.tileOf(t.column+1, t.to)).points(make([][2]float32, mostPieces))
}

// hitNeuron returns which neuron of a column is at a point.
func (l *layout) hitNeuron(column int, x, y float32) (index int, ok bool) {
	nearest := float32(0)
	for i, r := range l.columns[column] {
		if !placed(r) {
			continue
		}
		reach := paper.Clamp((18-r.W)/2, 0, 7) // small ones are hard to meet
		cx, cy := r.Center()
		if d := paper.Abs(x-cx) + paper.Abs(y-cy); r.Grown(reach).Contains(x, y) && (!ok || d < nearest) {
			nearest, index, ok = d, i, true
		}
	}
	return index, ok
}

// hitLink returns which link that leaves a column is at a point; width tells how
// wide a link is drawn, 0 if it is not.
func (l *layout) hitLink(c int, x, y float32, width func(column, from, to int) float32) (from, to int, ok bool) {
	nearest := float32(5) // farther than this is no hit
	if len(l.columns[c]) == 0 || len(l.columns[c+1]) == 0 {
		return 0, 0, false
	}
	if first := linkBetween(l.slots[c][0], l.slots[c+1][0]); x <= first.x0 || x >= first.x1 {
		return 0, 0, false
	}
	for i, a := range l.columns[c] {
		for j, b := range l.columns[c+1] {
			if !placed(a) || !placed(b) {
				continue
			}
			d := linkBetween(a, b).distance(x, y)
			if d > 9 {
				continue
			}
			w := width(c, i, j)
			if d -= w / 2; w > 0 && d < nearest {
				nearest, from, to, ok = max(d, 0), i, j, true
			}
		}
	}
	return from, to, ok
}
