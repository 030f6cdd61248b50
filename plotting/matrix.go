package plotting

import (
	"errors"
	"strconv"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	vgdraw "gonum.org/v1/plot/vg/draw"
)

// matrix draws a confusion matrix, true classes as rows from the top, predicted
// ones as columns: the count in each cell, shaded by its share of the row.
func (c *Chart) matrix(p *plot.Plot) (legend, error) {
	n := len(c.Cells)
	if n < 2 || len(c.Names) != n {
		return nil, errors.New("plotting: a confusion matrix needs two classes at least, and a name for each")
	}
	for _, row := range c.Cells {
		if len(row) != n {
			return nil, errors.New("plotting: a confusion matrix is square")
		}
	}
	p.Add(cells(c.Cells))
	var x, y plot.ConstantTicks
	for i, name := range c.Names {
		name = shortened(name, max(3, 36/n))
		x = append(x, plot.Tick{Value: float64(i), Label: name})
		y = append(y, plot.Tick{Value: float64(n - 1 - i), Label: name})
	}
	p.X.Tick.Marker, p.Y.Tick.Marker = x, y
	p.X.Tick.Length, p.Y.Tick.Length = 0, 0
	p.X.LineStyle.Width, p.Y.LineStyle.Width = 0, 0
	return nil, nil
}

// shortened returns a name of so many characters at most.
func shortened(name string, most int) string {
	letters := []rune(name)
	if len(letters) <= most {
		return name
	}
	return string(letters[:most-1]) + "…"
}

// cells is the plotter of a confusion matrix's cells.
type cells [][]int

var (
	_ plot.Plotter    = cells(nil)
	_ plot.DataRanger = cells(nil)
)

// DataRange implements plot.DataRanger: cell i spans i ± 1/2.
func (c cells) DataRange() (xmin, xmax, ymin, ymax float64) {
	n := float64(len(c))
	return -0.5, n - 0.5, -0.5, n - 0.5
}

// Plot implements plot.Plotter.
func (c cells) Plot(canvas vgdraw.Canvas, p *plot.Plot) {
	x, y := p.Transforms(&canvas)
	n := len(c)
	label := text.Style{Color: Text, Font: p.X.Tick.Label.Font, Handler: handler, XAlign: vgdraw.XCenter, YAlign: vgdraw.YCenter}
	room := x(1) - x(0)
	for i, row := range c {
		var all int
		for _, v := range row {
			all += v
		}
		for j, v := range row {
			cx, cy := float64(j), float64(n-1-i)
			left, right, bottom, top := x(cx-0.5)+0.5, x(cx+0.5)-0.5, y(cy-0.5)+0.5, y(cy+0.5)-0.5
			// At most half the ink, so that the number on it stays readable.
			canvas.FillPolygon(Thin{First, 0.04 + 0.46*float64(v)/float64(max(all, 1))}, []vg.Point{
				{X: left, Y: bottom}, {X: right, Y: bottom}, {X: right, Y: top}, {X: left, Y: top},
			})
			if words := strconv.Itoa(v); room > label.Width(words) {
				canvas.FillText(label, vg.Point{X: x(cx), Y: y(cy)}, words)
			}
		}
	}
}
