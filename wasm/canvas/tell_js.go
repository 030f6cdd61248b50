package main

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"nnplay/wasm/paper"
)

// part returns what of the network a pick is.
func (g *game) part(p paper.Pick) (part paper.Part) {
	if s := g.easel.drawing.SpotOf(p); s != nil && s.Part != nil {
		part = s.Part(p.Row, p.Col)
	}
	return part
}

// details tells all about a pick: what it is called and what is said of it, where it
// is, what of the network it is, and what it is for: an action, or an element of a
// parameter that can be edited.
func (g *game) details(event string, p paper.Pick) map[string]any {
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
	r := s.CellBox(p.Row, p.Col)
	if s.Read != nil && g.pointer.over {
		m["name"] = s.Read(g.pointer.x, g.pointer.y)
		r.X, r.Y = g.pointer.x, g.pointer.y
	}
	maps.Copy(m, g.box(r))
	if s.Action != "" {
		m["action"], m["value"] = s.Action, s.Value
		if max(s.Rows, 1)*max(s.Cols, 1) > 1 {
			m["value"] = strconv.Itoa(p.Row) + "," + strconv.Itoa(p.Col)
		}
	}
	part := g.part(p)
	if part.Kind != "" {
		m["kind"] = part.Kind
	}
	if part.Layer != "" {
		m["layer"], m["tensor"], m["unit"] = part.Layer, part.Tensor, part.Unit
	}
	if part.Kind == "link" {
		m["from"] = part.From
	}
	if part.Formula != "" {
		m["formula"] = part.Formula
	}
	if part.ComesTo != nil {
		m["comesTo"] = *part.ComesTo
	}
	if e := g.scene.Element(part.Parameter, part.Index); e.Parameter != "" {
		tellElement(m, part.Kind, e)
	}
	m["off"] = g.scene.Off(&part)
	return m
}

// tellElement tells what is known of an element of a part.
func tellElement(m map[string]any, kind string, e paper.Element) {
	tellValue(m, e)
	if kind == "neuron" {
		m["bias"] = e.Value
	} else {
		m["weight"], m["alive"] = e.Value, !e.Removed
	}
}

// tellValue tells an element's value and place, its gradient and what holds it.
func tellValue(m map[string]any, e paper.Element) {
	m["parameter"], m["index"], m["value"], m["frozen"], m["removed"], m["off"] = e.Parameter, e.Index, e.Value, e.Frozen, e.Removed, e.Off
	m["gradient"], m["gradientText"] = nil, "–"
	if e.HasGradient {
		m["gradient"], m["gradientText"] = e.Gradient, paper.Gradient(e.Gradient)
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
		list = append(list, g.box(r))
	}
	g.tell(map[string]any{"type": "grips", "boxes": list})
}

// tellPlan tells where the hidden layers are, for the page's buttons.
func (g *game) tellPlan(p *paper.Plan) {
	hidden := []any{}
	for i, h := range p.Hidden {
		hidden = append(hidden, map[string]any{"x": h.X * g.zoom, "top": h.Top * g.zoom, "bottom": h.Bottom * g.zoom, "width": h.Width * g.zoom, "units": h.Units, "buttons": g.box(p.Buttons(i))})
	}
	right := p.Right
	if right == 0 {
		right = g.width
	}
	g.tell(map[string]any{
		"type": "layout", "hidden": hidden, "left": p.Left * g.zoom, "right": right * g.zoom, "stacked": p.Stacked, "beside": p.Beside, "panel": g.box(p.Panel), "sheet": p.Sheet * g.zoom, "zoom": g.zoom,
	})
}

// tellParameters tells which parameters can be shown by themselves, and which is.
func (g *game) tellParameters(f *paper.Figure) {
	list := []any{}
	if f.Parameters {
		for _, p := range g.scene.Topology.Parameters {
			list = append(list, map[string]any{"name": p.Name, "label": g.words.ParameterName(p.Name)})
		}
	}
	g.tell(map[string]any{"type": "parameters", "list": list, "shown": g.scene.Topology.Shown})
}

// box is a rectangle in the page's pixels.
func (g *game) box(r paper.Rectangle) map[string]any {
	return map[string]any{"x": r.X * g.zoom, "y": r.Y * g.zoom, "width": r.W * g.zoom, "height": r.H * g.zoom}
}
