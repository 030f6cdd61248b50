package points

import (
	"strings"

	"nnplay/nn/data"
	"nnplay/nn/lab"
	"nnplay/nn/lab/plane"
	"nnplay/nn/rng"
)

// Points of one's own: data.Own has a set for classes and one for values.

// drawing returns the points of one's own.
func (o *Settings) drawing() data.Drawing {
	d, _ := data.ParseDrawing(o.Points)
	return d
}

// noData returns the code of why there is nothing to train on.
func noData(s *lab.Spec) string {
	switch own := of(s); {
	case isTable(s) && own.Table == nil:
		return "no-rows"
	case isDrawn(s) && own.Points == "":
		return "no-points"
	}
	return ""
}

// choose returns the data set of the kind of the points that are held, and
// makes the classes as many as they have.
func choose(s *lab.Spec) (dataset string) {
	own := of(s)
	d := own.drawing()
	own.Classes = max(d.Classes(), 2)
	s.Own = own
	if d.Values {
		return data.OwnValues
	}
	return data.OwnClasses
}

// generated returns a drawing of the points of another data set, with the number
// of them, the noise and the seed of the spec, and of the kind of those that are held.
func generated(s *lab.Spec, dataset string) (text string, ok bool) {
	set, ok := data.Find(dataset)
	if !ok || set.Own {
		return "", false
	}
	own := of(s)
	d := plane.Sample(set, s.Seed, s.Samples, own.Classes, own.Noise)
	if kind := own.set(); isDrawn(s) && d.Len() > 0 && d.Values != (kind.Problem == data.Regression) {
		d.Convert()
	}
	return d.String(), true
}

// beginDrawing lets somebody who goes over to points of their own see all of them:
// those that test, too. Who has none begins with none, of two classes.
func (o *Settings) beginDrawing(old *lab.Spec) {
	if was := of(old); o.set().Own && !was.set().Own {
		o.ShowTestData = true
		if o.Points == "" && !o.set().Table {
			o.Classes = 2
		}
	}
	o.convertPoints()
}

// convertPoints makes values of classes, or classes of values, where the data
// set wants the other kind.
func (o *Settings) convertPoints() (converted bool) {
	set := o.set()
	if !set.Own || set.Table || o.Points == "" || (o.Points[0] == 'v') == (set.Problem == data.Regression) {
		return false
	}
	d := o.drawing()
	d.Convert()
	o.Points = d.String()
	return true
}

// takeDrawing makes the points of one's own those of the problem. At least one
// is trained on; where there is none, one at the origin stands in, so that
// there is a network to look at.
func (p *problem) takeDrawing(own *Settings, stream *rng.Stream) {
	d := own.drawing()
	p.empty = d.Len() == 0
	if p.empty {
		d.Values = p.classes == 0
		d.Add(0, 0, 0)
	}
	n := d.Len()
	p.train.points, p.test.points = data.Split(d.Arrange(stream), data.AtLeastOne(n, own.PercTrainData))
}

// isDrawn tells whether the points are a drawing of one's own.
func isDrawn(s *lab.Spec) bool {
	own := of(s)
	set := own.set()
	return set.Own && !set.Table
}

// isTable tells whether they are rows of a table of one's own.
func isTable(s *lab.Spec) bool {
	own := of(s)
	return own.set().Table
}

// called writes a feature of points with the names of the inputs that have one.
func called(symbol string, names []string) string {
	switch len(names) {
	case 0:
		return symbol
	case 1:
		return strings.ReplaceAll(symbol, "X₁", names[0])
	}
	return strings.NewReplacer("X₁X₂", names[0]+" · "+names[1], "X₁", names[0], "X₂", names[1]).Replace(symbol)
}
