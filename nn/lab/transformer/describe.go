package transformer

import "nnplay/nn/lab"

// describe tells what an experiment is.
func describe(s *lab.Spec) lab.Phrase {
	own := of(s)
	return lab.Say("describe.transformer", lab.Args{
		"kind": lab.Options("transformer", own.Kind), "blocks": lab.Numbers(own.Blocks), "heads": lab.Numbers(own.Heads),
		"width": lab.Numbers(own.Width), "task": lab.Options("sequence", own.Task),
	})
}
