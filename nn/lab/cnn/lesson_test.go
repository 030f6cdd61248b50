//go:build !js

package cnn

import (
	"slices"
	"testing"

	"nnplay/nn/experiment"
	"nnplay/nn/lab"
	"nnplay/nn/lab/labtest"
	"nnplay/nn/simd/simdtest"
)

// TestVisionLessons holds presets to what their sentences claim in comparison
// with the same experiment but for some settings, from three seeds.
func TestVisionLessons(t *testing.T) {
	for _, l := range []struct {
		preset string
		with   []string
		shows  func(preset, variant lab.Metrics) bool
	}{
		{"pixels", []string{"filters", "8,16", "denseShape", "none"}, func(p, v lab.Metrics) bool {
			return p.TrainAccuracy > 0.98 && p.Accuracy < 0.92 && v.Accuracy > p.Accuracy+0.03
		}},
		{"no-pooling", []string{"pooling", "max"}, func(p, v lab.Metrics) bool {
			return p.TrainAccuracy > 0.99 && p.TestLoss > 1.5*v.TestLoss
		}},
	} {
		p := presets[slices.IndexFunc(presets, func(p lab.Preset) bool { return p.Name == l.preset })]
		for _, seed := range []uint32{1, 2, 3} {
			preset := labtest.Parse(t, Family, p.Link)
			preset.Seed = seed
			variant := preset
			for i := 0; i < len(l.with); i += 2 {
				if err := variant.Set(l.with[i], l.with[i+1]); err != nil {
					t.Fatal(err)
				}
			}
			var got [2]lab.Metrics
			for i, spec := range []lab.Spec{preset, variant} {
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
