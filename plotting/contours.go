package plotting

import (
	"errors"
	"math"
	"slices"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	vgdraw "gonum.org/v1/plot/vg/draw"
)

// A Plain is a height at each node of a grid, row by row from the least y, as far as it
// is known; what is no finite number is as high as the highest.
type Plain struct {
	Name    string     `json:"name"`
	Box     [4]float64 `json:"box"` // x min, x max, y min, y max
	Cols    int        `json:"cols"`
	Rows    int        `json:"rows"`
	Heights []float64  `json:"heights"`
}

// Bounds of a plain, and how many contour lines it has.
const (
	mostNodes = 200 // on a side
	heights   = 12
)

// contours draws how high a plain is, darker where it is low, with lines of equal height,
// close to each other near the ground; and on it ways, each with a mark where it begins
// and another where it ends.
func (c *Chart) contours(p *plot.Plot) (names legend, err error) {
	g := c.Plain
	switch {
	case g == nil || len(g.Heights) == 0:
		return nil, ErrNothing
	case g.Cols < 2 || g.Rows < 2 || g.Cols > mostNodes || g.Rows > mostNodes || len(g.Heights) > g.Cols*g.Rows:
		return nil, errors.New("plotting: a plain has 2 to 200 nodes on a side, and a height at each")
	case !(g.Box[1] > g.Box[0] && g.Box[3] > g.Box[2]) || !finite(g.Box[1]-g.Box[0]) || !finite(g.Box[3]-g.Box[2]):
		return nil, errors.New("plotting: a plain has a box")
	}
	t := newTerrain(g)
	p.Add(t)
	if len(g.Heights) == g.Cols*g.Rows && t.high > t.low {
		lines := plotter.NewContour(t, t.levels(), nil)
		lines.LineStyles = []vgdraw.LineStyle{{Color: Thin{Muted, 0.7}, Width: 0.6}}
		p.Add(lines)
	}
	var ways [][]plot.Plotter
	for i := range c.Series {
		xys := c.shown(&c.Series[i])
		if len(xys) == 0 {
			continue
		}
		line, err := plotter.NewLine(xys)
		if err != nil {
			return nil, err
		}
		ink, dash := c.line(i)
		line.Width, line.Color, line.Dashes = 1.7, ink, dash
		ways = append(ways, []plot.Plotter{halo(xys), line, ends{xys, ink}})
		names.add(c.Series[i].Name, line)
	}
	for _, way := range slices.Backward(ways) { // the first lies on the others
		p.Add(way...)
	}
	p.X.Min, p.X.Max, p.Y.Min, p.Y.Max = g.Box[0], g.Box[1], g.Box[2], g.Box[3]
	return names, nil
}

// halo returns a line that lifts a way off the plain, whatever its color there.
func halo(way plotter.XYs) *plotter.Line {
	return &plotter.Line{XYs: way, LineStyle: vgdraw.LineStyle{Color: Thin{Paper, 0.7}, Width: 4.5}}
}

// A terrain is a plain with the range of its heights.
type terrain struct {
	*Plain
	low, high float64
}

func newTerrain(g *Plain) *terrain {
	t := &terrain{g, math.Inf(1), math.Inf(-1)}
	for _, h := range g.Heights {
		if finite(h) {
			t.low, t.high = min(t.low, h), max(t.high, h)
		}
	}
	return t
}

// steep is which share of the range of heights is near the ground.
const steep = 0.02

// share returns how high a height is, from 0 to 1, by the logarithm of how far it is above
// the ground.
func (t *terrain) share(h float64) float64 {
	if !finite(h) || !(t.high > t.low) {
		return 1
	}
	return math.Log1p((h-t.low)/(t.high-t.low)/steep) / math.Log1p(1/steep)
}

// levels returns the heights of the lines.
func (t *terrain) levels() (list []float64) {
	for i := range heights {
		share := (float64(i) + 0.5) / heights
		list = append(list, t.low+(t.high-t.low)*steep*math.Expm1(share*math.Log1p(1/steep)))
	}
	return list
}

// Dims, X, Y and Z make it a plotter.GridXYZ.
func (t *terrain) Dims() (cols, rows int) { return t.Cols, t.Rows }
func (t *terrain) X(c int) float64 {
	return t.Box[0] + (t.Box[1]-t.Box[0])*float64(c)/float64(t.Cols-1)
}
func (t *terrain) Y(r int) float64 {
	return t.Box[2] + (t.Box[3]-t.Box[2])*float64(r)/float64(t.Rows-1)
}
func (t *terrain) Z(c, r int) float64 {
	if h := t.Heights[r*t.Cols+c]; finite(h) {
		return h
	}
	return t.high
}

// Plot implements plot.Plotter: a cell around each node that is known. Cells end where
// pixels do, so that no seams are seen between them.
func (t *terrain) Plot(canvas vgdraw.Canvas, p *plot.Plot) {
	toX, toY := p.Transforms(&canvas)
	x := func(v float64) vg.Length { return vg.Length(math.Round(float64(toX(v)))) }
	y := func(v float64) vg.Length { return vg.Length(math.Round(float64(toY(v)))) }
	half := func(step float64) float64 { return step / 2 }
	w, h := half(t.X(1)-t.X(0)), half(t.Y(1)-t.Y(0))
	for i, height := range t.Heights {
		cx, cy := t.X(i%t.Cols), t.Y(i/t.Cols)
		left, right := x(max(cx-w, t.Box[0])), x(min(cx+w, t.Box[1]))
		bottom, top := y(max(cy-h, t.Box[2])), y(min(cy+h, t.Box[3]))
		canvas.FillPolygon(Thin{First, 0.04 + 0.5*(1-t.share(height))}, []vg.Point{
			{X: left, Y: bottom}, {X: right, Y: bottom}, {X: right, Y: top}, {X: left, Y: top},
		})
	}
}

// ends is the plotter of where a way begins and ends.
type ends struct {
	plotter.XYs
	Ink
}

// Plot implements plot.Plotter.
func (e ends) Plot(canvas vgdraw.Canvas, p *plot.Plot) {
	x, y := p.Transforms(&canvas)
	at := func(i int) vg.Point { return vg.Point{X: x(e.XYs[i].X), Y: y(e.XYs[i].Y)} }
	canvas.DrawGlyph(vgdraw.GlyphStyle{Color: e.Ink, Radius: 3, Shape: vgdraw.RingGlyph{}}, at(0))
	canvas.DrawGlyph(vgdraw.GlyphStyle{Color: e.Ink, Radius: 3.2, Shape: vgdraw.CircleGlyph{}}, at(len(e.XYs)-1))
}
