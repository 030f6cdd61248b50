package autoencoder

import (
	"nnplay/nn/lab"
	"nnplay/nn/lab/image"
	"nnplay/nn/setting"
)

// Settings are those of the family.
type Settings struct {
	Images image.Settings

	Encoder          []int  // units of each hidden layer; the decoder has them in reverse
	HiddenActivation string // of them all
	Code             int    // numbers of a code
	Variational      bool
	KLWeight         float32 // of a variational one's divergence: β
	Loss             string  // of the pixels
}

// Numbers of a code: a plane is shown.
const (
	minCode = 2
	maxCode = 8
)

// pixelLosses are the losses that say how far an image is from another, of
// pixels from 0 to 1.
var pixelLosses = []string{"bce", "mse"}

// begin makes a spec the default of the family.
func begin(s *lab.Spec) {
	s.Optimizer, s.LearningRate, s.Init, s.BatchSize, s.Samples = "adam", 0.005, "he", 32, 2000
	s.Own = Settings{
		Images: image.Usual(), Encoder: []int{64, 32}, HiddenActivation: "relu", Code: 2, KLWeight: 1, Loss: "bce",
	}
}

// of returns the own settings of a spec.
func of(s *lab.Spec) Settings { return s.Own.(Settings) }

// The rows name the values of settings in a sample of them.
var (
	sample Settings
	at     = lab.Within(&sample)
)

// pictures is where the settings of images stand.
var pictures = image.In{Part: lab.PartOf(&sample, &sample.Images)}

func rows() []lab.Setting {
	return append([]lab.Setting{
		{Field: setting.Field{Key: "variational", Group: "network", Kind: setting.Bool, Restarts: true},
			At: at(&sample.Variational)},
		{Field: setting.Field{Key: "codeSize", Group: "network", Kind: setting.Int, Min: minCode, Max: maxCode, Step: 1, Restarts: true},
			At: at(&sample.Code)},
		lab.HiddenLayers("encoderShape", at(&sample.Encoder)),
		lab.HiddenActivation(at(&sample.HiddenActivation)),
		{Field: setting.Field{Key: "klWeight", Group: "training", Kind: setting.Float, Min: 0, Max: 100,
			Values: []float32{0, 0.01, 0.03, 0.1, 0.3, 0.5, 1, 2, 3, 5, 10}},
			Applies: whenVariational, At: at(&sample.KLWeight)},
		{Field: setting.Field{Key: "pixelLoss", Group: "training", Advanced: true, Kind: setting.Enum, Options: pixelLosses, OptionsOf: "loss", Restarts: true},
			At: at(&sample.Loss)},
	}, pictures.Rows()...)
}

// variationalOnly is the reason why a setting has no effect.
const variationalOnly = "variational-only"

func whenVariational(s *lab.Spec) string {
	return setting.Unless(of(s).Variational, variationalOnly)
}

// repair keeps to minibatches, and those to the memory there is.
func repair(s *lab.Spec, _ string) []setting.Notice {
	own := of(s)
	cells := own.Images.Side*own.Images.Side + own.Code
	for _, units := range own.Encoder {
		cells += units
	}
	return append(s.RepairMinibatches(), s.LimitCells(2*cells)...)
}
