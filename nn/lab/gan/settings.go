package gan

import (
	"slices"

	"nnplay/nn"
	"nnplay/nn/lab"
	"nnplay/nn/lab/plane"
	"nnplay/nn/model"
	"nnplay/nn/setting"
)

// Settings is the settings of a generative adversarial network.
type Settings struct {
	plane.Settings
	Noise              string // what the generator begins with: a row of model.Noises
	Generator          []int  // units of each hidden layer
	Discriminator      []int
	HiddenActivation   string  // of all hidden layers
	BiasInit           float32 // first value of all biases
	Loss               string  // of both players: a row of nn.AdversarialLosses
	Critic             string  // what bounds the discriminator's slope
	WeightClip         float32 // where it is bounded by clipping
	DiscriminatorSteps int     // a step of training
	GeneratorSteps     int
	DiscriminatorRate  float32 // its learning rate; the generator has the common one
}

var onPlane = plane.In{Part: lab.PartOf(&sample, &sample.Settings)}

// setDefault makes Adam with β₁ = 0.5 the optimizer (Radford, Metz and Chintala
// 2016).
func setDefault(s *lab.Spec) {
	s.Optimizer, s.LearningRate, s.Momentum = "adam", 0.002, 0.5
	s.BatchSize, s.Samples = 64, 1000
	s.Own = Settings{
		Settings: plane.Settings{Distribution: "ring"},
		Noise:    "normal-2d", Generator: []int{32, 32}, Discriminator: []int{32, 32}, HiddenActivation: "relu",
		Loss: "non-saturating", Critic: "none", WeightClip: 0.1,
		DiscriminatorSteps: 1, GeneratorSteps: 1, DiscriminatorRate: 0.002,
	}
}

// Reasons why a setting, or an action, has no effect.
const (
	noTurns    = "no-turns"
	notClipped = "not-clipped"
)

// The rows name the values of settings in a sample of them.
var (
	sample Settings
	at     = lab.Within(&sample)
)

var rows = slices.Concat(onPlane.Rows(), []lab.Setting{
	{Field: setting.Field{Key: "noiseKind", Group: "network", Kind: setting.Enum, Restarts: true,
		Options: setting.Names(model.Noises, func(n model.Noise) string { return n.Name })},
		At: at(&sample.Noise)},
	lab.HiddenLayers("generatorShape", at(&sample.Generator)),
	lab.HiddenLayers("discriminatorShape", at(&sample.Discriminator)),
	lab.HiddenActivation(at(&sample.HiddenActivation)),
	lab.BiasInit(at(&sample.BiasInit)),
	{Field: setting.Field{Key: "adversarialLoss", Group: "training", Kind: setting.Enum, Restarts: true,
		Options: setting.Names(nn.AdversarialLosses, func(l nn.AdversarialLoss) string { return l.Name })},
		At: at(&sample.Loss)},
	{Field: setting.Field{Key: "critic", Group: "training", Kind: setting.Enum, Restarts: true, Options: []string{"none", "clip", "spectral"}},
		At: at(&sample.Critic)},
	{Field: setting.Field{Key: "weightClip", Group: "training", Kind: setting.Float, Min: 0.001, Max: 10, Log: true,
		Values: []float32{0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10}},
		Applies: whenWeightsAreClipped, At: at(&sample.WeightClip)},
	{Field: setting.Field{Key: "discriminatorSteps", Group: "training", Kind: setting.Int, Min: 0, Max: 10, Step: 1},
		At: at(&sample.DiscriminatorSteps)},
	{Field: setting.Field{Key: "generatorSteps", Group: "training", Kind: setting.Int, Min: 0, Max: 10, Step: 1},
		At: at(&sample.GeneratorSteps)},
	lab.Rate("discriminatorRate", at(&sample.DiscriminatorRate)),
})

func whenWeightsAreClipped(s *lab.Spec) string {
	return setting.Unless(s.Own.(Settings).Critic == "clip", notClipped)
}

// whenTurns applies to what goes through a step of training.
func whenTurns(s *lab.Spec) string {
	own := s.Own.(Settings)
	return setting.Unless(own.DiscriminatorSteps+own.GeneratorSteps > 0, noTurns)
}

func activations(s *lab.Spec) []string {
	own := s.Own.(Settings)
	return plane.HiddenActivations(own.HiddenActivation, own.Generator, own.Discriminator)
}

// repair chooses another optimizer for one that has no minibatches, and a critic
// for the loss that needs one.
func repair(s *lab.Spec, keep string) []setting.Notice {
	notices, own := s.RepairMinibatches(), s.Own.(Settings)
	if loss, _ := nn.FindAdversarialLoss(own.Loss); loss.Critic && own.Critic == "none" {
		if keep == "critic" {
			notices = append(notices, lab.Repaired("adversarialLoss", own.Loss, "non-saturating"))
			own.Loss = "non-saturating"
		} else {
			own.Critic = "spectral"
			notices = append(notices, lab.Repaired("critic", "none", own.Critic))
		}
	}
	s.Own = own
	return notices
}
