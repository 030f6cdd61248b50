package plotting

import (
	"gonum.org/v1/plot"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	vgdraw "gonum.org/v1/plot/vg/draw"
)

// A legend is a row of names above the data: gonum/plot's own lies on them.
type legend []entry

type entry struct {
	name string
	sign plot.Thumbnailer
}

// Sizes of a legend, in points.
const (
	legendHeight = 18
	signWidth    = 18
)

// add adds a name, if there is one.
func (l *legend) add(name string, sign plot.Thumbnailer) {
	if name != "" {
		*l = append(*l, entry{name, sign})
	}
}

// draw draws the row at the top of c, from a place to the right on.
func (l legend) draw(c vgdraw.Canvas, from vg.Length) {
	style := text.Style{Color: Text, Font: plot.DefaultFont, Handler: handler, YAlign: vgdraw.YCenter}
	style.Font.Size = 10.5
	x := from
	for _, e := range l {
		box := vgdraw.Canvas{Canvas: c.Canvas, Rectangle: vg.Rectangle{
			Min: vg.Point{X: x, Y: c.Max.Y - legendHeight}, Max: vg.Point{X: x + signWidth, Y: c.Max.Y},
		}}
		e.sign.Thumbnail(&box)
		c.FillText(style, vg.Point{X: x + signWidth + 5, Y: c.Max.Y - legendHeight/2 + 1}, e.name)
		x += signWidth + 5 + style.Width(e.name) + 14
	}
}
