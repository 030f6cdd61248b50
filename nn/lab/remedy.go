package lab

import (
	"math"
	"strconv"
	"strings"

	"nnplay/nn"
	"nnplay/nn/setting"
)

// A Remedy is a change of one setting that mends a symptom.
type Remedy struct {
	Code  string // of the translation remedy.CODE; "" is no remedy
	Key   string // of the setting
	Value string
	Reset bool // training has to begin anew for it, even if the setting does not ask for that

	dose func(e *Evidence) string // the value for a run, "" if the remedy is none for it
}

// The remedies. That they mend what they are for is measured: TestRemedies.
var (
	someInputs = Remedy{Code: "features", Key: "features", dose: func(e *Evidence) string {
		return only(e.Spec.Get("features") == setting.Nothing, "x,y")
	}}
	otherInit = Remedy{Code: "init", Key: "init", dose: func(e *Evidence) string {
		return only(whenScaled(&e.Spec) != "", "xavier")
	}}
	hiddenLayer = Remedy{Code: "hidden-layer", Key: "networkShape", dose: func(e *Evidence) string {
		return only(e.Spec.Get("networkShape") == "", "8")
	}}
	larger = Remedy{Code: "larger", Key: "networkShape", dose: func(e *Evidence) string {
		return only(e.units() < enoughUnits, "16,16")
	}}
	smallBias = Remedy{Code: "bias", Key: "biasInit", dose: func(e *Evidence) string {
		bias, _ := strconv.ParseFloat(e.Spec.Get("biasInit"), 32)
		return only(math.Abs(bias) >= 1, "0")
	}}
	leaky = Remedy{Code: "activation", Key: "activation", dose: func(e *Evidence) string {
		return only(e.activation(0).Name == "relu", "leaky-relu")
	}}
	normalized = Remedy{Code: "normalization", Key: "normalization", dose: func(e *Evidence) string {
		return only(len(e.Layers) > 2 && e.activation(0).Bounded() && e.Spec.Get("normalization") == "none", "batch")
	}}
	slower = Remedy{Code: "slower", Key: "learningRate", Reset: true, dose: func(e *Evidence) string {
		if e.Spec.FullBatch() || !e.wild() {
			return ""
		}
		rate := smallerRate(smallerRate(e.Spec.LearningRate)) // a tenth
		for usual := e.Spec.Family.New().LearningRate; rate > max(11*usual, rates[0]); {
			rate = smallerRate(rate)
		}
		return rateText(rate)
	}}
	faster = Remedy{Code: "faster", Key: "learningRate", dose: func(e *Evidence) string {
		usual := e.Spec.Family.New().LearningRate
		return only(!e.Spec.FullBatch() && e.Spec.LearningRate < usual, rateText(usual))
	}}
	moreSamples = Remedy{Code: "samples", Key: "samples", dose: func(e *Evidence) string {
		f, ok := e.Spec.Family.Find("samples")
		return only(ok && f.reason(&e.Spec) == "" && e.Spec.Samples < enoughSamples, strconv.Itoa(enoughSamples))
	}}
	smallWeights = Remedy{Code: "regularization", Key: "regularization", dose: func(e *Evidence) string {
		return only(e.Spec.Get("regularization") == string(nn.NoRegularization), string(nn.L2))
	}}
)

// enoughUnits is how many hidden units are not too few for data in the plane.
const enoughUnits = 24

// units returns how many hidden units there are.
func (e *Evidence) units() (n int) {
	for _, layer := range strings.Split(e.Spec.Get("networkShape"), ",") {
		units, _ := strconv.Atoi(layer)
		n += units
	}
	return n
}

// enoughSamples is how many samples leave little to learn by heart.
const enoughSamples = 2000

// RemedyCodes lists the codes of all remedies.
func RemedyCodes() []string {
	seen := map[string]bool{}
	var codes []string
	for _, s := range symptoms {
		for _, r := range s.remedies {
			if !seen[r.Code] {
				seen[r.Code] = true
				codes = append(codes, r.Code)
			}
		}
	}
	return codes
}

// fit returns the remedy for a run, the zero one if it is none.
func (r Remedy) fit(e *Evidence) Remedy {
	if r.Key == "activation" {
		r.Key = activationKey(&e.Spec)
	}
	f, ok := e.Spec.Family.Find(r.Key)
	if !ok {
		return Remedy{}
	}
	changed, value := e.Spec, r.dose(e)
	if value == "" || value == f.Get(&e.Spec) || changed.Set(r.Key, value) != nil {
		return Remedy{}
	}
	return Remedy{Code: r.Code, Key: r.Key, Value: value, Reset: r.Reset}
}

// only returns a value where a remedy suits.
func only(suits bool, value string) string {
	if suits {
		return value
	}
	return ""
}

// activationKey returns the key of the hidden layers' activation.
func activationKey(s *Spec) string {
	if _, ok := s.Family.Find("hiddenActivation"); ok {
		return "hiddenActivation"
	}
	return "activation"
}

// activation returns that of a hidden layer, counted from 0.
func (e *Evidence) activation(layer int) nn.Activation {
	names := strings.Split(e.Spec.Get(activationKey(&e.Spec)), ",")
	a, _ := nn.FindActivation(names[min(layer, len(names)-1)])
	return a
}

// jump is the share of the first loss by which a loss rises that jumps: less is the
// noise of minibatches, which adds up in a long run.
const jump = 0.05

// wild tells whether the learning rate is so large that the training loss has
// jumped about, or has been thrown above where it began.
func (e *Evidence) wild() bool {
	if len(e.Moments) == 0 {
		return false
	}
	var up, most float64
	for i, m := range e.Moments[1:] {
		if rise := m.TrainLoss - e.Moments[i].TrainLoss; rise > jump*e.Moments[0].TrainLoss {
			up += rise
		}
		most = math.Max(most, m.TrainLoss)
	}
	return up > e.Moments[0].TrainLoss/2 || most > 1.5*e.Moments[0].TrainLoss || e.Spec.LearningRate >= 1
}

func rateText(rate float32) string { return strconv.FormatFloat(float64(rate), 'g', -1, 32) }
