package main

import (
	"unsafe"

	"github.com/hajimehoshi/ebiten/v2"
)

// An atlas holds the pictures of all neurons as tiles of one image, so that
// they are written in one call and drawn in another.
type atlas struct {
	side   int // pixels a tile
	across int // tiles a row
	img    *ebiten.Image
	pixels []pixel
	tiles  int
}

// resize makes room for a number of tiles.
func (a *atlas) resize(tiles, side int) {
	if a.img != nil && a.side == side && a.tiles == tiles {
		return
	}
	if a.img != nil {
		a.img.Deallocate()
	}
	a.side, a.tiles = side, tiles
	a.across = min(max(tiles, 1), 2048/side)
	down := (max(tiles, 1) + a.across - 1) / a.across
	a.img = ebiten.NewImageWithOptions(imageBounds(a.across*side, down*side), &ebiten.NewImageOptions{Unmanaged: true})
	a.pixels = make([]pixel, a.across*side*down*side)
}

// set paints a tile's levels, of the tile's side or a multiple, in the colors
// of a table.
func (a *atlas) set(tile int, levels []uint8, side int, table *[256]pixel) {
	skip := side / a.side
	if skip == 0 {
		return
	}
	left, top := tile%a.across*a.side, tile/a.across*a.side
	stride := a.across * a.side
	for row := range a.side {
		out := a.pixels[(top+row)*stride+left:][:a.side]
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

// at returns where a tile lies in the image.
func (a *atlas) at(tile int) (u, v, size float32) {
	return float32(tile % a.across * a.side), float32(tile / a.across * a.side), float32(a.side)
}
