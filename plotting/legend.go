package plotting

import (
	"gonum.org/v1/plot"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	vgdraw "gonum.org/v1/plot/vg/draw"
)

// A legend is rows of names above the data: gonum/plot's own lies on them.
type legend []entry

type entry struct {
	name string
	sign plot.Thumbnailer
}

// Sizes of a legend, in points.
const (
	legendHeight = 18 // of a row
	signWidth    = 18
)

// add adds a name, if there is one.
func (l *legend) add(name string, sign plot.Thumbnailer) {
	if name != "" {
		*l = append(*l, entry{name, sign})
	}
}

// signGap and nameGap lie behind a sign and behind a name, in points.
const (
	signGap = 5
	nameGap = 14
)

// style returns how names are written.
func (l legend) style() text.Style {
	style := text.Style{Color: Text, Font: plot.DefaultFont, Handler: handler, YAlign: vgdraw.YCenter}
	style.Font.Size = 10.5
	return style
}

// places returns where each name begins in an area of a width, and its row, counted from
// the top: what has no room in a row begins the next. There is one row at least.
func (l legend) places(width vg.Length) (at []vg.Point, rows int) {
	style := l.style()
	x, row := vg.Length(0), 0
	for _, e := range l {
		w := signWidth + signGap + style.Width(e.name)
		if x > 0 && x+w > width {
			x, row = 0, row+1
		}
		at = append(at, vg.Point{X: x, Y: vg.Length(row)})
		x += w + nameGap
	}
	return at, row + 1
}

// draw draws the rows at the top of c, from a place to the right on.
func (l legend) draw(c vgdraw.Canvas, from vg.Length) {
	style := l.style()
	at, _ := l.places(c.Max.X - from)
	for i, e := range l {
		x, top := from+at[i].X, c.Max.Y-at[i].Y*legendHeight
		box := vgdraw.Canvas{Canvas: c.Canvas, Rectangle: vg.Rectangle{
			Min: vg.Point{X: x, Y: top - legendHeight}, Max: vg.Point{X: x + signWidth, Y: top},
		}}
		e.sign.Thumbnail(&box)
		c.FillText(style, vg.Point{X: x + signWidth + signGap, Y: top - legendHeight/2 + 1}, e.name)
	}
}
