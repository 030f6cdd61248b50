package autoencoder

import (
	"nnplay/nn"
	"nnplay/nn/lab"
)

// Guess returns what it gives to restore each image as the same one: their mean. A
// code of few numbers holds no whole image.
func (a *autoencoder) Guess(m *lab.Machine) lab.Guess {
	if a.own.Images.Lacking() {
		return lab.NoGuess
	}
	return lab.Guess{Loss: a.net.Loss.Guess(m.Slice("train"), a.net.Pixels, nn.Range{Max: 1})}
}
