package image

import (
	"nnplay/nn/data"
	"nnplay/nn/data/images"
	"nnplay/nn/rng"
)

// drawn returns the set that is drawn from strokes.
func (s *Settings) drawn() *images.Drawn {
	if set, ok := images.Find(s.Set); ok {
		return set
	}
	return images.Sets[0]
}

// Classes returns the names of the classes.
func (s *Settings) Classes() []string {
	if s.own() {
		return s.Album.Names()
	}
	return s.drawn().Classes()
}

// Symbols returns a sign for each class that needs no translation.
func (s *Settings) Symbols() []string {
	if s.own() {
		return s.Album.Names()
	}
	return s.drawn().Symbols()
}

// Draw returns images to train on, as many as samples unless they are one's own,
// and up to a number of held ones that are not trained on.
func (s *Settings) Draw(seed uint32, samples, held int) (train Training, test data.Points) {
	if s.own() {
		return s.split(seed, held)
	}
	// The two are independent: more of the one leave the others as they are.
	style := images.Style{Distortion: s.Distortion, Noise: s.Noise}
	train.points = s.drawn().Points(rng.New(uint64(seed), rng.Data), samples, s.Side, style)
	train.Y, train.Dim = train.points.Y, train.points.Dim
	return train, s.drawn().Points(rng.Fork(uint64(seed), rng.Data, 1), held, s.Side, style)
}

// Training is what is trained on. Images of one's own may be so many that they
// are kept small until the arena has room for them.
type Training struct {
	Dim int       // elements of an image
	Y   []float32 // (n) classes

	points   data.Points      // as drawn
	pictures []images.Picture // or one's own
	side     int
}

// Len returns the number of images, n.
func (t *Training) Len() int { return len(t.Y) }

// Write writes as many images as there is room for, (n, Dim).
func (t *Training) Write(dst []float32) {
	copy(dst, t.points.X)
	for i := range t.pictures[:min(len(t.pictures), len(dst)/t.Dim)] {
		t.pictures[i].Write(dst[i*t.Dim:(i+1)*t.Dim], t.side)
	}
}
