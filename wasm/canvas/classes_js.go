package main

import (
	"unsafe"

	"github.com/hajimehoshi/ebiten/v2"

	"nnplay/wasm/paper"
)

// A classPicture gives each sample of the domain the color of its likeliest
// class, the paler the less sure.
type classPicture struct {
	img    *ebiten.Image
	pixels []paper.Pixel
	mesh   mesh
}

func (p *classPicture) paint(s *scene, t *paper.Theme, panel paper.Rectangle) {
	heat := s.Tensors["output/heat"]
	if _, side := s.heat("output", 0); side > 0 {
		p.resize(side)
		classes := heat.Shape[0]
		var tables [len(paper.ClassColors)]*[256]paper.Pixel
		for k := range tables {
			tables[k] = t.ClassTable(k)
		}
		for i := range p.pixels {
			class, sure := likeliest(heat.U8, classes, i)
			if s.Topology.Discretize {
				sure = 1
			}
			p.pixels[i] = tables[class%len(tables)][int(40+215*sure)]
		}
		p.img.WritePixels(unsafe.Slice((*byte)(unsafe.Pointer(unsafe.SliceData(p.pixels))), 4*len(p.pixels)))
		p.mesh.cut(panel, panelCorners, paper.Rect(0.5, 0.5, float32(side)-1, float32(side)-1))
	}
}

func (p *classPicture) resize(side int) {
	if len(p.pixels) == side*side {
		return
	}
	if p.img != nil {
		p.img.Deallocate()
	}
	p.pixels = make([]paper.Pixel, side*side)
	p.img = ebiten.NewImageWithOptions(imageBounds(side, side), &ebiten.NewImageOptions{Unmanaged: true})
}

func (p *classPicture) draw(dst *ebiten.Image, b *brush) { b.drawSmooth(dst, &p.mesh, p.img) }
