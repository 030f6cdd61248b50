//go:build !js

package experiment_test

import (
	"testing"

	"nnplay/nn/experiment"
	"nnplay/nn/simd/simdtest"
)

// TestVisionLessons holds presets to what their sentences claim in comparison
// with the same experiment but for some settings, from three seeds.
func TestVisionLessons(t *testing.T) {
	for _, l := range []struct {
		preset string
		with   []string
		shows  func(preset, variant experiment.Metrics) bool
	}{
		{"pixels", []string{"filters", "8,16", "denseShape", "none"}, func(p, v experiment.Metrics) bool {
			return p.TrainAccuracy > 0.98 && p.Accuracy < 0.92 && v.Accuracy > p.Accuracy+0.03
		}},
		{"no-pooling", []string{"pooling", "max"}, func(p, v experiment.Metrics) bool {
			return p.TrainAccuracy > 0.99 && p.TestLoss > 1.5*v.TestLoss
		}},
	} {
		p, _ := experiment.FindPreset(l.preset)
		for _, seed := range []uint32{1, 2, 3} {
			preset, _, err := experiment.Parse(p.Link)
			if err != nil {
				t.Fatal(err)
			}
			preset.Seed = seed
			variant := preset
			for i := 0; i < len(l.with); i += 2 {
				if err := variant.Set(l.with[i], l.with[i+1]); err != nil {
					t.Fatal(err)
				}
			}
			var got [2]experiment.Metrics
			for i, spec := range []experiment.Spec{preset, variant} {
				run, err := experiment.NewOn(spec, simdtest.New)
				if err != nil {
					t.Fatal(err)
				}
				run.Step(p.Steps)
				got[i] = run.Metrics()
			}
			if !l.shows(got[0], got[1]) {
				t.Errorf("%s, seed %d: train %.3f, test %.3f, loss %.3f; with %v test %.3f, loss %.3f", l.preset, seed,
					got[0].TrainAccuracy, got[0].Accuracy, got[0].TestLoss, l.with, got[1].Accuracy, got[1].TestLoss)
			}
		}
	}
}
