package points

import (
	"hash/fnv"
	"slices"
	"strconv"
	"strings"

	"nnplay/nn/lab"
	"nnplay/nn/setting"
)

// Links of TensorFlow Playground, as its src/state.ts reads them: a link
// without a version. They give the same experiment here: the same data set,
// split, network, loss and rates, though not the same random numbers.

// playgroundSpec is what TensorFlow Playground does where its link says
// nothing: hard-wired choices and defaults. Where the default changes, this stays.
func playgroundSpec(s lab.Spec) lab.Spec {
	s.Samples, s.Init, s.InitScale = 500, "uniform", 0.5 // w ~ U(-0.5, 0.5)
	s.Optimizer, s.LearningRate, s.Schedule, s.BatchSize = "sgd", 0.03, "constant", 10
	s.Own = Settings{
		Dataset: "circle", Classes: of(&s).Classes, PercTrainData: 50, Preprocess: "none", Plane: anyPlane[:], Features: []string{"x", "y"},
		NetworkShape: []int{4, 2}, Activation: []string{"tanh"}, Normalization: "none", BiasInit: 0.1,
		OutputActivation: "tanh", Loss: "half-mse", Regularized: lab.Regularized{Regularization: "none"},
	}
	return s
}

// playgroundKeys says what each key of TensorFlow Playground does. Keys that
// it writes but that have no effect do nothing.
var playgroundKeys = map[string]func(r *lab.Reader, value string){
	"activation":         setField("activation"),
	"regularization":     setField("regularization"),
	"batchSize":          setField("batchSize"),
	"learningRate":       setField("learningRate"),
	"regularizationRate": setField("regularizationRate"),
	"noise":              setField("noise"),
	"percTrainData":      setField("percTrainData"),
	"showTestData":       setFlag("showTestData"),
	"discretize":         setFlag("discretize"),
	"networkShape":       func(r *lab.Reader, value string) { r.Set("networkShape", value) }, // empty: no hidden layer

	"x": nil, "y": nil, "xTimesY": nil, "xSquared": nil, "ySquared": nil, "sinX": nil, "sinY": nil, // see playgroundFeatures
	"problem": nil, "dataset": nil, "regDataset": nil, // see playgroundData

	"seed": func(r *lab.Reader, value string) { r.Spec.Seed = seedOf(value) },
	"initZero": func(r *lab.Reader, value string) {
		if isTrue(value) {
			r.Spec.Init, r.Spec.InitScale = "zeros", 1
			change(r, func(own *Settings) { own.BiasInit = 0 })
		}
	},
	"hideText": func(r *lab.Reader, value string) {
		if isTrue(value) {
			hide(r, "text")
		}
	},
	"cosX": nil, "cosY": nil, "collectStats": nil, "tutorial": nil, // dead
}

// playgroundHides maps the controls of "NAME_hide" that are called otherwise.
var playgroundHides = map[string]string{"numHiddenLayers": "networkShape"}

// The data sets of TensorFlow Playground, by kind of problem.
var (
	playgroundSets           = []string{"circle", "xor", "gauss", "spiral"}
	playgroundRegressionSets = []string{"reg-plane", "reg-gauss"}
)

const hideSuffix = "_hide"

// isPlayground tells whether a key of TensorFlow Playground is among the pairs.
func isPlayground(pairs []setting.Pair) bool {
	return slices.ContainsFunc(pairs, func(p setting.Pair) bool {
		_, known := playgroundKeys[p.Key]
		return known || strings.HasSuffix(p.Key, hideSuffix)
	})
}

// importPlayground reads a link, if it is one of TensorFlow Playground.
func importPlayground(r *lab.Reader, pairs []setting.Pair) bool {
	if !isPlayground(pairs) {
		return false
	}
	r.Spec = playgroundSpec(r.Spec)
	playgroundData(r, pairs)
	playgroundFeatures(r, pairs)
	for _, p := range pairs {
		read, known := playgroundKeys[p.Key]
		control, hides := strings.CutSuffix(p.Key, hideSuffix)
		switch {
		case read != nil:
			read(r, p.Value)
		case known:
		case hides && (slices.Contains(features, control) || control == "cosX" || control == "cosY"): // see playgroundFeatures
		case hides:
			if p.Value == "true" {
				hide(r, control)
			}
		default:
			r.Unknown(p.Key)
		}
	}
	return true
}

// change changes the own settings of what a link says.
func change(r *lab.Reader, do func(own *Settings)) {
	own := of(&r.Spec)
	do(&own)
	r.Spec.Own = own
}

// playgroundData chooses the data set: of two keys, the one for the problem.
func playgroundData(r *lab.Reader, pairs []setting.Pair) {
	key, sets := "dataset", playgroundSets
	switch problem, _ := setting.ValueOf(pairs, "problem"); problem {
	case "regression":
		key, sets = "regDataset", playgroundRegressionSets
		r.Spec.Samples = 1200
		change(r, func(own *Settings) { own.Dataset, own.OutputActivation = sets[0], setting.Auto }) // linear
	case "classification", "":
	default:
		r.Note(setting.BadValue, "key", "problem", "given", problem, "used", "classification")
	}
	name, _ := setting.ValueOf(pairs, key)
	switch {
	case slices.Contains(sets, name):
		change(r, func(own *Settings) { own.Dataset = name })
	case strings.TrimSpace(name) != "":
		r.Note(setting.BadValue, "key", "dataset", "given", name, "used", of(&r.Spec).Dataset)
	}
}

// playgroundFeatures gathers the features, a key each: x and y are on unless
// switched off. One that is hidden does not exist there, whether on or off.
func playgroundFeatures(r *lab.Reader, pairs []setting.Pair) {
	var chosen []string
	for _, name := range features {
		on := name == "x" || name == "y"
		if value, given := setting.ValueOf(pairs, name); given && strings.TrimSpace(value) != "" {
			on = isTrue(value)
		}
		if hidden, _ := setting.ValueOf(pairs, name+hideSuffix); on && hidden != "true" {
			chosen = append(chosen, name)
		}
	}
	if len(chosen) == 0 {
		r.Note("no-features")
	}
	change(r, func(own *Settings) { own.Features = chosen })
}

// hide adds a control to those that a page leaves out.
func hide(r *lab.Reader, control string) {
	if name, ok := playgroundHides[control]; ok {
		control = name
	}
	f, _ := r.Spec.Family.Find("hide")
	if _, ok := f.Option(control); !ok {
		r.Note("unknown-key", "key", control+hideSuffix)
		return
	}
	r.Set("hide", setting.FormatList(append(slices.Clone(r.Spec.Hide), control)))
}

// setField reads a value as the field of that key does; an empty one is none.
func setField(key string) func(r *lab.Reader, value string) {
	return func(r *lab.Reader, value string) {
		if strings.TrimSpace(value) != "" {
			r.Set(key, value)
		}
	}
}

// setFlag reads a flag as TensorFlow Playground does.
func setFlag(key string) func(r *lab.Reader, value string) {
	return func(r *lab.Reader, value string) {
		if strings.TrimSpace(value) != "" {
			r.Set(key, strconv.FormatBool(isTrue(value)))
		}
	}
}

// isTrue is TensorFlow Playground's truth: anything given but "false".
func isTrue(value string) bool { return strings.TrimSpace(value) != "" && value != "false" }

// seedOf turns a seed of any text into a number: one that is a number below
// 2³² stays, another is hashed (32-bit FNV-1a).
func seedOf(text string) uint32 {
	if v, err := strconv.ParseUint(text, 10, 32); err == nil {
		return uint32(v)
	}
	h := fnv.New32a()
	h.Write([]byte(text))
	return h.Sum32()
}
