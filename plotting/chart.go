// Package plotting draws charts with gonum/plot. It knows nothing of networks:
// a chart is plain slices, with labels in the reader's language, and becomes an
// SVG whose colors are named, so that a page's style sheet gives them, or CSV.
package plotting

import (
	"errors"
	"fmt"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
)

// A Chart is what is to be drawn. Which data it has depends on its kind.
type Chart struct {
	Kind   string   `json:"kind"`
	X      string   `json:"x"` // labels of the axes
	Y      string   `json:"y"`
	Series []Series `json:"series"`
	Cells  [][]int  `json:"cells"` // of a matrix: true classes as rows, predicted ones as columns
	Names  []string `json:"names"` // of a matrix's classes
	Plain  *Plain   `json:"plain"` // of contours

	Log    bool    `json:"log"`    // the y axis of lines is logarithmic
	Smooth float64 `json:"smooth"` // 0 to 1: how much of the past each point of lines keeps
}

// A Series is points, in order: x and y in turn. Of bars x is where a bar begins,
// and a last point, whose y does not count, where the last one ends.
type Series struct {
	Name   string    `json:"name"`
	Points []float64 `json:"points"`
	Run    int       `json:"run"`   // of lines: 1 for the present run, 2 on for earlier ones, which gives the color; 0 if it is of no run
	Test   bool      `json:"test"`  // of lines: of the test data, dashed
	Level  bool      `json:"level"` // of lines: what the others are held against, dotted
}

// Len returns the number of points.
func (s *Series) Len() int { return len(s.Points) / 2 }

// XY returns point i; with Len it makes a series a plotter.XYer.
func (s *Series) XY(i int) (x, y float64) { return s.Points[2*i], s.Points[2*i+1] }

// kinds is the table of charts: how each adds itself to a plot, and what is to be
// told apart there.
var kinds = map[string]func(c *Chart, p *plot.Plot) (legend, error){
	"lines":    (*Chart).lines,
	"unit":     (*Chart).unit,
	"bars":     (*Chart).bars,
	"matrix":   (*Chart).matrix,
	"scatter":  (*Chart).scatter,
	"contours": (*Chart).contours,
}

// Bounds of a chart; what is beyond is refused.
const (
	maxSeries  = 32
	maxPoints  = 20000 // of all series
	maxClasses = 64
)

// check refuses what is too much, or of no kind.
func (c *Chart) check() error {
	n := 0
	for _, s := range c.Series {
		n += s.Len()
	}
	switch {
	case kinds[c.Kind] == nil:
		return fmt.Errorf("plotting: there is no chart of the kind %q", c.Kind)
	case len(c.Series) > maxSeries || n > maxPoints:
		return fmt.Errorf("plotting: more than %d series or %d points", maxSeries, maxPoints)
	case len(c.Cells) > maxClasses:
		return fmt.Errorf("plotting: more than %d classes", maxClasses)
	}
	return nil
}

// A Figure is a chart on a canvas, and where its data are there.
type Figure struct {
	SVG []byte
	// Box is the plot's area in the SVG: left, top, right, bottom; Range is the
	// ends of its axes: x min, x max, y min, y max.
	Box, Range [4]float64
}

// ErrNothing refuses charts that have nothing to draw.
var ErrNothing = errors.New("plotting: there is nothing to draw")

// Draw draws a chart of a size in points, which are an SVG's units. With plain
// the colors are those of paper, written out; else they are classes. It refuses
// sizes beyond 10 to 10000, charts that have nothing to draw, and those of a
// kind that there is not.
func (c *Chart) Draw(width, height float64, plain bool) (*Figure, error) {
	p, names, err := c.plot(width, height)
	if err != nil {
		return nil, err
	}
	canvas := newCanvas(width, height, plain)
	area := draw(p, names, canvas)
	f := &Figure{SVG: canvas.finish(), Range: [4]float64{p.X.Min, p.X.Max, p.Y.Min, p.Y.Max}}
	f.Box = [4]float64{float64(area.Min.X), height - float64(area.Max.Y), float64(area.Max.X), height - float64(area.Min.Y)}
	return f, nil
}

// plot returns the chart as gonum/plot knows it, and the names of its series.
func (c *Chart) plot(width, height float64) (*plot.Plot, legend, error) {
	if !(width >= 10 && height >= 10 && width <= 10000 && height <= 10000) {
		return nil, nil, fmt.Errorf("plotting: a size of %v x %v is not within 10 to 10000", width, height)
	}
	if err := c.check(); err != nil {
		return nil, nil, err
	}
	p := newPlot(c.X, c.Y)
	names, err := kinds[c.Kind](c, p)
	return p, names, err
}

// newPlot returns an empty plot with labeled axes.
func newPlot(x, y string) *plot.Plot {
	p := plot.New()
	p.BackgroundColor = nil
	p.X.Label.Text, p.Y.Label.Text = x, y
	for _, a := range []*plot.Axis{&p.X, &p.Y} {
		a.Color, a.Tick.Color = Muted, Muted
		a.Label.TextStyle.Color, a.Tick.Label.Color = Text, Text
		a.Label.TextStyle.Handler, a.Tick.Label.Handler = handler, handler
		a.Label.TextStyle.Font.Size, a.Tick.Label.Font.Size = 11, 10.5
		a.Label.Padding = vg.Points(2)
		a.Tick.Length = vg.Points(4)
		a.Tick.Marker = ticks{}
	}
	p.TextHandler = handler
	return p
}
