package rule

import (
	"math"
	"strconv"

	"nnplay/nn"
	"nnplay/nn/lab"
)

// The remedies: changes of settings that all families have, or that lab names for
// several. That they mend what they are for is measured: TestRemedies.

// change returns a change of one setting, where it suits and the family has it.
func change(e *lab.Evidence, suits bool, key, value string) []lab.Change {
	if _, has := e.Spec.Family.Find(key); !has || !suits {
		return nil
	}
	return []lab.Change{{Key: key, Value: value}}
}

// Init begins with weights that are drawn, where all are the same.
var Init = lab.Remedy{Code: "init", Dose: func(e *lab.Evidence) []lab.Change {
	initializer, _ := nn.FindInitializer(e.Spec.Init)
	return change(e, initializer.Unscaled, "init", "xavier")
}}

// SmallStart begins with weights of the usual size, where they are large.
var SmallStart = lab.Remedy{Code: "init-scale", Dose: func(e *lab.Evidence) []lab.Change {
	initializer, _ := nn.FindInitializer(e.Spec.Init)
	return change(e, !initializer.Unscaled && e.Spec.InitScale >= 2, "initScale", "1")
}}

// NoBias begins with biases of 0, where they are large.
var NoBias = lab.Remedy{Code: "bias", Dose: func(e *lab.Evidence) []lab.Change {
	bias, _ := strconv.ParseFloat(e.Spec.Get("biasInit"), 32)
	return change(e, math.Abs(bias) >= 1, "biasInit", "0")
}}

// Leaky lets a gradient through everywhere: the activation of the layers under a key
// becomes leaky ReLU.
func Leaky(key string) lab.Remedy {
	return lab.Remedy{Code: "activation", Dose: func(e *lab.Evidence) []lab.Change {
		return change(e, true, key, "leaky-relu")
	}}
}

// Normalized keeps the inputs of activations where these have a slope.
var Normalized = lab.Remedy{Code: "normalization", Dose: func(e *lab.Evidence) []lab.Change {
	return change(e, e.Spec.Get("normalization") == "none", "normalization", "batch")
}}

// Slower takes a tenth of a learning rate that is far too large, and begins anew.
var Slower = lab.Remedy{Code: "slower", Reset: true, Dose: func(e *lab.Evidence) []lab.Change {
	usual := e.Spec.Family.New().LearningRate
	thrown := e.Spec.LearningRate >= usual && lab.MeanLoss(e.Since(e.Now.Step/2)) > e.Guess.Loss*(1+above)
	if e.Spec.FullBatch() || !e.Wild() && !thrown {
		return nil
	}
	rate := lab.SmallerRate(lab.SmallerRate(e.Spec.LearningRate)) // a tenth
	for rate > 11*usual {
		rate = lab.SmallerRate(rate)
	}
	return change(e, true, "learningRate", rateText(rate))
}}

// Faster takes the usual learning rate, where it is smaller.
var Faster = lab.Remedy{Code: "faster", Dose: func(e *lab.Evidence) []lab.Change {
	usual := e.Spec.Family.New().LearningRate
	return change(e, !e.Spec.FullBatch() && e.Spec.LearningRate < usual, "learningRate", rateText(usual))
}}

// Clipped bounds the gradient, and begins anew.
var Clipped = lab.Remedy{Code: "clip", Reset: true, Dose: func(e *lab.Evidence) []lab.Change {
	return change(e, !e.Spec.FullBatch() && e.Spec.Clip == 0, "clip", "1")
}}

// MoreSamples takes so many samples, which leave little to learn by heart, where they
// are generated.
func MoreSamples(enough int) lab.Remedy {
	return lab.Remedy{Code: "samples", Dose: func(e *lab.Evidence) []lab.Change {
		return change(e, e.Spec.Samples < enough && e.Spec.Applies()["samples"] == "", "samples", strconv.Itoa(enough))
	}}
}

// SmallWeights holds weights small.
var SmallWeights = lab.Remedy{Code: "regularization", Dose: func(e *lab.Evidence) []lab.Change {
	return change(e, e.Spec.Get("regularization") == string(nn.NoRegularization), "regularization", string(nn.L2))
}}

func rateText(rate float32) string { return strconv.FormatFloat(float64(rate), 'g', -1, 32) }
