package rnn

import "nnplay/nn/lab"

// describe tells what an experiment is.
func describe(s *lab.Spec) lab.Phrase {
	own := of(s)
	var more []lab.Phrase
	if own.Bidirectional {
		more = append(more, lab.Say("describe.bidirectional", nil))
	}
	if own.Rival != "none" {
		more = append(more, lab.Say("describe.rival", lab.Args{"cell": lab.Options("rival", own.Rival)}))
	}
	return lab.Say("describe.rnn", lab.Args{
		"layers": lab.Numbers(own.Layers), "units": lab.Numbers(own.Units), "cell": lab.Options("cell", own.Cell),
		"task": lab.Options("sequence", own.Task), "more": lab.Together(more...),
	})
}
