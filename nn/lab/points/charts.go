package points

import (
	"math"

	"nnplay/nn/lab"
	"nnplay/nn/metric"
)

// chartSamples is how many points of a test set a chart shows.
const chartSamples = 500

// chartKeys are the keys of translations that the charts use.
var chartKeys = []string{
	"chart.residuals", "chart.roc", "axis.fpr", "axis.predicted", "axis.residual", "axis.tpr", "series.classifier", "series.target",
}

// Charts returns what the outputs on the test set come to beside the confusion
// matrix, or on the training set where there is no test set: the receiver
// operating characteristic of two classes, or the residuals of values.
func (t *perceptron) Charts(m *lab.Machine) []lab.Chart {
	if t.problem.empty {
		return nil
	}
	shown := &t.problem.test
	if shown.len() == 0 {
		shown = &t.problem.train
	}
	_, out := t.evaluate(m, shown)
	if t.problem.classes == 0 {
		return []lab.Chart{residualChart(t.problem.meant(out), t.problem.meant(shown.y), t.problem.units)}
	}
	if t.problem.classes > 2 {
		return nil
	}
	scores, positive := t.scores(shown, out)
	tpr, fpr := metric.ROC(scores, positive)
	s := lab.Series{Name: "series.classifier"}
	for i := range tpr {
		s.Add(fpr[i], tpr[i])
	}
	if len(s.Points) <= 2 {
		return nil
	}
	return []lab.Chart{{Name: "roc", Kind: "unit", Title: "chart.roc", X: "axis.fpr", Y: "axis.tpr", Value: metric.AUC(scores, positive), Series: []lab.Series{s}}}
}

// residualChart shows, for each target of K, what is left of the true value
// over what was predicted; both are (n, K).
func residualChart(predicted, truth []float32, k int) lab.Chart {
	c := lab.Chart{Name: "residuals", Kind: "scatter", Title: "chart.residuals", X: "axis.predicted", Y: "axis.residual", Value: math.NaN()}
	for j := range k {
		s := lab.Series{Name: "series.target", Number: j + 1}
		for i := j; i < min(len(predicted), chartSamples*k); i += k {
			s.Add(float64(predicted[i]), float64(truth[i])-float64(predicted[i]))
		}
		if len(s.Points) > 0 {
			c.Series = append(c.Series, s)
		}
	}
	return c
}

// Activations returns those of each hidden layer on the training data, as many
// as are evaluated at once.
func (t *perceptron) Activations(m *lab.Machine) (layers []lab.Activated) {
	if t.problem.empty {
		return nil
	}
	n, f := min(t.problem.train.len(), t.rows), len(t.problem.features)
	copy(m.Slice("evaluate/x"), t.problem.train.x[:n*f])
	m.Run("evaluate")
	hidden := t.network.Layers()
	for _, l := range hidden[:len(hidden)-1] {
		layers = append(layers, lab.Activated{Units: l.Units, Activation: l.Activation, Out: m.Probe("evaluate", l.Name+"/out")[:n*l.Units]})
	}
	return layers
}
