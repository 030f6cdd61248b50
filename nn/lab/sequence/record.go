package sequence

import "nnplay/nn"

// Record records the programs that all families on sequences have.
func (q *Task) Record(mem *nn.Memory, training nn.Training) {
	q.recordStep(mem.Graph("step"), training)
	q.recordEvaluate(mem.Graph("evaluate"))
	q.recordLook(mem.Graph("look"))
}

// recordStep records a step of all learners on one minibatch.
func (q *Task) recordStep(g *nn.Graph, training nn.Training) {
	g.Training = true
	batch := g.Minibatches(q.Train.N, q.batch())
	r := q.Samples(g, "train", q.Train.N, batch.Rows)
	for _, l := range q.Learners {
		l.Within(g, func() {
			loss, states := r.Loss(l.Model)
			training.Record(loss.Named("loss"))
			states.KeepGradients()
		})
	}
	batch.Advance()
	g.Tick()
}

// recordEvaluate records the probes "loss" and, of tokens, "right" (B, T).
func (q *Task) recordEvaluate(g *nn.Graph) {
	r := q.Samples(g, "evaluate", q.Judged, nil)
	for _, l := range q.Learners {
		l.Within(g, func() {
			loss, s := r.Loss(l.Model)
			loss.Named("loss")
			if r.Counts == nil {
				s.Right(r.Target).Named("right")
			}
		})
	}
}

// recordLook records what there is to see of one sample: model.Sequenced.Look.
func (q *Task) recordLook(g *nn.Graph) {
	r := q.Samples(g, "look", 1, nil)
	for _, l := range q.Learners {
		l.Within(g, func() { l.Model.Record(r.X, r.Source).Look() })
	}
}
