package lab

import (
	"slices"
	"strconv"

	"nnplay/nn"
	"nnplay/nn/setting"
)

// rates are the stops of learning rates.
var rates = []float32{1e-5, 3e-5, 1e-4, 3e-4, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10}

// common returns the settings that every family has.
func common(generated func(s *Spec) string) []Setting {
	var sample Common
	at := withinCommon(&sample)
	return []Setting{
		{Field: setting.Field{Key: "samples", Group: "data", Advanced: true, Kind: setting.Int, Min: 10, Max: 5000, Restarts: true, Log: true,
			Values: []float32{10, 20, 50, 100, 200, 300, 500, 800, 1200, 2000, 3000, 5000}},
			Applies: generated, At: at(&sample.Samples)},

		{Field: setting.Field{Key: "init", Group: "network", Advanced: true, Kind: setting.Enum, Restarts: true,
			Options: setting.Names(nn.Initializers, func(i nn.Initializer) string { return i.Name })},
			At: at(&sample.Init)},
		{Field: setting.Field{Key: "initScale", Group: "network", Advanced: true, Kind: setting.Float, Min: 0, Max: 10, Restarts: true,
			Values: []float32{0, 0.01, 0.03, 0.1, 0.3, 0.5, 1, 2, 3, 5, 10}},
			Applies: whenScaled, At: at(&sample.InitScale)},

		{Field: setting.Field{Key: "optimizer", Group: "training", Kind: setting.Enum, Restarts: true,
			Options: setting.Names(nn.Optimizers, func(o nn.Optimizer) string { return o.Name })},
			At: at(&sample.Optimizer)},
		{Field: setting.Field{Key: "learningRate", Group: "training", Kind: setting.Float, Min: 1e-7, Max: 100, Log: true, Values: rates},
			Applies: WhenMinibatches, At: at(&sample.LearningRate)},
		{Field: setting.Field{Key: "momentum", Group: "training", Advanced: true, Kind: setting.Float, Min: 0, Max: 0.9999,
			Values: []float32{0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.999}},
			Applies: whenRead(nn.HyperMomentum, momentumOnly), At: at(&sample.Momentum)},
		{Field: setting.Field{Key: "beta2", Group: "training", Advanced: true, Kind: setting.Float, Min: 0, Max: 0.99999,
			Values: []float32{0.5, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999, 0.9999}},
			Applies: whenRead(nn.HyperBeta2, meanSquareOnly), At: at(&sample.Beta2)},
		{Field: setting.Field{Key: "schedule", Group: "training", Advanced: true, Kind: setting.Enum, Restarts: true,
			Options: setting.Names(nn.Schedules, func(s nn.Schedule) string { return s.Name })},
			Applies: WhenMinibatches, At: at(&sample.Schedule)},
		{Field: setting.Field{Key: "scheduleSteps", Group: "training", Advanced: true, Kind: setting.Int, Min: 1, Max: 1e6, Log: true,
			Values: []float32{100, 200, 500, 1000, 2000, 5000, 10000, 20000, 50000, 100000}},
			Applies: whenScheduled, At: at(&sample.ScheduleSteps)},
		{Field: setting.Field{Key: "warmup", Group: "training", Advanced: true, Kind: setting.Int, Min: 0, Max: 1e5, RestartsAtZero: true,
			Values: []float32{0, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000}},
			Applies: WhenMinibatches, At: at(&sample.Warmup)},
		{Field: setting.Field{Key: "clip", Group: "training", Advanced: true, Kind: setting.Float, Min: 0, Max: 1000, RestartsAtZero: true,
			Values: []float32{0, 0.01, 0.03, 0.1, 0.3, 0.5, 1, 3, 5, 10}},
			Applies: WhenMinibatches, At: at(&sample.Clip)},
		{Field: setting.Field{Key: "batchSize", Group: "training", Kind: setting.Int, Min: 1, Max: 1024, Log: true, Restarts: true,
			Values: []float32{1, 2, 5, 10, 15, 20, 25, 30, 50, 100, 200, 500, 1000}},
			Applies: WhenMinibatches, At: at(&sample.BatchSize)},
		{Field: setting.Field{Key: "seed", Group: "training", Advanced: true, Kind: setting.Seed, Restarts: true},
			At: at(&sample.Seed)},
		{Field: setting.Field{Key: "weightSeed", Group: "training", Advanced: true, Kind: setting.Seed, Restarts: true},
			Effective: func(s *Spec) string { return strconv.FormatUint(uint64(s.InitialSeed()), 10) }, At: at(&sample.WeightSeed)},
		{Field: setting.Field{Key: "weights", Group: "training", Advanced: true, Kind: setting.Weights, Restarts: true},
			At: at(&sample.Weights)},

		{Field: setting.Field{Key: "hide", Group: "output", Advanced: true, Kind: setting.List, Options: hideable},
			At: at(&sample.Hide)},
	}
}

// Reasons why a setting has no effect, which families share: the codes of the
// translations applies.CODE.
const (
	FullBatchOnly    = "full-batch"
	meanSquareOnly   = "mean-square-only"
	momentumOnly     = "momentum-only"
	NoHidden         = "no-hidden-layers"
	noRegularization = "no-regularization"
	noSchedule       = "no-schedule"
	zeroInit         = "zero-init"
)

// Reasons lists them all.
var Reasons = []string{FullBatchOnly, meanSquareOnly, momentumOnly, NoHidden, noRegularization, noSchedule, zeroInit}

// WhenMinibatches applies to what an optimizer that looks at all samples in each
// step, and finds its own step length, has no use for.
func WhenMinibatches(s *Spec) string { return setting.Unless(!s.FullBatch(), FullBatchOnly) }

func whenScaled(s *Spec) string {
	initializer, _ := nn.FindInitializer(s.Init)
	return setting.Unless(!initializer.Unscaled, zeroInit)
}

func whenScheduled(s *Spec) string {
	if reason := WhenMinibatches(s); reason != "" {
		return reason
	}
	schedule, _ := nn.FindSchedule(s.Schedule)
	return setting.Unless(!schedule.Constant, noSchedule)
}

// whenRead applies to a hyper-parameter that some optimizers read.
func whenRead(hyper, reason string) func(s *Spec) string {
	return func(s *Spec) string {
		optimizer, _ := nn.FindOptimizer(s.Optimizer)
		return setting.Unless(slices.Contains(optimizer.Reads, hyper), reason)
	}
}
