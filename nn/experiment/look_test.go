//go:build !js

package experiment

import (
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
