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

var onPlane = plane.Place[Settings](func(own *Settings) *plane.Settings { return &own.Settings })

func setDefault(s *lab.Spec) {
	s.Optimizer, s.LearningRate, s.Init = "adam", 0.005, "he"
	s.BatchSize, s.Samples = 128, 2000
	s.Own = Settings{
		Settings: plane.Settings{Distribution: "two-moons"},
		Hidden:   []int{32, 32, 32}, HiddenActivation: "silu", Integrator: "midpoint", Steps: 12,
	}
}

var rows = slices.Concat(onPlane.Rows(), []lab.Setting{
	lab.HiddenLayers("flowShape", lab.InOwn(func(own *Settings) any { return &own.Hidden })),
	lab.HiddenActivation(lab.InOwn(func(own *Settings) any { return &own.HiddenActivation })),
	lab.BiasInit(lab.InOwn(func(own *Settings) any { return &own.BiasInit })),
	{Field: setting.Field{Key: "integrator", Group: "output", Kind: setting.Enum,
		Options: setting.Names(model.Integrators, func(i model.Integrator) string { return i.Name })},
		At: lab.InOwn(func(own *Settings) any { return &own.Integrator })},
	{Field: setting.Field{Key: "flowSteps", Group: "output", Kind: setting.Int, Min: 1, Max: maxSteps, Step: 1},
		At: lab.InOwn(func(own *Settings) any { return &own.Steps })},
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
