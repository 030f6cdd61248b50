package plane

import (
	"nnplay/nn/data"
	"nnplay/nn/lab"
	"nnplay/nn/rng"
	"nnplay/nn/setting"
)

// maxBegun is how many points of other data a drawing begins with; they fit into
// a link.
const maxBegun = 1000

// begunClasses is how many classes they have where that can be chosen.
const begunClasses = 3

// Heart is the settings of a link that draw a heart, as forty points.
const Heart = "distribution=own&points=cLHOaMKcwNyI0Q1xKSLCSUeOgWhvmYLNwZOMKZj34ZGGEYD1sWmNQV8iMTPqiRbmUPqJYO7RuMYzQLLLkKfgWJSI0HrRcGBNqEQ6gCcEEAtYg9G6W7pgG6mi26KCw6fBQ7iPc9M4gBSLSDizIG2BqI8KEJjAwKm9A"

// Sample returns a drawing of the points of a data set, with the noise in percent;
// of none where they do not lie in the plane.
func Sample(set *data.Set, seed uint32, samples, classes, noise int) data.Drawing {
	isValues := set.Problem == data.Regression
	if set.Inputs != 2 {
		return data.Drawing{Values: isValues}
	}
	p := set.Points(rng.New(uint64(seed), rng.Data), min(samples, maxBegun), classes, float32(noise)/100)
	return data.Draw(p, isValues, maxBegun)
}

// OwnPoints returns how the family takes points of one's own.
func (in In) OwnPoints() lab.OwnData {
	return lab.OwnData{
		Kind: setting.Points, Key: "points", Choice: "distribution",
		Options: []string{own},
		Begin:   in.begin,
	}
}

// begin returns the points of a data set, of the kind of those that are held.
func (in In) begin(s *lab.Spec, dataset string) (text string, ok bool) {
	set, ok := data.Find(dataset)
	if !ok || set.Own {
		return "", false
	}
	held, d := in.Of(s).Drawing(), Sample(set, s.Seed, s.Samples, begunClasses, 0)
	if d.Values != held.Values {
		d.Convert()
	}
	return d.String(), true
}

// Follow gives somebody who goes over to points of one's own, and has drawn
// nothing yet, samples of the distribution seen last.
func (in In) Follow(s, old *lab.Spec, key string) []setting.Notice {
	now, was := in.Of(s), in.Of(old)
	if key != "distribution" || !now.Drawn() || was.Drawn() || now.Points != "" {
		return nil
	}
	samples := was.Samples(s.Seed, min(s.Samples, maxBegun))
	var d data.Drawing
	for i := 0; i+1 < len(samples); i += 2 {
		d.Add(data.Shrink*samples[i], data.Shrink*samples[i+1], 0)
	}
	in.Change(s, func(own *Settings) { own.Points = d.String() })
	return []setting.Notice{setting.Note("points-begun", "key", "distribution", "given", was.Distribution)}
}
