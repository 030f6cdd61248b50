package points

import (
	"math"

	"nnplay/wasm/paper"
)

// chooseLinks notes which links are drawn: all, unless there are many.
func (f *figure) chooseLinks() {
	f.strong = nil
	columns := f.layout.columns
	total := 0
	for c := range len(columns) - 1 {
		total += len(columns[c]) * len(columns[c+1])
	}
	if total <= paper.ManyLinks {
		return
	}
	for c := 0; c+1 < len(columns); c++ {
		var sizes []float32
		var places []int
		f.eachLinkOf(c, func(i, j int, w float32, _ bool) {
			sizes, places = append(sizes, paper.Abs(w)), append(places, i*len(columns[c+1])+j)
		})
		strong := make([]bool, len(columns[c])*len(columns[c+1]))
		for at, drawn := range paper.Strongest(sizes) {
			strong[places[at]] = drawn
		}
		f.strong = append(f.strong, strong)
	}
}

// draws tells whether a link is drawn: if it is a strong one, or has to do with what is
// pointed at.
func (f *figure) draws(c, i, j int) bool {
	if f.strong == nil || f.strong[c][i*len(f.layout.columns[c+1])+j] {
		return true
	}
	return (f.hovered.kind == "neuron" || f.hovered.kind == "link") && f.hovered.touches(c, i, j)
}

// linkWidth returns how wide a link is drawn, 0 if it is not.
func (f *figure) linkWidth(column, from, to int) float32 {
	if !f.draws(column, from, to) {
		return 0
	}
	w, _ := f.weight(column, from, to)
	return linkWidth(w, f.layout.tile)
}

// drawLinks draws the weights, the strong on the weak.
func (f *figure) drawLinks(d *paper.Drawing) {
	limits := [...]float32{-1, 0.4, 1.5, math.MaxFloat32}
	for k := range len(limits) - 1 {
		f.eachLink(func(c, i, j int, w float32, alive bool) {
			if size := min(paper.Abs(w), 1e9); size > limits[k] && size <= limits[k+1] && f.draws(c, i, j) {
				f.drawLink(d, c, i, j, w, alive)
			}
		})
	}
}

// eachLink calls f for all weights between units that are shown.
func (f *figure) eachLink(do func(column, from, to int, w float32, alive bool)) {
	for c := range len(f.layout.columns) - 1 {
		f.eachLinkOf(c, func(i, j int, w float32, alive bool) { do(c, i, j, w, alive) })
	}
}

// eachLinkOf calls f for those that leave a column.
func (f *figure) eachLinkOf(c int, do func(from, to int, w float32, alive bool)) {
	weights := f.weights(c)
	for i, from := range f.layout.columns[c] {
		if !placed(from) {
			continue
		}
		for j, to := range f.layout.columns[c+1] {
			if placed(to) {
				w, alive := weights.at(i, j)
				do(i, j, w, alive)
			}
		}
	}
}

func (f *figure) drawLink(d *paper.Drawing, c, i, j int, w float32, alive bool) {
	l := linkBetween(f.layout.columns[c][i], f.layout.columns[c+1][j])
	width := linkWidth(w, f.layout.tile)
	color := f.Link(w)
	if !alive {
		color, width = f.Muted.Alpha(0.45), 1
	}
	if !f.hovered.touches(c, i, j) { // steps back
		color.A *= 0.15
	} else if f.hovered.kind == "link" {
		width += 1.5
		color.A = 1
	}
	pieces := l.pieces(f.layout.shown(c) * f.layout.shown(c+1))
	if !alive {
		pieces = mostPieces
	}
	line := l.points(d.Points(pieces + 1))
	if alive {
		d.Under.Beads(line, width, color)
		return
	}
	for k := 0; k+1 <= pieces; k += 2 { // removed by L1: dashes
		d.Under.Line(line[k:k+2], width, color)
	}
}
