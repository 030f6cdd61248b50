package gan

import (
	"slices"

	"nnplay/nn/lab"
	"nnplay/nn/model"
)

// Inputs implements lab.Predictor: a question is noise.
func (g *gan) Inputs() int { return g.net.Noise.Dim }

// Predict returns the samples (n, 2) that the generator makes of noise.
func (g *gan) Predict(m *lab.Machine, noise []float32) (samples []float32) {
	input := m.Slice("samples/noise")
	was := slices.Clone(input)
	for chunk := range slices.Chunk(noise, len(input)) {
		copy(input, chunk)
		m.Run("samples")
		samples = append(samples, m.Probe("samples", "fake")[:2*len(chunk)/g.net.Noise.Dim]...)
	}
	copy(input, was)
	return samples
}

// Activations returns what the generator's hidden layers put out for the noise of
// the samples that are shown, and the discriminator's for these samples.
func (g *gan) Activations(m *lab.Machine) (layers []lab.Activated) {
	m.Run("samples")
	for _, l := range g.Topology().Layers {
		if l.Name != model.Generator+"/output" && l.Name != model.Discriminator+"/output" {
			layers = append(layers, lab.Activated{Units: l.Units, Activation: l.Activation, Out: m.Probe("samples", l.Name+"/out")})
		}
	}
	return layers
}
