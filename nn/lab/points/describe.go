package points

import "nnplay/nn/lab"

// describe tells what an experiment is.
func describe(s *lab.Spec) lab.Phrase {
	own := of(s)
	activation := lab.Options("outputActivation", own.output())
	outputs, kind := lab.Say("describe.output", lab.Args{"activation": activation}), "describe.classification"
	switch classes := own.classes(); {
	case classes == 0:
		kind = "describe.regression"
	case own.output() == "softmax":
		outputs = lab.Say("describe.classes", lab.Args{"n": lab.Numbers(classes), "activation": activation})
	}
	return lab.Say("describe.mlp", lab.Args{
		"inputs": lab.Options("features", own.Features...), "hidden": lab.Hidden(own.NetworkShape, own.Activation...), "outputs": outputs,
		"set": lab.Options("dataset", own.Dataset), "kind": lab.Say(kind, nil),
	})
}
