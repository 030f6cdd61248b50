package plotting

import (
	"math"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
)

// dashes tell series apart without color. Those of a test are its own.
var (
	dashes     = [][]vg.Length{nil, {1.5, 2.5}, {8, 3, 2, 3}, {10, 2}}
	testDashes = []vg.Length{5, 3}
	// levelDashes are those of a level, in an ink that steps back behind the data's.
	levelDashes = []vg.Length{1, 3}
)

// line returns the color and the dashes of line number i: those of its run, or of
// its place.
func (c *Chart) line(i int) (Ink, []vg.Length) {
	s := &c.Series[i]
	color, dash := series(i), dashes[i%len(dashes)]
	if s.Run > 0 {
		color, dash = lookOf(s.Run).ink, nil
	}
	if s.Test {
		dash = testDashes
	}
	if s.Level {
		color, dash = Muted, levelDashes
	}
	return color, dash
}

// lines draws series over a common x: with Smooth each as it is, faint, and
// smoothed; with Log what is positive.
func (c *Chart) lines(p *plot.Plot) (names legend, err error) {
	p.Add(grid())
	drawn := 0
	for i := range c.Series {
		raw := c.shown(&c.Series[i])
		if len(raw) == 0 {
			continue
		}
		color, dash := c.line(i)
		if c.Smooth > 0 && !c.Series[i].Level {
			if err := addLine(p, raw, Thin{color, 0.3}, 1, nil); err != nil {
				return nil, err
			}
			raw = smoothed(raw, c.Smooth)
		}
		line, err := plotter.NewLine(raw)
		if err != nil {
			return nil, err
		}
		line.Width, line.Color, line.Dashes = 1.7, color, dash
		if c.Series[i].Run > 1 || c.Series[i].Level {
			line.Width = 1.2 // thinner than the present one's
		}
		p.Add(line)
		var sign plot.Thumbnailer = line
		if s := &c.Series[i]; s.Run > 1 && !s.Test {
			mark := endMark{line, lookOf(s.Run).mark}
			p.Add(mark)
			sign = mark
		}
		if s := &c.Series[i]; s.Run <= 1 || !s.Test { // one name for both lines of an earlier run
			names.add(s.Name, sign)
		}
		drawn++
	}
	if drawn == 0 {
		return nil, ErrNothing
	}
	apart(p)
	if c.Log {
		logarithmic(p)
	} else {
		fromZero(p)
	}
	return names, nil
}

// logarithmic makes the y axis one; all that is drawn must be positive.
func logarithmic(p *plot.Plot) {
	p.Y.Scale, p.Y.Tick.Marker = plot.LogScale{}, powers{}
	if p.Y.Max < p.Y.Min*1.5 {
		p.Y.Min, p.Y.Max = p.Y.Min/1.5, p.Y.Max*1.5
	}
}

// fromZero makes the y axis begin at 0, or below where data are.
func fromZero(p *plot.Plot) {
	p.Y.Min = min(p.Y.Min, 0)
	if p.Y.Max <= p.Y.Min {
		p.Y.Max = p.Y.Min + 1
	}
}

// apart keeps the ends of the x axis apart.
func apart(p *plot.Plot) {
	if p.X.Max <= p.X.Min {
		p.X.Max = p.X.Min + max(1, math.Abs(p.X.Min))
	}
}

// shown returns the points that can be drawn.
func (c *Chart) shown(s *Series) (xys plotter.XYs) {
	for i := range s.Len() {
		if x, y := s.XY(i); finite(x) && finite(y) && (!c.Log || y > 1e-30) {
			xys = append(xys, plotter.XY{X: x, Y: y})
		}
	}
	return xys
}

// smoothed returns a moving average that keeps a share of the past at each
// point, as if all before the first had been like it.
func smoothed(xys plotter.XYs, keep float64) plotter.XYs {
	out := make(plotter.XYs, len(xys))
	keep = min(max(keep, 0), 0.999)
	mean := xys[0].Y
	for i, p := range xys {
		mean = keep*mean + (1-keep)*p.Y
		out[i] = plotter.XY{X: p.X, Y: mean}
	}
	return out
}

func addLine(p *plot.Plot, xys plotter.XYs, c Thin, width vg.Length, dashes []vg.Length) error {
	line, err := plotter.NewLine(xys)
	if err != nil {
		return err
	}
	line.Width, line.Color, line.Dashes = width, c, dashes
	p.Add(line)
	return nil
}

// unit draws one series in the unit square over the diagonal of a guess, as the
// receiver operating characteristic is.
func (c *Chart) unit(p *plot.Plot) (legend, error) {
	if len(c.Series) != 1 || c.Series[0].Len() < 2 {
		return nil, ErrNothing
	}
	p.Add(grid())
	if err := addLine(p, plotter.XYs{{X: 0, Y: 0}, {X: 1, Y: 1}}, Thin{Muted, 0.7}, 1, []vg.Length{3, 3}); err != nil {
		return nil, err
	}
	line, err := plotter.NewLine(c.shown(&c.Series[0]))
	if err != nil {
		return nil, err
	}
	line.Width, line.Color = 1.7, First
	p.Add(line)
	p.X.Min, p.X.Max, p.Y.Min, p.Y.Max = 0, 1, 0, 1
	return nil, nil
}

func grid() *plotter.Grid {
	g := plotter.NewGrid()
	g.Vertical.Color, g.Horizontal.Color = Grid, Grid
	g.Vertical.Width, g.Horizontal.Width = 0.5, 0.5
	return g
}

// finite reports whether v can be drawn: gonum/plot counts its ticks in float64
// and with margins.
func finite(v float64) bool { return math.Abs(v) <= 1e30 } // NaN is not
