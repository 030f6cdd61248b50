package main

import (
	"slices"
	"strconv"
	"strings"
	"syscall/js"

	"github.com/hajimehoshi/ebiten/v2"
)

// updateFigure follows the pointer over a figure.
func (g *game) updateFigure() {
	over := nowhere
	if g.pointer.over {
		over = g.easel.drawing.pickAt(g.pointer.x, g.pointer.y)
	}
	if over.spot < 0 {
		over = g.chosen
	}
	if over != g.picked {
		g.repaint = g.repaint || g.pointed(over) != g.pointed(g.picked)
		g.picked = over
		g.redraw = true
		g.tell(g.pickDetails("hover", over))
		g.followLive(over)
	}
}

// followLive chooses a spot that need not be clicked.
func (g *game) followLive(p pick) {
	if s := g.easel.drawing.spotOf(p); s != nil && s.live {
		g.tell(g.pickDetails("pick", p))
	}
}

// follows tells whether the figure follows a finger that begins at a place: it
// draws along there, and elsewhere scrolls the page.
func (g *game) follows(x, y float32) bool {
	s := g.easel.drawing.spotOf(g.easel.drawing.pickAt(x, y))
	return g.scene.figure() != nil && s != nil && s.live
}

// pointed returns what a pick would choose.
func (g *game) pointed(p pick) string {
	s := g.easel.drawing.spotOf(p)
	switch {
	case s == nil:
		return ""
	case s.shows != nil:
		return s.shows(p.row, p.col)
	case s.action != "":
		return s.value
	}
	return ""
}

// drawFigure draws what an architecture shows in place of a network of points.
func (g *game) drawFigure(screen *ebiten.Image, f figure) {
	flowed := g.flow.advance()
	calm := g.flow.calm
	g.motion.follow(&g.scene)
	share := g.motion.share(calm)
	g.repaint = g.repaint || share != g.share
	g.share = share
	amount, phase, run := g.motion.marks(&g.flow, calm)
	streams := len(g.easel.drawing.streams) > 0
	g.moving = share < 1 || run && streams
	flowing := streams && (flowed || g.moving || amount != g.amount)
	g.amount = amount
	if !g.redraw && !g.stale && !g.restage && !g.repaint && !flowing {
		return
	}
	if g.stale || g.restage || g.repaint {
		stale := g.stale
		g.stale, g.restage, g.repaint = false, false, false
		k := kit{
			scene: &g.scene, theme: g.theme, words: g.words, pointed: g.pointed(g.picked), share: share, view: g.view,
			free:    rect{margin, margin, g.width - 2*margin, g.height - g.bottom - 2*margin}, // no tools stand above it
			measure: func(words string, size float32) float32 { return g.labels.width(words, size, "400") },
		}
		g.easel.set(f(&k), g.scale, rect{0, 0, g.width, g.height}, g.theme.surface)
		g.tellGrips(g.easel.drawing.grips())
		if stale {
			g.tell(map[string]any{"type": "layout", "hidden": []any{}, "spacing": 0, "left": 0, "right": g.width, "stacked": false})
		}
	}
	g.redraw = false
	g.easel.draw(screen, &g.brush, &g.labels, amount, phase)
	if s := g.easel.drawing.spotOf(g.picked); s != nil {
		var m mesh
		m.reset(g.scale)
		cell := s.cellBox(g.picked.row, g.picked.col)
		if s.path != nil {
			m.ribbon(s.path(g.picked.row, g.picked.col), 3, g.theme.ink)
		} else {
			m.outline(cell.grown(1), 2, 2, g.theme.ink)
		}
		if s.marks != nil {
			for _, mark := range s.marks(g.picked.row, g.picked.col) {
				m.outline(mark.grown(2.5), 2, 2, g.theme.surface)
				m.outline(mark.grown(1), 1, 2, g.theme.ink)
			}
		}
		g.brush.draw(screen, &m, nil)
		if s.tip != nil {
			name, lines := s.tip(g.picked.row, g.picked.col)
			g.drawTipBox(screen, cell.x+cell.w, cell.y+cell.h, name, lines)
		}
	}
}

// tellGrips tells where a finger drags on the drawing instead of scrolling the
// page, when that has changed.
func (g *game) tellGrips(boxes []rect) {
	if slices.Equal(boxes, g.grips) {
		return
	}
	g.grips = boxes
	list := []any{}
	for _, r := range boxes {
		list = append(list, map[string]any{"x": r.x, "y": r.y, "width": r.w, "height": r.h})
	}
	g.tell(map[string]any{"type": "grips", "boxes": list})
}

// clickFigure does what the spot under the pointer is for.
func (g *game) clickFigure() {
	g.chosen = g.easel.drawing.pickAt(g.pointer.x, g.pointer.y)
	g.redraw = true
	g.turn(g.chosen)
	g.tell(g.pickDetails("pick", g.chosen))
}

// turn shows what the spot of a pick turns to.
func (g *game) turn(p pick) {
	if s := g.easel.drawing.spotOf(p); s != nil && s.turn != nil {
		s.turn(g.view, p.row, p.col)
		g.repaint, g.redraw = true, true
	}
}

// keyFigure moves among the spots and their cells as a key wants, and returns
// what is in focus then; Enter does what the spot is for.
func (g *game) keyFigure(key string) any {
	g.pointer.over = false
	g.chosen = g.easel.drawing.moved(g.chosen, key)
	if key == "Enter" {
		g.turn(g.chosen)
		g.tell(g.pickDetails("pick", g.chosen))
	}
	return js.ValueOf(g.pickDetails("focus", g.chosen))
}

// pickDetails tells all about a pick.
func (g *game) pickDetails(event string, p pick) map[string]any {
	m := map[string]any{"type": event, "kind": "", "name": "", "text": ""}
	s := g.easel.drawing.spotOf(p)
	if s == nil {
		return m
	}
	m["kind"] = "cell"
	if s.tip != nil {
		name, lines := s.tip(p.row, p.col)
		m["name"], m["text"] = name, strings.Join(lines, "; ")
	}
	m["action"], m["value"] = s.action, s.value
	if s.action != "" && max(s.rows, 1)*max(s.cols, 1) > 1 {
		m["value"] = strconv.Itoa(p.row) + "," + strconv.Itoa(p.col)
	}
	return m
}
