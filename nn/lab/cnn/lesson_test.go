//go:build !js

package cnn

import (
	"testing"

	"nnplay/nn/lab"
	"nnplay/nn/lab/labtest"
	"nnplay/nn/rng/rngtest"
	"nnplay/nn/simd/simdtest"
)

// TestVisionLessons holds presets to what their sentences claim in comparison
// with the same experiment but for some settings.
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
		p := labtest.Preset(t, Family, l.preset)
		for _, seed := range rngtest.Seeds(t) {
			preset, variant := labtest.Lesson(t, simdtest.New, Family, p, seed, l.with)
			got := [2]lab.Metrics{preset.Metrics(), variant.Metrics()}
			if !l.shows(got[0], got[1]) {
				t.Errorf("%s, seed %d: train %.3f, test %.3f, loss %.3f; with %v test %.3f, loss %.3f", l.preset, seed,
					got[0].TrainAccuracy, got[0].Accuracy, got[0].TestLoss, l.with, got[1].Accuracy, got[1].TestLoss)
			}
		}
	}
}
