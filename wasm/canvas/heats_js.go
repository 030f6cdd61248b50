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
	shown []paper.Heat // of which the mesh is
	mesh  mesh
}

// set takes in heat maps. Where only levels have changed, the mesh stays.
func (h *heats) set(all []paper.Heat, scale float32) {
	if len(all) == 0 {
		h.shown = nil
		h.mesh.reset(scale)
		return
	}
	before, same := len(h.bytes), h.mesh.scale == scale && slices.EqualFunc(all, h.shown, alike)
	h.bytes = h.bytes[:0]
	if !same {
		h.shown = append(h.shown[:0], all...)
		h.mesh.reset(scale)
	}
	for i := range all {
		if !same {
			h.mesh.heat(&all[i], len(h.bytes))
		}
		h.bytes = append(h.bytes, all[i].Levels...)
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

// alike tells whether two heat maps differ in their levels alone.
func alike(a, b paper.Heat) bool {
	return a.Box == b.Box && a.Round == b.Round && a.Side == b.Side && len(a.Levels) == len(b.Levels) && a.Scale == b.Scale && a.End == b.End
}

// heat adds a heat map whose levels begin at one of the image.
func (m *mesh) heat(h *paper.Heat, first int) {
	r := h.Box
	kind := float32(h.Scale) + 4*float32(h.Side)
	m.fan(r, h.Round, func(x, y float32) uint32 {
		return m.vertex(x, y, h.End, (x-r.X)/r.W, (y-r.Y)/r.H, float32(first), kind)
	})
}
