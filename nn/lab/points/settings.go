package points

import (
	"slices"
	"strconv"

	"nnplay/nn"
	"nnplay/nn/data"
	"nnplay/nn/data/rows"
	"nnplay/nn/lab"
	"nnplay/nn/setting"
)

// Settings are those of the family.
type Settings struct {
	Dataset       string // a row of data.Sets
	Classes       int    // of the data sets that let them be chosen
	Noise         int    // percent
	PercTrainData int    // share of the points that is trained on, percent
	Preprocess    string
	Points        string     // of one's own: the text of a data.Drawing
	AxisNames     string     // what their inputs are called: setting.SplitLabels
	ClassNames    string     // and their classes
	Table         *rows.Rows // of one's own
	Plane         []int      // the two inputs of them that are shown, by number
	KeepTargets   bool       // its values are learned as they stand

	Features []string // rows of data.Features, in their order; none: see noFeature

	NetworkShape  []int    // units of each hidden layer
	Activation    []string // one for all hidden layers, or one each
	Normalization string
	Dropout       float32 // probability that a hidden unit is dropped, 0 = off
	BiasInit      float32 // initial value of all biases

	OutputActivation string // or "auto"; see output
	Loss             string // or "auto"; see lossFunction
	lab.Regularized

	ShowTestData bool
	Discretize   bool
}

// usualActivation is that of hidden layers of which nobody has chosen one.
const usualActivation = "tanh"

// How much of the points is trained on, in percent: usually, at most where they are
// generated, and of one's own where none is to test.
const usualShare, mostShare, wholeShare = 50, 90, 100

// begin makes a spec the default of the family.
func begin(s *lab.Spec) {
	s.Own = Settings{
		Dataset: "circle", Classes: 3, PercTrainData: usualShare, Preprocess: "none", Plane: anyPlane[:], Features: []string{"x", "y"},
		NetworkShape: []int{4, 2}, Activation: []string{usualActivation}, Normalization: "none",
		OutputActivation: setting.Auto, Loss: setting.Auto, Regularized: lab.Regularized{Regularization: "none"},
	}
}

// of returns the own settings of a spec.
func of(s *lab.Spec) Settings { return s.Own.(Settings) }

// The rows name the values of settings in a sample of them.
var (
	sample Settings
	at     = lab.Within(&sample)
)

// features are the names of the inputs that can be chosen.
var features = setting.Names(data.Features, func(f data.Feature) string { return f.Name })

func settingRows() []lab.Setting {
	all := []lab.Setting{
		{Field: setting.Field{Key: "dataset", Group: "data", Kind: setting.Enum, Restarts: true,
			Options: slices.Concat(setting.Names(data.Sets, setName), setting.Names(data.Own, setName), setting.Names(data.Tables, setName))},
			At: at(&sample.Dataset)},
		{Field: setting.Field{Key: "classes", Group: "data", Kind: setting.Int, Min: 2, Max: 10, Step: 1, Restarts: true},
			Applies: whenClassesAreChosen, At: at(&sample.Classes)},
		{Field: setting.Field{Key: "noise", Group: "data", Kind: setting.Int, Min: 0, Max: 80, Step: 5, Restarts: true,
			Values: []float32{0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50}},
			Applies: whenGenerated, At: at(&sample.Noise)},
		share(),
		{Field: setting.Field{Key: "preprocess", Group: "data", Advanced: true, Kind: setting.Enum, Restarts: true,
			Options: setting.Names(data.Preprocesses, func(p data.Preprocess) string { return p.Name })},
			At: at(&sample.Preprocess)},
		{Field: setting.Field{Key: "points", Group: "data", Kind: setting.Points, Restarts: true},
			Applies: whenDrawn, At: at(&sample.Points)},
		{Field: setting.Field{Key: "axisNames", Group: "data", Kind: setting.Labels},
			Applies: whenDrawn, At: at(&sample.AxisNames)},
		{Field: setting.Field{Key: "classNames", Group: "data", Kind: setting.ClassLabels},
			Applies: whenClassesDrawn, At: at(&sample.ClassNames)},
		{Field: setting.Field{Key: "table", Group: "data", Kind: setting.Table, Restarts: true},
			Applies: whenTable, At: at(&sample.Table)},
		{Field: setting.Field{Key: "plane", Group: "data", Kind: setting.Plane, Min: 0, Max: rows.MaxInputs - 1},
			Applies: whenPlane, At: at(&sample.Plane)},
		{Field: setting.Field{Key: "keepTargets", Group: "data", Advanced: true, Kind: setting.Bool, Restarts: true},
			Applies: whenTableValues, At: at(&sample.KeepTargets)},

		{Field: setting.Field{Key: "features", Group: "features", Kind: setting.List, Options: features, NotEmpty: true, None: true, Restarts: true},
			Applies: whenFeatures, OptionApplies: featureApplies, At: at(&sample.Features)},

		lab.HiddenLayers("networkShape", at(&sample.NetworkShape)),
		{Field: setting.Field{Key: "activation", Group: "network", Kind: setting.Enum, Options: lab.Activations, PerLayer: true, Restarts: true},
			Applies: whenHidden, At: at(&sample.Activation)},
		lab.Normalization(at(&sample.Normalization), whenHidden),
		lab.Dropout(at(&sample.Dropout), whenHidden),
		lab.BiasInit(at(&sample.BiasInit)),

		{Field: setting.Field{Key: "outputActivation", Group: "network", Advanced: true, Kind: setting.Enum, Restarts: true,
			Options: append([]string{setting.Auto}, setting.Names(nn.Outputs, func(o nn.Output) string { return o.Name })...)},
			OptionApplies: outputApplies, Effective: effective((*Settings).output), At: at(&sample.OutputActivation)},
		{Field: setting.Field{Key: "loss", Group: "training", Advanced: true, Kind: setting.Enum, Restarts: true,
			Options: append([]string{setting.Auto}, setting.Names(nn.Losses, func(l nn.Loss) string { return l.Name })...)},
			OptionApplies: lossApplies, Effective: effective((*Settings).lossFunction), At: at(&sample.Loss)},

		{Field: setting.Field{Key: "showTestData", Group: "output", Kind: setting.Bool},
			At: at(&sample.ShowTestData)},
		{Field: setting.Field{Key: "discretize", Group: "output", Kind: setting.Bool},
			Applies: whenMapped, At: at(&sample.Discretize)},
	}
	return append(all, lab.RegularizedSettings(lab.PartOf(&sample, &sample.Regularized))...)
}

// share is the row of the training share: points of one's own may all train.
func share() lab.Setting {
	row := lab.PercTrainData(at(&sample.PercTrainData), whenSplit)
	row.Beyond = strconv.Itoa(wholeShare)
	return row
}

func setName(s data.Set) string { return s.Name }

func effective(f func(*Settings) string) func(*lab.Spec) string {
	return func(s *lab.Spec) string {
		own := of(s)
		return f(&own)
	}
}

// set returns the data set. An unknown one, which only an invalid spec can name,
// is like none.
func (o *Settings) set() *data.Set {
	set, ok := data.Find(o.Dataset)
	switch {
	case !ok:
		return &data.Set{}
	case set.Table:
		return o.tableSet(*set)
	}
	return set
}

// activation returns the activation of a hidden layer, counted from 0.
func (o *Settings) activation(layer int) string {
	return o.Activation[min(layer, len(o.Activation)-1)]
}
