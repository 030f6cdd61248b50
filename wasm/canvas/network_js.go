package main

import "math"

// stageNetwork lays out the tiles of features and neurons.
func (g *game) stageNetwork(m *mesh) {
	for c, column := range g.tiled() {
		for i, r := range column {
			if g.scene.topology.Inputs == 2 {
				if p, ok := g.levels.plane(c, i); ok {
					color, kind := g.unitColors(c, i)
					g.tiles.picture(r, corners(r), p, color, kind)
				}
			} else {
				m.fill(r, corners(r), g.theme.surface)
				m.ribbon([][2]float32{{r.x, r.y + r.h/2}, {r.x + r.w, r.y + r.h/2}}, 0.75, g.theme.line)
			}
			switch {
			case g.hovered == target{kind: "neuron", column: c, index: i}:
				m.outline(r.grown(0.5), corners(r), 2, g.theme.ink)
			case r.w >= 8:
				m.outline(r, corners(r), 1, g.theme.line)
			}
		}
	}
}

// unitColors returns the colors of a unit's heat map: those of the scale, or a
// class's own.
func (g *game) unitColors(column, unit int) (c color, kind float32) {
	switch t := g.scene.topology; {
	case column == len(t.Layers) && g.scene.multiclass():
		return g.theme.shade(unit), kindShare
	case t.Discretize:
		return g.theme.positive, kindSteps
	}
	return g.theme.positive, kindSigned
}

// tiled returns the columns that are drawn as tiles.
func (g *game) tiled() [][]rect {
	if g.layout.stacked {
		return g.layout.columns
	}
	return g.layout.columns[:len(g.layout.columns)-1]
}

// corners is the radius of a tile's corners.
func corners(r rect) float32 { return r.w * 0.18 }

// paintUnits paints the neurons' curves and their biases.
func (g *game) paintUnits(m *mesh) {
	for c, column := range g.tiled() {
		layer := g.scene.layer(c)
		for i, r := range column {
			if curve := g.scene.curve(layer, i); curve != nil {
				lo, hi := span(curve, 1)
				if c == len(g.scene.topology.Layers) {
					lo, hi = g.scene.topology.Domain[2], g.scene.topology.Domain[3]
				}
				m.ribbon(trace(r.grown(-2), curve, lo, hi), clamp(r.w/22, 1, 2), g.theme.positive)
			}
			if c > 0 && r.w >= biasTile { // the bias, a dot on the lower left corner
				radius := clamp(r.w/10, 2.6, 4.5)
				x, y := r.x+radius*0.4, r.y+r.h-radius*0.4
				m.disc(x, y, radius+1.5, 0, g.theme.surface)
				b := g.scene.bias(c, i)
				m.disc(x, y, radius, 0, g.theme.mark(float32(math.Tanh(float64(b)))))
			}
		}
	}
}

// trace returns the points of a curve over the width of a rectangle.
func trace(r rect, values []float32, lo, hi float32) [][2]float32 {
	every := max(1, int(float32(len(values))/max(r.w, 1)))
	xy := make([][2]float32, 0, len(values)/every+1)
	for i := every / 2; i < len(values); i += every {
		v := values[i]
		if v != v {
			continue
		}
		y := clamp((v-lo)/(hi-lo), 0, 1)
		xy = append(xy, [2]float32{r.x + (float32(i)+0.5)/float32(len(values))*r.w, r.y + (1-y)*r.h})
	}
	return xy
}

// linkWidth returns how wide a link is drawn.
func (g *game) linkWidth(column, from, to int) float32 {
	w, _ := g.scene.weight(column, from, to)
	return linkWidth(w, g.layout.columns[0][0].w)
}

// paintLinks paints the weights, the strong on the weak.
func (g *game) paintLinks(m *mesh) {
	var all census
	g.eachLink(func(_, _, _ int, w float32, _ bool) { all.add(w) })
	if all.total > curvedLinks {
		admitted := all.admits(mostLinks)
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
			if size := min(abs(w), 1e9); size > limits[k] && size <= limits[k+1] {
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
	width := linkWidth(w, g.layout.columns[0][0].w)
	color := g.theme.link(w)
	if straight { // one of very many
		color.a *= 0.6
	}
	if !alive {
		color, width = g.theme.muted.alpha(0.45), 1
	}
	if !g.hovered.touches(c, i, j) { // steps back
		color.a *= 0.15
	} else if g.hovered.kind == "link" {
		width += 1.5
		color.a = 1
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
