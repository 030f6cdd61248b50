package experiment

import (
	"math"

	"nnplay/nn"
	"nnplay/nn/metric"
	"nnplay/nn/model"
)

// Metrics tells how well the network does now. What does not apply is NaN or nil.
type Metrics struct {
	Step          uint64
	Epoch         float64
	TrainLoss     float64
	TestLoss      float64
	Accuracy      float64 // of the test set, or of the training set where there is no test set
	TrainAccuracy float64
	Precision     float64 // these too of the test set; of class 1, or the mean over classes
	Recall        float64
	F1            float64
	AUC           float64 // two classes only
	R2            float64 // regression only
	Confusion     [][]int
	Scores        []Score // what else an architecture tells, the most telling first
}

// An evaluator computes outputs and losses of many samples, a chunk at a time.
type evaluator struct {
	rows      int // samples a chunk
	out, loss *nn.Tensor
}

// evaluatedRows is the number of samples in a chunk: enough to keep the
// instructions' overhead small, few enough to stay in the cache.
const evaluatedRows = 256

func newEvaluator(g *nn.Graph, spec *Spec, p *problem, network model.Network) evaluator {
	rows := min(evaluatedRows, max(p.train.len(), p.test.len()))
	x := g.Input("evaluate/x", rows, len(p.features))
	t := g.Input("evaluate/y", rows, p.units)
	z, y := network.Record(x)
	loss, _ := nn.FindLoss(spec.LossFunction())
	return evaluator{rows: rows, out: y, loss: loss.PerSample(z, y, t).Named("loss")}
}

// evaluate returns the mean loss over a split, NaN if it is empty, and the
// outputs (n, K).
func (r *Run) evaluate(s *split) (loss float64, out []float32) {
	n, k, f := s.len(), r.problem.units, len(r.problem.features)
	x, t := r.unit.Slice(r.arena, "evaluate/x"), r.unit.Slice(r.arena, "evaluate/y")
	y, losses := r.unit.Tensor(r.arena, r.eval.out), r.unit.Tensor(r.arena, r.eval.loss)
	var sum float64
	for at := 0; at < n; at += r.eval.rows {
		rows := min(r.eval.rows, n-at)
		copy(x, s.x[at*f:(at+rows)*f])
		copy(t, s.y[at*k:(at+rows)*k])
		r.exec.Run(r.unit.Programs["evaluate"], 1)
		out = append(out, y[:rows*k]...)
		for _, v := range losses[:rows] {
			sum += float64(v)
		}
	}
	return sum / float64(n), out
}

// noMetrics returns metrics of which none applies.
func noMetrics() Metrics {
	nan := math.NaN()
	return Metrics{
		TrainLoss: nan, TestLoss: nan, Accuracy: nan, TrainAccuracy: nan,
		Precision: nan, Recall: nan, F1: nan, AUC: nan, R2: nan,
	}
}

// Metrics evaluates the network on both parts of the data.
func (r *Run) Metrics() Metrics {
	if r.task != nil {
		m := r.task.metrics(&r.machine)
		m.Step, m.Epoch = r.steps, r.Epoch()
		return m
	}
	m := noMetrics()
	m.Step, m.Epoch = r.steps, r.Epoch()
	if r.problem.empty {
		return m
	}
	train, test := &r.problem.train, &r.problem.test
	var trainOut, testOut []float32
	m.TrainLoss, trainOut = r.evaluate(train)
	m.TestLoss, testOut = r.evaluate(test)
	shown, out := test, testOut
	if test.len() == 0 {
		shown, out = train, trainOut
	}
	if r.problem.classes == 0 {
		m.R2 = metric.R2(widen(out), widen(shown.y))
		return m
	}
	r.judge(trainOut, testOut)
	m.TrainAccuracy = r.confusion(train, trainOut).Accuracy()
	c := r.confusion(shown, out)
	m.Accuracy = c.Accuracy()
	m.Precision, m.Recall, m.F1 = c.Of(c.Precision), c.Of(c.Recall), c.Of(c.F1)
	m.Confusion = c
	if r.problem.classes == 2 {
		m.AUC = r.auc(shown, out)
	}
	return m
}

func (r *Run) confusion(s *split, out []float32) metric.Confusion {
	truth, predicted := make([]int, s.len()), make([]int, s.len())
	k := r.problem.units
	for i := range truth {
		truth[i] = int(s.points.Y[i])
		predicted[i] = r.problem.classify(out[i*k : (i+1)*k])
	}
	return metric.NewConfusion(truth, predicted, r.problem.classes)
}

func (r *Run) auc(s *split, out []float32) float64 { return metric.AUC(r.scores(s, out)) }

// scores returns how much each sample's output speaks for class 1, and whether
// it is of that class.
func (r *Run) scores(s *split, out []float32) (scores []float64, positive []bool) {
	k := r.problem.units
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
