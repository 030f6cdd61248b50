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

// evaluate returns the losses (n) of the samples of a split and the outputs (n, K).
func (t *perceptron) evaluate(m *lab.Machine, s *split) (losses, out []float32) {
	k := t.problem.units
	y, loss := m.Probe("evaluate", "output/out"), m.Probe("evaluate", "loss")
	for at := 0; at < s.len(); at += t.rows {
		rows := t.load(m, s, at)
		m.Run("evaluate")
		out = append(out, y[:rows*k]...)
		losses = append(losses, loss[:rows]...)
	}
	return losses, out
}

// load fills in the samples of a split that are evaluated at once, from one on, and
// returns how many they are.
func (t *perceptron) load(m *lab.Machine, s *split, at int) (rows int) {
	k, f := t.problem.units, len(t.problem.features)
	rows = min(t.rows, s.len()-at)
	copy(m.Slice("evaluate/x"), s.x[at*f:(at+rows)*f])
	copy(m.Slice("evaluate/y"), s.y[at*k:(at+rows)*k])
	return rows
}

// mean returns the mean of losses, NaN of none.
func mean(losses []float32) float64 {
	var sum float64
	for _, v := range losses {
		sum += float64(v)
	}
	return sum / float64(len(losses))
}

// TrainLoss implements lab.Minimizer.
func (t *perceptron) TrainLoss(m *lab.Machine) float64 {
	if t.problem.empty {
		return math.NaN()
	}
	losses, _ := t.evaluate(m, &t.problem.train)
	return mean(losses)
}

// Metrics evaluates the network on both parts of the data.
func (t *perceptron) Metrics(m *lab.Machine) lab.Metrics {
	out := lab.NoMetrics()
	if t.problem.empty {
		return out
	}
	train, test := &t.problem.train, &t.problem.test
	trainLosses, trainOut := t.evaluate(m, train)
	testLosses, testOut := t.evaluate(m, test)
	out.TrainLoss, out.TestLoss = mean(trainLosses), mean(testLosses)
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
