//go:build !js

package landscape_test

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"nnplay/nn/experiment"
	"nnplay/nn/experiment/landscape"
	"nnplay/nn/lab"
	"nnplay/nn/lab/all"
	"nnplay/nn/lab/labtest"
	"nnplay/nn/simd/simdtest"
)

// TestOf looks at a run of every family: the map has its loss where it is, and nothing
// about the run is another one afterwards.
func TestOf(t *testing.T) {
	table := experiment.Families(all.Families)
	for _, tt := range []struct {
		link string
		has  bool // a landscape
	}{
		{"v=1", true},
		{"v=1&optimizer=lbfgs", true},
		{"v=1&dataset=reg-plane&networkShape=6&normalization=batch", true},
		{"v=1&architecture=cnn&samples=250", true},
		{"v=1&architecture=rnn&sequence=temporal-order&length=8&samples=100", true},
		{"v=1&architecture=transformer&samples=100", true},
		{"v=1&architecture=autoencoder&samples=100", true},
		{"v=1&architecture=diffusion", false},
		{"v=1&architecture=gan", false},
	} {
		for _, random := range []bool{false, true} {
			t.Run(fmt.Sprint(tt.link, " ", random), func(t *testing.T) {
				t.Parallel()
				spec, notices, err := table.Parse(tt.link)
				if err != nil || len(notices) > 0 {
					t.Fatal(notices, err)
				}
				run := labtest.Train(t, simdtest.New, spec, 0)
				if _, err := landscape.Of(run, false); err == nil {
					t.Error("a run that has not begun has a way")
				}
				for range 8 {
					run.Note() // eight places are few, and so the way is walked again
					run.Step(1)
				}
				before, loss := fmt.Sprint(run.Fingerprint(), run.Metrics(), run.Dynamic()), run.Metrics().TrainLoss
				survey, err := landscape.Of(run, random)
				if (err == nil) != tt.has {
					t.Fatalf("%v", err)
				}
				if !tt.has {
					return
				}
				if err := survey.Work(after(8 + 6)); err != nil {
					t.Fatal(err)
				}
				m, way := survey.Map, survey.Ways[0]
				x, y := m.Project(m.Center)
				if at := len(way.Places); x != 0 || y != 0 || way.Places[at-2] != 0 || way.Places[at-1] != 0 || len(way.Steps) != 9 {
					t.Errorf("the run is at %v, %v; its way is %v", x, y, way)
				}
				if got := run.LossAt(m.Center); got != loss {
					t.Errorf("where the run is the loss is %v, want %v", got, loss)
				}
				if _, known := m.Grid(); m.Left() != landscape.Side*landscape.Side-5 || len(known) != 5 || math.IsNaN(known[4]) {
					t.Errorf("%v, and %d are left", known, m.Left())
				}
				if after := fmt.Sprint(run.Fingerprint(), run.Metrics(), run.Dynamic()); after != before {
					t.Error("the run is another one")
				}
				run.Step(1)
				straight := labtest.Train(t, simdtest.New, spec, 9)
				if run.Fingerprint() != straight.Fingerprint() {
					t.Error("it goes on to something else")
				}
			})
		}
	}
}

// after returns what tells that something was done n times.
func after(n int) func() bool {
	return func() bool {
		n--
		return n < 0
	}
}

// texts are the keys of what a chart says.
func texts(c lab.Chart) []string {
	keys := []string{c.Title, c.X, c.Y, c.Plain.Name}
	for _, s := range c.Series {
		keys = append(keys, s.Name)
	}
	return keys
}

// TestBeside holds that runs beside the surveyed one begin where it does, are trained as
// far and no farther, and have their ways on the same plane; one that diverges does not
// spoil it.
func TestBeside(t *testing.T) {
	spec, _, err := experiment.Families(all.Families).Parse("v=1&seed=3")
	if err != nil {
		t.Fatal(err)
	}
	run := labtest.Train(t, simdtest.New, spec, 0)
	for range 20 {
		run.Note()
		run.Step(6)
	}
	var beside []*experiment.Run
	for _, change := range [][2]string{{"optimizer", "sgd"}, {"optimizer", "momentum"}, {"learningRate", "10"}} {
		other := run.Spec()
		if err := other.Set(change[0], change[1]); err != nil {
			t.Fatal(err)
		}
		r, err := run.Beside(other)
		if err != nil {
			t.Fatal(err)
		}
		beside = append(beside, r)
	}
	before := run.Fingerprint()
	survey, err := landscape.Of(run, false, beside...)
	if err != nil {
		t.Fatal(err)
	}
	for left := 1.0; left > 0; left = survey.Left() {
		if now := survey.Left(); now > left {
			t.Fatalf("%v of the work is left, after %v", now, left)
		}
		if err := survey.Work(after(50)); err != nil {
			t.Fatal(err)
		}
	}
	if run.Fingerprint() != before || run.Steps() != 120 {
		t.Error("the run is another one")
	}
	for i, way := range survey.Ways {
		n := len(way.Steps)
		if 2*n != len(way.Places) || way.Steps[0] != 0 || i < 3 && way.Steps[n-1] != 120 {
			t.Errorf("way %d is %v", i, way)
		}
		if x, y := survey.Ways[0].Places[0], survey.Ways[0].Places[1]; math.Hypot(way.Places[0]-x, way.Places[1]-y) > 1e-6 {
			t.Errorf("way %d begins at %v, not at %v, %v", i, way.Places[:2], x, y)
		}
	}
	straight, err := run.Beside(beside[0].Spec())
	if err != nil {
		t.Fatal(err)
	}
	straight.Step(120)
	if got := beside[0].Fingerprint(); got != straight.Fingerprint() {
		t.Error("a run beside another one is not what it would be alone")
	}
	if own := survey.Map.Explained; own[0]+own[1] < 0.5 {
		t.Errorf("the plane explains %v", own)
	}
	keys := experiment.Families(all.Families).I18nKeys()
	for _, random := range []bool{false, true} {
		survey.Random = random
		for _, key := range texts(survey.Chart("option.optimizer.sgd", "option.optimizer.momentum", "option.optimizer.adam")) {
			if !slices.Contains(keys, key) {
				t.Errorf("no catalogue is asked for %s", key)
			}
		}
	}
	run.Step(30)
	survey.Follow()
	if way := survey.Ways[0]; way.Steps[len(way.Steps)-1] != 150 {
		t.Errorf("the way has not grown: %v", way.Steps)
	}
}
