package autoencoder

import (
	"slices"

	"nnplay/nn/lab"
)

// Walk implements lab.Walker: the image is the first of those that are shown, and the
// reader stands where its code is.
func (a *autoencoder) Walk(_ *lab.Machine, sample int) {
	a.walked = min(max(sample+1, 0), a.train.Len())
}

// walkedImage returns the image that is walked with, nil for none.
func (a *autoencoder) walkedImage(m *lab.Machine) []float32 {
	if a.walked == 0 {
		return nil
	}
	return m.Slice("train")[(a.walked-1)*a.net.Pixels : a.walked*a.net.Pixels]
}

// restore returns the code of an image and what is restored of it: it takes the place
// of a test image while the network looks at those.
func (a *autoencoder) restore(m *lab.Machine, image []float32) (code, restored []float32) {
	place := m.Slice("test")[:a.net.Pixels]
	was := slices.Clone(place)
	copy(place, image)
	m.Run("test view")
	code, restored = slices.Clone(m.Probe("test view", "code")[:a.net.Code]), slices.Clone(m.Probe("test view", "reconstruction")[:a.net.Pixels])
	copy(place, was)
	return code, restored
}
