package plotting

import (
	"image/color"

	vgdraw "gonum.org/v1/plot/vg/draw"
)

// An Ink is a color with a role. On a page it is a class of the style sheet, so
// that a chart follows the page's theme; on paper it is what RGBA says.
type Ink uint8

// The inks.
const (
	Text Ink = iota
	Muted
	Grid
	Paper // what charts lie on
	First // series, in order; the first is also "more"
	Second
	Third
	Fourth
	Fifth
	Sixth
	Seventh
	Eighth
	Ninth
	Tenth
)

var inks = [...]struct {
	class string
	rgb   uint32
}{
	Text:   {"text", 0x1b1c1f},
	Muted:  {"muted", 0x5c5d62},
	Grid:   {"grid", 0xd6d3cc},
	Paper:  {"paper", 0xffffff},
	First:  {"first", 0x0877bd},
	Second: {"second", 0xc25e00},
	Third:  {"third", 0x00795a},
	Fourth: {"fourth", 0x7a5195},
	Fifth:  {"fifth", 0x7d6608},

	Sixth:   {"sixth", 0xa3265b},
	Seventh: {"seventh", 0x3d5aa8},
	Eighth:  {"eighth", 0x8a4b2a},
	Ninth:   {"ninth", 0x476b12},
	Tenth:   {"tenth", 0x5b6472},
}

// RGBA implements color.Color.
func (i Ink) RGBA() (r, g, b, a uint32) {
	v := inks[i].rgb
	return v >> 16 * 0x101, v >> 8 & 255 * 0x101, v & 255 * 0x101, 0xffff
}

// A look tells a run from others: by its color, and by a mark at the end of its line.
type look struct {
	ink  Ink
	mark vgdraw.GlyphDrawer // nil for the present run, which has none
}

// looks are those of runs: the present one, and earlier ones.
var looks = []look{
	{Text, nil},
	{Third, vgdraw.CircleGlyph{}}, {Fourth, vgdraw.BoxGlyph{}}, {Fifth, vgdraw.PyramidGlyph{}}, {Sixth, vgdraw.PlusGlyph{}},
	{Seventh, vgdraw.CrossGlyph{}}, {Eighth, vgdraw.RingGlyph{}}, {Ninth, vgdraw.SquareGlyph{}}, {Tenth, vgdraw.TriangleGlyph{}},
}

// lookOf returns the look of a run, counted from 1.
func lookOf(run int) look { return looks[(run-1)%len(looks)] }

// series returns the ink of series number i.
func series(i int) Ink { return First + Ink(i%4) }

// Thin is an ink let through in part.
type Thin struct {
	Ink
	Share float64 // 0 to 1
}

// RGBA implements color.Color.
func (t Thin) RGBA() (r, g, b, a uint32) {
	r, g, b, _ = t.Ink.RGBA()
	scale := func(v uint32) uint32 { return uint32(float64(v) * t.Share) }
	return scale(r), scale(g), scale(b), scale(0xffff)
}

var (
	_ color.Color = Ink(0)
	_ color.Color = Thin{}
)
