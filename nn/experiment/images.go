package experiment

import (
	"nnplay/nn/data"
	"nnplay/nn/data/images"
	"nnplay/nn/rng"
)

// Images is the settings of images that are drawn from strokes.
type Images struct {
	Set        string  // a row of images.Sets
	Side       int     // elements along an edge
	Distortion float32 // how far images of a class differ, 0 to 1
}

// Bounds of an image's side.
const (
	minImageSide = 8
	maxImageSide = 28
)

// drawn returns the set of a spec.
func (i *Images) drawn() *images.Drawn {
	if set, ok := images.Find(i.Set); ok {
		return set
	}
	return images.Sets[0]
}

// draw draws images to train on, and held ones that are not trained on. They
// are independent: more of the one leave the others as they are.
func (i *Images) draw(seed uint32, n, held int) (train, test data.Points) {
	style := images.Style{Distortion: i.Distortion}
	train = i.drawn().Points(rng.New(uint64(seed), rng.Data), n, i.Side, style)
	test = i.drawn().Points(rng.Fork(uint64(seed), rng.Data, 1), held, i.Side, style)
	return train, test
}
