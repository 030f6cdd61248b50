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
	streams streams
	heats   heats
	smooth  mesh // pictures whose cells blend
	over    mesh // with the still part below it
	texts   mesh
	light   mesh
	lit     mesh // its texts
	still   still
	beads   bool // there are some
	edition int  // of the image that the texts are in
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

// set takes in a drawing; restage says that its still part is another one in any
// case.
func (e *easel) set(d paper.Drawing, g *game, restage bool) {
	e.drawing = d
	whole := paper.Rect(0, 0, g.width, g.height)
	e.under.reset(g.scale)
	e.smooth.reset(g.scale)
	e.over.reset(g.scale)
	e.streams.set(d.Streams, g.scale)
	e.heats.set(d.Heats, g.scale)
	e.under.bar(whole, g.theme.Surface)
	e.under.shapes(d.Under)
	e.beads = false
	for i := range d.Under {
		e.beads = e.beads || d.Under[i].Kind == paper.Beads
	}
	if d.Still != nil {
		e.still.set(d.Still, g, restage)
		e.over.rectangle(whole, paper.Color{A: 1}, 0, 0, 0, 0, 0, kindScreen)
	}
	e.over.shapes(d.Over)
	e.light.reset(g.scale)
	e.light.shapes(d.Light.Shapes)
	e.paint()
	e.edition = 0 // texts are taken in when they are drawn
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
		if p.Cols > width || p.Rows*p.Cols > max(len(p.Levels), len(p.Pixels)) || p.Levels != nil && p.Table == nil {
			continue
		}
		for row := range p.Rows {
			out := e.pixels[(at.y+row)*e.width+at.x:][:p.Cols]
			if p.Pixels != nil {
				copy(out, p.Pixels[row*p.Cols:])
				continue
			}
			for col, level := range p.Levels[row*p.Cols:][:p.Cols] {
				out[col] = p.Table[level]
			}
		}
		from := paper.Rect(float32(at.x), float32(at.y), float32(p.Cols), float32(p.Rows))
		if p.Smooth {
			e.smooth.cut(p.Box, p.Round, from.Grown(-0.5))
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
	brush.drawLevels(screen, &e.heats.mesh, e.heats.img)
	brush.drawSmooth(screen, &e.smooth, e.img)
	brush.draw(screen, &e.over, e.still.img)
	if e.edition != labels.edition {
		labels.compose(&e.texts, func() {
			labels.writeAll(&e.texts, e.drawing.Labels)
			e.lit.reset(labels.scale)
			labels.writeAll(&e.lit, e.drawing.Light.Labels)
		})
		e.edition = labels.edition
	}
	brush.draw(screen, &e.texts, labels.img)
	brush.draw(screen, &e.light, nil)
	brush.draw(screen, &e.lit, labels.img)
}

// A still keeps the part of a drawing that does not change with each step.
type still struct {
	key any
	img *ebiten.Image // as large as the screen
}

// set draws it anew, if it is another one.
func (s *still) set(part *paper.Still, g *game, restage bool) {
	w, h := max(int(g.width*g.scale+0.01), 1), max(int(g.height*g.scale+0.01), 1)
	sized := s.img != nil && s.img.Bounds() == imageBounds(w, h)
	if sized && s.key == part.Key && !restage {
		return
	}
	s.key = part.Key
	if !sized {
		if s.img != nil {
			s.img.Deallocate()
		}
		s.img = ebiten.NewImageWithOptions(imageBounds(w, h), &ebiten.NewImageOptions{Unmanaged: true})
	}
	s.img.Clear()
	sheet := part.Draw()
	var m mesh
	m.reset(g.scale)
	m.shapes(sheet.Shapes)
	g.brush.draw(s.img, &m, nil)
	g.labels.compose(&m, func() { g.labels.writeAll(&m, sheet.Labels) })
	g.brush.draw(s.img, &m, g.labels.img)
}
