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
			for i, engine := range []program.Engine{program.Interpret, simdtest.New} {
				r, err := w.Start(engine)
				if err != nil {
					t.Fatal(err)
				}
				before := r.Loss()
				r.Step(w.Steps)
				after[i] = r.Loss()
				if !(after[i] < before/2) {
					t.Errorf("the loss went from %v to %v in %d steps", before, after[i], w.Steps)
				}
			}
			if after[0] != after[1] {
				t.Errorf("losses of the engines differ: %v and %v", after[0], after[1])
			}
		})
	}
}
