package cnn

import "nnplay/nn/lab"

// describe tells what an experiment is.
func describe(s *lab.Spec) lab.Phrase {
	own := of(s)
	kernel := lab.Numbers(own.Kernel)
	convolved := lab.Say("describe.notConvolved", nil)
	if len(own.Filters) > 0 {
		convolved = lab.Say("describe.convolved", lab.Args{"filters": lab.Numbers(own.Filters...), "kernel": kernel})
	}
	return lab.Say("describe.cnn", lab.Args{
		"side": lab.Numbers(own.Images.Side), "set": lab.Options("images", own.Images.Set),
		"convolved": convolved, "dense": lab.Hidden(own.Dense, own.HiddenActivation),
	})
}
