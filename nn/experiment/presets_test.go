//go:build !js

package experiment

import (
	"math"
	"testing"

	"nnplay/nn/data/sequences"
	"nnplay/nn/lab"
	"nnplay/nn/simd/simdtest"
)

// contests are the presets in which two networks learn side by side: the second
// reaches the goal, and of the first this holds.
var contests = map[string]func(m lab.Metrics) bool{
	// Who always says 1 has an error of 1/6.
	"long-memory": func(m lab.Metrics) bool { return m.TestLoss > 0.12 },
	// Three letters of eight, one in 512 by chance.
	"memory": func(m lab.Metrics) bool { return m.Accuracy < 0.93 },
}

// TestPresetsOfTasks holds that every task of sequences has a preset that
// reaches its metric.
func TestPresetsOfTasks(t *testing.T) {
	met := map[string]bool{}
	for _, p := range families.Presets() {
		if spec, _, err := families.Parse(p.Link); err == nil && p.Metric != "" && (spec.Architecture == "rnn" || spec.Architecture == "transformer") {
			met[spec.Sequence.Task] = true
		}
	}
	for _, task := range sequences.Tasks {
		if !met[task.Name] {
			t.Errorf("no preset of %s", task.Name)
		}
	}
}

// TestPresets trains every preset and holds it to what it promises, and checks
// that its link is the canonical one of a valid  Where the networks
// are not the plain ones of TestLearns, three seeds show that it is not luck.
func TestPresets(t *testing.T) {
	for _, p := range families.Presets() {
		t.Run(p.Name, func(t *testing.T) {
			t.Parallel()
			spec, notices, err := families.Parse(p.Link)
			if err != nil || len(notices) > 0 {
				t.Fatalf("%v %v", err, notices)
			}
			seeds := []uint32{spec.Seed}
			if spec.Architecture != "mlp" {
				seeds = []uint32{1, 2, 3}
			}
			for _, spec.Seed = range seeds {
				run, err := NewOn(spec, simdtest.New)
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
				if holds := contests[p.Name]; holds != nil && !holds(run.Metrics()) {
					t.Errorf("seed %d: the first network, which is to stay behind: %+v", spec.Seed, run.Metrics())
				}
				if p.Name == "worked-example" && math.Abs(before.TrainLoss-1) > 0.1 {
					t.Errorf("the worked example begins at a loss of %v", before.TrainLoss)
				}
			}
		})
	}
}
