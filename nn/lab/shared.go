package lab

import (
	"slices"

	"nnplay/nn"
	"nnplay/nn/setting"
)

// Settings that several families have, each in its own place.

// Activations are the options of the activation of hidden layers.
var Activations = setting.Names(nn.Activations, func(a nn.Activation) string { return a.Name })

// PercTrainData is the share of the data that is trained on, in percent.
func PercTrainData(at Access, applies func(s *Spec) string) Setting {
	return Setting{Field: setting.Field{Key: "percTrainData", Group: "data", Kind: setting.Int, Min: 10, Max: 90, Step: 10, Restarts: true,
		Values: []float32{10, 20, 30, 40, 50, 60, 70, 80, 90}}, Applies: applies, At: at}
}

// HiddenActivation is the activation of all hidden layers, where they share one.
func HiddenActivation(at Access) Setting {
	return Setting{Field: setting.Field{Key: "hiddenActivation", Group: "network", Kind: setting.Enum, Options: Activations, OptionsOf: "activation", Restarts: true}, At: at}
}

// Normalization is a row of nn.Normalizations.
func Normalization(at Access, applies func(s *Spec) string) Setting {
	return Setting{Field: setting.Field{Key: "normalization", Group: "network", Advanced: true, Kind: setting.Enum, Restarts: true,
		Options: setting.Names(nn.Normalizations, func(n nn.Normalization) string { return n.Name })}, Applies: applies, At: at}
}

// Dropout is the probability that a hidden unit is dropped, 0 = off.
func Dropout(at Access, applies func(s *Spec) string) Setting {
	return Setting{Field: setting.Field{Key: "dropout", Group: "network", Advanced: true, Kind: setting.Float, Min: 0, Max: 0.9, Step: 0.05, RestartsAtZero: true,
		Values: []float32{0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5}}, Applies: applies, At: at}
}

// BiasInit is the first value of all biases.
func BiasInit(at Access) Setting {
	return Setting{Field: setting.Field{Key: "biasInit", Group: "network", Advanced: true, Kind: setting.Float, Min: -10, Max: 10, Step: 0.1, Restarts: true,
		Values: []float32{-1, -0.5, -0.1, -0.01, 0, 0.01, 0.1, 0.5, 1}}, At: at}
}

// Rate is another learning rate, beside the common one.
func Rate(key string, at Access) Setting {
	return Setting{Field: setting.Field{Key: key, Group: "training", Kind: setting.Float, Min: 1e-7, Max: 100, Log: true, Values: rates}, At: at}
}

// Regularized is the settings of families whose weights may be held small.
type Regularized struct {
	Regularization     string // a row of nn.Regularizations
	RegularizationRate float32
}

// RegularizedSettings are the rows of Regularized.
func RegularizedSettings(in Part[Regularized]) []Setting {
	regularized := func(s *Spec) string {
		return setting.Unless(in.Of(s).Regularization != string(nn.NoRegularization), noRegularization)
	}
	var sample Regularized
	at := in.Within(&sample)
	return []Setting{
		{Field: setting.Field{Key: "regularization", Group: "training", Kind: setting.Enum, Restarts: true,
			Options: setting.Names(nn.Regularizations, func(r nn.Regularization) string { return string(r) })},
			OptionApplies: regularizationApplies, At: at(&sample.Regularization),
			Wakes: func(s *Spec) (key, value string) {
				r := nn.Regularization(in.Of(s).Regularization)
				if r == nn.NoRegularization {
					return "", ""
				}
				return "regularizationRate", feltRate(r, s.Optimizer)
			}},
		{Field: setting.Field{Key: "regularizationRate", Group: "training", Kind: setting.Float, Min: 0, Max: 10,
			Values: []float32{0, 1e-5, 1e-4, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10}},
			Applies: regularized, At: at(&sample.RegularizationRate)},
	}
}

// feltRate returns a rate at which the weights of an optimizer feel a regularization:
// it about halves the test loss of the preset "overfitting", and leaves the circle
// easy. What pulls at the weights themselves, beside steps that are as long however
// small the gradient is, has to be larger than what adds to the gradient.
func feltRate(r nn.Regularization, optimizer string) string {
	o, _ := nn.FindOptimizer(optimizer)
	switch {
	case r == nn.L2 && o.Decoupled:
		return "0.1"
	case r == nn.L1 && slices.Contains(o.Reads, nn.HyperBeta2):
		return "0.03"
	}
	return "0.003"
}

// L1 works on minibatches: it moves weights after their update.
func regularizationApplies(s *Spec, option string) string {
	if option != string(nn.L1) {
		return ""
	}
	return WhenMinibatches(s)
}

// HiddenLayers is the shape of a perceptron's hidden layers.
func HiddenLayers(key string, at Access) Setting {
	return Setting{Field: setting.Field{Key: key, Group: "network", Kind: setting.Shape, Min: 1, Max: setting.MaxUnits, Restarts: true}, At: at}
}
