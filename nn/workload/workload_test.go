//go:build !js

package workload_test

import (
	"testing"

	"nnplay/nn/program"
	"nnplay/nn/rng/rngtest"
	"nnplay/nn/simd/simdtest"
	"nnplay/nn/workload"
)

// TestWorkloads trains each workload on both engines, to the same bits, and goes on
// with the compiled one: the loss falls. The interpreter makes an eighth of the steps,
// or all where tests take their time.
func TestWorkloads(t *testing.T) {
	for _, w := range workload.Workloads {
		t.Run(w.Name, func(t *testing.T) {
			t.Parallel()
			steps := max(w.Steps/8, 1)
			if rngtest.Thorough(t) {
				steps = w.Steps
			}
			start := func(engine program.Engine) (r *workload.Run, before float64) {
				r, err := w.Start(engine)
				if err != nil {
					t.Fatal(err)
				}
				before = r.Loss()
				r.Step(steps)
				return r, before
			}
			want, _ := start(program.Interpret)
			got, before := start(simdtest.New)
			if a, b := want.Loss(), got.Loss(); a != b || want.Fingerprint() != got.Fingerprint() {
				t.Errorf("losses of the engines are %v and %v, weights %.12s and %.12s", a, b, want.Fingerprint(), got.Fingerprint())
			}
			got.Step(w.Steps - steps)
			if after := got.Loss(); !(after < before/2) {
				t.Errorf("the loss went from %v to %v in %d steps", before, after, w.Steps)
			}
		})
	}
}
