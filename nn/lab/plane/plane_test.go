package plane_test

import (
	"strconv"
	"strings"
	"testing"

	"nnplay/nn/data"
	"nnplay/nn/lab"
	"nnplay/nn/lab/diffusion"
	"nnplay/nn/lab/gan"
	"nnplay/nn/lab/labtest"
	"nnplay/nn/lab/plane"
	"nnplay/nn/rng"
	"nnplay/nn/setting"
)

// families are those that embed the settings, and how they have them.
var families = []struct {
	*lab.Family
	settings func(s *lab.Spec) plane.Settings
}{
	{gan.Family, func(s *lab.Spec) plane.Settings { return s.Own.(gan.Settings).Settings }},
	{diffusion.Family, func(s *lab.Spec) plane.Settings { return s.Own.(diffusion.Settings).Settings }},
}

// Two points with classes, and two with values.
const classes = "cL0a1L0a00001"

var values = func() string {
	d := data.Drawing{Values: true}
	d.Add(-3, -3, -1)
	d.Add(3, 3, 0.5)
	return d.String()
}()

// TestBegun holds what somebody draws upon who has drawn nothing yet: samples of
// the distribution seen last.
func TestBegun(t *testing.T) {
	for _, f := range families {
		for _, c := range []struct {
			start, notice string
			points        int
		}{
			{"distribution=ring&samples=300", "points-begun", 300},
			{"distribution=line&samples=5000", "points-begun", 1000},
			{"distribution=ring&points=" + classes, "", 3},
			{"distribution=own", "", 0},
		} {
			s := labtest.Parse(t, f.Family, "v=1&architecture="+f.Name+"&"+c.start)
			was := f.settings(&s).Distribution
			notices, err := s.Change("distribution", "own")
			if c.notice == "" && len(notices) > 0 || c.notice != "" && (len(notices) != 1 || notices[0].Code != c.notice || notices[0].Args["given"] != was) || err != nil {
				t.Errorf("%s, %s: %v, %v", f.Name, c.start, notices, err)
			}
			own := f.settings(&s)
			if d := own.Drawing(); d.Len() != c.points || !own.Drawn() || !s.Chose(setting.Points) || !s.Carried(setting.Points) || s.NoData() != "" || s.Validate() != nil {
				t.Errorf("%s, %s: %d points, no data %q, %v", f.Name, c.start, d.Len(), s.NoData(), s.Validate())
			}
		}
	}
}

// TestTake holds that points of one's own become the data as they are, and that
// they have an effect only while they are chosen.
func TestTake(t *testing.T) {
	for _, f := range families {
		for _, points := range []string{classes, values} {
			s := f.New()
			if reason := s.Applies()["points"]; reason != plane.OwnOnly {
				t.Errorf("%s: points nobody has chosen: %q", f.Name, reason)
			}
			if notices, err := s.Take(setting.Points, points); err != nil || len(notices) > 0 {
				t.Errorf("%s: %v, %v", f.Name, notices, err)
			}
			if s.Get("distribution") != "own" || s.Get("points") != points || s.Applies()["points"] != "" || s.Validate() != nil {
				t.Errorf("%s: distribution %s, points %s, %v", f.Name, s.Get("distribution"), s.Get("points"), s.Validate())
			}
			if samples := f.settings(&s).Samples(1, 50); len(samples) != 100 {
				t.Errorf("%s: %d coordinates of 50 samples", f.Name, len(samples))
			}
		}
	}
}

// TestOfDataSets holds that a drawing can begin with the points of any data set
// that lie in the plane, no more than fit into a link, as the kind that is held.
func TestOfDataSets(t *testing.T) {
	for _, f := range families {
		own := f.OwnOf(setting.Points)
		for _, held := range []string{"none", classes, values} {
			s := labtest.Parse(t, f.Family, "v=1&architecture="+f.Name+"&distribution=own&samples=5000&points="+held)
			for i := range data.Sets {
				set := &data.Sets[i]
				text, ok := own.Begin(&s, set.Name)
				d, whole := data.ParseDrawing(text)
				if !ok || !whole || (d.Len() > 0) != (set.Inputs == 2) || d.Len() > 1000 || d.Values != (held == values) && d.Len() > 0 {
					t.Errorf("%s, %s: %d points, values %v, %v, %v", f.Name, set.Name, d.Len(), d.Values, ok, whole)
				}
			}
			for _, name := range []string{"own", "own-values", "nothing"} {
				if _, ok := own.Begin(&s, name); ok {
					t.Errorf("%s begins with %s", f.Name, name)
				}
			}
		}
	}
	set, _ := data.Find("blobs")
	if a, b := plane.Sample(set, 1, 60, 7, 0), plane.Sample(set, 1, 60, 7, 50); a.Len() != 60 || a.Classes() != 7 || a.String() == b.String() {
		t.Errorf("%d points of %d classes, and noise changes them: %v", a.Len(), a.Classes(), a.String() != b.String())
	}
}

// TestCSV checks that what is exported is the data, to the bit.
func TestCSV(t *testing.T) {
	for _, f := range families {
		s := labtest.Parse(t, f.Family, "v=1&architecture="+f.Name+"&distribution=gaussians&samples=40&seed=5")
		lines := strings.Split(strings.TrimSpace(string(s.CSV())), "\n")
		if len(lines) != 41 || lines[0] != "x1,x2" {
			t.Fatalf("%s: %d lines, the first %q", f.Name, len(lines), lines[0])
		}
		want := f.settings(&s).Samples(5, 40)
		for i, line := range lines[1:] {
			for k, text := range strings.Split(line, ",") {
				if v, err := strconv.ParseFloat(text, 32); err != nil || float32(v) != want[2*i+k] {
					t.Fatalf("%s: line %d is %q, want %v", f.Name, i, line, want[2*i:2*i+2])
				}
			}
		}
		for points, csv := range map[string]string{"none": "x1,x2,class\n", values: "x1,x2,y\n-3,-3,-1\n3,3,0.5\n"} {
			s := labtest.Parse(t, f.Family, "v=1&architecture="+f.Name+"&distribution=own&points="+points)
			if got := string(s.CSV()); got != csv {
				t.Errorf("%s: of %s: %q", f.Name, points, got)
			}
		}
	}
}

// TestAdvice holds that a family suspects an activation without a bound where
// hidden layers have one, and nothing that it has not.
func TestAdvice(t *testing.T) {
	shapes := map[string]string{"gan": "&generatorShape=none&discriminatorShape=none", "diffusion": "&flowShape=none"}
	for _, f := range families {
		for settings, suspected := range map[string]bool{
			"&hiddenActivation=relu": true, "&hiddenActivation=tanh": false, shapes[f.Name]: false,
		} {
			s := labtest.Parse(t, f.Family, "v=1&architecture="+f.Name+settings)
			causes := strings.Join(s.Advice().Causes, " ")
			want := "learning-rate no-clipping"
			if suspected {
				want = "learning-rate unbounded no-clipping"
			}
			if causes != want {
				t.Errorf("%s%s: %s, want %s", f.Name, settings, causes, want)
			}
		}
	}
}

// TestGoalsAreTight holds the presets to what can be reached: two real samples of
// the sizes that are compared differ, too, and a goal is not below that, nor more
// than ten times as much.
func TestGoalsAreTight(t *testing.T) {
	for _, f := range families {
		for _, p := range f.Presets {
			if p.Metric != "js" {
				continue
			}
			spec := labtest.Parse(t, f.Family, p.Link)
			var floor float64
			const draws = 20
			for seed := range uint64(draws) {
				d := f.settings(&spec).Data()
				real := d.Samples(rng.New(seed, rng.Data), spec.Samples)
				floor += plane.Compare(real, d.Samples(rng.New(seed, rng.Noise), plane.Shown))[0].Value / draws
			}
			if p.Goal < floor || p.Goal > 10*floor {
				t.Errorf("%s: the goal is %v, and real samples differ by %.4f", p.Name, p.Goal, floor)
			}
			t.Logf("%s: goal %v, floor %.4f, %.1f times", p.Name, p.Goal, floor, p.Goal/floor)
		}
	}
}
