package main

import (
	"slices"
	"strconv"
	"strings"
	"syscall/js"

	"github.com/hajimehoshi/ebiten/v2"

	"nnplay/wasm/paper"
)

// updateFigure follows the pointer over a figure.
func (g *game) updateFigure() {
	over := paper.Nowhere
	if g.pointer.over {
		over = g.easel.drawing.PickAt(g.pointer.x, g.pointer.y)
	}
	if over.Spot < 0 {
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
func (g *game) followLive(p paper.Pick) {
	if s := g.easel.drawing.SpotOf(p); s != nil && s.Live {
		g.tell(g.pickDetails("pick", p))
	}
}

// follows tells whether the figure follows a finger that begins at a place: it
// draws along there, and elsewhere scrolls the page.
func (g *game) follows(x, y float32) bool {
	s := g.easel.drawing.SpotOf(g.easel.drawing.PickAt(x, y))
	return g.scene.figure() != nil && s != nil && s.Live
}

// pointed returns what a pick would choose.
func (g *game) pointed(p paper.Pick) string {
	s := g.easel.drawing.SpotOf(p)
	switch {
	case s == nil:
		return ""
	case s.Shows != nil:
		return s.Shows(p.Row, p.Col)
	case s.Action != "":
		return s.Value
	}
	return ""
}

// drawFigure draws what an architecture shows in place of a network of points.
func (g *game) drawFigure(screen *ebiten.Image, f *paper.Figure) {
	flowed := g.flow.advance()
	calm := g.flow.calm
	g.motion.follow(&g.scene.Scene)
	share := g.motion.share(calm)
	g.repaint = g.repaint || share != g.share
	g.share = share
	amount, phase, run := g.motion.marks(&g.flow, calm)
	streams := len(g.easel.drawing.Streams) > 0
	g.moving = share < 1 || run && streams
	flowing := streams && (flowed || g.moving || amount != g.amount)
	g.amount = amount
	if !g.redraw && !g.stale && !g.restage && !g.repaint && !flowing {
		return
	}
	if g.stale || g.restage || g.repaint {
		stale := g.stale
		g.stale, g.restage, g.repaint = false, false, false
		k := paper.Kit{
			Scene: &g.scene.Scene, Theme: g.theme, Words: g.words, Pointed: g.pointed(g.picked), Share: share, View: g.view,
			Free:    paper.Rect(margin, margin, g.width-2*margin, g.height-g.bottom-2*margin), // no tools stand above it
			Measure: func(words string, size float32) float32 { return g.labels.width(words, size, "400") },
		}
		g.easel.set(f.Draw(&k), g.scale, paper.Rect(0, 0, g.width, g.height), g.theme.Surface)
		g.tellGrips(g.easel.drawing.Grips())
		if stale {
			g.tell(map[string]any{"type": "layout", "hidden": []any{}, "spacing": 0, "left": 0, "right": g.width, "stacked": false})
		}
	}
	g.redraw = false
	g.easel.draw(screen, &g.brush, &g.labels, amount, phase)
	if s := g.easel.drawing.SpotOf(g.picked); s != nil {
		var m mesh
		m.reset(g.scale)
		cell := s.CellBox(g.picked.Row, g.picked.Col)
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
		if s.Tip != nil {
			name, lines := s.Tip(g.picked.Row, g.picked.Col)
			g.drawTipBox(screen, cell.X+cell.W, cell.Y+cell.H, name, lines)
		}
	}
}

// tellGrips tells where a finger drags on the drawing instead of scrolling the
// page, when that has changed.
func (g *game) tellGrips(boxes []paper.Rectangle) {
	if slices.Equal(boxes, g.grips) {
		return
	}
	g.grips = boxes
	list := []any{}
	for _, r := range boxes {
		list = append(list, map[string]any{"x": r.X, "y": r.Y, "width": r.W, "height": r.H})
	}
	g.tell(map[string]any{"type": "grips", "boxes": list})
}

// clickFigure does what the spot under the pointer is for.
func (g *game) clickFigure() {
	g.chosen = g.easel.drawing.PickAt(g.pointer.x, g.pointer.y)
	g.redraw = true
	g.turn(g.chosen)
	g.tell(g.pickDetails("pick", g.chosen))
}

// turn shows what the spot of a pick turns to.
func (g *game) turn(p paper.Pick) {
	if s := g.easel.drawing.SpotOf(p); s != nil && s.Turn != nil {
		s.Turn(g.view, p.Row, p.Col)
		g.repaint, g.redraw = true, true
	}
}

// keyFigure moves among the spots and their cells as a key wants, and returns
// what is in focus then; Enter does what the spot is for.
func (g *game) keyFigure(key string) any {
	g.pointer.over = false
	g.chosen = g.easel.drawing.Moved(g.chosen, key)
	if key == "Enter" {
		g.turn(g.chosen)
		g.tell(g.pickDetails("pick", g.chosen))
	}
	return js.ValueOf(g.pickDetails("focus", g.chosen))
}

// pickDetails tells all about a pick.
func (g *game) pickDetails(event string, p paper.Pick) map[string]any {
	m := map[string]any{"type": event, "kind": "", "name": "", "text": ""}
	s := g.easel.drawing.SpotOf(p)
	if s == nil {
		return m
	}
	m["kind"] = "cell"
	if s.Tip != nil {
		name, lines := s.Tip(p.Row, p.Col)
		m["name"], m["text"] = name, strings.Join(lines, "; ")
	}
	m["action"], m["value"] = s.Action, s.Value
	if s.Action != "" && max(s.Rows, 1)*max(s.Cols, 1) > 1 {
		m["value"] = strconv.Itoa(p.Row) + "," + strconv.Itoa(p.Col)
	}
	return m
}
