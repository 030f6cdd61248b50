package experiment

import (
	"math"

	"nnplay/nn/data/sequences"
)

// A grade is how well a learner does on some samples.
type grade struct {
	loss   float64   // mean over the places that count
	right  []float32 // (N, T), 1 where a token is predicted right; nil for values
	target []float32
	places int
}

// judge grades all learners on the first n samples, a number that
// q.judged divides.
func (q *sequence) judge(m *machine, d *sequences.Data, n int) []grade {
	grades := make([]grade, len(q.learners))
	target := d.Target[:n*d.T]
	var counted float64
	for first := 0; first < n; first += q.judged {
		q.write(m, "evaluate", d, first)
		m.run("evaluate")
		count := q.counted(d, first, first+q.judged)
		counted += count
		for i, l := range q.learners {
			g := &grades[i]
			g.loss += count * float64(m.probe("evaluate", l.probe("loss"))[0])
			if q.task.Tokens() {
				g.right = append(g.right, m.probe("evaluate", l.probe("right"))...)
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
func (q *sequence) counted(d *sequences.Data, from, to int) (n float64) {
	for i := from * d.T; i < to*d.T; i++ {
		if q.counts(d, i) {
			n++
		}
	}
	return n
}

// counts says whether a place counts, counted over all samples.
func (q *sequence) counts(d *sequences.Data, place int) bool {
	if d.Counts != nil {
		return d.Counts[place] > 0
	}
	return d.Target[place] != sequences.Ignored
}

// share returns the part of what is right: of whole answers, or of tokens. It is
// NaN for values.
func (g grade) share(metric sequences.Metric) float64 {
	if g.right == nil {
		return math.NaN()
	}
	return metric.Score(g.loss, g.right, g.target, g.places)
}

// metrics grades all learners. The test loss is of samples that were not trained
// on, except those of a text, which are windows of the same text.
func (q *sequence) metrics(m *machine) Metrics {
	out := noMetrics()
	whole := sequences.SequenceAccuracy
	if q.language() {
		whole = sequences.TokenAccuracy
	}
	if n := min(q.train.N, q.test.N) / q.judged * q.judged; n > 0 {
		train := q.judge(m, &q.train, n)[0]
		out.TrainLoss, out.TrainAccuracy = train.loss, train.share(whole)
	}
	test := q.judge(m, &q.test, q.test.N)
	out.TestLoss, out.Accuracy = test[0].loss, test[0].share(whole)
	switch {
	case q.language():
		out.Scores = append(out.Scores, Score{"perplexity", math.Exp(test[0].loss)})
	case q.task.Tokens():
		out.Scores = append(out.Scores, Score{"token-accuracy", test[0].share(sequences.TokenAccuracy)})
	}
	for _, rival := range test[1:] {
		out.Scores = append(out.Scores, Score{"rival-loss", rival.loss})
		if share := rival.share(whole); share == share {
			out.Scores = append(out.Scores, Score{"rival-accuracy", share})
		}
	}
	return out
}
