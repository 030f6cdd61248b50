//go:build !js

package experiment

import (
	"testing"

	"nnplay/nn"
	"nnplay/nn/program"
	"nnplay/nn/simd/simdtest"
)

// TestCompiledEdits holds that a run that is edited goes on the same with both
// executors.
func TestCompiledEdits(t *testing.T) {
	for _, o := range nn.Optimizers {
		for _, penalty := range nn.Regularizations {
			spec, _, err := families.Parse("v=1&dataset=xor&networkShape=5,3&optimizer=" + o.Name + "&regularizationRate=0.01&regularization=" + string(penalty))
			if err != nil {
				t.Fatal(err)
			}
			var prints []string
			for _, engine := range []program.Engine{program.Interpret, simdtest.New} {
				r := mustOpen(t, spec, engine)
				r.Step(10)
				r.SetWeight("output/weight", 1, -2)
				if err := r.Freeze("output/weight", 1, true); err != nil {
					t.Fatal(err)
				}
				r.Step(30)
				r.Warped(1, 0, 1)
				r.Pinned(1, 0)
				r.Freeze("output/weight", 1, false)
				r.Step(10)
				prints = append(prints, r.Fingerprint())
			}
			if prints[0] != prints[1] {
				t.Errorf("%s, %s: they part", o.Name, penalty)
			}
		}
	}
}
