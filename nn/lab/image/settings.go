// Package image is what the families that learn from images share: the settings
// of images, drawn ones or those of one's own, and the images themselves.
package image

import (
	"nnplay/nn/data/images"
	"nnplay/nn/lab"
	"nnplay/nn/setting"
)

// Settings is the settings of images.
type Settings struct {
	Set        string  // a row of images.Sets, or images.Own
	Side       int     // elements along an edge
	Distortion float32 // how far drawn images of a class differ, 0 to 1
	Noise      float32 // deviation of what is added to each element of drawn ones, 0 to 0.5

	Album         *images.Album // images of one's own; see Set
	PercTrainData int           // share of those that is trained on, percent
}

// Bounds of an image's side.
const (
	minSide = 8
	maxSide = 28
)

// Usual returns what families do not choose otherwise.
func Usual() Settings {
	return Settings{Set: "digits", Side: 12, Distortion: 0.3, PercTrainData: 80}
}

// In is where the settings of images stand in a family's own settings. From it
// follow the parts of the family that they make.
type In struct{ lab.Part[Settings] }

// Rows returns the rows of all families that learn from images.
func (in In) Rows() []lab.Setting {
	var sample Settings
	at := in.Within(&sample)
	return []lab.Setting{
		{Field: setting.Field{Key: "images", Group: "data", Kind: setting.Enum, Restarts: true,
			Options: append(setting.Names(images.Sets, func(d *images.Drawn) string { return d.Name }), images.Own)},
			At: at(&sample.Set)},
		{Field: setting.Field{Key: "pictures", Group: "data", Kind: setting.Pictures, Restarts: true},
			Applies: in.whenOwn, At: at(&sample.Album)},
		{Field: setting.Field{Key: "imageSide", Group: "data", Kind: setting.Int, Min: minSide, Max: maxSide, Restarts: true,
			Values: []float32{8, 10, 12, 16, 20, 28}},
			At: at(&sample.Side)},
		{Field: setting.Field{Key: "distortion", Group: "data", Kind: setting.Float, Min: 0, Max: 1, Step: 0.05, Restarts: true},
			Applies: in.WhenDrawn, At: at(&sample.Distortion)},
		lab.PercTrainData(at(&sample.PercTrainData), in.whenOwn),
	}
}

// Noise returns the row of the noise, for families whose images have some.
func (in In) Noise() lab.Setting {
	var sample Settings
	at := in.Within(&sample)
	return lab.Setting{Field: setting.Field{Key: "imageNoise", Group: "data", Kind: setting.Float, Min: 0, Max: 0.5, Step: 0.05, Restarts: true},
		Applies: in.WhenDrawn, At: at(&sample.Noise)}
}

// Reasons why a setting has no effect.
const (
	ownImages     = "own-images"
	ownImagesOnly = "own-images-only"
	noTestImages  = "no-test-images"
)

// Reasons lists them. A page leaves out what has no effect for one of them.
var Reasons = []string{ownImages, ownImagesOnly, noTestImages}

// WhenDrawn applies to what says how images are drawn, the number of samples too.
func (in In) WhenDrawn(s *lab.Spec) string { return setting.Unless(!in.Of(s).own(), ownImages) }

// WhenTested applies to looking at test images.
func (in In) WhenTested(s *lab.Spec) string { return setting.Unless(!in.Of(s).Lacking(), noTestImages) }

func (in In) whenOwn(s *lab.Spec) string { return setting.Unless(in.Of(s).own(), ownImagesOnly) }
