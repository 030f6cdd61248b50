package image

import (
	"nnplay/nn/data"
	"nnplay/nn/data/images"
	"nnplay/nn/lab"
	"nnplay/nn/rng"
	"nnplay/nn/setting"
)

// least is how many images of one's own can be trained on: one, and one to test
// with.
const least = 2

// own tells whether the images are one's own.
func (s Settings) own() bool { return s.Set == images.Own }

// Own is how a family takes images of one's own; home says that one goes to it
// with them.
func (in In) Own(home bool) lab.OwnData {
	return lab.OwnData{
		Kind: setting.Pictures, Key: "pictures", Choice: "images", Home: home,
		Options: []string{images.Own},
	}
}

// NoData returns the code of why there is nothing to train on, "" if there is.
func (in In) NoData(s *lab.Spec) string {
	if i := in.Of(s); i.Lacking() {
		return "no-images"
	}
	return ""
}

// Lacking tells whether there are too few images of one's own: those that stand in
// for them say nothing of how well a network does.
func (s Settings) Lacking() bool { return s.own() && s.Album.Len() < least }

// split returns the images of one's own in random order, the classes evenly
// spread, cut in two as the settings say. Where there are too few, blank ones
// stand in, so that there is a network to look at.
func (s *Settings) split(seed uint32, held int) (train Training, test data.Points) {
	var pictures []images.Picture
	var class []float32
	for k, c := range s.Album.Classes() {
		for _, p := range c.Pictures {
			pictures, class = append(pictures, p), append(class, float32(k))
		}
	}
	for len(pictures) < least {
		pictures, class = append(pictures, images.PictureOf(make([]uint8, images.AlbumSide*images.AlbumSide))), append(class, 0)
	}
	n := len(pictures)
	cut := min(max(n*s.PercTrainData/100, 1), n-1)
	train = Training{Dim: s.Side * s.Side, side: s.Side}
	test = data.Points{Dim: train.Dim, Targets: 1}
	for at, i := range data.MixedOrder(rng.New(uint64(seed), rng.Data), class) {
		switch {
		case at < cut:
			train.pictures, train.Y = append(train.pictures, pictures[i]), append(train.Y, class[i])
		case test.Len() < held:
			image := make([]float32, test.Dim)
			pictures[i].Write(image, s.Side)
			test.X, test.Y = append(test.X, image...), append(test.Y, class[i])
		}
	}
	return train, test
}
