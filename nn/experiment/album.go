package experiment

import (
	"slices"
	"strconv"

	"nnplay/nn/data"
	"nnplay/nn/data/images"
	"nnplay/nn/rng"
)

// Images of one's own: how a spec carries them.

// leastImages is how many images of one's own can be trained on: one, and one to
// test with.
const leastImages = 2

// picturesElsewhere is the code of the notice of a link that can't carry its images.
const picturesElsewhere = "pictures-elsewhere"

// OwnImages tells whether the data are images of one's own.
func (s Spec) OwnImages() bool {
	return slices.Contains(onImages, s.Architecture) && s.Images.own()
}

// NoData returns the code of why there is nothing to train on, "" if there is.
func (s Spec) NoData() string {
	switch {
	case s.NoPoints():
		return "no-points"
	case s.OwnImages() && s.Images.Album.Len() < leastImages:
		return "no-images"
	}
	return ""
}

// TakeAlbum makes images of one's own the data: of an architecture that can't
// learn from images, the experiment goes over to one that can.
func (s *Spec) TakeAlbum(a *images.Album) ([]Notice, error) {
	if !slices.Contains(onImages, s.Architecture) {
		s.change(onlyCNN[0])
	}
	s.Images.Album = a
	return s.Change("images", images.Own)
}

// ownImages returns the images of one's own in random order, the classes evenly
// spread, cut in two as the spec says. Where there are too few, blank ones stand
// in, so that there is a network to look at.
func (s *Spec) ownImages(held int) (train trainingImages, test data.Points) {
	side := s.Images.Side
	var pictures []images.Picture
	var class []float32
	for k, c := range s.Images.Album.Classes() {
		for _, p := range c.Pictures {
			pictures, class = append(pictures, p), append(class, float32(k))
		}
	}
	for len(pictures) < leastImages {
		pictures, class = append(pictures, images.PictureOf(make([]uint8, images.AlbumSide*images.AlbumSide))), append(class, 0)
	}
	n := len(pictures)
	cut := min(max(n*s.PercTrainData/100, 1), n-1)
	train = trainingImages{Dim: side * side, side: side}
	test = data.Points{Dim: train.Dim, Targets: 1}
	for at, i := range data.MixedOrder(rng.New(uint64(s.Seed), rng.Data), class) {
		switch {
		case at < cut:
			train.pictures, train.Y = append(train.pictures, pictures[i]), append(train.Y, class[i])
		case test.Len() < held:
			image := make([]float32, test.Dim)
			pictures[i].Write(image, side)
			test.X, test.Y = append(test.X, image...), append(test.Y, class[i])
		}
	}
	return train, test
}

// parseAlbum sets images of one's own from their text and returns what was wrong
// with it. A text that does not carry them is that of those that are there.
func parseAlbum(p **images.Album, text string) (problem string) {
	if text == "none" {
		text = ""
	}
	if text != "" && text == (*p).Text() {
		return ""
	}
	a, ok := images.ParseAlbum(text)
	if !ok {
		if _, elsewhere := images.AlbumElsewhere(text); elsewhere {
			return picturesElsewhere
		}
		return badValue
	}
	*p = a
	return ""
}

// shownAlbum returns the number of images of one's own, for a notice.
func shownAlbum(a *images.Album) string { return strconv.Itoa(a.Len()) }

// AlbumMissing returns the text of the images that a link means but does not
// carry, from the notices of reading it.
func AlbumMissing(notices []Notice) (text string, missing bool) {
	for _, n := range notices {
		if n.Code == picturesElsewhere {
			return n.Args["given"], true
		}
	}
	return "", false
}

func whenOwnImages(s *Spec) string { return unless(s.OwnImages(), ownImagesOnly) }

func whenDrawnImages(s *Spec) string { return unless(!s.OwnImages(), ownImages) }
