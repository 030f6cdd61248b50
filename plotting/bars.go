package plotting

import (
	"errors"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	vgdraw "gonum.org/v1/plot/vg/draw"
)

// bars draws histograms, one before the other, as outlines that are filled a
// little.
func (c *Chart) bars(p *plot.Plot) (names legend, err error) {
	p.Add(grid())
	drawn := 0
	for i := range c.Series {
		h := &histogram{&c.Series[i], series(i), dashes[i%len(dashes)]}
		if h.Len() < 2 {
			continue
		}
		for _, v := range h.Points {
			if !finite(v) {
				return nil, errors.New("plotting: a bar that is beyond what can be drawn")
			}
		}
		p.Add(h)
		names.add(h.Name, h)
		drawn++
	}
	if drawn == 0 {
		return nil, ErrNothing
	}
	apart(p)
	fromZero(p)
	return names, nil
}

// A histogram is the plotter of a series of bars.
type histogram struct {
	*Series
	ink    Ink
	dashes []vg.Length
}

var (
	_ plot.Plotter     = (*histogram)(nil)
	_ plot.DataRanger  = (*histogram)(nil)
	_ plot.Thumbnailer = (*histogram)(nil)
)

// DataRange implements plot.DataRanger.
func (h *histogram) DataRange() (xmin, xmax, ymin, ymax float64) {
	xmin, _ = h.XY(0)
	xmax, _ = h.XY(h.Len() - 1)
	for i := range h.Len() - 1 {
		_, y := h.XY(i)
		ymax = max(ymax, y)
	}
	return xmin, xmax, 0, ymax
}

// Plot implements plot.Plotter.
func (h *histogram) Plot(c vgdraw.Canvas, p *plot.Plot) {
	x, y := p.Transforms(&c)
	left, _ := h.XY(0)
	outline := []vg.Point{{X: x(left), Y: y(0)}}
	for i := range h.Len() - 1 {
		left, n := h.XY(i)
		right, _ := h.XY(i + 1)
		outline = append(outline, vg.Point{X: x(left), Y: y(n)}, vg.Point{X: x(right), Y: y(n)})
	}
	right, _ := h.XY(h.Len() - 1)
	outline = append(outline, vg.Point{X: x(right), Y: y(0)})
	c.FillPolygon(Thin{h.ink, 0.16}, outline)
	c.StrokeLines(vgdraw.LineStyle{Color: h.ink, Width: 1.3, Dashes: h.dashes}, outline)
}

// Thumbnail implements plot.Thumbnailer.
func (h *histogram) Thumbnail(c *vgdraw.Canvas) {
	y := c.Center().Y
	c.StrokeLine2(vgdraw.LineStyle{Color: h.ink, Width: 1.7, Dashes: h.dashes}, c.Min.X, y, c.Max.X, y)
}
