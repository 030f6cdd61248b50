package experiment

import (
	"slices"
	"strconv"

	"nnplay/nn/data"
)

// classes returns the number of classes of the data, 0 for regression.
func (s *Spec) classes() int {
	set := findSet(s.Dataset)
	switch {
	case set.Problem == data.Regression:
		return 0
	case set.Classes == 0:
		return s.Classes
	}
	return set.Classes
}

// Output returns the activation of the output layer that is used: the chosen
// one, or what suits the data and the chosen loss.
func (s *Spec) Output() string {
	if s.OutputActivation != Auto {
		return s.OutputActivation
	}
	if output, ok := outputOfLoss[s.Loss]; ok {
		return output
	}
	switch classes := s.classes(); {
	case classes == 0:
		return "linear"
	case classes == 2:
		return "sigmoid"
	}
	return "softmax"
}

// LossFunction returns the loss that is used: the chosen one, or what suits
// the data and the output.
func (s *Spec) LossFunction() string {
	if s.Loss != Auto {
		return s.Loss
	}
	output := s.Output()
	switch {
	case output == "softmax":
		return "cce"
	case output == "sigmoid" && s.classes() > 0:
		return "bce"
	}
	return "mse"
}

// outputOfLoss says which output a loss that needs one gets by itself.
var outputOfLoss = map[string]string{"bce": "sigmoid", "cce": "softmax", "hinge": "linear"}

// lossOutputs lists the outputs that such a loss goes with: probabilities for
// cross-entropy, targets of -1 and 1 for hinge. Other losses go with any.
var lossOutputs = map[string][]string{"bce": {"sigmoid"}, "cce": {"softmax"}, "hinge": {"linear", "tanh"}}

// repair makes settings go together, as the architecture wants.
func (s *Spec) repair(keep string) []Notice {
	if a := findArchitecture(s.Architecture); a.repair != nil {
		return a.repair(s, keep)
	}
	return nil
}

func (s *Spec) repairPoints(keep string) []Notice {
	notices := s.fitPoints(keep)
	if given := formatList(s.Activation); s.fitActivations() {
		notices = append(notices, note("repaired", "key", "activation", "given", given, "used", formatList(s.Activation)))
	}
	given := s.OutputActivation
	loss := s.Loss
	regression := s.classes() == 0
	if regression && given == "softmax" {
		s.OutputActivation = Auto
	}
	outputs, special := lossOutputs[loss]
	if special && regression {
		s.Loss = Auto
	} else if special && !slices.Contains(outputs, s.Output()) {
		if keep == "loss" {
			s.OutputActivation = Auto
		} else {
			s.Loss = Auto
		}
	}
	if s.OutputActivation != given {
		notices = append(notices, note("repaired", "key", "outputActivation", "given", given, "used", s.Output()))
	}
	if s.Loss != loss {
		notices = append(notices, note("repaired", "key", "loss", "given", loss, "used", s.LossFunction()))
	}
	return append(notices, s.limitSize()...)
}

// fitActivations makes the activations one for all, or one a hidden layer.
func (s *Spec) fitActivations() (changed bool) {
	n := len(s.NetworkShape)
	if len(s.Activation) > 1 && len(s.Activation) != n {
		changed = true
		fitted := slices.Clone(s.Activation[:min(n, len(s.Activation))])
		for len(fitted) < n {
			fitted = append(fitted, s.Activation[len(s.Activation)-1])
		}
		s.Activation = fitted
		if n == 0 {
			s.Activation = Default().Activation
		}
	}
	s.Activation = collapsed(s.Activation)
	return changed
}

// maxCells bounds the activations that one training step holds: hidden units
// times the samples of a minibatch. That is 2 MB an operation.
const maxCells = 1 << 19

// repairMinibatches chooses another optimizer for the one that has none.
func (s *Spec) repairMinibatches() []Notice {
	if s.Optimizer != fullBatch {
		return nil
	}
	s.Optimizer = "adam"
	return []Notice{note("repaired", "key", "optimizer", "given", fullBatch, "used", s.Optimizer)}
}

// limitBatch makes minibatches smaller that would need too much memory, by the
// numbers that a network keeps of a sample.
func (s *Spec) limitBatch(cells int) []Notice {
	limit := max(1, maxCells/cells)
	if s.BatchSize <= limit {
		return nil
	}
	given := strconv.Itoa(s.BatchSize)
	s.BatchSize = limit
	return []Notice{note("too-large", "key", "batchSize", "given", given, "used", strconv.Itoa(limit))}
}

// limitSize makes minibatches smaller that would need too much memory.
func (s *Spec) limitSize() []Notice {
	units := 1
	for _, n := range s.NetworkShape {
		units += n
	}
	rows, key := &s.BatchSize, "batchSize"
	if s.Optimizer == fullBatch {
		rows, key = &s.Samples, "samples"
	}
	limit := maxCells / units
	if key == "samples" && findSet(s.Dataset).Own {
		return s.limitDrawing(limit)
	}
	if *rows <= limit {
		return nil
	}
	given := strconv.Itoa(*rows)
	*rows = limit
	return []Notice{note("too-large", "key", key, "given", given, "used", strconv.Itoa(limit))}
}
