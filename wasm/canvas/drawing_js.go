package main

import (
	"math"
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
func widthFor(pictures []picture) int {
	area, widest := 0, 0
	for _, p := range pictures {
		if p.cols <= easelMost {
			area += (p.cols + 1) * (p.rows + 1)
			widest = max(widest, p.cols)
		}
	}
	return min(max((widest+63)/64, int(math.Sqrt(float64(area))*1.2/64), 1)*64, easelMost)
}

// set takes in a drawing, to be drawn on a surface.
func (e *easel) set(d drawing, scale float32, whole rect, surface color) {
	e.drawing = d
	e.under.reset(scale)
	e.smooth.reset(scale)
	e.streams.set(d.streams, scale)
	e.over.reset(scale)
	e.under.rectangle(whole, surface, 0, 0, 0, 0, 1, kindRibbon)
	for i := range d.under {
		e.under.shape(&d.under[i])
	}
	for i := range d.over {
		e.over.shape(&d.over[i])
	}
	e.paint()
	e.edition = 0 // texts are taken in when they are drawn
}

// shape adds a shape to a mesh.
func (m *mesh) shape(s *shape) {
	switch {
	case s.line != nil:
		m.ribbon(s.line, s.size, s.color)
	case s.box.w == 0:
		m.disc(s.box.x, s.box.y, s.size, s.corners, s.color)
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
	width := widthFor(e.drawing.pictures)
	x, y, tall := 0, 0, 0
	for i, p := range e.drawing.pictures {
		if x+p.cols > width {
			x, y, tall = 0, y+tall+1, 0
		}
		places[i] = place{x, y}
		x += p.cols + 1
		tall = max(tall, p.rows)
	}
	if height := y + tall; width != e.width || height > e.height || height < e.height/2-64 {
		if e.img != nil {
			e.img.Deallocate()
		}
		e.width, e.height = width, max(16, (height+15)/16*16)
		e.img = ebiten.NewImageWithOptions(imageBounds(e.width, e.height), &ebiten.NewImageOptions{Unmanaged: true})
		e.pixels = make([]pixel, e.width*e.height)
	}
	for i, p := range e.drawing.pictures {
		at := places[i]
		if p.cols > width || p.rows*p.cols > len(p.levels) || p.table == nil {
			continue
		}
		for row := range p.rows {
			out := e.pixels[(at.y+row)*e.width+at.x:][:p.cols]
			for col, level := range p.levels[row*p.cols:][:p.cols] {
				out[col] = p.table[level]
			}
		}
		from := rect{float32(at.x), float32(at.y), float32(p.cols), float32(p.rows)}
		if p.smooth {
			e.smooth.cut(p.box, 0, from.grown(-0.5))
			continue
		}
		e.under.rectangle(p.box, color{a: 1}, from.x, from.y, from.x+from.w, from.y+from.h, 0, kindCells)
	}
	if len(e.drawing.pictures) > 0 {
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
		for i := range e.drawing.labels {
			t := &e.drawing.labels[i]
			weight := "400"
			if t.strong {
				weight = "600"
			}
			labels.write(&e.texts, t.words, t.x, t.y, t.size, t.align, weight, t.color)
		}
	})
	e.edition = labels.edition
}
