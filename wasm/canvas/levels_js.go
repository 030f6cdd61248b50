package main

import (
	"slices"

	"github.com/hajimehoshi/ebiten/v2"

	"nnplay/wasm/wire"
)

// Levels are the heat maps of all units in one image, as they come: four levels
// a pixel, one after another. Their colors are the shader's work.
type levels struct {
	img    *ebiten.Image
	bytes  []byte
	blocks []block // of the columns
	old    []block // of those that tiles leave from
}

// A block is where the planes of a column begin, and how large they are; none
// has a side of 0.
type block struct{ first, side, planes int }

// A plane is where a unit's heat map begins, in levels, and its side.
type plane struct{ first, side int }

// pack takes the heat maps of a scene, and those that are leaving, and reports
// whether they lie elsewhere than those before.
func (l *levels) pack(s *scene, leaving []wire.Tensor) (moved bool) {
	before := len(l.bytes)
	l.bytes = l.bytes[:0]
	var blocks []block
	for c := range s.units() {
		blocks = append(blocks, l.put(s.Tensors[s.layer(c)+"/heat"]))
	}
	l.old = l.old[:0]
	for _, t := range leaving {
		l.old = append(l.old, l.put(t))
	}
	const row = 4 * levelsWide
	rows := max((len(l.bytes)+row-1)/row, 1)
	l.bytes = slices.Grow(l.bytes, rows*row-len(l.bytes))[:rows*row]
	if l.img == nil || len(l.bytes) != before {
		if l.img != nil {
			l.img.Deallocate()
		}
		l.img = ebiten.NewImageWithOptions(imageBounds(levelsWide, rows), &ebiten.NewImageOptions{Unmanaged: true})
	}
	l.img.WritePixels(l.bytes)
	moved = !slices.Equal(blocks, l.blocks)
	l.blocks = blocks
	return moved
}

// put appends a heat map (planes, side, side).
func (l *levels) put(t wire.Tensor) block {
	b := block{first: len(l.bytes)}
	if len(t.Shape) == 3 && t.Shape[1] == t.Shape[2] && len(t.U8) > 0 {
		b.side, b.planes = t.Shape[1], t.Shape[0]
		l.bytes = append(l.bytes, t.U8...)
	}
	return b
}

// plane returns where a unit's heat map is, if there is one.
func (l *levels) plane(column, unit int) (p plane, ok bool) { return planeOf(l.blocks, column, unit) }

// left returns where the heat map is of a unit that is no longer there.
func (l *levels) left(column, unit int) (p plane, ok bool) { return planeOf(l.old, column, unit) }

func planeOf(blocks []block, column, unit int) (p plane, ok bool) {
	if column >= len(blocks) {
		return p, false
	}
	b := blocks[column]
	return plane{b.first + unit*b.side*b.side, b.side}, unit < b.planes
}
