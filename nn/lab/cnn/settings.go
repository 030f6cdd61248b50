package cnn

import (
	"nnplay/nn/lab"
	"nnplay/nn/lab/image"
	"nnplay/nn/model"
	"nnplay/nn/setting"
)

// Settings are those of the family.
type Settings struct {
	Images image.Settings

	Filters                           []int  // of each stage
	Kernel, Stride, Padding, Dilation int    // of the windows of all stages
	Pooling                           string // a row of model.Poolings
	Residual, GlobalPooling           bool
	Dense                             []int // units of each fully connected hidden layer

	HiddenActivation string // of all stages and hidden layers
	Normalization    string
	Dropout          float32 // probability that a unit is dropped, 0 = off
	BiasInit         float32 // first value of all biases
	lab.Regularized
}

// begin makes a spec the default of the family.
func begin(s *lab.Spec) {
	s.Optimizer, s.LearningRate, s.Init, s.BatchSize, s.Samples = "adam", 0.005, "he", 32, 4000
	own := Settings{
		Images: image.Usual(), Filters: []int{8, 16}, Kernel: 3, Stride: 1, Padding: 1, Dilation: 1, Pooling: string(model.MaxPooling),
		HiddenActivation: "relu", Normalization: "none", Regularized: lab.Regularized{Regularization: "none"},
	}
	own.Images.Side, own.Images.Distortion, own.Images.Noise = 16, 1, 0.1
	s.Own = own
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
	rows := []lab.Setting{
		pictures.Noise(),
		lab.HiddenLayers("filters", at(&sample.Filters)),
		{Field: setting.Field{Key: "kernel", Group: "network", Kind: setting.Int, Min: 1, Max: 7, Step: 1, Restarts: true},
			Applies: whenConvolved, At: at(&sample.Kernel)},
		{Field: setting.Field{Key: "pooling", Group: "network", Kind: setting.Enum, Restarts: true,
			Options: setting.Names(model.Poolings, func(p model.Pooling) string { return string(p) })},
			Applies: whenConvolved, At: at(&sample.Pooling)},
		lab.HiddenLayers("denseShape", at(&sample.Dense)),
		{Field: setting.Field{Key: "stride", Group: "network", Advanced: true, Kind: setting.Int, Min: 1, Max: 3, Step: 1, Restarts: true},
			Applies: whenConvolved, At: at(&sample.Stride)},
		{Field: setting.Field{Key: "padding", Group: "network", Advanced: true, Kind: setting.Int, Min: 0, Max: maxPadding, Step: 1, Restarts: true},
			Applies: whenConvolved, At: at(&sample.Padding)},
		{Field: setting.Field{Key: "dilation", Group: "network", Advanced: true, Kind: setting.Int, Min: 1, Max: 3, Step: 1, Restarts: true},
			Applies: whenConvolved, At: at(&sample.Dilation)},
		{Field: setting.Field{Key: "residual", Group: "network", Advanced: true, Kind: setting.Bool, Restarts: true},
			Applies: whenConvolved, At: at(&sample.Residual)},
		{Field: setting.Field{Key: "globalPooling", Group: "network", Advanced: true, Kind: setting.Bool, Restarts: true},
			Applies: whenConvolved, At: at(&sample.GlobalPooling)},
		lab.HiddenActivation(at(&sample.HiddenActivation)),
		lab.Normalization(at(&sample.Normalization), whenHidden),
		lab.Dropout(at(&sample.Dropout), whenDropped),
		lab.BiasInit(at(&sample.BiasInit)),
	}
	rows = append(rows, pictures.Rows()...)
	return append(rows, lab.RegularizedSettings(lab.PartOf(&sample, &sample.Regularized))...)
}

// maxPadding bounds the rows of zeros at each border.
const maxPadding = 6

// Reasons why a setting has no effect.
const (
	notConvolved   = "not-convolved"
	nothingDropped = "nothing-dropped"
)

func whenConvolved(s *lab.Spec) string { return setting.Unless(len(of(s).Filters) > 0, notConvolved) }

// whenHidden applies to what acts ahead of each activation, those of stages and
// those of hidden layers.
func whenHidden(s *lab.Spec) string {
	own := of(s)
	return setting.Unless(len(own.Filters)+len(own.Dense) > 0, lab.NoHidden)
}

// whenDropped applies to dropout, which acts behind each pooling and each hidden
// layer.
func whenDropped(s *lab.Spec) string {
	own := of(s)
	pools := len(own.Filters) > 0 && own.Pooling != string(model.NoPooling)
	return setting.Unless(pools || len(own.Dense) > 0, nothingDropped)
}
