package points

import (
	"math"
	"strings"
	"testing"

	"nnplay/nn/data"
	"nnplay/nn/experiment"
	"nnplay/nn/lab"
	"nnplay/nn/lab/labtest"
	"nnplay/nn/setting"
)

// drawing returns the text of points.
func drawing(values bool, marks ...[3]float32) string {
	d := data.Drawing{Values: values}
	for _, m := range marks {
		d.Add(m[0], m[1], m[2])
	}
	return d.String()
}

// twoCorners are a point of class 0 and one of class 1, fourCorners have class 3
// too, twoValues are -1 and 1.
var (
	twoCorners  = drawing(false, [3]float32{-3, -3, 0}, [3]float32{3, 3, 1})
	fourCorners = drawing(false, [3]float32{-3, -3, 0}, [3]float32{3, 3, 1}, [3]float32{-3, 3, 2}, [3]float32{3, -3, 3})
	twoValues   = drawing(true, [3]float32{-3, -3, -1}, [3]float32{3, 3, 1})
)

// count returns the number of points that a spec holds.
func count(s lab.Spec) int {
	own := of(&s)
	d := own.drawing()
	return d.Len()
}

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
		s, notices, err := experiment.Families{Family}.Parse(c.link)
		if got := codes(notices); err != nil || of(&s).Points != c.points || got != c.notices {
			t.Errorf("%s: points %s, notices %s, %v; want %s, %s", c.link, of(&s).Points, got, err, c.points, c.notices)
		}
		if err := s.Validate(); err != nil {
			t.Errorf("%s: %v", c.link, err)
		}
	}
	// A number that no link can carry.
	s := labtest.Parse(t, Family, "v=1&dataset=own")
	if err := s.Set("points", many(data.MaxOwn)); err != nil {
		t.Fatal(err)
	}
	if link := experiment.Link(s); s.Carried(setting.Points) || !strings.HasSuffix(link, "&points=n50000") {
		t.Errorf("the link of 50000 points is %.100s", link)
	}
	if err := s.Validate(); err != nil {
		t.Error(err)
	}
	s.Hold(setting.Points, many(1500))
	if again := labtest.Parse(t, Family, experiment.Link(s)); !again.Equal(s) {
		t.Error("the link of 1500 points gives others")
	}
	if !s.Carried(setting.Points) || len(experiment.Link(s)) > setting.MaxLink {
		t.Error("1500 points do not fit into a link")
	}
}

// TestBeginDrawing holds that one begins to draw on nothing, keeps what was drawn
// before, and sees all points: those that test too.
func TestBeginDrawing(t *testing.T) {
	for _, c := range []struct {
		start, dataset  string
		points, classes int
		all             bool // test points are shown
	}{
		{"", "own", 0, 2, true},
		{"dataset=blobs&classes=7", "own", 0, 2, true},
		{"dataset=reg-plane", "own-values", 0, 2, true},
		{"points=" + twoCorners, "own", 2, 3, true}, // 3 is the default
		{"dataset=own", "own-values", 0, 3, false},
		{"dataset=own&points=" + twoCorners, "own-values", 2, 3, false},
		{"dataset=own&points=" + twoCorners, "xor", 2, 3, false},
	} {
		s := labtest.Parse(t, Family, "v=1&"+c.start)
		notices, err := s.Change("dataset", c.dataset)
		if err != nil || len(notices) > 0 || count(s) != c.points || of(&s).Classes != c.classes || of(&s).ShowTestData != c.all {
			t.Errorf("%s, then %s: %d points, %d classes, test points shown %v, %v, %v", c.start, c.dataset, count(s), of(&s).Classes, of(&s).ShowTestData, notices, err)
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
			for _, percent := range []string{"10", "90", "100"} {
				s := labtest.Parse(t, Family, "v=1&dataset="+dataset+"&percTrainData="+percent)
				if _, err := s.Change("points", many(n)); err != nil {
					t.Fatal(err)
				}
				r, err := experiment.New(s)
				if err != nil {
					t.Fatal(err)
				}
				before := r.Fingerprint()
				r.Step(10)
				m := r.Metrics()
				if trains := r.Fingerprint() != before; trains != (n > 0) || math.IsNaN(m.TrainLoss) != (n == 0) {
					t.Errorf("%d points of %s: %v, %+v", n, dataset, trains, m)
				}
				if percent == "100" && !math.IsNaN(m.TestLoss) {
					t.Errorf("%d points of %s all train, and the test loss is %v", n, dataset, m.TestLoss)
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
				r.Charts(&experiment.History{})
			}
		}
	}
}

// TestOwnPointsTrain checks that a drawing is learned and that its link gives the
// same weights.
func TestOwnPointsTrain(t *testing.T) {
	s := Family.New()
	if _, err := s.Change("dataset", "own"); err != nil {
		t.Fatal(err)
	}
	begun, _ := generated(&s, "circle")
	if _, err := s.Change("points", begun); err != nil {
		t.Fatal(err)
	}
	r, err := experiment.New(s)
	if err != nil {
		t.Fatal(err)
	}
	r.Step(2000)
	if m := r.Metrics(); m.Accuracy < 0.9 {
		t.Errorf("accuracy %.3f", m.Accuracy)
	}
	again, err := experiment.New(labtest.Parse(t, Family, experiment.Link(s)))
	if err != nil {
		t.Fatal(err)
	}
	again.Step(2000)
	if again.Fingerprint() != r.Fingerprint() {
		t.Error("the link gives other weights")
	}
	moved := s
	if _, err := moved.Change("points", of(&s).Points[:len(of(&s).Points)-4]); err != nil || !moved.RestartsFrom(s) {
		t.Errorf("a point less does not restart: %v", err)
	}
	moved, elsewhere := s, s
	for _, spec := range []*lab.Spec{&moved, &elsewhere} {
		with(func(own *Settings) { own.Dataset = "xor" })(spec)
	}
	moved.Hold(setting.Points, twoCorners)
	if moved.RestartsFrom(elsewhere) {
		t.Error("points restart a run that does not use them")
	}
}

// TestManyPoints checks the largest drawing, also by a full batch.
func TestManyPoints(t *testing.T) {
	s := labtest.Parse(t, Family, "v=1&dataset=own&optimizer=lbfgs&networkShape=64,8")
	notices, err := s.Change("points", many(data.MaxOwn))
	if err != nil || codes(notices) != "too-large:optimizer" {
		t.Errorf("notices %s, %v", codes(notices), err)
	}
	r, err := experiment.New(s)
	if err != nil {
		t.Fatal(err)
	}
	r.Step(10)
	if m := r.Metrics(); math.IsNaN(m.TrainLoss) {
		t.Errorf("%+v", m)
	}
}

// TestAxisNames holds that points of a table bear the names of its columns, in the
// link too, and that names change nothing that is computed.
func TestAxisNames(t *testing.T) {
	plain := labtest.Open(t, Family, "v=1&dataset=own&classes=4&points="+fourCorners+"&features=x,y,xTimesY,sinY")
	spec := plain.Spec()
	if err := spec.Set("axisNames", "sepal length\npetal"); err != nil {
		t.Fatal(err)
	}
	link := experiment.Link(spec)
	r := labtest.Open(t, Family, link)
	topology := r.Topology()
	var symbols []string
	for _, f := range topology.Features {
		symbols = append(symbols, f.Symbol)
	}
	if got := strings.Join(symbols, ", "); got != "sepal length, petal, sepal length · petal, sin(petal)" {
		t.Errorf("the features are called %s", got)
	}
	if got := strings.Join(topology.Axes, ", "); got != "sepal length, petal" {
		t.Errorf("the axes are called %s", got)
	}
	if again := experiment.Link(r.Spec()); again != link || !strings.Contains(link, "axisNames=736570") {
		t.Errorf("%s, read again %s", link, again)
	}
	r.Step(5)
	plain.Step(5)
	if r.Fingerprint() != plain.Fingerprint() {
		t.Error("names change what is computed")
	}
	restarted, err := r.Update(plain.Spec())
	if err != nil || restarted || r.Topology().Axes != nil {
		t.Errorf("without names: restarted %v, axes %v, %v", restarted, r.Topology().Axes, err)
	}
	if csv := string(spec.CSV()); !strings.HasPrefix(csv, "sepal length,petal,class\n") {
		t.Errorf("the table begins %.40q", csv)
	}
	spec.Set("axisNames", "a \"b\"\nc,d")
	if csv := string(spec.CSV()); !strings.HasPrefix(csv, "\"a \"\"b\"\"\",\"c,d\",class\n") {
		t.Errorf("the table begins %.40q", csv)
	}
	// They belong to their points.
	if _, err := spec.Change("points", ""); err != nil || spec.Get("axisNames") != "" {
		t.Errorf("names without points: %q, %v", spec.Get("axisNames"), err)
	}
}

// TestWholeShare checks where all points may train: of one's own, and not a percent less.
func TestWholeShare(t *testing.T) {
	for _, c := range []struct{ link, want, notice string }{
		{"v=1&dataset=own&points=" + twoCorners + "&percTrainData=100", "100", ""},
		{"v=1&dataset=own&points=" + twoCorners + "&percTrainData=95", "90", "out-of-range"},
		{"v=1&dataset=own&points=" + twoCorners, "50", ""},
		{"v=1&percTrainData=100", "90", "out-of-range"},
		{"v=1&percTrainData=100&dataset=own", "100", ""},
	} {
		s, notices, err := experiment.Families{Family}.Parse(c.link)
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, n := range notices {
			got += n.Code
		}
		if share := s.Get("percTrainData"); share != c.want || got != c.notice {
			t.Errorf("%s: %s%% train, %q; want %s%%, %q", c.link, share, got, c.want, c.notice)
		}
	}
	s := labtest.Parse(t, Family, "v=1&dataset=own&percTrainData=100")
	if _, err := s.Change("dataset", "circle"); err != nil || s.Get("percTrainData") != "50" {
		t.Errorf("back at the circle %s%% train, %v", s.Get("percTrainData"), err)
	}
}
