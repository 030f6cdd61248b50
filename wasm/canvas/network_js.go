package main

import (
	library "image/color"
	"math"
	"strconv"

	"github.com/hajimehoshi/ebiten/v2"
)

// Limits on what is drawn of a network too large to see.
const (
	curvedLinks = 1500 // above, links are straight
	mostLinks   = 20000
)

// stageNetwork lays out the tiles of features and neurons.
func (g *game) stageNetwork(m *mesh) {
	count := 0
	for _, c := range g.layout.columns {
		count += len(c)
	}
	side := 50
	if len(g.layout.columns) > 0 && g.layout.columns[0][0].w*g.scale < 25 {
		side = 25
	}
	g.neurons.resize(count, side)
	tile := 0
	for c, column := range g.layout.columns {
		for i, r := range column {
			if g.scene.topology.Inputs == 2 {
				u, v, size := g.neurons.at(tile)
				g.tiles.picture(r, corners(r), u, v, size, 1)
			} else {
				m.fill(r, corners(r), g.theme.surface)
			}
			border, width := g.theme.line, float32(1)
			if g.hovered == (target{"neuron", c, i}) {
				border, width = g.theme.ink, 2
			}
			m.outline(r, corners(r), width, border)
			tile++
		}
	}
}

// corners is the radius of a tile's corners.
func corners(r rect) float32 { return r.w * 0.18 }

// paintNetwork paints the neurons' pictures, their biases and the links.
func (g *game) paintNetwork() {
	table := &g.theme.levels
	if g.scene.topology.Discretize {
		table = &g.theme.steps
	}
	tile := 0
	for c, column := range g.layout.columns {
		layer := g.layer(c)
		for i, r := range column {
			if levels, side := g.scene.heat(layer, i); levels != nil {
				g.neurons.set(tile, levels, side, table)
			} else if curve := g.scene.curve(layer, i); curve != nil {
				g.marks.ribbon(trace(r, curve, -1.2, 1.2), max(1, r.w/24), g.theme.positive)
			}
			if c > 0 && g.layout.names { // the bias, a dot at the lower left corner
				b := g.scene.bias(layer, i)
				g.marks.disc(r.x, r.y+r.h, 5, 16, 0, g.theme.surface)
				g.marks.disc(r.x, r.y+r.h, 4, 16, 0, g.theme.scale(float32(math.Tanh(float64(b)))))
			}
			tile++
		}
	}
	g.neurons.upload()
	g.paintLinks()
}

// trace returns the points of a curve over the width of a rectangle.
func trace(r rect, values []float32, lo, hi float32) [][2]float32 {
	xy := make([][2]float32, 0, len(values))
	for i, v := range values {
		y := clamp((v-lo)/(hi-lo), 0, 1)
		if v != v {
			continue
		}
		xy = append(xy, [2]float32{r.x + (float32(i)+0.5)/float32(len(values))*r.w, r.y + (1-y)*r.h})
	}
	return xy
}

// paintLinks paints the weights between columns, and to the output.
func (g *game) paintLinks() {
	columns := g.layout.columns
	total := 0
	for c := range columns {
		next := len(g.layout.ports)
		if c+1 < len(columns) {
			next = len(columns[c+1])
		}
		total += len(columns[c]) * next
	}
	pieces := 14
	if total > curvedLinks {
		pieces = 1
	}
	every := total/mostLinks + 1
	n := 0
	for c, from := range columns {
		layer := g.scene.topology.Layers[c].Name
		to, toOutput := g.layout.ports, true
		if c+1 < len(columns) {
			to, toOutput = columns[c+1], false
		}
		for i := range from {
			for j := range to {
				if n++; n%every == 0 {
					g.paintLink(layer, c, i, j, from[i], to[j], toOutput, pieces)
				}
			}
		}
	}
}

func (g *game) paintLink(layer string, c, i, j int, from, to rect, toOutput bool, pieces int) {
	w, alive := g.scene.weight(layer, i, j)
	x0, y0 := from.x+from.w, from.y+from.h/2
	x1, y1 := to.x, to.y+to.h/2
	color := g.theme.link(w)
	width := clamp(abs(w)*1.6, 0.7, 8)
	if from.w < 12 {
		width = clamp(abs(w), 0.4, 3)
	}
	if !alive {
		color, width = g.theme.line, 0.6
	}
	if g.hovered.kind == "neuron" { // what does not touch the neuron steps back
		touches := g.hovered == (target{"neuron", c, i}) || (!toOutput && g.hovered == target{"neuron", c + 1, j})
		if !touches {
			color.a *= 0.18
		}
	}
	downward := toOutput && g.width < narrow
	if downward {
		x0, y0 = from.x+from.w/2, from.y+from.h
	}
	var xy [15][2]float32
	for k := 0; k <= pieces; k++ {
		t := float32(k) / float32(pieces)
		s := t * t * (3 - 2*t)
		if downward {
			xy[k] = [2]float32{x0 + (x1-x0)*s, y0 + (y1-y0)*t}
		} else {
			xy[k] = [2]float32{x0 + (x1-x0)*t, y0 + (y1-y0)*s}
		}
	}
	if !alive { // removed by L1: dashes
		for k := 0; k+1 <= pieces; k += 2 {
			g.links.ribbon(xy[k:k+2], width, color)
		}
		return
	}
	g.links.ribbon(xy[:pieces+1], width, color)
}

// drawLabels draws the names of columns and features, and the axes' numbers.
func (g *game) drawLabels(screen *ebiten.Image) {
	t := g.scene.topology
	for c, title := range g.layout.titles {
		text := g.text("page.features", "")
		if c > 0 {
			l := t.Layers[c-1]
			text = g.text("option.activation."+l.Activation, l.Activation)
			if len(g.layout.columns) > 7 {
				text = strconv.Itoa(l.Units)
			}
		}
		g.labels.draw(screen, text, title.x, title.y, 12, 0.5, "500", g.theme.muted)
	}
	if len(g.layout.columns) > 0 && g.layout.columns[0][0].w >= 12 {
		for i, r := range g.layout.columns[0] {
			if i < len(t.Features) {
				g.labels.draw(screen, t.Features[i].Symbol, r.x-8, r.y+r.h/2, 13, 1, "500", g.theme.ink)
			}
		}
	}
	out := g.layout.output
	for k := range 3 {
		at := float32(k) / 2
		g.labels.draw(screen, number(mid(t.Domain[0], t.Domain[1], at)), out.x+out.w*at, out.y+out.h+13, 11, 0.5, "400", g.theme.muted)
		g.labels.draw(screen, number(mid(t.Domain[3], t.Domain[2], at)), out.x-7, out.y+out.h*at, 11, 1, "400", g.theme.muted)
	}
	if t.Inputs == 2 {
		g.drawLegend(screen)
	}
}

func mid(lo, hi, t float32) float32 { return lo + (hi-lo)*t }

// number writes a number with a true minus sign.
func number(v float32) string {
	s := strconv.FormatFloat(float64(max(v, -v)), 'g', 3, 32)
	if v < 0 {
		return "−" + s
	}
	return s
}

// text returns the page's text of a key.
func (g *game) text(key, fallback string) string {
	if s, ok := g.texts[key]; ok {
		return s
	}
	return fallback
}

func rgba(c color) library.Color {
	p := c.pixel()
	return library.RGBA{uint8(p), uint8(p >> 8), uint8(p >> 16), uint8(p >> 24)}
}
