package main

import (
	"unsafe"

	"github.com/hajimehoshi/ebiten/v2"
)

// An easel draws drawings: their pictures lie in one image, packed row by row,
// that is written in one call.
type easel struct {
	drawing drawing
	img     *ebiten.Image
	pixels  []pixel
	width   int
	height  int
	under   mesh
	over    mesh
	rough   mesh // pictures of cells with hard edges
	smooth  mesh // pictures whose cells blend
	streams streams
}

// easelWidth is the width of the image that holds the pictures, in pixels.
const easelWidth = 1024

// set takes in a drawing.
func (e *easel) set(d drawing, scale float32) {
	e.drawing = d
	e.under.reset(scale)
	e.over.reset(scale)
	e.rough.reset(scale)
	e.smooth.reset(scale)
	e.streams.set(d.streams, scale)
	for i := range d.under {
		e.under.shape(&d.under[i])
	}
	for i := range d.over {
		e.over.shape(&d.over[i])
	}
	e.paint()
}

// shape adds a shape to a mesh.
func (m *mesh) shape(s *shape) {
	switch {
	case s.line != nil:
		m.ribbon(s.line, s.size, s.color)
	case s.box.w == 0:
		corners := s.corners
		if corners == 0 {
			corners = 14
		}
		m.disc(s.box.x, s.box.y, s.size, corners, s.color)
	case s.filled:
		m.fill(s.box, s.round, s.color)
	default:
		m.outline(s.box, s.round, s.size, s.color)
	}
}

// paint packs the pictures into the image, with a gap of a pixel between them.
func (e *easel) paint() {
	type place struct{ x, y int }
	places := make([]place, len(e.drawing.pictures))
	x, y, tall := 0, 0, 0
	for i, p := range e.drawing.pictures {
		if x+p.cols > easelWidth {
			x, y, tall = 0, y+tall+1, 0
		}
		places[i] = place{x, y}
		x += p.cols + 1
		tall = max(tall, p.rows)
	}
	if height := y + tall; height > e.height || e.img == nil {
		if e.img != nil {
			e.img.Deallocate()
		}
		e.width, e.height = easelWidth, max(64, (height+63)/64*64)
		e.img = ebiten.NewImageWithOptions(imageBounds(e.width, e.height), &ebiten.NewImageOptions{Unmanaged: true})
		e.pixels = make([]pixel, e.width*e.height)
	}
	for i, p := range e.drawing.pictures {
		at := places[i]
		if p.cols > easelWidth || p.rows*p.cols > len(p.levels) || p.table == nil {
			continue
		}
		for row := range p.rows {
			out := e.pixels[(at.y+row)*e.width+at.x:][:p.cols]
			for col, level := range p.levels[row*p.cols:][:p.cols] {
				out[col] = p.table[level]
			}
		}
		m := &e.rough
		inset := float32(0)
		if p.smooth {
			m, inset = &e.smooth, 0.5
		}
		m.quad(p.box, rect{float32(at.x) + inset, float32(at.y) + inset, float32(p.cols) - 2*inset, float32(p.rows) - 2*inset})
	}
	if len(e.drawing.pictures) > 0 {
		e.img.WritePixels(unsafe.Slice((*byte)(unsafe.Pointer(unsafe.SliceData(e.pixels))), 4*len(e.pixels)))
	}
}

// quad draws a part of an image over a rectangle.
func (m *mesh) quad(to, from rect) {
	first := uint32(len(m.vertices))
	for _, c := range [4][2]float32{{0, 0}, {1, 0}, {0, 1}, {1, 1}} {
		m.vertices = append(m.vertices, ebiten.Vertex{
			DstX: (to.x + c[0]*to.w) * m.scale, DstY: (to.y + c[1]*to.h) * m.scale,
			SrcX: from.x + c[0]*from.w, SrcY: from.y + c[1]*from.h,
			ColorR: 1, ColorG: 1, ColorB: 1, ColorA: 1,
		})
	}
	m.indices = append(m.indices, first, first+1, first+2, first+1, first+3, first+2)
}

// draw draws all on the screen, and what runs when it is its turn.
func (e *easel) draw(screen *ebiten.Image, labels *labeler, run func()) {
	e.under.draw(screen, white)
	run()
	if e.img != nil {
		e.rough.drawCells(screen, e.img)
		e.smooth.draw(screen, e.img)
	}
	e.over.draw(screen, white)
	for _, t := range e.drawing.labels {
		weight := "400"
		if t.strong {
			weight = "600"
		}
		labels.draw(screen, t.words, t.x, t.y, t.size, t.align, weight, t.color)
	}
}

// drawCells draws a textured mesh so that pixels stay squares.
func (m *mesh) drawCells(dst, src *ebiten.Image) {
	if len(m.indices) > 0 {
		dst.DrawTriangles32(m.vertices, m.indices, src, &ebiten.DrawTrianglesOptions{DisableMipmaps: true, Filter: ebiten.FilterNearest})
	}
}
