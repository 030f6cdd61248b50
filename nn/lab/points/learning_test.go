//go:build !js

package points

import (
	"testing"

	"nnplay/nn/lab/labtest"
	"nnplay/nn/rng/rngtest"
	"nnplay/nn/simd/simdtest"
)

// TestLearns trains the easy sets: what the presets show is not luck.
func TestLearns(t *testing.T) {
	for _, c := range []struct {
		link     string
		steps    int
		accuracy float64
	}{
		{"v=1&dataset=circle", 10000, 0.97},
		{"v=1&dataset=gauss", 2000, 0.97},
		{"v=1&dataset=xor&networkShape=8&optimizer=adam&learningRate=0.01", 5000, 0.97},
		{"v=1&dataset=moons&networkShape=8&optimizer=adam", 5000, 0.97},
		{"v=1&dataset=blobs&classes=10&networkShape=16&optimizer=adam&learningRate=0.01", 5000, 0.97},
		{"v=1&dataset=spiral&networkShape=16,16&optimizer=adam&learningRate=0.01&regularization=l2&regularizationRate=0.001", 20000, 0.9},
	} {
		t.Run(c.link, func(t *testing.T) {
			t.Parallel()
			for _, seed := range rngtest.Seeds(t) {
				spec := labtest.Parse(t, Family, c.link)
				spec.Seed = seed
				if m := labtest.Train(t, simdtest.New, spec, c.steps).Metrics(); !(m.Accuracy >= c.accuracy) {
					t.Errorf("seed %d: accuracy %v after %d steps", seed, m.Accuracy, c.steps)
				}
			}
		})
	}
}
