package all

import (
	"testing"

	"nnplay/nn/experiment"
	families "nnplay/nn/lab/all"
)

// TestPresets holds that every preset of a family shows what its figure draws
// from, before the first step and after it.
func TestPresets(t *testing.T) {
	table := experiment.Families(families.Families)
	for _, p := range table.Presets() {
		t.Run(p.Name, func(t *testing.T) {
			t.Parallel()
			spec, notices, err := table.Parse(p.Link)
			if err != nil || len(notices) > 0 {
				t.Fatal(err, notices)
			}
			needs, ok := Needs[spec.Family.Name]
			if !ok {
				t.Fatalf("the figure of %s does not say what it needs", spec.Family.Name)
			}
			run, err := experiment.New(spec)
			if err != nil {
				t.Fatal(err)
			}
			for range 2 {
				if faults := needs.Missing(snapshotOf(run)); faults != nil {
					t.Errorf("after %d steps: %v", run.Steps(), faults)
				}
				run.Step(1)
			}
		})
	}
}
