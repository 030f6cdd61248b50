package sequence

import (
	"math"

	"nnplay/nn/data/sequences"
	"nnplay/nn/lab"
)

// A grade is how well a learner does on some samples.
type grade struct {
	loss   float64   // mean over the places that count
	losses []float64 // of each of the groups of samples that are judged at once
	right  []float32 // (N, T), 1 where a token is predicted right; nil for values
	target []float32
	places int
}

// judge grades all learners on the first n samples, a number that
// q.Judged divides.
func (q *Task) judge(m *lab.Machine, d *sequences.Data, n int) []grade {
	grades := make([]grade, len(q.Learners))
	target := d.Target[:n*d.T]
	var counted float64
	for first := 0; first < n; first += q.Judged {
		q.Write(m, "evaluate", d, first)
		m.Run("evaluate")
		count := q.counted(d, first, first+q.Judged)
		counted += count
		for i, l := range q.Learners {
			g := &grades[i]
			g.losses = append(g.losses, float64(m.Probe("evaluate", l.Name("loss"))[0]))
			g.loss += count * g.losses[len(g.losses)-1]
			if q.Tokens() {
				g.right = append(g.right, m.Probe("evaluate", l.Name("right"))...)
			}
		}
	}
	for i := range grades {
		grades[i].loss /= counted
		grades[i].target, grades[i].places = target, d.T
	}
	return grades
}

// counted returns how many places of some samples count.
func (q *Task) counted(d *sequences.Data, from, to int) (n float64) {
	for i := from * d.T; i < to*d.T; i++ {
		if Counts(d, i) {
			n++
		}
	}
	return n
}

// language tells whether the task is a text, of which every token is predicted.
func (q *Task) language() bool { return q.row.Metric == sequences.Perplexity }

// share returns the part of what is right: of whole answers, or of tokens. It is
// NaN for values.
func (g grade) share(metric sequences.Metric) float64 {
	if g.right == nil {
		return math.NaN()
	}
	return metric.Score(g.loss, g.right, g.target, g.places)
}

// Scores are the rows of what Metrics tells of one network, RivalScores those of a
// second one.
var (
	Scores      = []lab.ScoreRow{{Name: "perplexity"}, {Name: "token-accuracy", More: true, Share: true}}
	RivalScores = []lab.ScoreRow{{Name: "rival-loss"}, {Name: "rival-accuracy", More: true, Share: true}}
)

// judgedTrain returns how many training samples are judged: about as many as test it.
func (q *Task) judgedTrain() int { return min(q.Train.N, q.Test.N) / q.Judged * q.Judged }

// TrainLoss implements lab.Minimizer: the first learner's.
func (q *Task) TrainLoss(m *lab.Machine) float64 {
	n := q.judgedTrain()
	if n == 0 {
		return math.NaN()
	}
	return q.judge(m, &q.Train, n)[0].loss
}

// Metrics grades all learners on samples that were not trained on. Where all of
// somebody's own text trains there are none: then the scores are of windows of the
// same text, and there is no test loss.
func (q *Task) Metrics(m *lab.Machine) lab.Metrics {
	out := lab.NoMetrics()
	whole := sequences.SequenceAccuracy
	if q.language() {
		whole = sequences.TokenAccuracy
	}
	if n := q.judgedTrain(); n > 0 {
		train := q.judge(m, &q.Train, n)[0]
		out.TrainLoss, out.TrainAccuracy = train.loss, train.share(whole)
	}
	test := q.judge(m, &q.Test, q.Test.N)
	out.Accuracy = test[0].share(whole)
	if !q.wholeTrains() {
		out.TestLoss = test[0].loss
	}
	switch {
	case q.language():
		out.Scores = append(out.Scores, lab.Score{Name: "perplexity", Value: math.Exp(test[0].loss)})
	case q.Tokens():
		out.Scores = append(out.Scores, lab.Score{Name: "token-accuracy", Value: test[0].share(sequences.TokenAccuracy)})
	}
	for _, rival := range test[1:] {
		out.Scores = append(out.Scores, lab.Score{Name: "rival-loss", Value: rival.loss})
		if share := rival.share(whole); share == share {
			out.Scores = append(out.Scores, lab.Score{Name: "rival-accuracy", Value: share})
		}
	}
	return out
}

// wholeTrains tells whether the task is a running text of somebody's own, and nothing
// of it is held back.
func (q *Task) wholeTrains() bool {
	own := Of(&q.Spec)
	return own.Task == sequences.OwnText && own.PercTrainData == WholeText && WhenRunning(&q.Spec) == ""
}
