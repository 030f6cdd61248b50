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

// InitialSeed returns the seed of the initial weights. The data, the order of samples
// and dropout have Seed whatever it is, so that with another one the same network
// learns the same samples in the same order from other weights.
func (c *Common) InitialSeed() uint32 {
	if c.WeightSeed != 0 {
		return c.WeightSeed
	}
	return c.Seed
}

// Hyper returns the hyper-parameters of training that every family has.
func (c *Common) Hyper() nn.Hyper {
	return nn.Hyper{
		LearningRate: c.LearningRate, Momentum: c.Momentum, Beta2: c.Beta2,
		ScheduleSteps: c.ScheduleSteps, WarmUpSteps: c.Warmup, Clip: c.Clip,
	}
}

// Batch returns how many of n training samples a minibatch has.
func (c *Common) Batch(n int) int { return min(c.BatchSize, n) }
