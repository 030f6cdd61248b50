package main

import (
	"strconv"

	"github.com/hajimehoshi/ebiten/v2"
)

// boundarySide is the side of the output's heat map.
const boundarySide = 100

// paintBoundary paints what the output says over the domain, or what the
// neuron under the pointer does.
func (g *game) paintBoundary() {
	g.boundary.resize(1, boundarySide)
	t := g.scene.topology
	if g.hovered.kind == "neuron" {
		if levels, side := g.scene.heat(g.layer(g.hovered.column), g.hovered.index); levels != nil {
			g.boundary.stretch(levels, side, &g.theme.levels)
			g.boundary.upload()
			return
		}
	}
	table := &g.theme.levels
	if t.Discretize {
		table = &g.theme.steps
	}
	if g.scene.multiclass() {
		g.paintClasses(t.Discretize)
	} else if levels, side := g.scene.heat("output", 0); side == boundarySide {
		g.boundary.set(0, levels, side, table)
	}
	g.boundary.upload()
}

// stretch paints levels of a smaller side.
func (a *atlas) stretch(levels []uint8, side int, table *[256]pixel) {
	for row := range a.side {
		for col := range a.side {
			a.pixels[row*a.side+col] = table[levels[row*side/a.side*side+col*side/a.side]]
		}
	}
}

// paintClasses gives each sample the color of its likeliest class, the paler
// the less likely.
func (g *game) paintClasses(discrete bool) {
	heat := g.scene.tensors["output/heat"]
	if len(heat.Shape) != 3 || heat.Shape[1] != boundarySide {
		return
	}
	k, n := heat.Shape[0], boundarySide*boundarySide
	for i := range n {
		best := 0
		for c := 1; c < k; c++ {
			if heat.U8[c*n+i] > heat.U8[best*n+i] {
				best = c
			}
		}
		sure := (float32(heat.U8[best*n+i])/255 - 1/float32(k)) / (1 - 1/float32(k))
		if discrete {
			sure = 1
		}
		c := mix(g.theme.zero, g.theme.class(best, max(k, 3)), 0.12+0.6*clamp(sure, 0, 1))
		g.boundary.pixels[i] = c.pixel()
	}
}

func (g *game) drawBoundary(screen *ebiten.Image) {
	var m mesh
	m.reset(g.scale)
	u, v, size := g.boundary.at(0)
	m.picture(g.layout.output, 10, u, v, size, 1)
	m.draw(screen, g.boundary.img)
}

// stagePoints lays out the samples, training points with a light rim and test
// points with a dark one.
func (g *game) stagePoints(m *mesh) {
	t := g.scene.topology
	radius := clamp(g.layout.output.w/90, 2, 3.6)
	if t.ShowTest {
		g.stageSplit(m, "points/test", radius, g.theme.ink)
	}
	g.stageSplit(m, "points/train", radius, g.theme.point)
	for k, p := range g.layout.ports {
		c := g.theme.ink
		if g.scene.multiclass() {
			c = g.theme.class(k, max(t.Classes, 3))
		}
		m.disc(p.x, p.y, 4.5, 16, 0, c)
	}
}

func (g *game) stageSplit(m *mesh, name string, radius float32, rim color) {
	t := g.scene.topology
	points := g.scene.tensors[name].F32
	out := g.layout.output
	for i := 0; i+2 < len(points); i += 3 {
		x := (points[i] - t.Domain[0]) / (t.Domain[1] - t.Domain[0])
		y := (points[i+1] - t.Domain[2]) / (t.Domain[3] - t.Domain[2])
		if !(x >= 0 && x <= 1 && y >= 0 && y <= 1) {
			continue
		}
		c, corners := g.theme.scale(points[i+2]), 12
		if t.Problem == "classification" {
			class := int(points[i+2])
			c, corners = g.theme.class(class, t.Classes), corner(class)
		}
		px, py := out.x+x*out.w, out.y+(1-y)*out.h
		m.disc(px, py, radius+1, corners, 0, rim)
		m.disc(px, py, radius, corners, 0, c)
	}
}

// corner gives each class a shape, so that color is not the only sign.
func corner(class int) int { return [...]int{12, 4, 3, 5, 6}[class%5] }

// drawLegend draws the scale of colors, or the classes.
func (g *game) drawLegend(screen *ebiten.Image) {
	l := g.layout.legend
	t := g.scene.topology
	var m mesh
	m.reset(g.scale)
	if g.scene.multiclass() {
		step := l.w / float32(t.Classes)
		for k := range t.Classes {
			x := l.x + step*(float32(k)+0.5)
			m.disc(x-7, l.y+6, 5, corner(k), 0, g.theme.class(k, t.Classes))
			g.labels.draw(screen, strconv.Itoa(k), x+3, l.y+6, 11, 0, "400", g.theme.muted)
		}
		m.draw(screen, white)
		return
	}
	const pieces = 32
	for k := range pieces {
		a, b := float32(k)/pieces, float32(k+1)/pieces
		ca, cb := g.theme.scale(2*a-1), g.theme.scale(2*b-1)
		i := m.vertex(l.x+30+a*(l.w-60), l.y+2, ca)
		m.vertex(l.x+30+b*(l.w-60), l.y+2, cb)
		m.vertex(l.x+30+b*(l.w-60), l.y+10, cb)
		m.vertex(l.x+30+a*(l.w-60), l.y+10, ca)
		m.indices = append(m.indices, i, i+1, i+2, i, i+2, i+3)
	}
	m.draw(screen, white)
	lo, hi := float32(-1), float32(1)
	if t.Layers[len(t.Layers)-1].Activation == "sigmoid" {
		lo = 0
	}
	g.labels.draw(screen, number(lo), l.x+24, l.y+6, 11, 1, "400", g.theme.muted)
	g.labels.draw(screen, number(hi), l.x+l.w-24, l.y+6, 11, 0, "400", g.theme.muted)
}
