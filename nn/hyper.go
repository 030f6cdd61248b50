package nn

// Hyper holds the hyper-parameters of training, which may change between steps.
// What a training reads of them depends on what it is made of.
type Hyper struct {
	LearningRate       float32 // η
	Momentum           float32 // β, or β₁ of Adam
	Beta2              float32 // decay of the mean square
	ScheduleSteps      int     // length of a schedule
	WarmUpSteps        int     // in which the rate rises
	Clip               float32 // largest norm of the whole gradient
	RegularizationRate float32
	WeightClip         float32 // largest size of a parameter
}

// The names of their cells.
const (
	HyperLearningRate       = "learningRate"
	HyperMomentum           = "momentum"
	HyperBeta2              = "beta2"
	HyperScheduleSteps      = "scheduleSteps"
	HyperWarmUpSteps        = "warmup"
	HyperClip               = "clip"
	HyperRegularizationRate = "regularizationRate"
	HyperWeightClip         = "weightClip"
)

// Write sets the cells that were declared within a scope, which is "" where
// there is none. slice returns a cell by its whole name, nil if there is no
// such cell (Unit.Slice).
func (h Hyper) Write(slice func(name string) []float32, scope string) {
	if scope != "" {
		scope += "/"
	}
	for _, cell := range []struct {
		name  string
		value float32
	}{
		{HyperLearningRate, h.LearningRate},
		{HyperMomentum, h.Momentum},
		{HyperBeta2, h.Beta2},
		{HyperScheduleSteps, float32(h.ScheduleSteps)},
		{HyperWarmUpSteps, float32(h.WarmUpSteps)},
		{HyperClip, h.Clip},
		{HyperRegularizationRate, h.RegularizationRate},
		{HyperWeightClip, h.WeightClip},
	} {
		if at := slice(scope + cell.name); at != nil {
			at[0] = cell.value
		}
	}
}
