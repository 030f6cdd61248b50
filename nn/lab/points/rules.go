package points

import (
	"math"
	"slices"
	"strconv"

	"nnplay/nn"
	"nnplay/nn/lab"
	"nnplay/nn/lab/rule"
	"nnplay/nn/setting"
)

// plateau is the least number of steps in which a loss has to fall, and long the
// number after which a network is to have learned nearly all.
const (
	plateau = 1000
	long    = 10 * plateau
	creep   = 0.1 // the share by which it falls over half of a run that hardly learns
)

// rules is the table of what goes wrong, the most telling first.
var rules = []lab.Rule{
	unscaled,
	rule.Dead(someInputs, rule.Init, rule.NoBias, leaky, rule.Slower, rule.SmallStart),
	rule.Exploding(rule.SmallStart, standardized, rule.Clipped, rule.Slower),
	outOfReach,
	rule.Diverging(rule.Slower),
	rule.Saturated(someInputs, rule.NoBias, rule.SmallStart, rule.Slower, rule.Normalized),
	wrongLoss,
	rule.Vanishing(rule.Init, rule.Slower, rule.Normalized, leaky),
	rule.Majority(plateau/2, learns...),
	{Code: "underfitting", Sees: tooSmall, Remedies: []lab.Remedy{hiddenLayer, larger}, Explains: []string{"plateau"}},
	rule.Plateau(plateau, learns...),
	noiseless(rule.Underfitting(long, learns...)),
	rule.Overfitting(plateau/4, rule.MoreSamples(enoughSamples), rule.SmallWeights),
}

// learns are the remedies where a network does not learn.
var learns = []lab.Remedy{someInputs, rule.Init, hiddenLayer, deepNormalized, rule.Slower, rule.Faster, larger}

// enoughUnits is how many hidden units are not too few for data in the plane, and
// enoughSamples how many samples leave little to learn by heart.
const (
	enoughUnits   = 24
	enoughSamples = 2000
)

// The remedies that change settings of this family.
var (
	someInputs = lab.Remedy{Code: "features", Dose: func(e *lab.Evidence) []lab.Change {
		return only(len(of(&e.Spec).Features) == 0, lab.Change{Key: "features", Value: "x,y"})
	}}
	hiddenLayer = lab.Remedy{Code: "hidden-layer", Dose: func(e *lab.Evidence) []lab.Change {
		return only(len(of(&e.Spec).NetworkShape) == 0, lab.Change{Key: "networkShape", Value: "8"})
	}}
	larger = lab.Remedy{Code: "larger", Dose: func(e *lab.Evidence) []lab.Change {
		return only(hiddenUnits(e) < enoughUnits, lab.Change{Key: "networkShape", Value: "16,16"})
	}}
	leaky = lab.Remedy{Code: "activation", Dose: func(e *lab.Evidence) []lab.Change {
		return only(true, lab.Change{Key: "activation", Value: "leaky-relu"})
	}}
	// Normalization helps where small slopes multiply.
	deepNormalized = lab.Remedy{Code: rule.Normalized.Code, Dose: func(e *lab.Evidence) []lab.Change {
		own := of(&e.Spec)
		if len(own.NetworkShape) <= 2 || slices.ContainsFunc(hiddenActivations(&e.Spec), unbounded) {
			return nil
		}
		return rule.Normalized.Dose(e)
	}}
	standardized = lab.Remedy{Code: "standardize", Dose: func(e *lab.Evidence) []lab.Change {
		return only(true, lab.Change{Key: "preprocess", Value: "standardize"})
	}}
	suitedOutput = lab.Remedy{Code: "output", Dose: func(e *lab.Evidence) []lab.Change {
		return only(true, lab.Change{Key: "outputActivation", Value: setting.Auto}, lab.Change{Key: "loss", Value: setting.Auto})
	}}
	crossEntropy = lab.Remedy{Code: "cross-entropy", Dose: suitedOutput.Dose}
)

// only returns changes where they suit.
func only(suits bool, changes ...lab.Change) []lab.Change {
	if suits {
		return changes
	}
	return nil
}

func unbounded(activation string) bool {
	a, _ := nn.FindActivation(activation)
	return !a.Bounded()
}

func hiddenUnits(e *lab.Evidence) (n int) {
	for _, units := range of(&e.Spec).NetworkShape {
		n += units
	}
	return n
}

// tooSmall sees networks without hidden layers whose loss has not fallen for long:
// they draw straight lines.
func tooSmall(e *lab.Evidence) (map[string]string, bool) {
	if own := of(&e.Spec); len(own.NetworkShape) > 0 || len(own.Features) == 0 {
		return nil, false
	}
	return rule.Underfitting(plateau, nil...).Sees(e)
}

// noisy is the noise in percent above which no network may tell the data apart.
const noisy = 10

// noiseless is a rule for data that can be learned, as far as it is known of them.
func noiseless(r lab.Rule) lab.Rule {
	sees := r.Sees
	r.Sees = func(e *lab.Evidence) (map[string]string, bool) {
		if own := of(&e.Spec); own.set().Own || own.Noise > noisy {
			return nil, false
		}
		return sees(e)
	}
	return r
}

// far is how many times as large as a weight expects them the values of an input are
// that has to be scaled: initial weights are made for values of about 1.
const far = 10

// unscaled sees inputs of which one is far larger than 1, where the network hardly
// learns.
var unscaled = lab.Rule{
	Code: "unscaled", Remedies: []lab.Remedy{standardized},
	Explains: []string{"dead-relus", "exploding", "diverging", "saturated", "vanishing", "majority", "plateau", "underfitting"},
	Sees: func(e *lab.Evidence) (map[string]string, bool) {
		p := e.Task.(*perceptron).problem
		if p.empty || e.Well() || !e.FallsLess(creep, plateau/2) {
			return nil, false
		}
		worst, size := 0, 0.0
		for f := range p.features {
			if s := meanSize(p.train.x, f, len(p.features)); s > size {
				worst, size = f, s
			}
		}
		return map[string]string{"input": p.features[worst].Symbol, "size": rule.Number(size)}, size > far
	},
}

// meanSize returns the root mean square of a column of values (n, columns).
func meanSize(values []float32, column, columns int) float64 {
	var squares float64
	for i := column; i < len(values); i += columns {
		squares += float64(values[i]) * float64(values[i])
	}
	return math.Sqrt(squares * float64(columns) / float64(len(values)))
}

// outOfReach sees outputs that can't say what they should: a tenth of the values are
// beyond their range.
var outOfReach = lab.Rule{
	Code: "out-of-reach", Remedies: []lab.Remedy{suitedOutput}, Explains: []string{"diverging", "saturated", "vanishing", "plateau", "underfitting"},
	Sees: func(e *lab.Evidence) (map[string]string, bool) {
		p := e.Task.(*perceptron).problem
		if p.classes > 0 || p.empty {
			return nil, false
		}
		output, _ := nn.FindOutput(p.output)
		beyond := 0
		for _, v := range p.train.y {
			if v := float64(v); v < output.Range.Min || v > output.Range.Max {
				beyond++
			}
		}
		return map[string]string{
			"beyond": strconv.Itoa(beyond), "all": strconv.Itoa(len(p.train.y)),
			"min": rule.Number(output.Range.Min), "max": rule.Number(output.Range.Max),
		}, e.Now.Step >= rule.Settled && 10*beyond >= len(p.train.y)
	},
}

// wrongLoss sees classifiers whose loss hardly changes where they are wrong and sure:
// it is one of values, such as the squared error, behind an output that is flat there.
var wrongLoss = lab.Rule{
	Code: "wrong-loss", Remedies: []lab.Remedy{crossEntropy}, Explains: []string{"vanishing", "majority", "plateau", "underfitting"},
	Sees: func(e *lab.Evidence) (map[string]string, bool) {
		t := e.Task.(*perceptron)
		p := t.problem
		if outputs, _ := lossOutputs(t.own.lossFunction()); p.classes == 0 || p.empty || len(outputs) > 0 || p.output == "linear" ||
			e.Now.Step < plateau || e.Learned() > 0.9 {
			return nil, false
		}
		_, out := t.evaluate(e.Machine, &p.train)
		wrong, sure := 0, 0
		off, on := p.levels()
		for i, class := range p.train.points.Y {
			y := out[i*p.units : (i+1)*p.units]
			if p.classify(y) == int(class) {
				continue
			}
			wrong++
			if !slices.ContainsFunc(y, func(v float32) bool { return v > off+0.05*(on-off) && v < on-0.05*(on-off) }) {
				sure++
			}
		}
		return map[string]string{"wrong": strconv.Itoa(wrong), "sure": strconv.Itoa(sure), "all": strconv.Itoa(p.train.len())},
			20*sure >= p.train.len() && 2*sure >= wrong
	},
}
