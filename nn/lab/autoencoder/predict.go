package autoencoder

import (
	"nnplay/nn/lab"
	"nnplay/nn/model"
)

// Inputs implements lab.Predictor: the pixels of an image, from 0 to 1.
func (a *autoencoder) Inputs() int { return a.net.Pixels }

// Predict returns what is restored of images (n, Pixels). It lends the place of
// the test images to them.
func (a *autoencoder) Predict(m *lab.Machine, images []float32) []float32 {
	if a.spec.NoData() != "" {
		return nil
	}
	seen := m.Slice("test")
	defer copy(seen, a.test.X)
	var restored []float32
	for len(images) > 0 {
		n := copy(seen, images)
		images = images[n:]
		m.Run("test view")
		restored = append(restored, m.Probe("test view", "reconstruction")[:n]...)
	}
	return restored
}

// Activations returns what the layers put out for some of the training images:
// the encoder's hidden ones, the code, and the decoder's hidden ones.
func (a *autoencoder) Activations(m *lab.Machine) (layers []lab.Activated) {
	m.Run("train view")
	take := func(name string, units int, activation string) {
		layers = append(layers, lab.Activated{Units: units, Activation: activation, Out: m.Probe("train view", name)})
	}
	encoder, decoder := a.net.Halves()
	for _, l := range encoder.Layers()[:len(a.net.Hidden)] {
		take(model.Encoder+"/"+l.Name+"/out", l.Units, l.Activation)
	}
	take("code", a.net.Code, "linear")
	for _, l := range decoder.Layers()[:len(a.net.Hidden)] {
		take(model.Decoder+"/"+l.Name+"/out", l.Units, l.Activation)
	}
	return layers
}
