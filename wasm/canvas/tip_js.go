package main

import (
	"github.com/hajimehoshi/ebiten/v2"

	"nnplay/wasm/paper"
)

// A tip is a text that changes often; it is read a few times a second.
type tip struct {
	of    paper.Pick
	at    float64 // when it was made, ms
	name  string
	lines []string
}

// tipPause is how long a tip's numbers stay while they change, in ms.
const tipPause = 150

// readTip returns the tip of what is shown.
func (g *game) readTip(s *paper.Spot) (name string, lines []string) {
	if t := now(); g.tip.of != g.picked || t-g.tip.at > tipPause || !g.moving {
		g.tip = tip{of: g.picked, at: t}
		g.tip.name, g.tip.lines = s.Tip(g.picked.Row, g.picked.Col)
	}
	return g.tip.name, g.tip.lines
}

// drawPicked draws a frame around what is asked and around what belongs to it, and
// says what it is in a small box beside it.
func (g *game) drawPicked(screen *ebiten.Image) {
	d := &g.easel.drawing
	s := d.SpotOf(g.picked)
	if s == nil {
		return
	}
	cell := s.CellBox(g.picked.Row, g.picked.Col)
	x, y := cell.X+cell.W, cell.Y+cell.H
	of := cell
	pointing := g.pointer.over && d.PickAt(g.pointer.x, g.pointer.y) == g.picked
	switch {
	case !s.Unframed:
		g.drawFrames(screen, s, cell)
	case pointing:
		x, y = g.pointer.x, g.pointer.y
		of = paper.Rect(x, y, 0, 0)
	case s.Aim != nil:
		g.drawCrosshair(screen, s.Box, x, y)
	default:
		of = paper.Rect(x-8, y-8, 0, 0)
	}
	switch {
	case g.picked == g.carded.Pick, g.editing && g.picked == g.chosen: // the card says it all, or the editor
	case s.Read != nil:
		g.drawTipBox(screen, of, s.Read(x, y), nil)
	case s.Tip != nil:
		name, lines := g.readTip(s)
		g.drawTipBox(screen, of, name, lines)
	}
}

// drawFrames draws a frame around what is asked and around what belongs to it.
func (g *game) drawFrames(screen *ebiten.Image, s *paper.Spot, cell paper.Rectangle) {
	var m mesh
	m.reset(g.scale)
	if s.Path != nil {
		m.ribbon(s.Path(g.picked.Row, g.picked.Col), 3, g.theme.Ink)
	} else {
		m.outline(cell.Grown(1), 2, 2, g.theme.Ink)
	}
	if s.Marks != nil {
		for _, mark := range s.Marks(g.picked.Row, g.picked.Col) {
			m.outline(mark.Grown(2.5), 2, 2, g.theme.Surface)
			m.outline(mark.Grown(1), 1, 2, g.theme.Ink)
		}
	}
	g.brush.draw(screen, &m, nil)
}

// drawCrosshair draws two lines through a point of a box, and a ring.
func (g *game) drawCrosshair(screen *ebiten.Image, r paper.Rectangle, x, y float32) {
	var m mesh
	m.reset(g.scale)
	for _, stroke := range []struct {
		width float32
		color paper.Color
	}{{3, g.theme.Surface.Alpha(0.7)}, {1, g.theme.Ink}} {
		m.ribbon([][2]float32{{r.X, y}, {r.X + r.W, y}}, stroke.width, stroke.color)
		m.ribbon([][2]float32{{x, r.Y}, {x, r.Y + r.H}}, stroke.width, stroke.color)
	}
	m.disc(x, y, 5, 0, g.theme.Ink)
	m.disc(x, y, 3, 0, g.theme.Surface)
	g.brush.draw(screen, &m, nil)
}

// drawTipBox draws a name and lines below it in a small box beside what they are of.
func (g *game) drawTipBox(screen *ebiten.Image, of paper.Rectangle, name string, lines []string) {
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
	plan, bottom := &g.easel.drawing.Plan, g.height-(g.bottom+g.aside.bottom)/g.zoom
	card := paper.Rect(0, bottom-g.dock/g.zoom, plan.Right, g.dock/g.zoom)
	box := plan.Tip(w+2*pad, h, of, paper.Rect(4, 4, g.width-8, bottom-8), card)
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
