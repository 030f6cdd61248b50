package plotting

import (
	"math"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	vgdraw "gonum.org/v1/plot/vg/draw"
)

// scatter draws points above and below a line at zero, as residuals are.
func (c *Chart) scatter(p *plot.Plot) (names legend, err error) {
	p.Add(grid())
	drawn := 0
	for i := range c.Series {
		xys := c.shown(&c.Series[i])
		if len(xys) == 0 {
			continue
		}
		points, err := plotter.NewScatter(xys)
		if err != nil {
			return nil, err
		}
		points.GlyphStyle = vgdraw.GlyphStyle{Color: Thin{series(i), 0.6}, Radius: 1.8, Shape: []vgdraw.GlyphDrawer{vgdraw.CircleGlyph{}, vgdraw.PyramidGlyph{}}[i%2]}
		p.Add(points)
		names.add(c.Series[i].Name, points)
		drawn++
	}
	if drawn == 0 {
		return nil, ErrNothing
	}
	apart(p)
	far := max(math.Abs(p.Y.Min), math.Abs(p.Y.Max), 1e-9)
	p.Y.Min, p.Y.Max = -far, far
	return names, addLine(p, plotter.XYs{{X: p.X.Min, Y: 0}, {X: p.X.Max, Y: 0}}, Thin{Muted, 0.8}, 1, []vg.Length{3, 3})
}
