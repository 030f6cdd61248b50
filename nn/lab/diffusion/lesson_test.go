//go:build !js

package diffusion_test

import (
	"math"
	"testing"

	"nnplay/nn/experiment"
	"nnplay/nn/lab/diffusion"
	"nnplay/nn/lab/labtest"
	"nnplay/nn/rng/rngtest"
	"nnplay/nn/simd/simdtest"
)

// TestOneStep holds what the preset "one-step" claims: with a single step the
// particles end in a heap around the middle of the data, and with more of them the
// same network leads them to the data.
func TestOneStep(t *testing.T) {
	preset := labtest.Preset(t, diffusion.Family, "one-step")
	for _, seed := range rngtest.Seeds(t) {
		spec := labtest.Parse(t, diffusion.Family, preset.Link)
		spec.Seed = seed
		run := labtest.Train(t, simdtest.New, spec, preset.Steps)
		one, print := run.Metrics().Scores[0].Value, run.Fingerprint()
		heap := spread(ends(run))
		many := run.Spec()
		for key, value := range map[string]string{"flowSteps": "12", "integrator": "midpoint"} {
			if err := many.Set(key, value); err != nil {
				t.Fatal(err)
			}
		}
		if restarted, err := run.Update(many); restarted || err != nil {
			t.Fatal(restarted, err)
		}
		wide := spread(ends(run))
		if m := run.Metrics(); !(heap < 0.3*wide) || !(one > 0.3) || !(m.Scores[0].Value < 0.07) || run.Fingerprint() != print {
			t.Errorf("seed %d: one step: spread %.3f, js %.3f; twelve: spread %.3f, js %.3f", seed, heap, one, wide, m.Scores[0].Value)
		}
	}
}

// ends returns where the particles end (n, 2).
func ends(run *experiment.Run) []float32 {
	for _, v := range run.Dynamic() {
		if v.Name == "trajectory" {
			return v.F32[len(v.F32)-2*v.Shape[1]:]
		}
	}
	return nil
}

// spread returns the root of the mean square distance of points (n, 2) from their
// middle.
func spread(points []float32) float64 {
	var sum, square [2]float64
	n := float64(len(points) / 2)
	for i, v := range points {
		sum[i%2] += float64(v) / n
		square[i%2] += float64(v) * float64(v) / n
	}
	return math.Sqrt(square[0] - sum[0]*sum[0] + square[1] - sum[1]*sum[1])
}
