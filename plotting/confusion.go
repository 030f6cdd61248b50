package plotting

import (
	"errors"
	"image/color"
	"strconv"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// Confusion draws a confusion matrix, true classes as rows from the top,
// predicted ones as columns: the count in each cell, shaded by its share of the
// row. Labels are title, predicted, true.
func Confusion(s Style, counts [][]int, classes []Label, labels [3]Label) (*plot.Plot, error) {
	n := len(counts)
	if n < 2 || len(classes) != n {
		return nil, errors.New("plotting: a confusion matrix needs two classes at least, and a name for each")
	}
	for _, row := range counts {
		if len(row) != n {
			return nil, errors.New("plotting: a confusion matrix is square")
		}
	}
	p := newPlot(s, labels[0], labels[1], labels[2])
	p.Add(&cells{style: s, counts: counts})
	var x, y plot.ConstantTicks
	for i, name := range classes {
		x = append(x, plot.Tick{Value: float64(i), Label: name})
		y = append(y, plot.Tick{Value: float64(n - 1 - i), Label: name})
	}
	p.X.Tick.Marker, p.Y.Tick.Marker = x, y
	p.X.Tick.Length, p.Y.Tick.Length = 0, 0
	return p, nil
}

// cells is the plotter of a confusion matrix's cells.
type cells struct {
	style  Style
	counts [][]int
}

var (
	_ plot.Plotter    = (*cells)(nil)
	_ plot.DataRanger = (*cells)(nil)
)

// DataRange implements plot.DataRanger: cell i spans i ± 1/2.
func (c *cells) DataRange() (xmin, xmax, ymin, ymax float64) {
	n := float64(len(c.counts))
	return -0.5, n - 0.5, -0.5, n - 0.5
}

// Plot implements plot.Plotter.
func (c *cells) Plot(canvas draw.Canvas, p *plot.Plot) {
	x, y := p.Transforms(&canvas)
	n := len(c.counts)
	label := text.Style{
		Color: c.style.Ink, Font: p.X.Tick.Label.Font, Handler: p.X.Tick.Label.Handler,
		XAlign: draw.XCenter, YAlign: draw.YCenter,
	}
	for i, row := range c.counts {
		var all int
		for _, v := range row {
			all += v
		}
		for j, v := range row {
			cx, cy := float64(j), float64(n-1-i)
			left, right, bottom, top := x(cx-0.5), x(cx+0.5), y(cy-0.5), y(cy+0.5)
			share := float64(v) / float64(max(all, 1))
			canvas.FillPolygon(tint(c.style.First, share), []vg.Point{
				{X: left, Y: bottom}, {X: right, Y: bottom}, {X: right, Y: top}, {X: left, Y: top},
			})
			canvas.FillText(label, vg.Point{X: x(cx), Y: y(cy)}, strconv.Itoa(v))
		}
	}
}

// tint returns a color by a share of its strength, at most half so that text
// on it stays readable.
func tint(c color.Color, share float64) color.Color {
	r, g, b, _ := c.RGBA()
	return color.NRGBA{uint8(r >> 8), uint8(g >> 8), uint8(b >> 8), uint8(127 * share)}
}
