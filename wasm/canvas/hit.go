package main

import "nnplay/wasm/paper"

// A target is what is under the pointer.
type target struct {
	kind   string // "", "neuron", "link" or "output"
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
		return l.columns[t.column][t.index]
	}
	x, y := linkBetween(l.columns[t.column][t.index], l.columns[t.column+1][t.to]).at(0.5)
	return paper.Rect(x, y, 0, 0)
}

// hit returns what is at a point; width tells how wide a link is drawn, 0 if
// it is not.
func (l *layout) hit(x, y float32, width func(column, from, to int) float32) target {
	for c, column := range l.columns {
		best, nearest := -1, float32(0)
		for i, r := range column {
			reach := paper.Clamp((18-r.W)/2, 0, 7) // small ones are hard to meet
			cx, cy := r.Center()
			if d := paper.Abs(x-cx) + paper.Abs(y-cy); r.Grown(reach).Contains(x, y) && (best < 0 || d < nearest) {
				best, nearest = i, d
			}
		}
		if best >= 0 {
			return target{kind: "neuron", column: c, index: best}
		}
	}
	if l.panel.Contains(x, y) {
		return target{kind: "output"}
	}
	return l.hitLink(x, y, width)
}

func (l *layout) hitLink(x, y float32, width func(column, from, to int) float32) (found target) {
	nearest := float32(5) // farther than this is no hit
	for c := 0; c+1 < len(l.columns); c++ {
		if len(l.columns[c]) == 0 || len(l.columns[c+1]) == 0 {
			continue
		}
		if first := linkBetween(l.columns[c][0], l.columns[c+1][0]); x <= first.x0 || x >= first.x1 {
			continue
		}
		for i, from := range l.columns[c] {
			for j, to := range l.columns[c+1] {
				d := linkBetween(from, to).distance(x, y)
				if d > 9 {
					continue
				}
				w := width(c, i, j)
				if d -= w / 2; w > 0 && d < nearest {
					nearest, found = max(d, 0), target{"link", c, i, j}
				}
			}
		}
	}
	return found
}
