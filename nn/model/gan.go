package model

import (
	"fmt"

	"nnplay/nn"
)

// The players of a GAN, as scopes of their parameters, hyper-parameters and
// probes.
const (
	Generator     = "generator"
	Discriminator = "discriminator"
)

// A GAN is a generative adversarial network for points of the plane
// (Goodfellow et al. 2014). A generator makes fake samples of noise; a
// discriminator tells them from real ones. Each step belongs to one player, as
// a program of its own; both share one memory:
//
//	m.RecordDiscriminatorStep(data.RandomRows(batch), training)
//	m.RecordGeneratorStep(g, batch, training)
//
// and so do the programs that look on. The memory's random key has to be set.
type GAN struct {
	Noise Noise
	Loss  nn.AdversarialLoss
	// Generator and Discriminator are the networks, without their outputs,
	// which are two coordinates and one number.
	Generator, Discriminator MLP
}

// Players returns the networks with their outputs.
func (m GAN) Players() (generator, discriminator MLP) {
	generator, discriminator = m.Generator, m.Discriminator
	generator.Outputs, generator.OutputActivation = 2, "linear"
	discriminator.Outputs, discriminator.OutputActivation = 1, m.Loss.Output
	return generator, discriminator
}

// generate returns fake samples (B, 2) of noise (B, Dim).
func (m GAN) generate(noise *nn.Tensor) (fake *nn.Tensor) {
	generator, _ := m.Players()
	noise.Graph().Scope(Generator, func() { _, fake = generator.Record(noise) })
	return fake
}

// discriminate returns the discriminator's output before and after activation,
// both (B, 1), for samples (B, 2).
func (m GAN) discriminate(x *nn.Tensor) (z, y *nn.Tensor) {
	_, discriminator := m.Players()
	x.Graph().Scope(Discriminator, func() { z, y = discriminator.Record(x) })
	return z, y
}

// RecordDiscriminatorStep records a step of the discriminator on a minibatch
// of real samples (B, 2) and as many fake ones: probes "noise" (B, Dim), "real",
// "fake" and "loss/d". It sees all in one minibatch, the real ones first.
func (m GAN) RecordDiscriminatorStep(real *nn.Tensor, training nn.Training) {
	g := real.Graph()
	g.Training = true
	b := real.Dim(0)
	var fake *nn.Tensor
	g.Fix(func() { fake = m.generate(m.Noise.Record(g, b).Named("noise")) })
	z, _ := m.discriminate(nn.Concat(0, real.Named("real"), fake.Named("fake")))
	loss := m.Loss.OfDiscriminator(z.Slice(0, 0, b), z.Slice(0, b, 2*b)).MeanAll().Named("loss/d")
	g.Scope(Discriminator, func() { training.Record(loss) })
	g.Tick()
}

// RecordGeneratorStep records a step of the generator on a minibatch of fake
// samples (B, 2): probes "noise" (B, Dim), "fake", "fake/gradient" and "loss/g".
func (m GAN) RecordGeneratorStep(g *nn.Graph, b int, training nn.Training) {
	g.Training = true
	fake := m.generate(m.Noise.Record(g, b).Named("noise")).Named("fake")
	var z *nn.Tensor
	g.Fix(func() { z, _ = m.discriminate(fake) })
	loss := m.Loss.OfGenerator(z).MeanAll().Named("loss/g")
	g.Scope(Generator, func() { training.Record(loss) })
	fake.Gradient().Named("fake/gradient")
	g.Tick()
}

// RecordSamples records what the generator makes of noise (N, Dim): probes
// "fake" and "fake/gradient", both (N, 2). The latter is how each sample's own
// loss of the generator changes with the sample: it wants to go the other way.
// How it changes with the outputs of the discriminator's hidden layers, on its way
// to the sample, is a probe each: "discriminator/hidden1/out/gradient" (N, units).
func (m GAN) RecordSamples(noise *nn.Tensor) {
	g := noise.Graph()
	g.Fix(func() {
		fake := m.generate(noise).Named("fake").RequiresGrad()
		z, _ := m.discriminate(fake)
		m.Loss.OfGenerator(z).SumAll().Backward()
		fake.Gradient().Named("fake/gradient")
		for i := range m.Discriminator.Hidden {
			out := fmt.Sprintf("%s/hidden%d/out", Discriminator, i+1)
			g.Probe(out).Gradient().Named(out + "/gradient")
		}
	})
}

// RecordManifold records where the generator takes points of the noise's space
// (N, Dim), such as a lattice: probe "generator/manifold" (N, 2). Those of its
// layers tell of each place in that space what a neuron makes of it.
func (m GAN) RecordManifold(noise *nn.Tensor) {
	noise.Graph().Fix(func() { m.generate(noise).Named("generator/manifold") })
}

// RecordGrid records the discriminator's output at points (N, 2), such as the
// cells of a heat map: probe "discriminator/grid" (N, 1). The probes of its
// layers are heat maps, too.
func (m GAN) RecordGrid(x *nn.Tensor) {
	x.Graph().Fix(func() {
		_, y := m.discriminate(x)
		y.Named("discriminator/grid")
	})
}
