package points

import (
	"nnplay/nn"
	"nnplay/nn/data"
	"nnplay/nn/setting"
)

// classes returns the number of classes of the data, 0 for regression.
func (o *Settings) classes() int {
	set := o.set()
	switch {
	case set.Problem == data.Regression:
		return 0
	case set.Classes == 0:
		return o.Classes
	}
	return set.Classes
}

// output returns the activation of the output layer that is used: the chosen
// one, or what suits the data and the chosen loss.
func (o *Settings) output() string {
	if o.OutputActivation != setting.Auto {
		return o.OutputActivation
	}
	if outputs, special := lossOutputs(o.Loss); special {
		return outputs[0]
	}
	switch classes := o.classes(); {
	case classes == 0:
		return "linear"
	case classes == 2:
		return "sigmoid"
	}
	return "softmax"
}

// lossFunction returns the loss that is used: the chosen one, or what suits the
// data and the output.
func (o *Settings) lossFunction() string {
	if o.Loss != setting.Auto {
		return o.Loss
	}
	output := o.output()
	switch {
	case output == "softmax":
		return "cce"
	case output == "sigmoid" && o.classes() > 0:
		return "bce"
	}
	return "mse"
}

// lossOutputs returns the outputs that a loss which needs one goes with, first the
// one that it gets by itself: probabilities for cross-entropy, targets of -1 and 1
// for hinge. Other losses go with any.
func lossOutputs(name string) (outputs []string, special bool) {
	loss, _ := nn.FindLoss(name)
	return loss.Outputs, len(loss.Outputs) > 0
}
