//go:build !js

package experiment

import (
	"encoding/json"
	"slices"
	"testing"

	"nnplay/nn/rng/rngtest"
	"nnplay/nn/simd/simdtest"
)

// Looking at a run changes neither weights nor the gradients that training followed.
func TestLooking(t *testing.T) {
	links := []string{}
	for _, f := range families {
		links = append(links, "v=1&architecture="+f.Name)
		for _, p := range f.Presets {
			if f.Name == "rnn" || rngtest.Thorough(t) {
				links = append(links, p.Link)
			}
		}
	}
	for _, link := range links {
		t.Run(link, func(t *testing.T) {
			t.Parallel()
			run := mustOpen(t, mustParse(t, link), simdtest.New)
			run.Step(1)
			carried := func() []float32 { return slices.Concat(run.machine.Unit.Carried(run.machine.Arena)[:2]...) }
			before := carried()
			run.Walk(1)
			run.Dynamic()
			run.Static()
			run.Metrics()
			run.Walk(-1)
			run.Dynamic()
			run.Metrics()
			run.Static()
			run.Guess()
			run.Symptoms(&History{}, run.Metrics())
			if !slices.Equal(before, carried()) {
				t.Error("weights or gradients are not what they were")
			}
		})
	}
}

// A walk shows the sample of the training data, and afterwards what was shown before; how
// well the network does is what it was.
func TestWalkedSample(t *testing.T) {
	for _, f := range families {
		t.Run(f.Name, func(t *testing.T) {
			t.Parallel()
			run := mustOpen(t, mustParse(t, "v=1&architecture="+f.Name), simdtest.New)
			run.Step(1)
			shown := func() string {
				text, err := json.Marshal([]any{run.Static(), run.Dynamic()})
				if err != nil {
					t.Fatal(err)
				}
				return string(text)
			}
			before, metrics := shown(), run.Metrics()
			if !run.Walk(3) {
				return // it draws its minibatches
			}
			if shown() == before {
				t.Error("nothing else is shown")
			}
			if now := run.Metrics(); now.TestLoss != metrics.TestLoss || now.TrainLoss != metrics.TrainLoss {
				t.Errorf("%+v, it was %+v", now, metrics)
			}
			run.Walk(-1)
			if shown() != before {
				t.Error("what is shown is not what it was")
			}
		})
	}
}
