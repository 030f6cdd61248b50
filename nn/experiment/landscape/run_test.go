//go:build !js

package landscape_test

import (
	"fmt"
	"math"
	"testing"

	"nnplay/nn/experiment"
	"nnplay/nn/experiment/landscape"
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
					run.Note()
					run.Step(5)
				}
				before, loss := fmt.Sprint(run.Fingerprint(), run.Metrics(), run.Dynamic()), run.Metrics().TrainLoss
				view, err := landscape.Of(run, random)
				if (err == nil) != tt.has {
					t.Fatalf("%v", err)
				}
				if !tt.has {
					return
				}
				x, y := view.Project(view.Center)
				if at := len(view.Way.Places); x != 0 || y != 0 || view.Way.Places[at-2] != 0 || view.Way.Places[at-1] != 0 || len(view.Way.Steps) != 9 {
					t.Errorf("the run is at %v, %v; its way is %v", x, y, view.Way)
				}
				if got := run.LossAt(view.Center); got != loss {
					t.Errorf("where the run is the loss is %v, want %v", got, loss)
				}
				view.Fill(5, run.LossAt)
				if view.Left() != landscape.Side*landscape.Side-5 || math.IsNaN(view.Loss[4]) {
					t.Errorf("%v, and %d are left", view.Loss, view.Left())
				}
				if after := fmt.Sprint(run.Fingerprint(), run.Metrics(), run.Dynamic()); after != before {
					t.Error("the run is another one")
				}
				run.Step(5)
				straight := labtest.Train(t, simdtest.New, spec, 45)
				if run.Fingerprint() != straight.Fingerprint() {
					t.Error("it goes on to something else")
				}
			})
		}
	}
}
