package experiment

import "testing"

// TestResets holds that a reset gives the same weights back, and that looking
// at a run changes nothing.
func TestResets(t *testing.T) {
	run := mustRun(t, "v=1&dataset=moons&networkShape=6,6&dropout=0.2&normalization=batch&optimizer=adam&regularization=l1&regularizationRate=0.001")
	start := run.Fingerprint()
	run.Step(130)
	trained := run.Fingerprint()
	run.Reset()
	if run.Fingerprint() != start || run.Steps() != 0 {
		t.Error("a reset does not give the first weights back")
	}
	for range 130 {
		run.Step(1)
		run.Metrics()
		run.Dynamic()
		run.Charts(&History{})
	}
	if run.Fingerprint() != trained {
		t.Error("looking at a run, or stepping one by one, changes it")
	}
}
