package lab

import "nnplay/nn"

// Training returns what the settings say of how a loss is made smaller.
func (c *Common) Training(freeze bool) nn.Training {
	optimizer, _ := nn.FindOptimizer(c.Optimizer)
	schedule, _ := nn.FindSchedule(c.Schedule)
	return nn.Training{
		Optimizer: optimizer, Schedule: schedule, WarmUp: c.Warmup > 0, Clip: c.Clip > 0, Freeze: freeze,
	}
}

// Initializer returns how the weights begin.
func (c *Common) Initializer() nn.Initializer {
	initializer, _ := nn.FindInitializer(c.Init)
	return initializer
}

// Tune writes the hyper-parameters of training under a scope, "" for none: those
// that the programs have.
func (c *Common) Tune(m *Machine, scope string) {
	if scope != "" {
		scope += "/"
	}
	m.Set(scope+nn.HyperLearningRate, c.LearningRate)
	m.Set(scope+nn.HyperMomentum, c.Momentum)
	m.Set(scope+nn.HyperBeta2, c.Beta2)
	m.Set(scope+nn.HyperScheduleSteps, float32(c.ScheduleSteps))
	m.Set(scope+nn.HyperWarmUpSteps, float32(c.Warmup))
	m.Set(scope+nn.HyperClip, c.Clip)
}

// Batch returns how many of n training samples a minibatch has.
func (c *Common) Batch(n int) int { return min(c.BatchSize, n) }

// A Minibatch is the part of the training samples that a step looks at: it is
// gathered by the inputs "order" (n) and "cursor", which Machine.Shuffle lays out.
type Minibatch struct {
	order, cursor *nn.Tensor
	batch         int
}

// NewMinibatch declares the inputs for batch of n samples.
func NewMinibatch(g *nn.Graph, n, batch int) Minibatch {
	return Minibatch{g.Input("order", n), g.Input("cursor"), batch}
}

// Of gathers the minibatch's rows of all samples (n, ...).
func (b Minibatch) Of(all *nn.Tensor) *nn.Tensor { return all.Rows(b.order, b.cursor, b.batch) }

// Advance records that the next step looks at the samples that follow.
func (b Minibatch) Advance(g *nn.Graph) { g.Assign(b.cursor, b.cursor.Plus(float32(b.batch))) }
