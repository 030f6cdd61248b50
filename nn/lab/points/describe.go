package points

import (
	"strings"

	"nnplay/nn/data/rows"
	"nnplay/nn/lab"
)

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
	args := lab.Args{
		"inputs": lab.Options("features", own.Features...), "hidden": lab.Hidden(own.NetworkShape, own.Activation...), "outputs": outputs,
		"set": lab.Options("dataset", own.Dataset), "kind": lab.Say(kind, nil),
	}
	switch {
	case isTable(s) && own.Table != nil:
		args["inputs"], args["kind"] = describeTable(own.Table)
	case len(own.Features) == 0:
		delete(args, "inputs")
		return lab.Say("describe.mlpNoInput", args)
	}
	return lab.Say("describe.mlp", args)
}

// describedInputs is how many inputs of a table are told by their names.
const describedInputs = 6

// describeTable tells what the inputs of a table are, and what is learned.
func describeTable(r *rows.Rows) (inputs, kind lab.Phrase) {
	var names []string
	for _, in := range r.Inputs[:min(len(r.Inputs), describedInputs)] {
		names = append(names, in.Name)
	}
	inputs = lab.Verbatim(strings.Join(names, ", "))
	if more := len(r.Inputs) - len(names); more > 0 {
		inputs = lab.Say("describe.more", lab.Args{"names": inputs, "n": lab.Numbers(more)})
	}
	kind = lab.Say("describe.tableClassification", nil)
	if r.IsValues() {
		kind = lab.Say("describe.tableRegression", lab.Args{"targets": lab.Verbatim(strings.Join(r.Targets, ", "))})
	}
	return inputs, kind
}
