package autoencoder

import "nnplay/nn/lab"

// describe tells what an experiment is.
func describe(s *lab.Spec) lab.Phrase {
	own := of(s)
	key := "describe.autoencoder"
	if own.Variational {
		key = "describe.variational"
	}
	return lab.Say(key, lab.Args{
		"side": lab.Numbers(own.Images.Side), "set": lab.Options("images", own.Images.Set),
		"encoder": lab.Hidden(own.Encoder, own.HiddenActivation), "code": lab.Numbers(own.Code),
	})
}
