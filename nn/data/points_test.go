package data

import (
	"math"
	"slices"
	"testing"

	"nnplay/nn/rng"
)

// rows returns the samples as rows of inputs and targets, sorted.
func rows(parts ...Points) [][]float32 {
	var all [][]float32
	for _, p := range parts {
		for i := range p.Len() {
			all = append(all, append(slices.Clone(p.X[i*p.Dim:(i+1)*p.Dim]), p.Y[i*p.Targets:(i+1)*p.Targets]...))
		}
	}
	slices.SortFunc(all, slices.Compare)
	return all
}

// TestSplit checks that the parts are disjoint and complete, also with respect to
// what the generator made, and have the right sizes.
func TestSplit(t *testing.T) {
	forAll(t, func(t *testing.T, s *Set, seed uint64, n int, noise float32) {
		classes := blobClasses
		if s.Classes > 0 {
			classes = s.Classes
		}
		made := s.generate(rng.New(seed, rng.Data), n, classes, noise)
		p := pointsOf(s, seed, n, noise)
		want := rows(made)
		for percent := 0; percent <= 100; percent += 10 {
			train, test := Split(p, percent)
			if train.Len() != p.Len()*percent/100 || train.Len()+test.Len() != p.Len() ||
				len(train.Y) != train.Len()*p.Targets || len(test.Y) != test.Len()*p.Targets {
				t.Fatalf("%d %% of %d: %d and %d samples", percent, p.Len(), train.Len(), test.Len())
			}
			if got := rows(train, test); !slices.EqualFunc(got, want, slices.Equal) {
				t.Fatalf("%d %% of %d: the parts are not the whole", percent, p.Len())
			}
		}
	})
}

// TestSplitAppend checks that what is appended to one part leaves the other alone.
func TestSplitAppend(t *testing.T) {
	p := pointsOf(&Sets[0], 1, 10, 0)
	train, test := Split(p, 50)
	want := rows(test)
	train.add(9, 9, 9)
	if !slices.EqualFunc(rows(test), want, slices.Equal) {
		t.Error("the test points have changed")
	}
}

// TestSplitClasses checks that both parts have the classes in proportion to
// within one sample, so all of them as soon as there is room.
func TestSplitClasses(t *testing.T) {
	forAll(t, func(t *testing.T, s *Set, seed uint64, n int, noise float32) {
		if s.Problem != Classification {
			return
		}
		p := pointsOf(s, seed, n, noise)
		all := make([]int, classesOf(s))
		for _, v := range p.Y {
			all[int(v)]++
		}
		for percent := 10; percent <= 90; percent += 10 {
			train, _ := Split(p, percent)
			count := make([]int, len(all))
			for _, v := range train.Y {
				count[int(v)]++
			}
			for k := range all {
				share := float64(all[k]) * float64(train.Len()) / float64(n)
				if math.Abs(float64(count[k])-share) > 1 {
					t.Fatalf("seed %d: %d of %d samples of class %d are in a part of %d of %d", seed, count[k], all[k], k, train.Len(), n)
				}
			}
		}
	})
}

// TestOrder checks that the order says nothing about the place: the means of
// the inputs over both halves agree to 5 standard errors.
func TestOrder(t *testing.T) {
	for i := range Sets {
		s := &Sets[i]
		if s.Fixed {
			continue
		}
		first, second := Split(pointsOf(s, 11, s.Count, 0), 50)
		for k := range s.Inputs {
			m1, v1 := moments(first, k)
			m2, v2 := moments(second, k)
			e := math.Sqrt((v1 + v2) / float64(first.Len()))
			if math.Abs(m1-m2) > 5*e {
				t.Errorf("%s: input %d has the means %.2f and %.2f in the halves", s.Name, k, m1, m2)
			}
		}
	}
	// A spiral is made from the inside outwards; shuffled, both halves have
	// points from all along.
	s, _ := Find("spiral")
	first, second := Split(pointsOf(s, 11, s.Count, 0), 50)
	if a, b := meanRadius(first), meanRadius(second); math.Abs(a-b) > 5*5/math.Sqrt(12*float64(first.Len())/2) {
		t.Errorf("the halves of the spiral have the mean radii %.2f and %.2f", a, b)
	}
}

func meanRadius(p Points) (mean float64) {
	for i := range p.Len() {
		mean += math.Hypot(float64(p.X[2*i]), float64(p.X[2*i+1])) / float64(p.Len())
	}
	return mean
}

// moments returns the mean and the variance of input k.
func moments(p Points, k int) (mean, variance float64) {
	n := float64(p.Len())
	for i := range p.Len() {
		mean += float64(p.X[i*p.Dim+k]) / n
	}
	for i := range p.Len() {
		d := float64(p.X[i*p.Dim+k]) - mean
		variance += d * d / n
	}
	return mean, variance
}

func TestMix(t *testing.T) {
	// Two of class 1 among six of class 0 go 1/4 and 3/4 of the way.
	order := []int{7, 6, 5, 4, 3, 2, 1, 0}
	class := []float32{1, 0, 0, 0, 0, 0, 0, 1}
	mix(order, class)
	if want := []int{6, 7, 5, 4, 3, 2, 0, 1}; !slices.Equal(order, want) {
		t.Errorf("order %d, want %d", order, want)
	}
}

func TestNoPoints(t *testing.T) {
	var p Points
	if p.Len() != 0 {
		t.Error("there are points in no points")
	}
	train, test := Split(p, 50)
	if train.Len() != 0 || test.Len() != 0 {
		t.Error("no points are split into points")
	}
}
