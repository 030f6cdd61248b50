//go:build !js

package workload_test

import (
	"testing"

	"nnplay/nn/program"
	"nnplay/nn/simd/simdtest"
	"nnplay/nn/workload"
)

// TestWorkloads trains each workload on both engines: the loss falls, and to
// the same bits.
func TestWorkloads(t *testing.T) {
	for _, w := range workload.Workloads {
		t.Run(w.Name, func(t *testing.T) {
			t.Parallel()
			var after [2]float64
			var weights [2]string
			for i, engine := range []program.Engine{program.Interpret, simdtest.New} {
				r, err := w.Start(engine)
				if err != nil {
					t.Fatal(err)
				}
				before := r.Loss()
				r.Step(w.Steps)
				after[i], weights[i] = r.Loss(), r.Fingerprint()
				if !(after[i] < before/2) {
					t.Errorf("the loss went from %v to %v in %d steps", before, after[i], w.Steps)
				}
			}
			if after[0] != after[1] || weights[0] != weights[1] {
				t.Errorf("losses of the engines are %v and %v, weights %.12s and %.12s", after[0], after[1], weights[0], weights[1])
			}
		})
	}
}
