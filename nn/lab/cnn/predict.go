package cnn

import (
	"nnplay/nn/lab"
	"nnplay/nn/model"
)

// activeImages is how many images tell what the layers put out.
const activeImages = 50

// Inputs implements lab.Predictor: the elements of an image, from 0 to 1.
func (c *cnn) Inputs() int { return c.test.Dim }

// Predict returns the probabilities of the classes (n, K) for images (n, H·W).
func (c *cnn) Predict(m *lab.Machine, images []float32) []float32 {
	if c.spec.NoData() != "" {
		return nil
	}
	k, dim := c.net.Outputs, c.test.Dim
	var out []float32
	for n := len(images) / dim; n > 0; n -= judgedImages {
		images = images[copy(m.Slice("evaluate/x"), images):]
		m.Run("evaluate")
		out = append(out, m.Probe("evaluate", "output/out")[:min(n, judgedImages)*k]...)
	}
	return out
}

// Activations returns what each convolution and each hidden layer puts out for
// some of the training images.
func (c *cnn) Activations(m *lab.Machine) (layers []lab.Activated) {
	n := min(c.train.Len(), activeImages)
	copy(m.Slice("evaluate/x"), m.Slice("train/x")[:n*c.train.Dim])
	m.Run("evaluate")
	for _, l := range c.activated() {
		out := m.Probe("evaluate", l.Name+"/out")
		layers = append(layers, lab.Activated{Units: l.Units, Activation: l.Activation, Out: out[:len(out)/judgedImages*n]})
	}
	return layers
}

// activated returns the layers with an activation, but for the output.
func (c *cnn) activated() (activated []model.Layer) {
	layers := c.net.Layers()
	for i, l := range c.net.Images()[1:] {
		if l.Kind == "conv" {
			activated = append(activated, layers[i])
		}
	}
	return append(activated, layers[len(layers)-1-len(c.net.Hidden):len(layers)-1]...)
}
