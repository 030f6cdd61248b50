package main

import (
	"syscall/js"

	"nnplay/wasm/paper"
)

// update follows the pointer.
func (g *game) update() error {
	if g.gone {
		return nil
	}
	d := &g.easel.drawing
	over := paper.Nowhere
	if g.pointer.over {
		over = d.PickAt(g.pointer.x, g.pointer.y)
	}
	if over.Spot < 0 {
		over = g.chosen
	}
	if over.Spot < 0 {
		over = g.carded.Pick
	}
	if over == g.picked {
		return nil
	}
	g.repaint = g.repaint || g.pointed(over) != g.pointed(g.picked)
	g.picked, g.redraw = over, true
	m := g.details("hover", over)
	g.tell(m)
	if s := d.SpotOf(over); s != nil && s.Live { // it need not be clicked, but for its card
		m["type"] = "pick"
		g.tell(m)
	}
	return nil
}

// follows tells whether the figure follows a finger that begins at a place: it
// draws along there, and elsewhere scrolls the page.
func (g *game) follows(x, y float32) bool {
	s := g.easel.drawing.SpotOf(g.easel.drawing.PickAt(x, y))
	return s != nil && s.Live
}

// pointed returns what the figure shows of a pick, or what that would choose. Where a
// place is read it goes on to show what there is a card of.
func (g *game) pointed(p paper.Pick) string {
	s := g.easel.drawing.SpotOf(p)
	switch {
	case s == nil:
		return ""
	case s.Aim != nil && g.carded.Spot >= 0 && g.carded.Pick != p:
		return g.pointed(g.carded.Pick)
	case s.Shows != nil:
		return s.Shows(p.Row, p.Col)
	case s.Action != "":
		return s.Value
	}
	return ""
}

// click chooses what is under the pointer. Of a spot that a crosshair reads, it pins
// the place and notes where the keyboard is to go on. Where the network is no longer
// the one that is drawn, it is done when the present one is.
func (g *game) click() {
	if g.late = g.gone; g.late {
		return
	}
	d := &g.easel.drawing
	g.chosen, g.redraw = d.PickAt(g.pointer.x, g.pointer.y), true
	if s := d.SpotOf(g.chosen); s != nil && s.Aim != nil {
		g.aim = g.chosen
		g.aim.Row, g.aim.Col = s.Aim(g.pointer.x, g.pointer.y)
		g.chosen = paper.Nowhere
		if !g.editing { // else it only closes the editor
			g.askPin(s, g.pointer.x, g.pointer.y)
		}
	}
	g.tell(g.withCard(g.choose(), g.chosen))
}

// choose shows what the spot that was chosen turns to, and returns what it is for.
func (g *game) choose() map[string]any {
	p := g.chosen
	if s := g.easel.drawing.SpotOf(p); s != nil && s.Turn != nil {
		s.Turn(g.view, p.Row, p.Col)
		g.repaint, g.redraw = true, true
	}
	return g.details("pick", p)
}

// key moves among the spots and their cells as a key wants and returns what is in
// focus then; Enter does what the spot is for, and pins the place under the crosshair.
// What can be edited is, and of a number there is a card: the page does that.
func (g *game) key(key string) any {
	if g.gone || g.figure() == nil {
		return nil
	}
	d := &g.easel.drawing
	g.pointer.over = false
	before := g.chosen
	g.chosen = d.Moved(before, key)
	if s := d.SpotOf(g.chosen); s != nil && s.Aim != nil {
		if before.Spot != g.chosen.Spot && g.aim.Spot >= 0 { // it stands where it stood
			g.chosen.Row, g.chosen.Col = g.aim.Row, g.aim.Col
		}
		g.aim = g.chosen
	}
	if key == "Enter" && g.part(g.chosen).Parameter == "" {
		g.tell(g.choose())
		if s := d.SpotOf(g.chosen); s != nil {
			r := s.CellBox(g.chosen.Row, g.chosen.Col)
			g.askPin(s, r.X, r.Y)
		}
	}
	return js.ValueOf(g.withCard(g.details("focus", g.chosen), g.chosen))
}

// blur takes the focus away.
func (g *game) blur() { g.chosen, g.editing = paper.Nowhere, false }

// edit says whether the page edits what is chosen: then it hears of it with each
// snapshot, until it is gone.
func (g *game) edit(editing bool) { g.editing = editing }

// tellEdited tells how what is edited stands now.
func (g *game) tellEdited() {
	if !g.editing {
		return
	}
	if g.easel.drawing.SpotOf(g.chosen) == nil {
		g.editing = false
	}
	g.tell(g.details("edited", g.chosen))
}
