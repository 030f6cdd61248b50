package diffusion

import (
	"slices"

	"nnplay/nn/lab"
	"nnplay/nn/lab/plane"
	"nnplay/nn/model"
	"nnplay/nn/setting"
)

// Settings is the settings of flow matching.
type Settings struct {
	plane.Settings
	Hidden           []int   // units of each hidden layer of the network that tells velocities
	HiddenActivation string  // of all of them
	BiasInit         float32 // first value of all biases
	Integrator       string  // a row of model.Integrators
	Steps            int     // of the integrator, from noise to data
}

// maxSteps bounds the steps of the integrator.
const maxSteps = 50

var onPlane = plane.In{Part: lab.PartOf(&sample, &sample.Settings)}

func setDefault(s *lab.Spec) {
	s.Optimizer, s.LearningRate, s.Init = "adam", 0.005, "he"
	s.BatchSize, s.Samples = 128, 2000
	s.Own = Settings{
		Settings: plane.Settings{Distribution: "two-moons"},
		Hidden:   []int{32, 32, 32}, HiddenActivation: "silu", Integrator: "midpoint", Steps: 12,
	}
}

// The rows name the values of settings in a sample of them.
var (
	sample Settings
	at     = lab.Within(&sample)
)

var rows = slices.Concat(onPlane.Rows(), []lab.Setting{
	lab.HiddenLayers("flowShape", at(&sample.Hidden)),
	lab.HiddenActivation(at(&sample.HiddenActivation)),
	lab.BiasInit(at(&sample.BiasInit)),
	{Field: setting.Field{Key: "integrator", Group: "output", Kind: setting.Enum,
		Options: setting.Names(model.Integrators, func(i model.Integrator) string { return i.Name })},
		At: at(&sample.Integrator)},
	{Field: setting.Field{Key: "flowSteps", Group: "output", Kind: setting.Int, Min: 1, Max: maxSteps, Step: 1},
		At: at(&sample.Steps)},
})

func activations(s *lab.Spec) []string {
	own := s.Own.(Settings)
	return plane.HiddenActivations(own.HiddenActivation, own.Hidden)
}

// repair keeps to minibatches, and those to the memory there is.
func repair(s *lab.Spec, _ string) []setting.Notice {
	cells := 2
	for _, units := range s.Own.(Settings).Hidden {
		cells += units
	}
	return append(s.RepairMinibatches(), s.LimitCells(cells)...)
}
