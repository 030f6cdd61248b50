package data

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"nnplay/nn/data/golden"
	"nnplay/nn/rng"
)

// blobClasses are the classes that tests ask of sets that leave it open.
const blobClasses = 5

// classesOf returns the number of classes that a set makes in tests.
func classesOf(s *Set) int {
	if s.Problem == Classification && s.Classes == 0 {
		return blobClasses
	}
	return s.Classes
}

func pointsOf(s *Set, seed uint64, n int, noise float32) Points {
	return s.Points(rng.New(seed, rng.Data), n, blobClasses, noise)
}

// forAll calls check with each set at many sizes, noises and seeds.
func forAll(t *testing.T, check func(t *testing.T, s *Set, seed uint64, n int, noise float32)) {
	for i := range Sets {
		s := &Sets[i]
		t.Run(s.Name, func(t *testing.T) {
			for _, n := range []int{1, 2, 7, 10, 100, s.Count} {
				for _, noise := range []float32{0, 0.05, 0.25, 0.5, 0.8} {
					for seed := range uint64(5) {
						check(t, s, seed, n, noise)
					}
				}
			}
		})
	}
}

func finite(x []float32) bool {
	return !slices.ContainsFunc(x, func(v float32) bool { return v-v != 0 })
}

// inside tells whether sample i is within the domain.
func inside(s *Set, p Points, i int) bool {
	x, y := p.X[i*p.Dim], p.Y[i*p.Targets]
	if p.Dim == 2 {
		y = p.X[2*i+1]
	}
	d := s.Domain
	return d[0] <= x && x <= d[1] && d[2] <= y && y <= d[3]
}

func TestTable(t *testing.T) {
	seen := map[string]bool{}
	for _, s := range Sets {
		if seen[s.Name] {
			t.Errorf("two sets %s", s.Name)
		}
		seen[s.Name] = true
		if found, ok := Find(s.Name); !ok || found.Name != s.Name {
			t.Errorf("%s is not found", s.Name)
		}
		if s.Inputs < 1 || s.Inputs > 2 || s.Count < 1 || s.Count < 2 && !s.Fixed || s.Domain[0] >= s.Domain[1] || s.Domain[2] >= s.Domain[3] {
			t.Errorf("%s: %+v", s.Name, s)
		}
		switch s.Problem {
		case Classification:
			if s.Targets != 0 || s.Classes == 1 || s.Classes > maxClasses {
				t.Errorf("%s: a classification of %d classes with %d targets", s.Name, s.Classes, s.Targets)
			}
		case Regression:
			if s.Targets < 1 || s.Classes != 0 {
				t.Errorf("%s: a regression of %d targets with %d classes", s.Name, s.Targets, s.Classes)
			}
		}
	}
	if _, ok := Find("no such set"); ok {
		t.Error("found what is not there")
	}
	if Classification.String() != "classification" || Regression.String() != "regression" {
		t.Error("problems are called otherwise")
	}
}

func TestPoints(t *testing.T) {
	forAll(t, func(t *testing.T, s *Set, seed uint64, n int, noise float32) {
		p := pointsOf(s, seed, n, noise)
		if s.Fixed {
			n = s.Count
		}
		at := fmt.Sprintf("seed %d, %d samples, noise %v", seed, n, noise)
		if p.Dim != s.Inputs || p.Targets != max(s.Targets, 1) || p.Len() != n || len(p.X) != n*p.Dim || len(p.Y) != n*p.Targets {
			t.Fatalf("%s: %d samples (%d values) of %d inputs, %d targets (%d values)", at, p.Len(), len(p.X), p.Dim, p.Targets, len(p.Y))
		}
		if !finite(p.X) || !finite(p.Y) {
			t.Fatalf("%s: NaN or infinity", at)
		}
		if s.Problem == Classification {
			for _, v := range p.Y {
				if v != float32(int(v)) || v < 0 || int(v) >= classesOf(s) {
					t.Fatalf("%s: class %v", at, v)
				}
			}
		} else {
			// Where noise moves the place, targets reach (6 + 6·noise)·2/10;
			// where it is added, they are at most 1 and 5.77 deviations.
			limit := 1.2 + 3*noise
			for _, v := range p.Y {
				if v < -limit || v > limit {
					t.Fatalf("%s: target %v", at, v)
				}
			}
		}
	})
}

// TestNoNoise checks what holds where there is no noise: all points are within
// the domain and obey the known function to the last bit, and classes are even.
func TestNoNoise(t *testing.T) {
	forAll(t, func(t *testing.T, s *Set, seed uint64, n int, noise float32) {
		if noise > 0 {
			return
		}
		p := pointsOf(s, seed, n, noise)
		count := make([]int, classesOf(s))
		want := make([]float32, p.Targets)
		for i := range p.Len() {
			if !inside(s, p, i) {
				t.Fatalf("seed %d: sample %d of %d is outside", seed, i, n)
			}
			y := p.Y[i*p.Targets : (i+1)*p.Targets]
			if s.Problem == Classification {
				count[int(y[0])]++
			}
			if s.Known == nil {
				continue
			}
			if s.Known(p.X[i*p.Dim:(i+1)*p.Dim], want); !slices.Equal(y, want) {
				t.Fatalf("seed %d: sample %d of %d is %v, the function says %v", seed, i, n, y, want)
			}
		}
		if len(count) > 0 && slices.Max(count)-slices.Min(count) > 1 {
			t.Fatalf("seed %d: the classes of %d samples are uneven: %d", seed, n, count)
		}
	})
}

// TestNoise checks that noise does something, but leaves the points within the
// domain, except for the tails of normal distributions.
func TestNoise(t *testing.T) {
	tails := map[string]bool{"gauss": true, "blobs": true}
	for i := range Sets {
		s := &Sets[i]
		quiet, noisy := pointsOf(s, 1, s.Count, 0), pointsOf(s, 1, s.Count, 0.5)
		same := slices.Equal(quiet.X, noisy.X) && slices.Equal(quiet.Y, noisy.Y)
		if same != s.Fixed {
			t.Errorf("%s: noise changes nothing: %v", s.Name, same)
		}
		if s.Inputs == 1 {
			continue // it is the targets that are noisy
		}
		in := 0
		for i := range noisy.Len() {
			if inside(s, noisy, i) {
				in++
			}
		}
		if share := float64(in) / float64(noisy.Len()); share < 0.8 || share < 1 && !tails[s.Name] {
			t.Errorf("%s: %.0f %% of the points are within the domain at 50 %% noise", s.Name, 100*share)
		}
	}
}

// TestNoiseStream checks that noise changes no other random number: the stream
// goes on at the same place.
func TestNoiseStream(t *testing.T) {
	forAll(t, func(t *testing.T, s *Set, seed uint64, n int, noise float32) {
		quiet, noisy := rng.New(seed, rng.Data), rng.New(seed, rng.Data)
		s.Points(quiet, n, blobClasses, 0)
		s.Points(noisy, n, blobClasses, noise)
		if quiet.Uint32() != noisy.Uint32() {
			t.Fatalf("seed %d, %d samples: noise %v takes other random numbers", seed, n, noise)
		}
	})
}

func TestDeterministic(t *testing.T) {
	for i := range Sets {
		s := &Sets[i]
		p, again, other := pointsOf(s, 7, 100, 0.1), pointsOf(s, 7, 100, 0.1), pointsOf(s, 8, 100, 0.1)
		if !slices.Equal(p.X, again.X) || !slices.Equal(p.Y, again.Y) {
			t.Errorf("%s: the same seed gives other points", s.Name)
		}
		if slices.Equal(p.X, other.X) != s.Fixed {
			t.Errorf("%s: another seed gives the same points: %v", s.Name, !s.Fixed)
		}
	}
}

func TestBlobs(t *testing.T) {
	s, _ := Find("blobs")
	for classes := 2; classes <= maxClasses; classes++ {
		p := s.Points(rng.New(1, rng.Data), 200, classes, 0)
		count := make([]int, classes)
		for i, v := range p.Y {
			count[int(v)]++
			angle := 2 * math.Pi * float64(v) / float64(classes)
			dx, dy := float64(p.X[2*i])-4*math.Sin(angle), float64(p.X[2*i+1])-4*math.Cos(angle)
			if d := math.Hypot(dx, dy); d > 5*0.3 {
				t.Errorf("%d classes: a point of class %v is %v from its center", classes, v, d)
			}
		}
		if slices.Max(count)-slices.Min(count) > 1 {
			t.Errorf("the classes are uneven: %d", count)
		}
	}
}

func TestByHand(t *testing.T) {
	for _, tt := range []struct {
		name   string
		inputs int
		x, y   []float32
	}{
		{"worked-example", 1, []float32{1, 2}, []float32{0, 1}},
		{"two-outputs", 2, []float32{1, 2}, []float32{0, 1}},
		{"xor-rows", 2, []float32{0, 0, 0, 1, 1, 0, 1, 1}, []float32{0, 1, 1, 0}},
	} {
		s, _ := Find(tt.name)
		for _, noise := range []float32{0, 0.5} {
			p := pointsOf(s, 3, 500, noise)
			if !s.Fixed || s.Inputs != tt.inputs || !slices.Equal(p.X, tt.x) || !slices.Equal(p.Y, tt.y) {
				t.Errorf("%s, noise %v: %+v", tt.name, noise, p)
			}
		}
	}
}

func TestMisuse(t *testing.T) {
	nan := float32(math.NaN())
	for name, call := range map[string]func(){
		"samples":  func() { pointsOf(&Sets[0], 1, -1, 0) },
		"noise":    func() { pointsOf(&Sets[0], 1, 10, -0.1) },
		"NaN":      func() { pointsOf(&Sets[0], 1, 10, nan) },
		"classes":  func() { s, _ := Find("blobs"); s.Points(rng.New(1, rng.Data), 10, 1, 0) },
		"classes+": func() { s, _ := Find("blobs"); s.Points(rng.New(1, rng.Data), 10, 11, 0) },
		"percent":  func() { Split(Points{}, 101) },
		"percent-": func() { Split(Points{}, -1) },
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s: no panic", name)
				}
			}()
			call()
		}()
	}
}

// TestSizes checks all sets from few samples to many, quiet and noisy, and with
// another number of classes than the other tests: as many samples as asked for,
// of valid classes, which from 500 samples are all there and no worse than 1:4,
// on both sides of every split, too.
func TestSizes(t *testing.T) {
	const open = 4 // classes where the set leaves them open
	for i := range Sets {
		s := &Sets[i]
		t.Run(s.Name, func(t *testing.T) {
			classes := s.Classes
			if s.Problem == Classification && classes == 0 {
				classes = open
			}
			for _, n := range []int{10, 11, 99, 500, 5000} {
				for _, noise := range []float32{0, 0.5} {
					seen := map[string]uint64{}
					for _, seed := range []uint64{0, 1, 7, math.MaxUint32} {
						p := s.Points(rng.New(seed, rng.Data), n, open, noise)
						at := fmt.Sprintf("seed %d, %d samples, noise %v", seed, n, noise)
						want := n
						if s.Fixed {
							want = s.Count
						}
						if p.Len() != want || len(p.Y) != want*p.Targets || !finite(p.X) || !finite(p.Y) {
							t.Fatalf("%s: %d samples, or NaN or infinity", at, p.Len())
						}
						if again := s.Points(rng.New(seed, rng.Data), n, open, noise); golden.Digest(p.X, p.Y) != golden.Digest(again.X, again.Y) {
							t.Fatalf("%s: other points the second time", at)
						}
						points := golden.Digest(p.X, p.Y)
						if other, ok := seen[points]; ok != (s.Fixed && len(seen) > 0) {
							t.Fatalf("%s: the points of seed %d: %v", at, other, ok)
						}
						seen[points] = seed
						for i := range p.Len() {
							if noise == 0 && !inside(s, p, i) {
								t.Fatalf("%s: sample %d is outside", at, i)
							}
						}
						if s.Problem == Classification {
							checkClasses(t, at, p, classes, n >= 500)
						}
					}
				}
			}
		})
	}
}

// checkClasses checks the classes of points, and, where there is room, that all
// are there on both sides of every split and their numbers within 1:4.
func checkClasses(t *testing.T, at string, p Points, classes int, room bool) {
	t.Helper()
	counts := func(p Points) []int {
		count := make([]int, classes)
		for _, v := range p.Y {
			if v != float32(int(v)) || v < 0 || int(v) >= classes {
				t.Fatalf("%s: class %v", at, v)
			}
			count[int(v)]++
		}
		return count
	}
	all := counts(p)
	if !room {
		return
	}
	if slices.Max(all) > 4*slices.Min(all) {
		t.Errorf("%s: the classes are uneven: %d", at, all)
	}
	for percent := 10; percent <= 90; percent += 10 {
		train, test := Split(p, percent)
		if a, b := counts(train), counts(test); slices.Min(a) == 0 || slices.Min(b) == 0 {
			t.Errorf("%s, split at %d %%: a class is missing: %d and %d", at, percent, a, b)
		}
	}
}

// TestPlaygroundValues has values of TensorFlow Playground's known functions
// that were worked out by hand.
func TestPlaygroundValues(t *testing.T) {
	for _, c := range []struct {
		name       string
		x, y, want float32
	}{
		{"circle", 0, 0, 1},
		{"circle", 1.5, 1.5, 1},  // 4.5 of 6.25
		{"circle", 2.5, 0, 0},    // the rim is outside
		{"circle", -3, 4, 0},     // 3, 4, 5
		{"xor", 1, 2, 1},         // +1 in TensorFlow Playground
		{"xor", -1, -2, 1},       //
		{"xor", 1, -2, 0},        //
		{"xor", -1, 2, 0},        //
		{"xor", 0, -3, 1},        // an axis counts as the same sign
		{"reg-plane", 0, 0, 0},   //
		{"reg-plane", 1, 2, 0.3}, //
		{"reg-plane", 6, -6, 0},
		{"reg-plane", -6, -6, -1.2}, // not cut off at -1
		{"reg-gauss", -4, 2.5, 1},   // the six centers
		{"reg-gauss", 0, 2.5, -1},
		{"reg-gauss", 4, 2.5, 1},
		{"reg-gauss", -4, -2.5, -1},
		{"reg-gauss", 0, -2.5, 1},
		{"reg-gauss", 4, -2.5, -1},
		{"reg-gauss", -3, 2.5, 0.5},    // 1 from a hill, 3 from a hollow
		{"reg-gauss", 4, -1, -0.25},    // 1.5 from a hollow
		{"reg-gauss", 0.9, -1.3, 0.25}, // (0.9, 1.2) is 1.5 from a hill
		{"reg-gauss", 2, 2.5, 0},       // 2 from both
		{"reg-gauss", 0, 0, 0},         // 2.5 from the nearest
	} {
		s, ok := Find(c.name)
		if !ok {
			t.Fatalf("no set %s", c.name)
		}
		if got := truth(s.Known, c.x, c.y); math.Abs(float64(got-c.want)) > 1e-6 {
			t.Errorf("%s of (%v, %v) is %v, want %v", c.name, c.x, c.y, got, c.want)
		}
	}
}
