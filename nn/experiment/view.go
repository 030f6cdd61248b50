package experiment

import (
	"nnplay/nn"
	"nnplay/nn/data"
	"nnplay/nn/f32"
	"nnplay/nn/model"
)

// A View is a named piece of what can be seen: its name is the whole contract
// with what draws it. Exactly one of F32 and U8 is set.
type View struct {
	Name  string
	Shape []int
	F32   []float32
	U8    []uint8 // levels: -1 .. 1, or for probabilities 0 .. 1, as 0 .. 255
}

// A Topology is what a drawing needs to know before it gets views.
type Topology struct {
	Architecture string
	Problem      string // "classification" or "regression"
	Inputs       int    // raw inputs: 1 or 2
	Features     []data.Feature
	Layers       []model.Layer // the last is the output
	Classes      int           // 0 for regression
	Targets      int           // 0 for classification
	Domain       [4]float32    // x min, x max, y min, y max
	Symbols      []string      // what classes or tokens are called, by number; nil is their number
}

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

// Topology describes the network and the data.
func (r *Run) Topology() Topology {
	if r.task != nil {
		t := r.task.topology()
		t.Architecture = r.spec.Architecture
		return t
	}
	p := r.problem
	t := Topology{
		Architecture: r.spec.Architecture, Problem: "regression", Inputs: p.set.Inputs, Features: p.features,
		Layers: r.network.Layers(), Domain: p.set.Domain, Classes: p.classes,
	}
	if p.classes > 0 {
		t.Problem = "classification"
	} else {
		t.Targets = p.set.Targets
	}
	return t
}

// Facts tells, by the key of a setting, what it has come to in this run:
// symbols and numbers that need no translation.
func (r *Run) Facts() map[string]string {
	facts := map[string]string{}
	if r.task != nil {
		return facts
	}
	if scaling := r.problem.scaling(); scaling != "" {
		facts["preprocess"] = scaling
	}
	return facts
}

// Static returns the views that change only when the run is rebuilt: points,
// features and the true function.
func (r *Run) Static() []View {
	if r.task != nil {
		return r.task.static(&r.machine)
	}
	p := r.problem
	views := []View{p.pointsView("points/train", &p.train), p.pointsView("points/test", &p.test)}
	f := len(p.features)
	raw := data.Expand(r.grid.points, p.features)
	if p.set.Inputs == 1 {
		views = append(views, View{Name: "features/curve", Shape: []int{f, curvePoints}, F32: planes(raw, f)})
	} else {
		views = append(views, View{Name: "features/heat", Shape: []int{f, neuronSide, neuronSide}, U8: thinned(featureLevels(planes(raw, f)), f)})
	}
	if p.set.Known != nil {
		views = append(views, p.knownView(r.grid.points))
	}
	return views
}

// featureLevels spreads each feature's plane over the range of levels.
func featureLevels(plane []float32) []uint8 {
	levels := make([]uint8, len(plane))
	n := outputSide * outputSide
	for at := 0; at < len(plane); at += n {
		var size float32
		for _, v := range plane[at : at+n] {
			size = f32.Max(size, f32.Abs(v))
		}
		for i, v := range plane[at : at+n] {
			levels[at+i] = level(v / size)
		}
	}
	return levels
}

// maxShown is how many points of a split are shown. They are in random order.
const maxShown = 5000

func (problem *problem) pointsView(name string, s *split) View {
	p := s.points
	n := min(p.Len(), maxShown)
	if problem.empty {
		n = 0
	}
	v := View{Name: name, Shape: []int{n, 3}, F32: make([]float32, 0, 3*n)}
	for i := range n {
		y := p.Y[i*p.Targets]
		second := y
		if p.Dim == 2 {
			second = p.X[2*i+1]
		}
		v.F32 = append(v.F32, p.X[i*p.Dim], second, y)
	}
	return v
}

func (p *problem) knownView(points data.Points) View {
	n := len(points.X) / points.Dim
	targets := max(p.set.Targets, 1)
	y := make([]float32, n*targets)
	for i := range n {
		p.set.Known(points.X[i*points.Dim:(i+1)*points.Dim], y[i*targets:(i+1)*targets])
	}
	if points.Dim == 1 {
		return View{Name: "known/curve", Shape: []int{targets, curvePoints}, F32: planes(y, targets)}
	}
	v := View{Name: "known/heat", Shape: []int{outputSide, outputSide}, U8: make([]uint8, n)}
	for i := range n {
		switch {
		case p.classes == 0:
			v.U8[i] = level(y[i*targets])
		case p.classes == 2:
			v.U8[i] = level(2*y[i] - 1)
		default:
			v.U8[i] = uint8(y[i])
		}
	}
	return v
}

// Dynamic returns the views that change with each step: weights, biases, what
// L1 has left of the links, gradients, what is frozen, points that are
// misclassified, and every unit's activation over the domain.
func (r *Run) Dynamic() []View {
	if r.task != nil {
		return r.task.dynamic(&r.machine)
	}
	var views []View
	for _, p := range r.unit.Parameters() {
		views = append(views, View{Name: p.Name, Shape: p.Shape, F32: append([]float32(nil), r.unit.Slice(r.arena, p.Name)...)})
		if alive := r.unit.Slice(r.arena, nn.Alive(p.Name)); alive != nil {
			flags := make([]uint8, len(alive))
			for i, v := range alive {
				flags[i] = uint8(v)
			}
			views = append(views, View{Name: nn.Alive(p.Name), Shape: p.Shape, U8: flags})
		}
	}
	views = append(views, r.editViews()...)
	views = append(views, r.wrongViews()...)
	return append(views, r.grid.views(r)...)
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

// planes turns rows (n, units) into (units, n).
func planes(rows []float32, units int) []float32 {
	n := len(rows) / units
	out := make([]float32, len(rows))
	for i, v := range rows {
		out[i%units*n+i/units] = v
	}
	return out
}

// level maps -1 .. 1 to 0 .. 255; NaN is the middle.
func level(v float32) uint8 {
	switch {
	case v != v:
		return 128
	case v <= -1:
		return 0
	case v >= 1:
		return 255
	}
	return uint8(float32(127.5*v) + 128)
}
