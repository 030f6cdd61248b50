// Package plane is what families share that learn a distribution of points of
// the plane: the distributions to choose from, points of one's own among them,
// and how what a network makes is compared with the real thing.
package plane

import (
	"nnplay/nn/data"
	"nnplay/nn/lab"
	"nnplay/nn/rng"
	"nnplay/nn/setting"
)

// Settings is what a family embeds in its own settings.
type Settings struct {
	Distribution string // a row of data.Distributions, or points of one's own
	Points       string // of one's own: the text of a data.Drawing
}

// own is the name of the distribution of points of one's own.
const own = data.OwnClasses

// OwnOnly is the reason why points of one's own have no effect: others were chosen.
const OwnOnly = "own-only"

// Reasons lists the reasons of this package.
var Reasons = []string{OwnOnly}

// Drawn tells whether the data are points of one's own.
func (s Settings) Drawn() bool { return s.Distribution == own }

// Drawing returns the points of one's own.
func (s Settings) Drawing() data.Drawing {
	d, _ := data.ParseDrawing(s.Points)
	return d
}

// Data returns the distribution that is learned.
func (s Settings) Data() data.Distribution {
	if d, ok := data.FindDistribution(s.Distribution); ok {
		return d
	}
	d := s.Drawing()
	return data.Drawn(&d)
}

// Samples draws the real samples (n, 2) of an experiment.
func (s Settings) Samples(seed uint32, n int) []float32 {
	return s.Data().Samples(rng.New(uint64(seed), rng.Data), n)
}

// In is where these settings stand in a family's own. From it follow the parts of
// the family that they make.
type In struct{ lab.Part[Settings] }

// Rows returns the rows of the settings.
func (in In) Rows() []lab.Setting {
	var sample Settings
	at := in.Within(&sample)
	return []lab.Setting{
		{Field: setting.Field{Key: "distribution", Group: "data", Kind: setting.Enum, Restarts: true,
			Options: append(setting.Names(data.Distributions, func(d data.Distribution) string { return d.Name }), own)},
			At: at(&sample.Distribution)},
		{Field: setting.Field{Key: "points", Group: "data", Kind: setting.Points, Restarts: true},
			Applies: func(s *lab.Spec) string { return setting.Unless(in.Of(s).Drawn(), OwnOnly) },
			At:      at(&sample.Points)},
	}
}

// CSV returns the samples as comma-separated values, or points of one's own in
// their own order.
func (in In) CSV(s *lab.Spec) []byte {
	from := in.Of(s)
	if from.Drawn() {
		d := from.Drawing()
		return DrawingCSV(d, d.Values, nil, nil)
	}
	out := []byte("x1,x2\n")
	samples := from.Samples(s.Seed, s.Samples)
	for i := 0; i+1 < len(samples); i += 2 {
		out = append(AppendNumbers(out, samples[i:i+2]...), '\n')
	}
	return out
}
