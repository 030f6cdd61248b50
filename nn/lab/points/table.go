package points

import (
	"slices"

	"nnplay/nn/data"
	"nnplay/nn/data/rows"
	"nnplay/nn/lab"
	"nnplay/nn/rng"
)

// Rows of a table of one's own: data.Tables has a set for classes and one for values.

// A table is rows of one's own as a perceptron meets them. It reads all of their
// inputs. What is drawn is a plane of two of them, in which the others stand at their
// means; which two it is makes no difference to training.
type table struct {
	rows  *rows.Rows
	order []int     // of the rows; those that train come first
	train int       // how many these are
	means []float32 // (k) of the inputs, over the rows that train
	plane [2]int    // the inputs that are shown; -1: nothing stands on that axis

	// targets maps values to what is learned: -1 to 1, as far as those that train go.
	targets data.Scaler // (t)
}

// anyPlane are the inputs that are shown unless others are chosen.
var anyPlane = [2]int{0, 1}

// tableSet returns a data set of tables as the rows that are held make it.
func (o *Settings) tableSet(set data.Set) *data.Set {
	switch {
	case o.Table == nil:
	case set.Problem == data.Classification:
		set.Classes = max(len(o.Table.Classes), 2)
	default:
		set.Inputs, set.Targets = min(o.Table.Width(), 2), len(o.Table.Targets)
	}
	return &set
}

// chooseTable returns the data set of the kind of the rows that are held.
func chooseTable(s *lab.Spec) (dataset string) {
	if of(s).Table.IsValues() {
		return data.TableValues
	}
	return data.TableClasses
}

// plane returns the inputs that are shown.
func (o *Settings) plane() [2]int {
	switch k := o.Table.Width(); {
	case k == 1:
		return [2]int{0, -1}
	case k == 0 || len(o.Plane) != 2 || max(o.Plane[0], o.Plane[1]) >= k:
		return anyPlane
	}
	return [2]int(o.Plane)
}

// takeTable makes the rows of one's own those of the problem, in random order. At
// least one is trained on; where there is none, one at the origin stands in, so that
// there is a network to look at.
func (p *problem) takeTable(own *Settings, stream *rng.Stream) {
	held := own.Table
	if p.empty = held == nil; p.empty {
		held = blank(p.classes > 0)
	}
	n := held.Len()
	t := &table{rows: held, train: n * data.AtLeastOne(n, own.PercTrainData) / 100}
	if p.classes > 0 {
		t.order = data.MixedOrder(stream, held.Y)
	} else {
		t.order = stream.Perm(n)
	}
	p.table, p.features = t, nil
	for i, in := range held.Inputs {
		f := data.Feature{Name: in.Name, Symbol: in.Name}
		if p.empty {
			f = data.Features[i]
		}
		p.features = append(p.features, f)
	}
	for _, s := range []struct {
		*split
		rows []int
	}{{&p.train, t.order[:t.train]}, {&p.test, t.order[t.train:]}} {
		s.x = pick(held.X, held.Width(), s.rows)
		s.points = data.Points{Dim: p.set.Inputs, Targets: len(held.Targets), Y: pick(held.Y, len(held.Targets), s.rows)}
	}
	t.means = means(p.train.x, held.Width())
	if p.classes == 0 {
		t.targets = stretched(p.train.points.Y, len(held.Targets))
		if own.KeepTargets {
			t.targets = kept(len(held.Targets))
		}
		t.targets.Apply(p.train.points.Y)
		t.targets.Apply(p.test.points.Y)
	}
	p.look(own.plane())
}

// blank is the row that stands in where there are none.
func blank(classes bool) *rows.Rows {
	r := rows.Rows{Inputs: make([]rows.Input, 2), Targets: make([]string, 1), X: make([]float32, 2), Y: make([]float32, 1)}
	if classes {
		r.Classes = make([]string, 2)
	}
	made, err := rows.New(r)
	if err != nil {
		panic(err)
	}
	return made
}

// pick returns some of the rows (n, columns).
func pick(values []float32, columns int, rows []int) []float32 {
	out := make([]float32, 0, len(rows)*columns)
	for _, i := range rows {
		out = append(out, values[i*columns:(i+1)*columns]...)
	}
	return out
}

// means returns the mean of each column of values (n, columns).
func means(values []float32, columns int) []float32 {
	sums := make([]float64, columns)
	for i, v := range values {
		sums[i%columns] += float64(v)
	}
	out := make([]float32, columns)
	for c, sum := range sums {
		out[c] = float32(sum / float64(len(values)/columns))
	}
	return out
}

// stretched returns what maps targets (n, t) to the range from -1 to 1, in which
// colors and curves are drawn and a network begins; what fills a good part of it
// stays.
func stretched(y []float32, targets int) data.Scaler {
	fit, _ := data.FindPreprocess("minmax")
	s := fit.Fit(y, targets)
	for k := range targets {
		lo, hi := s.Shift[k]-s.Scale[k], s.Shift[k]+s.Scale[k]
		if lo >= -1 && hi <= 1 && hi-lo >= 0.2 {
			s.Shift[k], s.Scale[k] = 0, 1
		}
	}
	return s
}

// kept returns what leaves targets as they are.
func kept(targets int) data.Scaler {
	return data.Scaler{Shift: make([]float32, targets), Scale: slices.Repeat([]float32{1}, targets)}
}

// look shows a plane of two inputs.
func (p *problem) look(plane [2]int) {
	t := p.table
	t.plane = plane
	set := *p.set
	for axis, i := range plane[:set.Inputs] {
		set.Domain[2*axis], set.Domain[2*axis+1] = t.reach(i)
	}
	if set.Inputs == 1 {
		lo, hi := float32(-1), float32(1)
		for _, y := range p.train.points.Y { // beyond, where they are kept as they are
			lo, hi = min(lo, y), max(hi, y)
		}
		margin := (hi - lo) / 4
		set.Domain[2], set.Domain[3] = lo-margin, hi+margin
	}
	if p.empty {
		set.Domain = p.set.Domain
	}
	p.set = &set
	p.train.points.X, p.test.points.X = t.places(t.order[:t.train], set.Inputs), t.places(t.order[t.train:], set.Inputs)
}

// reach returns from where to where an axis goes: a little more than the range of an
// input.
func (t *table) reach(input int) (lo, hi float32) {
	if input < 0 {
		return -1, 1
	}
	lo, hi = t.rows.Range(input)
	margin := (hi - lo) / 20
	if margin == 0 {
		margin = max(1, lo, -lo)
	}
	return lo - margin, hi + margin
}

// places returns where rows are on so many axes of the plane.
func (t *table) places(rows []int, axes int) []float32 {
	k := t.rows.Width()
	out := make([]float32, 0, len(rows)*axes)
	for _, row := range rows {
		for _, i := range t.plane[:axes] {
			if i < 0 {
				out = append(out, 0)
			} else {
				out = append(out, t.rows.X[row*k+i])
			}
		}
	}
	return out
}

// at returns the inputs (n, k) at places of the plane.
func (t *table) at(places data.Points) []float32 {
	k := len(t.means)
	out := make([]float32, 0, places.Len()*k)
	for i := range places.Len() {
		out = append(out, t.means...)
		for axis, input := range t.plane[:places.Dim] {
			if input >= 0 {
				out[i*k+input] = places.X[i*places.Dim+axis]
			}
		}
	}
	return out
}

// expand returns the features (n, F) at places of what is shown.
func (p *problem) expand(places data.Points) []float32 {
	if p.table != nil {
		return p.table.at(places)
	}
	return data.Expand(places, p.features)
}

// meant returns outputs (n, K) in the units of the targets.
func (p *problem) meant(out []float32) []float32 {
	if p.table == nil || p.classes > 0 {
		return out
	}
	all := make([]float32, len(out))
	for i, v := range out {
		k := i % p.units
		all[i] = float32(v*p.table.targets.Scale[k]) + p.table.targets.Shift[k]
	}
	return all
}

// Means returns the means of all inputs of a table over the rows that train, at which
// those stand that are not shown; nil of other data.
func (t *perceptron) Means() []float32 {
	if t.problem.table == nil || t.problem.empty {
		return nil
	}
	return t.problem.table.means
}
