package experiment

import (
	"nnplay/nn/data"
	"nnplay/nn/data/images"
	"nnplay/nn/rng"
)

// Images is the settings of images.
type Images struct {
	Set        string  // a row of images.Sets, or images.Own
	Side       int     // elements along an edge
	Distortion float32 // how far images of a class differ, 0 to 1
	Noise      float32 // deviation of what is added to each element, 0 to 0.5
	// Album is images of one's own; see Set.
	Album *images.Album
}

// Bounds of an image's side.
const (
	minImageSide = 8
	maxImageSide = 28
)

// own tells whether the images are one's own.
func (i *Images) own() bool { return i.Set == images.Own }

// drawn returns the set of a spec that is drawn from strokes.
func (i *Images) drawn() *images.Drawn {
	if set, ok := images.Find(i.Set); ok {
		return set
	}
	return images.Sets[0]
}

// classes returns the names of the classes.
func (i *Images) classes() []string {
	if i.own() {
		return i.Album.Names()
	}
	return i.drawn().Classes()
}

// symbols returns a sign for each class that needs no translation.
func (i *Images) symbols() []string {
	if i.own() {
		return i.Album.Names()
	}
	return i.drawn().Symbols()
}

// draw returns images to train on, and up to a number of held ones that are not
// trained on.
func (s *Spec) drawImages(held int) (train trainingImages, test data.Points) {
	if s.Images.own() {
		return s.ownImages(held)
	}
	// The two are independent: more of the one leave the others as they are.
	i := &s.Images
	style := images.Style{Distortion: i.Distortion, Noise: i.Noise}
	train.points = i.drawn().Points(rng.New(uint64(s.Seed), rng.Data), s.Samples, i.Side, style)
	train.Y, train.Dim = train.points.Y, train.points.Dim
	return train, i.drawn().Points(rng.Fork(uint64(s.Seed), rng.Data, 1), held, i.Side, style)
}

// trainingImages are what is trained on. Those of one's own may be so many that
// they are kept small until the arena has room for them.
type trainingImages struct {
	Dim int       // elements of an image
	Y   []float32 // (n) classes

	points   data.Points      // as drawn
	pictures []images.Picture // or one's own
	side     int
}

// Len returns the number of images, n.
func (t *trainingImages) Len() int { return len(t.Y) }

// write writes as many images as there is room for, (n, Dim).
func (t *trainingImages) write(dst []float32) {
	copy(dst, t.points.X)
	for i := range t.pictures[:min(len(t.pictures), len(dst)/t.Dim)] {
		t.pictures[i].Write(dst[i*t.Dim:(i+1)*t.Dim], t.side)
	}
}
