package gan

import "nnplay/nn/lab"

// describe tells what an experiment is.
func describe(s *lab.Spec) lab.Phrase {
	own := s.Own.(Settings)
	return lab.Say("describe.gan", lab.Args{
		"noise": lab.Options("noiseKind", own.Noise), "set": lab.Options("distribution", own.Distribution),
		"generator": lab.Hidden(own.Generator, own.HiddenActivation), "discriminator": lab.Hidden(own.Discriminator, own.HiddenActivation),
	})
}
