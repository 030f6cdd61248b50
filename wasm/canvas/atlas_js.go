package main

import (
	"unsafe"

	"github.com/hajimehoshi/ebiten/v2"
)

// An atlas holds all pictures as cells of one image, so that they are written
// in one call: the tiles of the neurons, and below them the panel's.
type atlas struct {
	side   int // pixels a tile
	across int // tiles a row
	width  int // of the image
	tiles  int
	img    *ebiten.Image
	pixels []pixel // (height, width)
}

// A cell is a square of an atlas, in pixels.
type cell struct{ left, top, side int }

// panelSide is the largest side of the panel's picture.
const panelSide = 100

// resize makes room for a number of tiles.
func (a *atlas) resize(tiles, side int) {
	if a.img != nil && a.side == side && a.tiles == tiles {
		return
	}
	if a.img != nil {
		a.img.Deallocate()
	}
	a.side, a.tiles = side, tiles
	a.across = min(max(tiles, 1), 2000/side)
	down := (tiles + a.across - 1) / a.across
	a.width = max(a.across*side, panelSide)
	height := down*side + panelSide
	a.img = ebiten.NewImageWithOptions(imageBounds(a.width, height), &ebiten.NewImageOptions{Unmanaged: true})
	a.pixels = make([]pixel, a.width*height)
}

// tile returns a tile's cell.
func (a *atlas) tile(i int) cell {
	return cell{i % a.across * a.side, i / a.across * a.side, a.side}
}

// panel returns the cell of the panel's picture, of a side of at most panelSide.
func (a *atlas) panel(side int) cell {
	return cell{0, (a.tiles + a.across - 1) / a.across * a.side, side}
}

// row returns the pixels of a row of a cell.
func (a *atlas) row(c cell, row int) []pixel {
	return a.pixels[(c.top+row)*a.width+c.left:][:c.side]
}

// set paints levels of the cell's side, or a multiple of it, in the colors of a
// table.
func (a *atlas) set(c cell, levels []uint8, side int, table *[256]pixel) {
	skip := side / c.side
	if skip == 0 {
		return
	}
	for row := range c.side {
		out := a.row(c, row)
		in := levels[row*skip*side:]
		if skip == 1 {
			for col, level := range in[:len(out)] {
				out[col] = table[level]
			}
			continue
		}
		for col := range out {
			out[col] = table[in[col*skip]]
		}
	}
}

func (a *atlas) upload() {
	a.img.WritePixels(unsafe.Slice((*byte)(unsafe.Pointer(unsafe.SliceData(a.pixels))), 4*len(a.pixels)))
}
