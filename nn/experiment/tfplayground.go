package experiment

import (
	"hash/fnv"
	"slices"
	"strconv"
	"strings"
)

// Links of TensorFlow Playground, as its src/state.ts reads them: a link
// without a version. They give the same experiment here: the same data set,
// split, network, loss and rates, though not the same random numbers.

// playgroundSpec is what TensorFlow Playground does where its link says
// nothing: hard-wired choices and defaults. Where Default changes, this stays.
func playgroundSpec() Spec {
	s := Default()
	s.Architecture = "mlp"
	s.Dataset, s.Samples, s.Noise, s.PercTrainData, s.Preprocess = "circle", 500, 0, 50, "none"
	s.Features = []string{"x", "y"}
	s.NetworkShape, s.Activation = []int{4, 2}, []string{"tanh"}
	s.Normalization, s.Dropout = "none", 0
	s.Init, s.InitScale, s.BiasInit = "uniform", 0.5, 0.1 // w ~ U(-0.5, 0.5), b = 0.1
	s.OutputActivation, s.Loss = "tanh", "half-mse"
	s.Optimizer, s.LearningRate, s.Schedule, s.BatchSize = "sgd", 0.03, "constant", 10
	s.Regularization, s.RegularizationRate = "none", 0
	return s
}

// playgroundKeys says what each key of TensorFlow Playground does. Keys that
// it writes but that have no effect do nothing.
var playgroundKeys = map[string]func(r *reader, value string){
	"activation":         setField("activation"),
	"regularization":     setField("regularization"),
	"batchSize":          setField("batchSize"),
	"learningRate":       setField("learningRate"),
	"regularizationRate": setField("regularizationRate"),
	"noise":              setField("noise"),
	"percTrainData":      setField("percTrainData"),
	"showTestData":       setFlag("showTestData"),
	"discretize":         setFlag("discretize"),
	"networkShape":       func(r *reader, value string) { r.set("networkShape", value) }, // empty: no hidden layer

	"x": nil, "y": nil, "xTimesY": nil, "xSquared": nil, "ySquared": nil, "sinX": nil, "sinY": nil, // see playgroundFeatures
	"problem": nil, "dataset": nil, "regDataset": nil, // see playgroundData

	"seed": func(r *reader, value string) { r.spec.Seed = seedOf(value) },
	"initZero": func(r *reader, value string) {
		if isTrue(value) {
			r.spec.Init, r.spec.InitScale, r.spec.BiasInit = "zeros", Default().InitScale, 0
		}
	},
	"hideText": func(r *reader, value string) {
		if isTrue(value) {
			r.hide("text")
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
func isPlayground(pairs []pair) bool {
	return slices.ContainsFunc(pairs, func(p pair) bool {
		_, known := playgroundKeys[p.key]
		return known || strings.HasSuffix(p.key, hideSuffix)
	})
}

// playground reads a link of TensorFlow Playground.
func (r *reader) playground(pairs []pair) {
	r.spec = playgroundSpec()
	r.playgroundData(pairs)
	r.playgroundFeatures(pairs)
	for _, p := range pairs {
		read, known := playgroundKeys[p.key]
		control, hides := strings.CutSuffix(p.key, hideSuffix)
		switch {
		case read != nil:
			read(r, p.value)
		case known:
		case hides:
			if p.value == "true" {
				r.hide(control)
			}
		default:
			r.unknown([]pair{p})
		}
	}
}

// playgroundData chooses the data set: of two keys, the one for the problem.
func (r *reader) playgroundData(pairs []pair) {
	key, sets := "dataset", playgroundSets
	switch problem, _ := valueOf(pairs, "problem"); problem {
	case "regression":
		key, sets = "regDataset", playgroundRegressionSets
		r.spec.Dataset, r.spec.Samples, r.spec.OutputActivation = sets[0], 1200, Auto // linear
	case "classification", "":
	default:
		r.note(badValue, "key", "problem", "given", problem, "used", "classification")
	}
	name, _ := valueOf(pairs, key)
	switch {
	case slices.Contains(sets, name):
		r.spec.Dataset = name
	case strings.TrimSpace(name) != "":
		r.note(badValue, "key", "dataset", "given", name, "used", r.spec.Dataset)
	}
}

// playgroundFeatures gathers the features, a key each: x and y are on unless
// switched off.
func (r *reader) playgroundFeatures(pairs []pair) {
	var chosen []string
	for _, name := range features {
		on := name == "x" || name == "y"
		if value, given := valueOf(pairs, name); given && strings.TrimSpace(value) != "" {
			on = isTrue(value)
		}
		if on {
			chosen = append(chosen, name)
		}
	}
	if len(chosen) == 0 {
		r.note(badValue, "key", "features", "given", "none", "used", formatList(r.spec.Features))
		return
	}
	r.spec.Features = chosen
}

// hide adds a control to those that a page leaves out.
func (r *reader) hide(control string) {
	if name, ok := playgroundHides[control]; ok {
		control = name
	}
	f, _ := FindField("hide")
	if _, ok := f.option(control); !ok {
		r.note("unknown-key", "key", control+hideSuffix)
		return
	}
	r.set("hide", formatList(append(slices.Clone(r.spec.Hide), control)))
}

// setField reads a value as the field of that key does; an empty one is none.
func setField(key string) func(r *reader, value string) {
	return func(r *reader, value string) {
		if strings.TrimSpace(value) != "" {
			r.set(key, value)
		}
	}
}

// setFlag reads a flag as TensorFlow Playground does.
func setFlag(key string) func(r *reader, value string) {
	return func(r *reader, value string) {
		if strings.TrimSpace(value) != "" {
			r.set(key, strconv.FormatBool(isTrue(value)))
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
