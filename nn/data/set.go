package data

import (
	"fmt"

	"nnplay/nn/rng"
)

// A Problem is what is to be learned.
type Problem int

// The problems.
const (
	Classification Problem = iota // Y holds class indices, 0 to K-1
	Regression                    // Y holds target values
)

// String returns "classification" or "regression".
func (p Problem) String() string {
	if p == Regression {
		return "regression"
	}
	return "classification"
}

// A Set is a data set. Its zero values of Classes and Targets mean "not of this
// problem", except that a classification without Classes leaves their number
// to the experiment.
type Set struct {
	Name    string // in links, and in the translations option.dataset.NAME
	Problem Problem
	Inputs  int  // raw inputs: 1 or 2
	Classes int  // of a classification, 2 to 10; 0 = chosen by the experiment
	Targets int  // of a regression, 1 or more
	Fixed   bool // the points are given: no noise, no split (all train), no other number of them
	Own     bool // the points are an experiment's: no noise, no other number of them
	Table   bool // and they are rows of a table: Inputs is how many of theirs are shown
	Count   int  // samples that suit the set; with Fixed, those that it has

	// Domain is what is shown and mapped: x min, x max, y min, y max, where y
	// is the second input, or the targets if there is one input. Without noise
	// all points are within, but for a rare one of gauss, whose tails are not cut.
	Domain [4]float32

	// Known is the true function of a set that has one: it writes the class
	// index or the targets (Targets) at raw inputs x (Inputs). Without noise the
	// points obey it exactly. It is nil where classes are distributions rather
	// than regions.
	Known func(x, y []float32)

	// generate makes n samples, as many of each class as of any other give or
	// take one (before noise). The random numbers that it takes do not depend
	// on the noise, so that the same seed with more noise is the same picture,
	// noisier. Classes is that of the set or the experiment.
	generate func(s *rng.Stream, n, classes int, noise float32) Points
}

// maxClasses bounds the classes that an experiment may choose.
const maxClasses = 10

// Points makes n samples in random order, the classes evenly mixed. The number
// of classes matters to sets that leave it open, the noise is a fraction, 0 to
// 0.5 in the controls of a page; what it does is up to the set.
func (s *Set) Points(stream *rng.Stream, n, classes int, noise float32) Points {
	if n < 0 || !(noise >= 0) {
		panic(fmt.Sprintf("data: %d points with noise %v", n, noise))
	}
	if s.Classes > 0 || s.Problem == Regression {
		classes = s.Classes
	} else if classes < 2 || classes > maxClasses {
		panic(fmt.Sprintf("data: %d classes of %s", classes, s.Name))
	}
	p := s.generate(stream, n, classes, noise)
	if s.Fixed {
		return p
	}
	order := stream.Perm(p.Len())
	if s.Problem == Classification {
		mix(order, p.Y)
	}
	return p.pick(order)
}

// Find returns the data set of that name.
func Find(name string) (*Set, bool) {
	for i := range Sets {
		if Sets[i].Name == name {
			return &Sets[i], true
		}
	}
	for _, sets := range [][]Set{Own, Tables} {
		for i := range sets {
			if sets[i].Name == name {
				return &sets[i], true
			}
		}
	}
	return nil, false
}
