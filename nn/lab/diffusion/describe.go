package diffusion

import "nnplay/nn/lab"

// describe tells what an experiment is.
func describe(s *lab.Spec) lab.Phrase {
	own := s.Own.(Settings)
	return lab.Say("describe.diffusion", lab.Args{
		"set": lab.Options("distribution", own.Distribution), "network": lab.Hidden(own.Hidden, own.HiddenActivation),
		"steps": lab.Numbers(own.Steps), "integrator": lab.Options("integrator", own.Integrator),
	})
}
