package main

import (
	"math"

	"nnplay/wasm/paper"
)

// stageNetwork lays out the tiles of features and neurons.
func (g *game) stageNetwork(m *mesh) {
	for c, column := range g.tiled() {
		for i, r := range column {
			if g.scene.Topology.Inputs == 2 {
				if p, ok := g.levels.plane(c, i); ok {
					color, kind := g.unitColors(c, i)
					g.tiles.picture(r, corners(r), p, color, kind)
				}
			} else {
				m.fill(r, corners(r), g.theme.Surface)
				m.ribbon([][2]float32{{r.X, r.Y + r.H/2}, {r.X + r.W, r.Y + r.H/2}}, 0.75, g.theme.Line)
			}
			switch {
			case g.hovered == target{kind: "neuron", column: c, index: i}:
				m.outline(r.Grown(0.5), corners(r), 2, g.theme.Ink)
			case r.W >= 8:
				m.outline(r, corners(r), 1, g.theme.Line)
			}
		}
	}
}

// unitColors returns the colors of a unit's heat map: those of the scale, or a
// class's own.
func (g *game) unitColors(column, unit int) (c paper.Color, kind float32) {
	switch t := g.scene.Topology; {
	case column == len(t.Layers) && g.scene.multiclass():
		return g.theme.Shade(unit), kindShare
	case t.Discretize:
		return g.theme.Positive, kindSteps
	}
	return g.theme.Positive, kindSigned
}

// tiled returns the columns that are drawn as tiles.
func (g *game) tiled() [][]paper.Rectangle {
	if g.layout.stacked {
		return g.layout.columns
	}
	return g.layout.columns[:len(g.layout.columns)-1]
}

// corners is the radius of a tile's corners.
func corners(r paper.Rectangle) float32 { return r.W * 0.18 }

// paintUnits paints the neurons' curves and their biases.
func (g *game) paintUnits(m *mesh) {
	for c, column := range g.tiled() {
		layer := g.scene.layer(c)
		for i, r := range column {
			if curve := g.scene.curve(layer, i); curve != nil {
				lo, hi := paper.Span(curve, 1)
				if c == len(g.scene.Topology.Layers) {
					lo, hi = g.scene.Topology.Domain[2], g.scene.Topology.Domain[3]
				}
				m.ribbon(trace(r.Grown(-2), curve, lo, hi), paper.Clamp(r.W/22, 1, 2), g.theme.Positive)
			}
			if c > 0 && r.W >= biasTile { // the bias, a dot on the lower left corner
				radius := paper.Clamp(r.W/10, 2.6, 4.5)
				x, y := r.X+radius*0.4, r.Y+r.H-radius*0.4
				m.disc(x, y, radius+1.5, 0, g.theme.Surface)
				b := g.scene.bias(c, i)
				m.disc(x, y, radius, 0, g.theme.Mark(float32(math.Tanh(float64(b)))))
			}
		}
	}
}

// trace returns the points of a curve over the width of a rectangle.
func trace(r paper.Rectangle, values []float32, lo, hi float32) [][2]float32 {
	every := max(1, int(float32(len(values))/max(r.W, 1)))
	xy := make([][2]float32, 0, len(values)/every+1)
	for i := every / 2; i < len(values); i += every {
		v := values[i]
		if v != v {
			continue
		}
		y := paper.Clamp((v-lo)/(hi-lo), 0, 1)
		xy = append(xy, [2]float32{r.X + (float32(i)+0.5)/float32(len(values))*r.W, r.Y + (1-y)*r.H})
	}
	return xy
}

// linkWidth returns how wide a link is drawn.
func (g *game) linkWidth(column, from, to int) float32 {
	w, _ := g.scene.weight(column, from, to)
	return linkWidth(w, g.layout.columns[0][0].W)
}

// paintLinks paints the weights, the strong on the weak.
func (g *game) paintLinks(m *mesh) {
	var all paper.Census
	g.eachLink(func(_, _, _ int, w float32, _ bool) { all.Add(w) })
	if all.Total > curvedLinks {
		admitted := all.Admits(mostLinks)
		g.eachLink(func(c, i, j int, w float32, alive bool) {
			if admitted(w) {
				g.paintLink(m, c, i, j, w, alive, true)
			}
		})
		return
	}
	limits := [...]float32{-1, 0.4, 1.5, math.MaxFloat32}
	for k := range len(limits) - 1 {
		g.eachLink(func(c, i, j int, w float32, alive bool) {
			if size := min(paper.Abs(w), 1e9); size > limits[k] && size <= limits[k+1] {
				g.paintLink(m, c, i, j, w, alive, false)
			}
		})
	}
}

// eachLink calls f for all weights of the network.
func (g *game) eachLink(f func(column, from, to int, w float32, alive bool)) {
	columns := g.layout.columns
	for c := 0; c+1 < len(columns); c++ {
		weights := g.scene.weights(c)
		for i := range columns[c] {
			for j := range columns[c+1] {
				w, alive := weights.at(i, j)
				f(c, i, j, w, alive)
			}
		}
	}
}

func (g *game) paintLink(m *mesh, c, i, j int, w float32, alive, straight bool) {
	l := linkBetween(g.layout.columns[c][i], g.layout.columns[c+1][j])
	width := linkWidth(w, g.layout.columns[0][0].W)
	color := g.theme.Link(w)
	if straight { // one of very many
		color.A *= 0.6
	}
	if !alive {
		color, width = g.theme.Muted.Alpha(0.45), 1
	}
	if !g.hovered.touches(c, i, j) { // steps back
		color.A *= 0.15
	} else if g.hovered.kind == "link" {
		width += 1.5
		color.A = 1
	}
	pieces := l.pieces(len(g.layout.columns[c]) * len(g.layout.columns[c+1]))
	switch {
	case straight:
		pieces = 1
	case !alive:
		pieces = mostPieces
	}
	var xy [mostPieces + 1][2]float32
	for k := range pieces + 1 {
		x, y := l.at(float32(k) / float32(pieces))
		xy[k] = [2]float32{x, y}
	}
	if alive {
		m.strip(xy[:pieces+1], width, color, kindLink)
		return
	}
	for k := 0; k+1 <= pieces; k += 2 { // removed by L1: dashes
		m.ribbon(xy[k:k+2], width, color)
	}
}
