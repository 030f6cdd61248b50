package experiment

import (
	"slices"
	"strconv"
	"strings"

	"nnplay/nn/data"
	"nnplay/nn/rng"
)

// Points of one's own: how a spec carries them.

// MaxPointsInLink is the longest text of points that a link carries, so that
// the other settings find room beside it within MaxLink. It is that of 1500
// points with classes, or 1200 with values. Where there are more, the link
// says only how many: the points go into a file.
const MaxPointsInLink = 6001

// maxBegun is how many points of another set a drawing begins with; they fit
// into a link.
const maxBegun = 1000

// Carried tells whether the link of the spec carries its points.
func (s Spec) Carried() bool { return len(s.Points) <= MaxPointsInLink }

// NoPoints tells whether there is nothing to train on.
func (s Spec) NoPoints() bool { return findSet(s.Dataset).Own && s.Points == "" }

// Drawn tells whether the data are points of one's own.
func (s Spec) Drawn() bool { return findSet(s.Dataset).Own || s.Distribution == data.Own[0].Name }

// distribution returns the distribution of a spec.
func (s *Spec) distribution() data.Distribution {
	if d, ok := data.FindDistribution(s.Distribution); ok {
		return d
	}
	d := s.Drawing()
	return data.Drawn(&d)
}

// Drawing returns the points of one's own.
func (s Spec) Drawing() data.Drawing {
	d, _ := data.ParseDrawing(s.Points)
	return d
}

// Generated returns a drawing of the points of another data set, with the
// number of them, the noise and the seed of the spec; of none where they do not
// lie in the plane.
func (s Spec) Generated(dataset string) data.Drawing {
	set := findSet(dataset)
	if set.Own {
		return s.Drawing()
	}
	if set.Inputs != 2 {
		return data.Drawing{Values: set.Problem == data.Regression}
	}
	p := set.Points(rng.New(uint64(s.Seed), rng.Data), min(s.Samples, maxBegun), s.Classes, float32(s.Noise)/100)
	return data.Draw(p, set.Problem == data.Regression, maxBegun)
}

// beginDrawing gives somebody who has drawn nothing yet the points that were
// seen last.
func (s *Spec) beginDrawing(old *Spec) []Notice {
	if !s.NoPoints() || findSet(old.Dataset).Own {
		s.convertPoints()
		return nil
	}
	d := old.Generated(old.Dataset)
	s.Points = d.String()
	s.Classes = max(d.Classes(), 2)
	s.convertPoints()
	if s.Points == "" {
		return nil
	}
	return []Notice{note("points-begun", "key", "dataset", "given", old.Dataset)}
}

// beginDistribution is beginDrawing for a distribution: samples of the one seen
// last.
func (s *Spec) beginDistribution(old *Spec) []Notice {
	if !s.Drawn() || old.Drawn() || s.Points != "" {
		return nil
	}
	samples := old.distribution().Samples(rng.New(uint64(s.Seed), rng.Data), min(s.Samples, maxBegun))
	var d data.Drawing
	for i := 0; i+1 < len(samples); i += 2 {
		d.Add(data.Shrink*samples[i], data.Shrink*samples[i+1], 0)
	}
	s.Points = d.String()
	return []Notice{note("points-begun", "key", "distribution", "given", old.Distribution)}
}

// takePoints gives an architecture the points of one's own that another one had,
// if it can learn from them.
func (s *Spec) takePoints(points string) {
	switch {
	case slices.Contains(onPoints, s.Architecture):
		s.Dataset, s.Points = data.Own[0].Name, points
	case slices.Contains(onDistributions, s.Architecture):
		s.Distribution, s.Points = data.Own[0].Name, points
	}
}

// TakeDrawing makes a drawing the data: of an architecture that can't learn
// from points, the experiment goes over to one that can.
func (s *Spec) TakeDrawing(d data.Drawing) ([]Notice, error) {
	if slices.Contains(onDistributions, s.Architecture) {
		s.Points = d.String()
		return s.Change("distribution", data.Own[0].Name)
	}
	if !slices.Contains(onPoints, s.Architecture) {
		s.change(onPoints[0])
	}
	dataset := data.Own[0].Name
	if d.Values {
		dataset = data.Own[1].Name
	}
	s.Points = d.String()
	s.Classes = max(d.Classes(), 2)
	return s.Change("dataset", dataset)
}

// convertPoints makes values of classes, or classes of values, where the data
// set wants the other kind.
func (s *Spec) convertPoints() (converted bool) {
	set := findSet(s.Dataset)
	if !set.Own || s.Points == "" || (s.Points[0] == 'v') == (set.Problem == data.Regression) {
		return false
	}
	d := s.Drawing()
	d.Convert()
	s.Points = d.String()
	return true
}

// fitPoints makes points and settings go together: their kind is that of the
// data set, and there are as many classes as the points need.
func (s *Spec) fitPoints(keep string) (notices []Notice) {
	set := findSet(s.Dataset)
	if !set.Own {
		return nil
	}
	if s.convertPoints() {
		notices = append(notices, note("points-converted", "key", "points"))
	}
	if set.Problem == data.Regression {
		return notices
	}
	d := s.Drawing()
	if need := d.Classes(); need > s.Classes {
		if keep != "points" {
			notices = append(notices, note("repaired", "key", "classes", "given", strconv.Itoa(s.Classes), "used", strconv.Itoa(need)))
		}
		s.Classes = need
	}
	return notices
}

// limitDrawing takes an optimizer that looks at a minibatch where the points are
// more than can be looked at at once.
func (s *Spec) limitDrawing(limit int) []Notice {
	if countPoints(s.Points) <= limit {
		return nil
	}
	given := s.Optimizer
	s.Optimizer = Default().Optimizer
	return append([]Notice{note("too-large", "key", "optimizer", "given", given, "used", s.Optimizer)}, s.limitSize()...)
}

// takeDrawing makes the points of one's own those of the problem. At least one
// is trained on; where there is none, one at the origin stands in, so that
// there is a network to look at.
func (p *problem) takeDrawing(spec *Spec, stream *rng.Stream) {
	d := spec.Drawing()
	p.empty = d.Len() == 0
	if p.empty {
		d.Values = p.classes == 0
		d.Add(0, 0, 0)
	}
	n := d.Len()
	p.train.points, p.test.points = data.Split(d.Arrange(stream), max(spec.PercTrainData, (100+n-1)/n))
}

// parsePoints sets the text of points and returns what was wrong with it.
func parsePoints(p *string, text string) (problem string) {
	if text == "none" {
		text = ""
	}
	d, ok := data.ParseDrawing(text)
	switch {
	case ok:
		*p = text
	case d.Len() == 0:
		return badValue
	default:
		*p = d.String()
		return "points-cut"
	}
	return ""
}

// countPoints returns the number of points in a valid text.
func countPoints(text string) int {
	d, _ := data.ParseDrawing(text)
	return d.Len()
}

// pointsElsewhere is what a link says in place of points that it can't carry.
func pointsElsewhere(text string) string { return "n" + strconv.Itoa(countPoints(text)) }

// elsewhere returns the number in such a text.
func elsewhere(text string) (count string, ok bool) {
	count, ok = strings.CutPrefix(text, "n")
	n, err := strconv.ParseUint(count, 10, 32)
	return strconv.FormatUint(n, 10), ok && err == nil && n > 0
}
