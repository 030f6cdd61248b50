package model

import (
	"slices"

	"nnplay/nn"
)

// The halves of an autoencoder, as scopes of their parameters and probes.
const (
	Encoder = "encoder"
	Decoder = "decoder"
)

// HyperKLWeight is what the divergence of a variational autoencoder's codes
// counts for: 1 of Kingma and Welling, β of Higgins et al. 2017.
const HyperKLWeight = "klWeight"

// An Autoencoder squeezes images through a code of few numbers and restores
// them (Goodfellow, Bengio and Courville 2016, chapter 14). A variational one
// (Kingma and Welling 2013) encodes an image as a normal distribution, so that
// between the codes of images there are no holes.
type Autoencoder struct {
	Pixels      int   // of an image, each from 0 to 1
	Hidden      []int // units of the encoder's hidden layers; the decoder has them in reverse
	Code        int   // numbers of a code
	Variational bool
	Activation  nn.Activation // of the hidden layers
	Initializer nn.Initializer
	Loss        nn.Loss // of the pixels; "bce" or "mse"
}

// Halves returns the networks. The encoder of a variational autoencoder has the
// means as its first outputs and the logarithms of the variances after them.
func (m Autoencoder) Halves() (encoder, decoder MLP) {
	none, _ := nn.FindNormalization("none")
	encoder = MLP{
		Hidden: m.Hidden, Activations: slices.Repeat([]nn.Activation{m.Activation}, len(m.Hidden)), Normalization: none,
		Initializer: m.Initializer, Outputs: m.Code, OutputActivation: "linear",
	}
	decoder = encoder
	decoder.Hidden = slices.Clone(m.Hidden)
	slices.Reverse(decoder.Hidden)
	decoder.Outputs, decoder.OutputActivation = m.Pixels, "sigmoid"
	if m.Variational {
		encoder.Outputs = 2 * m.Code
	}
	return encoder, decoder
}

// encode returns the code of images (B, Pixels), and the logarithm of its
// variance, both (B, Code); the latter is nil unless the model is variational.
func (m Autoencoder) encode(x *nn.Tensor) (mean, logVariance *nn.Tensor) {
	encoder, _ := m.Halves()
	x.Graph().Scope(Encoder, func() { _, mean = encoder.Record(x) })
	if m.Variational {
		mean, logVariance = mean.Slice(1, 0, m.Code), mean.Slice(1, m.Code, 2*m.Code)
	}
	return mean, logVariance
}

// decode returns images (B, Pixels) before and after activation.
func (m Autoencoder) decode(code *nn.Tensor) (z, y *nn.Tensor) {
	_, decoder := m.Halves()
	code.Graph().Scope(Decoder, func() { z, y = decoder.Record(code) })
	return z, y
}

// restore records the way through the code and back, and returns the loss of
// each image, (B, 1) a pixel: that of its restoration and, if the model is
// variational, its weight of the divergence. A variational model's code is
// drawn where the graph trains. It names "code" and "code/deviation" (B, Code),
// "reconstruction" (B, Pixels), and the means "loss/reconstruction" and
// "loss/kl", the latter of whole images.
func (m Autoencoder) restore(x *nn.Tensor) (loss *nn.Tensor) {
	g := x.Graph()
	mean, logVariance := m.encode(x)
	code := mean
	if m.Variational {
		code = nn.Reparameterize(mean, logVariance)
		g.NoGrad(func() { logVariance.Times(0.5).Exp().Named("code/deviation") })
	}
	g.NoGrad(func() { mean.Contiguous().Named("code") })
	z, y := m.decode(code)
	y.Named("reconstruction")
	loss = m.Loss.Of(z, y, x)
	loss.MeanAll().Named("loss/reconstruction")
	if m.Variational {
		divergence := nn.GaussianKL(mean, logVariance)
		divergence.MeanAll().Named("loss/kl")
		loss = loss.AddMul(g.Hyper(HyperKLWeight, 1), divergence.Times(1/float32(m.Pixels)))
	}
	return loss
}

// RecordStep records a step on a minibatch of images (B, Pixels), with the
// probe "loss".
func (m Autoencoder) RecordStep(x *nn.Tensor, training nn.Training) {
	g := x.Graph()
	g.Training = true
	training.Record(m.restore(x).MeanAll().Named("loss"))
	g.Tick()
}

// RecordView records what becomes of images (N, Pixels), codes not drawn.
func (m Autoencoder) RecordView(x *nn.Tensor) {
	x.Graph().Fix(func() { m.restore(x).MeanAll().Named("loss") })
}

// RecordDecoder records the images of codes (N, Code): probe "reconstruction".
func (m Autoencoder) RecordDecoder(code *nn.Tensor) {
	code.Graph().Fix(func() {
		_, y := m.decode(code)
		y.Named("reconstruction")
	})
}
