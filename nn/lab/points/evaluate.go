package points

import (
	"math"
	"slices"

	"nnplay/nn/data"
	"nnplay/nn/lab"
	"nnplay/nn/metric"
)

// evaluatedRows is the number of samples that are evaluated at once: enough to
// keep the instructions' overhead small, few enough to stay in the cache.
const evaluatedRows = 256

// evaluate returns the mean loss over a split, NaN if it is empty, and the
// outputs (n, K).
func (t *perceptron) evaluate(m *lab.Machine, s *split) (loss float64, out []float32) {
	n, k, f := s.len(), t.problem.units, len(t.problem.features)
	x, target := m.Slice("evaluate/x"), m.Slice("evaluate/y")
	y, losses := m.Probe("evaluate", "output/out"), m.Probe("evaluate", "loss")
	var sum float64
	for at := 0; at < n; at += t.rows {
		rows := min(t.rows, n-at)
		copy(x, s.x[at*f:(at+rows)*f])
		copy(target, s.y[at*k:(at+rows)*k])
		m.Run("evaluate")
		out = append(out, y[:rows*k]...)
		for _, v := range losses[:rows] {
			sum += float64(v)
		}
	}
	return sum / float64(n), out
}

// TrainLoss implements lab.Minimizer.
func (t *perceptron) TrainLoss(m *lab.Machine) float64 {
	if t.problem.empty {
		return math.NaN()
	}
	loss, _ := t.evaluate(m, &t.problem.train)
	return loss
}

// Metrics evaluates the network on both parts of the data.
func (t *perceptron) Metrics(m *lab.Machine) lab.Metrics {
	out := lab.NoMetrics()
	if t.problem.empty {
		return out
	}
	train, test := &t.problem.train, &t.problem.test
	var trainOut, testOut []float32
	out.TrainLoss, trainOut = t.evaluate(m, train)
	out.TestLoss, testOut = t.evaluate(m, test)
	shown, shownOut := test, testOut
	if test.len() == 0 {
		shown, shownOut = train, trainOut
	}
	if t.problem.classes == 0 {
		out.R2 = metric.R2(widen(shownOut), widen(shown.y))
		return out
	}
	t.judge(m, trainOut, testOut)
	out.TrainAccuracy = t.confusion(train, trainOut).Accuracy()
	out.Judge(t.confusion(shown, shownOut))
	if t.problem.classes == 2 {
		out.AUC = metric.AUC(t.scores(shown, shownOut))
	}
	return out
}

func (t *perceptron) confusion(s *split, out []float32) metric.Confusion {
	truth, predicted := make([]int, s.len()), make([]int, s.len())
	k := t.problem.units
	for i := range truth {
		truth[i] = int(s.points.Y[i])
		predicted[i] = t.problem.classify(out[i*k : (i+1)*k])
	}
	return metric.NewConfusion(truth, predicted, t.problem.classes)
}

// scores returns how much each sample's output speaks for class 1, and whether
// it is of that class.
func (t *perceptron) scores(s *split, out []float32) (scores []float64, positive []bool) {
	k := t.problem.units
	scores, positive = make([]float64, s.len()), make([]bool, s.len())
	for i := range scores {
		scores[i] = float64(out[i*k+k-1])
		positive[i] = s.points.Y[i] == 1
	}
	return scores, positive
}

func widen(values []float32) []float64 {
	out := make([]float64, len(values))
	for i, v := range values {
		out[i] = float64(v)
	}
	return out
}

// Inputs returns the number of raw inputs of a point, 1 or 2, or of a row of a table.
func (t *perceptron) Inputs() int {
	if t.problem.table != nil {
		return len(t.problem.features)
	}
	return t.problem.set.Inputs
}

// Predict returns the network's outputs (n, K) for raw inputs (n, Inputs), as
// it is now: a probability or a value, in its own units, for each output unit.
func (t *perceptron) Predict(m *lab.Machine, inputs []float32) []float32 {
	p := t.problem
	if p.empty {
		return nil
	}
	points := data.Points{X: inputs, Dim: t.Inputs(), Targets: 1, Y: make([]float32, len(inputs)/t.Inputs())}
	s := split{points: points, x: slices.Clone(inputs)}
	if p.table == nil {
		s.x = p.expand(points)
	}
	p.scaler.Apply(s.x)
	s.y = make([]float32, len(points.Y)*p.units)
	_, out := t.evaluate(m, &s)
	return p.meant(out)
}
