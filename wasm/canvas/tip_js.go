package main

import "github.com/hajimehoshi/ebiten/v2"

// drawTip draws the name and the number of what is under the pointer, in a
// small box beside it.
func (g *game) drawTip(screen *ebiten.Image) {
	name, value := g.scene.tip(g.words, g.hovered)
	if g.hovered.kind == "output" {
		d, panel := g.scene.topology.Domain, g.layout.panel
		x := d[0] + (g.pointer.x-panel.x)/panel.w*(d[1]-d[0])
		y := d[3] - (g.pointer.y-panel.y)/panel.h*(d[3]-d[2])
		name, value = "", g.scene.reading(x, y)
	}
	if name == "" && value == "" {
		return
	}
	const pad, row, size = 10, 18, 12
	w, h := float32(0), float32(12)
	for _, line := range []string{name, value} {
		if line != "" {
			w = max(w, g.labels.get(line, size, "500").w)
			h += row
		}
	}
	box := rect{g.pointer.x + 16, g.pointer.y + 18, w + 2*pad, h}
	if box.x+box.w > g.width-4 {
		box.x = g.pointer.x - 12 - box.w
	}
	box.x = clamp(box.x, 4, max(4, g.width-4-box.w))
	if box.y+box.h > g.height-g.bottom-4 {
		box.y = g.pointer.y - 12 - box.h
	}
	var m mesh
	m.reset(g.scale)
	m.outline(box.grown(1), 9, 3, g.theme.ink.alpha(0.08))
	m.fill(box, 8, g.theme.surface)
	m.outline(box, 8, 1, g.theme.line)
	m.draw(screen, white)
	y := box.y + 6 + row/2
	for k, line := range []string{name, value} {
		if line == "" {
			continue
		}
		c := g.theme.ink
		if k == 0 && value != "" {
			c = g.theme.muted
		}
		g.labels.draw(screen, line, box.x+pad, y, size, 0, "500", c)
		y += row
	}
}
