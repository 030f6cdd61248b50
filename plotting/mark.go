package plotting

import (
	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	vgdraw "gonum.org/v1/plot/vg/draw"
)

// markRadius is half the size of a mark, in points.
const markRadius = 3.5

// An endMark is the mark at the end of a run's line, and in the legend on it.
type endMark struct {
	line *plotter.Line
	mark vgdraw.GlyphDrawer
}

var (
	_ plot.Plotter     = endMark{}
	_ plot.Thumbnailer = endMark{}
)

// draw draws the mark at a point; its outline is as strong as a line, whatever was drawn before.
func (m endMark) draw(c vgdraw.Canvas, at vg.Point) {
	c.SetLineWidth(1.4)
	c.SetLineDash(nil, 0)
	c.DrawGlyph(vgdraw.GlyphStyle{Color: m.line.Color, Radius: markRadius, Shape: m.mark}, at)
}

// Plot implements plot.Plotter.
func (m endMark) Plot(c vgdraw.Canvas, p *plot.Plot) {
	x, y := p.Transforms(&c)
	end := m.line.XYs[len(m.line.XYs)-1]
	if at := (vg.Point{X: x(end.X), Y: y(end.Y)}); c.Contains(at) {
		m.draw(c, at)
	}
}

// Thumbnail implements plot.Thumbnailer.
func (m endMark) Thumbnail(c *vgdraw.Canvas) {
	m.line.Thumbnail(c)
	m.draw(*c, c.Center())
}
