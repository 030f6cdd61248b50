package data

import (
	"nnplay/nn/rng"
)

// A Problem is what is to be learned.
type Problem int

// The problems.
const (
	Classification Problem = iota
	Regression
)

// String returns "classification" or "regression".
func (p Problem) String() string {
	if p == Regression {
		return "regression"
	}
	return "classification"
}

// Points are n samples.
type Points struct {
	Dim     int       // raw inputs a sample
	Targets int       // values in Y a sample
	X       []float32 // (n, Dim) raw inputs
	Y       []float32 // (n, Targets): target values, or class indices with Targets = 1
}

// Len returns the number of samples.
func (p *Points) Len() int {
	if p.Dim == 0 {
		return 0
	}
	return len(p.X) / p.Dim
}

// add appends a sample of two inputs and one target or class.
func (p *Points) add(x, y, target float32) {
	p.X = append(p.X, x, y)
	p.Y = append(p.Y, target)
}

// A Set is a data set. The zero values of Classes, Count and Known mean: chosen
// by the experiment, the experiment's number of samples, no known function.
type Set struct {
	Name    string
	Problem Problem
	Inputs  int  // raw inputs: 1 or 2
	Classes int  // of a classification
	Targets int  // of a regression
	Fixed   bool // neither noise nor a split: all points train
	// Domain is what is shown and mapped: x min, x max, y min, y max.
	Domain [4]float32
	// Known writes the true label, or the targets, at raw inputs x.
	Known func(x, y []float32)

	// generate makes about n samples, noise being 0 to 0.5.
	generate func(s *rng.Stream, n, classes int, noise float32) Points
}

// Points makes n samples, in random order; classes is for sets that leave it
// open, noise is from 0 to 0.5.
func (s *Set) Points(stream *rng.Stream, n, classes int, noise float32) Points {
	p := s.generate(stream, n, classes, noise)
	if !s.Fixed {
		shuffle(&p, stream)
	}
	return p
}

// shuffle puts the samples in random order.
func shuffle(p *Points, s *rng.Stream) {
	s.Shuffle(p.Len(), func(i, j int) {
		for k := range p.Dim {
			p.X[i*p.Dim+k], p.X[j*p.Dim+k] = p.X[j*p.Dim+k], p.X[i*p.Dim+k]
		}
		for k := range p.Targets {
			p.Y[i*p.Targets+k], p.Y[j*p.Targets+k] = p.Y[j*p.Targets+k], p.Y[i*p.Targets+k]
		}
	})
}

// Split deals the points, which are in random order, into percent of training
// points and the rest. Both parts share p's memory.
func Split(p Points, percent int) (train, test Points) {
	n := p.Len() * percent / 100
	train, test = p, p
	train.X, test.X = p.X[:n*p.Dim], p.X[n*p.Dim:]
	train.Y, test.Y = p.Y[:n*p.Targets], p.Y[n*p.Targets:]
	return train, test
}

// plane is the domain of sets with two inputs.
var plane = [4]float32{-6, 6, -6, 6}

// Sets is the table of data sets, a row each.
var Sets = []Set{
	{Name: "circle", Inputs: 2, Classes: 2, Domain: plane, Known: inCircle, generate: circle},
	{Name: "xor", Inputs: 2, Classes: 2, Domain: plane, Known: sameSigns, generate: xor},
	{Name: "gauss", Inputs: 2, Classes: 2, Domain: plane, generate: gauss},
	{Name: "spiral", Inputs: 2, Classes: 2, Domain: plane, generate: spiral},
	{Name: "moons", Inputs: 2, Classes: 2, Domain: plane, generate: moons},
	{Name: "rings", Inputs: 2, Classes: 3, Domain: plane, Known: ringOf, generate: labelled(ringOf)},
	{Name: "checkerboard", Inputs: 2, Classes: 2, Domain: plane, Known: square, generate: labelled(square)},
	{Name: "spiral3", Inputs: 2, Classes: 3, Domain: plane, generate: spiral3},
	{Name: "blobs", Inputs: 2, Domain: plane, generate: blobs},
	{Name: "sine-boundary", Inputs: 2, Classes: 2, Domain: plane, Known: aboveSine, generate: labelled(aboveSine)},
	{Name: "line-boundary", Inputs: 2, Classes: 2, Domain: plane, Known: aboveLine, generate: labelled(aboveLine)},
	{Name: "heart-boundary", Inputs: 2, Classes: 2, Domain: plane, Known: inHeart, generate: labelled(inHeart)},
	{Name: "reg-plane", Problem: Regression, Inputs: 2, Targets: 1, Domain: plane, Known: slope, generate: regPlane},
	{Name: "reg-gauss", Problem: Regression, Inputs: 2, Targets: 1, Domain: plane, Known: sixHills, generate: regGauss},
	{Name: "waves", Problem: Regression, Inputs: 2, Targets: 2, Domain: plane, Known: waves, generate: valued(2, waves)},
	{Name: "x-sin-x", Problem: Regression, Inputs: 1, Targets: 1, Domain: curve, Known: xSinX, generate: valued(1, xSinX)},
	{Name: "step", Problem: Regression, Inputs: 1, Targets: 1, Domain: curve, Known: stairs, generate: valued(1, stairs)},
	{Name: "line", Problem: Regression, Inputs: 1, Targets: 1, Domain: curve, Known: line, generate: valued(1, line)},
	{Name: "worked-example", Problem: Regression, Inputs: 1, Targets: 1, Fixed: true, Domain: [4]float32{0, 3, -0.5, 1.5}, generate: workedExample},
}

// Find returns the data set of that name.
func Find(name string) (*Set, bool) {
	for i := range Sets {
		if Sets[i].Name == name {
			return &Sets[i], true
		}
	}
	return nil, false
}
