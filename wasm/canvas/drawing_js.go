package main

import (
	"math"
	"unsafe"

	"github.com/hajimehoshi/ebiten/v2"

	"nnplay/wasm/paper"
)

// An easel draws drawings: their pictures lie in one image, packed row by row,
// that is written in one call.
type easel struct {
	drawing paper.Drawing
	img     *ebiten.Image
	pixels  []paper.Pixel
	width   int
	height  int
	under   mesh // with pictures of cells with hard edges
	smooth  mesh // pictures whose cells blend
	streams streams
	over    mesh
	texts   mesh
	edition int // of the image that the texts are in
}

// easelMost is the largest width of the image that holds the pictures, in pixels.
const easelMost = 1024

// widthFor returns a width of an image that is filled well by pictures in rows.
func widthFor(pictures []paper.Picture) int {
	area, widest := 0, 0
	for _, p := range pictures {
		if p.Cols <= easelMost {
			area += (p.Cols + 1) * (p.Rows + 1)
			widest = max(widest, p.Cols)
		}
	}
	return min(max((widest+63)/64, int(math.Sqrt(float64(area))*1.2/64), 1)*64, easelMost)
}

// set takes in a drawing, to be drawn on a surface.
func (e *easel) set(d paper.Drawing, scale float32, whole paper.Rectangle, surface paper.Color) {
	e.drawing = d
	e.under.reset(scale)
	e.smooth.reset(scale)
	e.streams.set(d.Streams, scale)
	e.over.reset(scale)
	e.under.rectangle(whole, surface, 0, 0, 0, 0, 1, kindRibbon)
	for i := range d.Under {
		e.under.shape(&d.Under[i])
	}
	for i := range d.Over {
		e.over.shape(&d.Over[i])
	}
	e.paint()
	e.edition = 0 // texts are taken in when they are drawn
}

// shape adds a shape to a mesh.
func (m *mesh) shape(s *paper.Shape) {
	switch {
	case s.Line != nil:
		m.ribbon(s.Line, s.Size, s.Color)
	case s.Box.W == 0:
		m.disc(s.Box.X, s.Box.Y, s.Size, s.Corners, s.Color)
	case s.Filled:
		m.fill(s.Box, s.Round, s.Color)
	default:
		m.outline(s.Box, s.Round, s.Size, s.Color)
	}
}

// paint packs the pictures into the image, with a gap of a pixel between them.
func (e *easel) paint() {
	type place struct{ x, y int }
	places := make([]place, len(e.drawing.Pictures))
	width := widthFor(e.drawing.Pictures)
	x, y, tall := 0, 0, 0
	for i, p := range e.drawing.Pictures {
		if x+p.Cols > width {
			x, y, tall = 0, y+tall+1, 0
		}
		places[i] = place{x, y}
		x += p.Cols + 1
		tall = max(tall, p.Rows)
	}
	if height := y + tall; width != e.width || height > e.height || height < e.height/2-64 {
		if e.img != nil {
			e.img.Deallocate()
		}
		e.width, e.height = width, max(16, (height+15)/16*16)
		e.img = ebiten.NewImageWithOptions(imageBounds(e.width, e.height), &ebiten.NewImageOptions{Unmanaged: true})
		e.pixels = make([]paper.Pixel, e.width*e.height)
	}
	for i, p := range e.drawing.Pictures {
		at := places[i]
		if p.Cols > width || p.Rows*p.Cols > len(p.Levels) || p.Table == nil {
			continue
		}
		for row := range p.Rows {
			out := e.pixels[(at.y+row)*e.width+at.x:][:p.Cols]
			for col, level := range p.Levels[row*p.Cols:][:p.Cols] {
				out[col] = p.Table[level]
			}
		}
		from := paper.Rect(float32(at.x), float32(at.y), float32(p.Cols), float32(p.Rows))
		if p.Smooth {
			e.smooth.cut(p.Box, 0, from.Grown(-0.5))
			continue
		}
		e.under.rectangle(p.Box, paper.Color{A: 1}, from.X, from.Y, from.X+from.W, from.Y+from.H, 0, kindCells)
	}
	if len(e.drawing.Pictures) > 0 {
		e.img.WritePixels(unsafe.Slice((*byte)(unsafe.Pointer(unsafe.SliceData(e.pixels))), 4*len(e.pixels)))
	}
}

// draw draws all on the screen, with marks of streams so far on their way.
func (e *easel) draw(screen *ebiten.Image, brush *brush, labels *labeler, amount, phase float32) {
	brush.draw(screen, &e.under, e.img)
	e.streams.draw(screen, amount, phase)
	brush.drawSmooth(screen, &e.smooth, e.img)
	brush.draw(screen, &e.over, nil)
	if e.edition != labels.edition {
		e.letter(labels)
	}
	brush.draw(screen, &e.texts, labels.img)
}

// letter takes in the drawing's texts.
func (e *easel) letter(labels *labeler) {
	labels.compose(&e.texts, func() {
		for i := range e.drawing.Labels {
			t := &e.drawing.Labels[i]
			weight := "400"
			if t.Strong {
				weight = "600"
			}
			labels.write(&e.texts, t.Words, t.X, t.Y, t.Size, t.Align, weight, t.Color)
		}
	})
	e.edition = labels.edition
}
