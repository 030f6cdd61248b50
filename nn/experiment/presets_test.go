//go:build !js

package experiment_test

import (
	"math"
	"testing"

	"nnplay/nn/experiment"
	"nnplay/nn/simd/simdtest"
)

// TestPresets trains every preset and holds it to what it promises, and checks
// that its link is the canonical one of a valid experiment. Where the networks
// are not the plain ones of TestLearns, three seeds show that it is not luck.
func TestPresets(t *testing.T) {
	for _, p := range experiment.Presets {
		t.Run(p.Name, func(t *testing.T) {
			t.Parallel()
			spec, notices, err := experiment.Parse(p.Link)
			if err != nil || len(notices) > 0 {
				t.Fatalf("%v %v", err, notices)
			}
			seeds := []uint32{spec.Seed}
			if spec.Architecture != "mlp" {
				seeds = []uint32{1, 2, 3}
			}
			for _, spec.Seed = range seeds {
				run, err := experiment.NewOn(spec, simdtest.New)
				if err != nil {
					t.Fatal(err)
				}
				before := run.Metrics()
				run.Step(p.Steps)
				if value := p.Value(run.Metrics()); p.Metric != "" && !p.Reached(value) {
					t.Errorf("seed %d: %s is %.4g after %d steps; the goal is %v", spec.Seed, p.Metric, value, p.Steps, p.Goal)
				} else {
					t.Logf("seed %d: %s %.4g", spec.Seed, p.Metric, value)
				}
				if p.Name == "worked-example" && math.Abs(before.TrainLoss-1) > 0.1 {
					t.Errorf("the worked example begins at a loss of %v", before.TrainLoss)
				}
			}
		})
	}
}
