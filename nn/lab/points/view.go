package points

import (
	"slices"

	"nnplay/nn"
	"nnplay/nn/data"
	"nnplay/nn/lab"
)

// Sizes of the pictures, in samples a side.
const (
	outputSide  = 100 // the decision boundary
	neuronSide  = 50  // every second sample of it
	curvePoints = 200 // along x, for one raw input
)

// domainPoints lays points over the domain: row by row from the top left, at
// the centres of cells, or along x for one raw input.
func domainPoints(set *data.Set) data.Points {
	d := set.Domain
	at := func(lo, hi float32, i, n int) float32 {
		return lo + float32((hi-lo)*((float32(i)+0.5)/float32(n)))
	}
	p := data.Points{Dim: set.Inputs, Targets: 1}
	if set.Inputs == 1 {
		for i := range curvePoints {
			p.X = append(p.X, at(d[0], d[1], i, curvePoints))
		}
	} else {
		for row := range outputSide {
			for col := range outputSide {
				p.X = append(p.X, at(d[0], d[1], col, outputSide), at(d[3], d[2], row, outputSide))
			}
		}
	}
	p.Y = make([]float32, len(p.X)/p.Dim)
	return p
}

// Static returns the views that change only when the run is rebuilt: points,
// features and the true function.
func (t *perceptron) Static(*lab.Machine) []lab.View {
	p := t.problem
	views := []lab.View{p.pointsView("points/train", &p.train), p.pointsView("points/test", &p.test)}
	f := len(p.features)
	switch {
	case p.set.Inputs == 1:
		values := p.expand(t.grid.points)
		if p.table != nil { // as the network reads it: years hardly differ from 0 on
			p.scaler.Apply(values)
		}
		views = append(views, lab.View{Name: "features/curve", Shape: []int{f, curvePoints}, F32: planes(values, f)})
	case p.table != nil:
		views = append(views, p.table.heat(p.set, p.scaler)...)
	default:
		levels, span := featureLevels(planes(p.expand(t.grid.points), f), planes(p.atCorners(), f))
		views = append(views,
			lab.View{Name: "features/heat", Shape: []int{f, neuronSide, neuronSide}, U8: thinned(levels, f)},
			lab.View{Name: "features/span", Shape: []int{f, 2}, F32: span})
	}
	if p.set.Known != nil {
		views = append(views, p.knownView(t.grid.points))
	}
	return views
}

// atCorners returns the features (4, F) at the corners of the domain.
func (p *problem) atCorners() []float32 {
	d := p.set.Domain
	corners := data.Points{Dim: 2, Targets: 1, X: []float32{d[0], d[2], d[1], d[2], d[0], d[3], d[1], d[3]}, Y: make([]float32, 4)}
	return p.expand(corners)
}

// featureLevels spreads each feature's plane over the range of levels, and returns
// from where to where (F, 2) these go. Most features are largest in a corner, so
// that the range is of round numbers.
func featureLevels(plane, corners []float32) (levels []uint8, span []float32) {
	levels = make([]uint8, len(plane))
	n := outputSide * outputSide
	for f := range len(plane) / n {
		values := plane[f*n : (f+1)*n]
		var lo, hi float32
		for _, v := range append(corners[4*f:4*f+4:4*f+4], values...) {
			lo, hi = min(lo, v), max(hi, v)
		}
		span = append(span, lo, hi)
		for i, v := range values {
			levels[f*n+i] = lab.Level(v / max(hi, -lo))
		}
	}
	return levels, span
}

// maxShown is how many points of a split are shown. They are in random order.
const maxShown = 5000

func (problem *problem) pointsView(name string, s *split) lab.View {
	p := s.points
	n := min(p.Len(), maxShown)
	if problem.empty {
		n = 0
	}
	v := lab.View{Name: name, Shape: []int{n, 3}, F32: make([]float32, 0, 3*n)}
	for i := range n {
		v.F32 = append(v.F32, placeOf(&p, i)...)
	}
	return v
}

// placeOf returns where a sample is shown, and its target.
func placeOf(p *data.Points, sample int) []float32 {
	y := p.Y[sample*p.Targets]
	second := y
	if p.Dim == 2 {
		second = p.X[2*sample+1]
	}
	return []float32{p.X[sample*p.Dim], second, y}
}

func (p *problem) knownView(points data.Points) lab.View {
	n := len(points.X) / points.Dim
	targets := max(p.set.Targets, 1)
	y := make([]float32, n*targets)
	for i := range n {
		p.set.Known(points.X[i*points.Dim:(i+1)*points.Dim], y[i*targets:(i+1)*targets])
	}
	if points.Dim == 1 {
		return lab.View{Name: "known/curve", Shape: []int{targets, curvePoints}, F32: planes(y, targets)}
	}
	v := lab.View{Name: "known/heat", Shape: []int{outputSide, outputSide}, U8: make([]uint8, n)}
	for i := range n {
		switch {
		case p.classes == 0:
			v.U8[i] = lab.Level(y[i*targets])
		case p.classes == 2:
			v.U8[i] = lab.Level(2*y[i] - 1)
		default:
			v.U8[i] = uint8(y[i])
		}
	}
	return v
}

// Dynamic returns the views that change with each step: weights, biases, what
// L1 has left of the links, the gradients that the last step followed, after
// clipping and with the penalty of L2, points that are misclassified, and every
// unit's activation over the domain.
func (t *perceptron) Dynamic(m *lab.Machine) []lab.View {
	var views []lab.View
	for _, p := range m.Unit.Parameters() {
		views = append(views, lab.View{Name: p.Name, Shape: p.Shape, F32: slices.Clone(m.Slice(p.Name))})
		if alive := m.Slice(nn.Alive(p.Name)); alive != nil {
			flags := make([]uint8, len(alive))
			for i, v := range alive {
				flags[i] = uint8(v)
			}
			views = append(views, lab.View{Name: nn.Alive(p.Name), Shape: p.Shape, U8: flags})
		}
	}
	if m.Steps > 0 {
		views = append(views, lab.GradientViews(m)...)
	}
	views = append(append(views, t.wrongViews(m)...), t.walkedViews()...)
	return append(views, t.grid.views(m, t.problem)...)
}

// thinned takes every second sample of every second row of planes.
func thinned(levels []uint8, planes int) []uint8 {
	skip := outputSide / neuronSide
	out := make([]uint8, 0, planes*neuronSide*neuronSide)
	for p := range planes {
		for row := 0; row < outputSide; row += skip {
			for col := 0; col < outputSide; col += skip {
				out = append(out, levels[(p*outputSide+row)*outputSide+col])
			}
		}
	}
	return out
}

// rowsOf turns planes (units, n) into (n, units).
func rowsOf(planes []float32, units int) []float32 {
	n := len(planes) / units
	out := make([]float32, len(planes))
	for i, v := range planes {
		out[i%n*units+i/n] = v
	}
	return out
}

// planes turns rows (n, units) into (units, n).
func planes(rows []float32, units int) []float32 {
	n := len(rows) / units
	out := make([]float32, len(rows))
	for i, v := range rows {
		out[i%units*n+i/units] = v
	}
	return out
}
