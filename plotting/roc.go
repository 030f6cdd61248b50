package plotting

import (
	"errors"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
)

// ROC draws the receiver operating characteristic: the rate of true positives
// over that of false ones, and the diagonal of a guess. Labels are title, false
// positive rate, true positive rate.
func ROC(s Style, tpr, fpr []float64, labels [3]Label) (*plot.Plot, error) {
	if len(tpr) != len(fpr) || len(tpr) < 2 {
		return nil, errors.New("plotting: a ROC curve needs as many true as false positive rates, two at least")
	}
	p := newPlot(s, labels[0], labels[1], labels[2])
	xys := make(plotter.XYs, len(tpr))
	for i := range xys {
		xys[i] = plotter.XY{X: fpr[i], Y: tpr[i]}
	}
	curve, err := plotter.NewLine(xys)
	if err != nil {
		return nil, err
	}
	curve.Width, curve.Color = vg.Points(1.5), s.First
	guess, err := plotter.NewLine(plotter.XYs{{X: 0, Y: 0}, {X: 1, Y: 1}})
	if err != nil {
		return nil, err
	}
	guess.Color, guess.Dashes = s.Muted, []vg.Length{vg.Points(3), vg.Points(3)}
	p.Add(grid(s), guess, curve)
	p.X.Min, p.X.Max, p.Y.Min, p.Y.Max = 0, 1, 0, 1
	return p, nil
}
