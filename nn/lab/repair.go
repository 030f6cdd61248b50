package lab

import (
	"strconv"

	"nnplay/nn"
	"nnplay/nn/setting"
)

// MaxCells bounds the activations that one training step holds: hidden units
// times the samples of a minibatch. That is 2 MB an operation.
const MaxCells = 1 << 19

// FullBatch tells whether the optimizer looks at all training samples at each step.
func (c *Common) FullBatch() bool {
	optimizer, ok := nn.FindOptimizer(c.Optimizer)
	return ok && optimizer.FullBatch()
}

// RepairMinibatches chooses another optimizer for one that has none.
func (s *Spec) RepairMinibatches() []setting.Notice {
	if !s.FullBatch() {
		return nil
	}
	given := s.Optimizer
	s.Optimizer = "adam"
	return []setting.Notice{Repaired("optimizer", given, s.Optimizer)}
}

// LimitBatch makes minibatches smaller than a limit.
func (s *Spec) LimitBatch(limit int) []setting.Notice {
	if s.BatchSize <= limit {
		return nil
	}
	given := s.BatchSize
	s.BatchSize = limit
	return []setting.Notice{TooLarge("batchSize", strconv.Itoa(given), strconv.Itoa(limit))}
}

// LimitCells makes minibatches smaller that would need too much memory, by the
// numbers that a network keeps of a sample.
func (s *Spec) LimitCells(cells int) []setting.Notice { return s.LimitBatch(max(1, MaxCells/cells)) }

// Repaired is the notice that a setting gave way to others.
func Repaired(key, given, used string) setting.Notice {
	return setting.Note("repaired", "key", key, "given", given, "used", used)
}

// TooLarge is the notice that a setting gave way to what a step may take.
func TooLarge(key, given, used string) setting.Notice {
	return setting.Note("too-large", "key", key, "given", given, "used", used)
}
