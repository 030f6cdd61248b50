package main

import (
	"strings"
	"syscall/js"

	"nnplay/wasm/paper"
)

// target returns what is to be shown: what is under the pointer, or else in
// focus.
func (g *game) target() target {
	if g.pointer.over {
		if t := g.layout.hit(g.pointer.x, g.pointer.y, g.linkWidth); t.kind != "" {
			return t
		}
	}
	if g.scene.has(g.focus) {
		return g.focus
	}
	return target{}
}

// pointing reports whether what is shown is so because of the pointer.
func (g *game) pointing() bool {
	return g.pointer.over && g.layout.hit(g.pointer.x, g.pointer.y, g.linkWidth) == g.hovered
}

// click chooses what is under the pointer.
func (g *game) click() {
	if g.scene.figure() != nil {
		g.clickFigure()
		return
	}
	if !g.scene.ready() || g.stale {
		return
	}
	t := g.layout.hit(g.pointer.x, g.pointer.y, g.linkWidth)
	if !g.scene.has(t) {
		t = target{}
	}
	if t.kind == "output" { // read where the pointer is; the keyboard goes on from there
		g.aim, t = crosshairAt(g.layout.panel, g.pointer.x, g.pointer.y), target{}
	}
	g.focus = t
	g.redraw = true
	g.tell(g.details("select", t))
}

// key moves the focus as a key wants and returns what is in focus then.
func (g *game) key(key string) any {
	if g.scene.figure() != nil {
		return g.keyFigure(key)
	}
	if !g.scene.ready() || g.stale {
		return nil
	}
	if !g.scene.has(g.focus) {
		g.focus = target{}
	}
	g.pointer.over = false
	out := true
	if g.focus.kind == "output" {
		g.aim, out = g.aim.moved(key)
	}
	if out || key == "Home" || key == "End" {
		g.focus = g.focus.moved(key, g.scene.units())
	}
	return js.ValueOf(g.details("focus", g.focus))
}

// blur takes the focus away.
func (g *game) blur() { g.focus, g.chosen, g.editing = target{}, paper.Nowhere, false }

// edit says whether the page edits what is in focus: then it hears of it with
// each snapshot, until it is gone.
func (g *game) edit(editing bool) { g.editing = editing }

// tellFocus tells how what is edited stands now.
func (g *game) tellFocus() {
	if !g.scene.has(g.focus) {
		g.focus = target{}
	}
	if !g.editing {
		return
	}
	if g.focus.kind == "" {
		g.editing = false
	}
	g.tell(g.details("edited", g.focus))
}

// tellHovered tells the page what is shown.
func (g *game) tellHovered() { g.tell(g.details("hover", g.hovered)) }

// details tells all about a target: where it is, what it is called, and its
// parameter.
func (g *game) details(event string, t target) map[string]any {
	m := map[string]any{"type": event, "kind": t.kind}
	if !g.scene.has(t) {
		return m
	}
	if t.kind == "output" {
		x, y := g.aim.at(g.layout.panel)
		m["name"], m["text"], m["x"], m["y"] = g.readPanel(x, y), "", x, y
		return m
	}
	name, lines := g.scene.tip(g.words, t)
	m["name"], m["text"] = name, strings.Join(lines, "; ")
	m["layer"], m["unit"] = g.scene.layer(t.column), t.index
	if t.kind == "link" {
		m["layer"], m["from"], m["unit"] = g.scene.layer(t.column+1), t.index, t.to
	} else if t.column > 0 {
		m["formula"] = g.scene.formula(t.column)
	}
	r := g.layout.around(t)
	m["x"], m["y"], m["width"], m["height"] = r.X, r.Y, r.W, r.H
	e := g.scene.element(t)
	if e.parameter == "" {
		return m
	}
	m["parameter"], m["index"], m["value"], m["frozen"], m["removed"] = e.parameter, e.index, e.value, e.frozen, e.removed
	m["gradient"], m["gradientText"] = nil, "–"
	if e.hasGradient {
		m["gradient"], m["gradientText"] = e.gradient, paper.Gradient(e.gradient)
	}
	if t.kind == "link" {
		m["weight"], m["alive"] = e.value, !e.removed
	} else {
		m["bias"] = e.value
	}
	return m
}

// tellLayout tells where the hidden layers are, for the page's buttons.
func (g *game) tellLayout() {
	columns := g.layout.columns
	var hidden []any
	for c := 1; c+1 < len(columns); c++ {
		first, last := columns[c][0], columns[c][len(columns[c])-1]
		hidden = append(hidden, map[string]any{"x": first.X, "top": first.Y, "bottom": last.Y + last.H, "width": first.W, "units": len(columns[c])})
	}
	first := columns[0][0]
	right := g.layout.panel.X
	if g.layout.stacked {
		right = g.width
	}
	g.tell(map[string]any{
		"type": "layout", "hidden": hidden, "spacing": g.layout.spacing, "left": first.X, "right": right,
		"stacked": g.layout.stacked, "panel": map[string]any{"x": g.layout.panel.X, "y": g.layout.panel.Y, "width": g.layout.panel.W, "height": g.layout.panel.H},
	})
}
