package main

import (
	"slices"

	"github.com/hajimehoshi/ebiten/v2"

	"nnplay/wasm/paper"
)

// Heats are all heat maps of a drawing in one image, as they come: four levels a
// pixel, one after another. Their colors are the shader's work.
type heats struct {
	img   *ebiten.Image
	bytes []byte
	mesh  mesh
}

// set takes in heat maps.
func (h *heats) set(all []paper.Heat, scale float32) {
	h.mesh.reset(scale)
	if len(all) == 0 {
		return
	}
	before := len(h.bytes)
	h.bytes = h.bytes[:0]
	for i := range all {
		if p := &all[i]; p.Side > 0 && len(p.Levels) == p.Side*p.Side {
			h.mesh.heat(p, len(h.bytes))
			h.bytes = append(h.bytes, p.Levels...)
		}
	}
	const row = 4 * levelsWide
	rows := max((len(h.bytes)+row-1)/row, 1)
	h.bytes = slices.Grow(h.bytes, rows*row-len(h.bytes))[:rows*row]
	if h.img == nil || len(h.bytes) != before {
		if h.img != nil {
			h.img.Deallocate()
		}
		h.img = ebiten.NewImageWithOptions(imageBounds(levelsWide, rows), &ebiten.NewImageOptions{Unmanaged: true})
	}
	h.img.WritePixels(h.bytes)
}

// heat adds a heat map whose levels begin at one of the image.
func (m *mesh) heat(h *paper.Heat, first int) {
	r := h.Box
	kind := float32(h.Scale) + 4*float32(h.Side)
	m.fan(r, h.Round, func(x, y float32) uint32 {
		return m.vertex(x, y, h.End, (x-r.X)/r.W, (y-r.Y)/r.H, float32(first), kind)
	})
}
