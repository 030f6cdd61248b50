package experiment

import (
	"math"
	"strings"
	"testing"

	"nnplay/nn/data"
)

// twoCorners are a point of class 0 and one of class 1, fourCorners have class 3
// too, twoValues are -1 and 1.
func drawing(values bool, marks ...[3]float32) string {
	d := data.Drawing{Values: values}
	for _, m := range marks {
		d.Add(m[0], m[1], m[2])
	}
	return d.String()
}

var (
	twoCorners  = drawing(false, [3]float32{-3, -3, 0}, [3]float32{3, 3, 1})
	fourCorners = drawing(false, [3]float32{-3, -3, 0}, [3]float32{3, 3, 1}, [3]float32{-3, 3, 2}, [3]float32{3, -3, 3})
	twoValues   = drawing(true, [3]float32{-3, -3, -1}, [3]float32{3, 3, 1})
)

// many returns the text of n points.
func many(n int) string {
	var d data.Drawing
	for i := range n {
		d.Add(float32(i%1000)/100-5, float32(i/1000)/10, float32(i%2))
	}
	return d.String()
}

// TestPointsInLinks checks what links with points give.
func TestPointsInLinks(t *testing.T) {
	for _, c := range []struct {
		link, points, notices string
	}{
		{"v=1&dataset=own&points=" + twoCorners, twoCorners, ""},
		{"v=1&dataset=own-values&points=" + twoValues, twoValues, ""},
		{"v=1&points=" + twoCorners, twoCorners, ""}, // kept for later
		{"v=1&dataset=own&points=none", "", ""},
		{"v=1&dataset=own", "", ""},
		{"v=1&dataset=own-values&points=" + twoCorners, twoValues, "points-converted:points"},
		{"v=1&dataset=own&points=" + twoValues, twoCorners, "points-converted:points"},
		{"v=1&dataset=own&points=" + fourCorners, fourCorners, "repaired:classes"},
		{"v=1&dataset=own&classes=4&points=" + fourCorners, fourCorners, ""},
		{"v=1&dataset=own&points=" + twoCorners + "12", twoCorners, "points-cut:points"},
		{"v=1&dataset=own&points=<script>", "", "bad-value:points"},
		{"v=1&dataset=own&points=n50000", "", "points-elsewhere"},
		{"v=1&dataset=own&points=n0", "", "bad-value:points"},
	} {
		s, notices, err := Parse(c.link)
		if got := codes(notices); err != nil || s.Points != c.points || got != c.notices {
			t.Errorf("%s: points %s, notices %s, %v; want %s, %s", c.link, s.Points, got, err, c.points, c.notices)
		}
		if err := s.Validate(); err != nil {
			t.Errorf("%s: %v", c.link, err)
		}
	}
	// A number that no link can carry.
	s := mustParse(t, "v=1&dataset=own")
	if err := s.Set("points", many(data.MaxOwn)); err != nil {
		t.Fatal(err)
	}
	if link := s.Link(); s.Carried() || !strings.HasSuffix(link, "&points=n50000") {
		t.Errorf("the link of 50000 points is %.100s", link)
	}
	if err := s.Validate(); err != nil {
		t.Error(err)
	}
	s.Points = many(1500)
	checkLink(t, s)
	if !s.Carried() || len(s.Link()) > MaxLink {
		t.Error("1500 points do not fit into a link")
	}
}

// TestBeginDrawing checks what one draws upon after another data set.
func TestBeginDrawing(t *testing.T) {
	for _, c := range []struct {
		start, dataset, notices string
		points, classes         int
	}{
		{"", "own", "points-begun:dataset", 500, 2},
		{"samples=5000", "own", "points-begun:dataset", 1000, 2},
		{"dataset=rings", "own", "points-begun:dataset", 500, 3},
		{"dataset=blobs&classes=7&samples=50", "own", "points-begun:dataset", 50, 7},
		{"dataset=reg-plane&samples=60", "own-values", "points-begun:dataset", 60, 2},
		{"dataset=waves&samples=60", "own-values", "points-begun:dataset", 60, 2},
		{"dataset=reg-plane&samples=60", "own", "points-begun:dataset", 60, 2},
		{"dataset=x-sin-x", "own-values", "", 0, 2},
		{"points=" + twoCorners, "own", "", 2, 3}, // 3 is the default
		{"dataset=own", "own-values", "", 0, 3},
		{"dataset=own&points=" + twoCorners, "own-values", "", 2, 3},
		{"dataset=own&points=" + twoCorners, "xor", "", 2, 3},
	} {
		s := mustParse(t, "v=1&"+c.start)
		notices, err := s.Change("dataset", c.dataset)
		if got := codes(notices); err != nil || got != c.notices || countPoints(s.Points) != c.points || s.Classes != c.classes {
			t.Errorf("%s, then %s: %d points, %d classes, notices %s, %v", c.start, c.dataset, countPoints(s.Points), s.Classes, got, err)
		}
		if err := s.Validate(); err != nil {
			t.Errorf("%s, then %s: %v", c.start, c.dataset, err)
		}
	}
}

// TestFewPoints checks runs of a few points, and of none.
func TestFewPoints(t *testing.T) {
	for n := range 12 {
		for _, dataset := range []string{"own", "own-values"} {
			for _, percent := range []string{"10", "90"} {
				s := mustParse(t, "v=1&dataset="+dataset+"&percTrainData="+percent)
				if _, err := s.Change("points", many(n)); err != nil {
					t.Fatal(err)
				}
				r, err := New(s)
				if err != nil {
					t.Fatal(err)
				}
				before := r.Fingerprint()
				r.Step(10)
				m := r.Metrics()
				if trains := r.Fingerprint() != before; trains != (n > 0) || math.IsNaN(m.TrainLoss) != (n == 0) {
					t.Errorf("%d points of %s: %v, %+v", n, dataset, trains, m)
				}
				shown := 0
				for _, v := range r.Static() {
					if strings.HasPrefix(v.Name, "points/") {
						shown += v.Shape[0]
					}
				}
				if shown != n {
					t.Errorf("%d of %d points are shown", shown, n)
				}
				r.Dynamic()
				r.Charts(&History{})
			}
		}
	}
}

// TestOwnPointsTrain checks that a drawing is learned and that its link gives the
// same weights.
func TestOwnPointsTrain(t *testing.T) {
	s := Default()
	if _, err := s.Change("dataset", "own"); err != nil {
		t.Fatal(err)
	}
	r, err := New(s)
	if err != nil {
		t.Fatal(err)
	}
	r.Step(2000)
	if m := r.Metrics(); m.Accuracy < 0.9 {
		t.Errorf("accuracy %.3f", m.Accuracy)
	}
	again, err := New(mustParse(t, s.Link()))
	if err != nil {
		t.Fatal(err)
	}
	again.Step(2000)
	if again.Fingerprint() != r.Fingerprint() {
		t.Error("the link gives other weights")
	}
	moved := s
	if _, err := moved.Change("points", s.Points[:len(s.Points)-4]); err != nil || !moved.RestartsFrom(s) {
		t.Errorf("a point less does not restart: %v", err)
	}
	moved, elsewhere := s, s
	moved.Dataset, elsewhere.Dataset = "xor", "xor"
	moved.Points = twoCorners
	if moved.RestartsFrom(elsewhere) {
		t.Error("points restart a run that does not use them")
	}
}

// TestManyPoints checks the largest drawing, also by a full batch.
func TestManyPoints(t *testing.T) {
	s := mustParse(t, "v=1&dataset=own&optimizer=lbfgs&networkShape=64,8")
	notices, err := s.Change("points", many(data.MaxOwn))
	if err != nil || codes(notices) != "too-large:optimizer" {
		t.Errorf("notices %s, %v", codes(notices), err)
	}
	r, err := New(s)
	if err != nil {
		t.Fatal(err)
	}
	r.Step(10)
	if m := r.Metrics(); math.IsNaN(m.TrainLoss) {
		t.Errorf("%+v", m)
	}
}
