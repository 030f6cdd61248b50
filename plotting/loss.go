package plotting

import (
	"errors"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
)

// A Point is a value after a number of steps.
type Point struct{ Step, Value float64 }

// Loss draws the training loss and, dashed, the test loss over the steps.
// Values that are no numbers leave gaps out; labels are title, step, loss,
// training, test.
func Loss(s Style, train, test []Point, labels [5]Label) (*plot.Plot, error) {
	p := newPlot(s, labels[0], labels[1], labels[2])
	p.Add(grid(s))
	drawn := 0
	for i, series := range [][]Point{train, test} {
		var xys plotter.XYs
		for _, v := range series {
			if finite(v.Step) && finite(v.Value) {
				xys = append(xys, plotter.XY{X: v.Step, Y: v.Value})
			}
		}
		if len(xys) == 0 {
			continue
		}
		line, err := plotter.NewLine(xys)
		if err != nil {
			return nil, err
		}
		line.Width, line.Color = vg.Points(1.5), s.First
		if i == 1 {
			line.Color = s.Second
			line.Dashes = []vg.Length{vg.Points(5), vg.Points(3)}
		}
		p.Add(line)
		p.Legend.Add(labels[3+i], line)
		drawn++
	}
	if drawn == 0 {
		return nil, errors.New("plotting: no losses to draw")
	}
	p.Y.Min = min(p.Y.Min, 0)
	return p, nil
}

func grid(s Style) *plotter.Grid {
	g := plotter.NewGrid()
	g.Vertical.Color, g.Horizontal.Color = s.Muted, s.Muted
	g.Vertical.Width, g.Horizontal.Width = vg.Points(0.3), vg.Points(0.3)
	return g
}
