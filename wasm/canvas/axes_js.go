package main

import (
	"strconv"

	"nnplay/wasm/paper"
)

// Sizes and weights of texts, in CSS pixels and as CSS has it.
const (
	nameSize, nameWeight   = 14, "500"
	titleSize, titleWeight = 12, "500"
	tickSize, tickWeight   = 11, "400"
)

// stageAxes lays out the panel's frame and ticks, and the scale of colors.
func (g *game) stageAxes(m *mesh) {
	panel := g.layout.panel
	m.outline(panel, panelCorners, 1, g.theme.Line)
	for _, x := range g.ticksX() {
		m.ribbon([][2]float32{{x.at, panel.Y + panel.H + 1}, {x.at, panel.Y + panel.H + 5}}, 1, g.theme.Line)
	}
	for _, y := range g.ticksY() {
		m.ribbon([][2]float32{{panel.X + panel.W + 1, y.at}, {panel.X + panel.W + 5, y.at}}, 1, g.theme.Line)
	}
	if g.scene.Topology.Inputs == 1 && !g.warping() {
		return
	}
	l := g.layout.legend
	if g.scene.multiclass() {
		for k := range g.scene.output().Units {
			x, y := g.classKey(k)
			m.disc(x, y, 5, paper.ClassCorners(k), g.theme.Class(k, max(g.scene.Topology.Classes, 3)))
		}
		return
	}
	bar := paper.Rect(l.X+l.W*0.15, l.Y, l.W*0.7, l.H)
	const pieces = 64
	for k := range pieces {
		a, b := float32(k)/pieces, float32(k+1)/pieces
		c := g.theme.Scale(a + b - 1)
		if g.scene.Topology.Discretize {
			c = g.theme.Sign(a + b - 1)
		}
		m.rectangle(paper.Rect(bar.X+a*bar.W, bar.Y, (b-a)*bar.W, bar.H), c, 0, 0, 0, 0, 1, kindRibbon)
	}
	m.outline(bar, 0.5, 1, g.theme.Line)
}

// classKey returns where a class's mark stands in the legend.
func (g *game) classKey(k int) (x, y float32) {
	l := g.layout.legend
	n := float32(g.scene.output().Units)
	step := min(l.W/n, 48)
	return l.X + l.W/2 + step*(float32(k)-(n-1)/2) - 6, l.Y + l.H/2
}

// axes returns the ranges of the panel's axes.
func (g *game) axes() [4]float32 {
	if d, ok := g.warpedAxes(); ok {
		return d
	}
	return g.scene.Topology.Domain
}

// A tick is a number of an axis and where it stands.
type tick struct{ value, at float32 }

func (g *game) ticksX() (out []tick) {
	d, panel := g.axes(), g.layout.panel
	for _, v := range paper.Ticks(d[0], d[1], int(paper.Clamp(panel.W/36, 3, 8))) {
		out = append(out, tick{v, panel.X + (v-d[0])/(d[1]-d[0])*panel.W})
	}
	return out
}

func (g *game) ticksY() (out []tick) {
	d, panel := g.axes(), g.layout.panel
	for _, v := range paper.Ticks(d[2], d[3], int(paper.Clamp(panel.H/32, 3, 8))) {
		out = append(out, tick{v, panel.Y + (d[3]-v)/(d[3]-d[2])*panel.H})
	}
	return out
}

// writeLabels writes the names of columns and features, and the axes' numbers.
func (g *game) writeLabels(m *mesh) {
	g.writeTitles(m)
	columns := g.layout.columns
	if columns[0][0].W >= namedTile {
		for i, r := range columns[0] {
			g.labels.write(m, g.scene.Topology.Features[i].Symbol, r.X-nameGap, r.Y+r.H/2, nameSize, 1, nameWeight, g.theme.Ink)
		}
	}
	panel := g.layout.panel
	for _, x := range g.ticksX() {
		g.labels.write(m, paper.Number(x.value, 3), x.at, panel.Y+panel.H+15, tickSize, 0.5, tickWeight, g.theme.Muted)
	}
	for _, y := range g.ticksY() {
		g.labels.write(m, paper.Number(y.value, 3), panel.X+panel.W+8, y.at, tickSize, 0, tickWeight, g.theme.Muted)
	}
	g.writeLegend(m)
}

// writeTitles writes what stands above the columns and the panel, as far as
// there is room.
func (g *game) writeTitles(m *mesh) {
	columns, y := g.layout.columns, g.layout.titles
	panel := g.layout.panel
	if !g.layout.stacked {
		text := g.scene.title(g.words, len(columns)-1) + " · " + g.words.Activation(g.scene.output().Activation)
		c := g.theme.Muted
		if g.warping() {
			text, c = g.warpTitle(), g.theme.Ink
		}
		if g.hovered.kind == "neuron" {
			text, c = g.scene.name(g.words, g.hovered.column, g.hovered.index), g.theme.Ink
		}
		g.labels.write(m, text, panel.X+panel.W/2, panel.Y-titleRoom/2-1, titleSize, 0.5, titleWeight, c)
	}
	if y == 0 {
		return
	}
	for c, column := range g.tiled() {
		text := g.scene.title(g.words, c)
		room := g.layout.spacing - 8
		if c == 0 {
			room *= 1.4 // nothing is to the left
		}
		if g.labels.width(text, titleSize, titleWeight) > room {
			text = strconv.Itoa(len(column))
		}
		x, _ := column[0].Center()
		g.labels.write(m, text, x, y, titleSize, 0.5, titleWeight, g.theme.Muted)
	}
}

// writeLegend writes the numbers of the scale of colors, or of the classes.
func (g *game) writeLegend(m *mesh) {
	if g.scene.Topology.Inputs == 1 && !g.warping() {
		return
	}
	if g.scene.multiclass() {
		for k := range g.scene.output().Units {
			x, y := g.classKey(k)
			g.labels.write(m, strconv.Itoa(k), x+9, y, tickSize, 0, tickWeight, g.theme.Muted)
		}
		return
	}
	l := g.layout.legend
	lo := "−1"
	if g.scene.range01() {
		lo = "0"
	}
	g.labels.write(m, lo, l.X+l.W*0.15-8, l.Y+l.H/2, tickSize, 1, tickWeight, g.theme.Muted)
	g.labels.write(m, "1", l.X+l.W*0.85+8, l.Y+l.H/2, tickSize, 0, tickWeight, g.theme.Muted)
}
