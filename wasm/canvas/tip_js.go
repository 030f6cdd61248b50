package main

import (
	"github.com/hajimehoshi/ebiten/v2"

	"nnplay/wasm/paper"
)

// A tip is a text that changes often; it is read a few times a second.
type tip struct {
	of    target
	at    float64 // when it was made, ms
	name  string
	lines []string
}

// tipPause is how long a tip's numbers stay, in ms.
const tipPause = 150

// readTip returns the tip of what is shown.
func (g *game) readTip() (name string, lines []string) {
	if t := now(); g.tip.of != g.hovered || t-g.tip.at > tipPause {
		g.tip = tip{of: g.hovered, at: t}
		g.tip.name, g.tip.lines = g.scene.tip(g.words, g.hovered)
	}
	return g.tip.name, g.tip.lines
}

// drawTip draws the name and the number of what is under the pointer, in a
// small box beside it.
func (g *game) drawTip(screen *ebiten.Image) {
	if g.editing && g.hovered == g.focus {
		return // the editor says it all
	}
	x, y := g.pointer.x, g.pointer.y
	if !g.pointing() {
		switch {
		case !g.scene.has(g.hovered):
			return
		case g.hovered.kind == "output":
			x, y = g.aim.at(g.layout.panel)
			g.drawCrosshair(screen, x, y)
		default:
			r := g.layout.around(g.hovered)
			x, y = r.X+r.W-8, r.Y+r.H-8
		}
	}
	name, lines := g.readTip()
	if g.hovered.kind == "output" {
		name = g.readPanel(x, y)
	}
	g.drawTipBox(screen, x, y, name, lines)
}

// readPanel returns what the panel shows at a point of it.
func (g *game) readPanel(x, y float32) string {
	d, panel := g.scene.Topology.Domain, g.layout.panel
	warped, warping := g.warpedAxes()
	if warping {
		d = warped
	}
	px := d[0] + (x-panel.X)/panel.W*(d[1]-d[0])
	py := d[3] - (y-panel.Y)/panel.H*(d[3]-d[2])
	if warping {
		return "(" + paper.Number(px, 2) + ", " + paper.Number(py, 2) + ")"
	}
	return g.scene.reading(px, py)
}

// drawCrosshair draws two lines through a point of the panel, and a ring.
func (g *game) drawCrosshair(screen *ebiten.Image, x, y float32) {
	var m mesh
	m.reset(g.scale)
	p := g.layout.panel
	for _, stroke := range []struct {
		width float32
		color paper.Color
	}{{3, g.theme.Surface.Alpha(0.7)}, {1, g.theme.Ink}} {
		m.ribbon([][2]float32{{p.X, y}, {p.X + p.W, y}}, stroke.width, stroke.color)
		m.ribbon([][2]float32{{x, p.Y}, {x, p.Y + p.H}}, stroke.width, stroke.color)
	}
	m.disc(x, y, 5, 0, g.theme.Ink)
	m.disc(x, y, 3, 0, g.theme.Surface)
	g.brush.draw(screen, &m, nil)
}

// drawTipBox draws a name and lines below it in a small box beside a point.
func (g *game) drawTipBox(screen *ebiten.Image, x, y float32, name string, lines []string) {
	if name == "" {
		return
	}
	all := append([]string{name}, lines...)
	const pad, row, size = 10, 18, 12
	w, h := float32(0), float32(12)
	for _, line := range all {
		w = max(w, g.labels.width(line, size, "500"))
		h += row
	}
	box := paper.Rect(x+16, y+18, w+2*pad, h)
	if box.X+box.W > g.width-4 {
		box.X = x - 12 - box.W
	}
	box.X = paper.Clamp(box.X, 4, max(4, g.width-4-box.W))
	if box.Y+box.H > g.height-g.bottom-4 {
		box.Y = max(4, y-12-box.H)
	}
	var m mesh
	m.reset(g.scale)
	m.outline(box.Grown(1), 9, 3, g.theme.Ink.Alpha(0.08))
	m.fill(box, 8, g.theme.Surface)
	m.outline(box, 8, 1, g.theme.Line)
	g.brush.draw(screen, &m, nil)
	g.labels.compose(&m, func() {
		y := box.Y + 6 + row/2
		for k, line := range all {
			c := g.theme.Ink
			if k == 0 && len(lines) > 0 {
				c = g.theme.Muted
			}
			g.labels.write(&m, line, box.X+pad, y, size, 0, "500", c)
			y += row
		}
	})
	g.brush.draw(screen, &m, g.labels.img)
}
