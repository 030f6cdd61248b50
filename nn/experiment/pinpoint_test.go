package experiment

import (
	"math"
	"slices"
	"testing"
)

// diverging is a link of which no number is left after some steps.
const diverging = "v=1&dataset=reg-plane&learningRate=10&networkShape=8,8&activation=linear"

// TestPinpoint holds that the step of divergence is found to one, wherever one
// looked back from, and that looking changes nothing.
func TestPinpoint(t *testing.T) {
	run := mustRun(t, diverging)
	var want uint64
	for run.Diverged() == "" {
		run.Step(1)
		want++
	}
	tensor := run.Diverged()
	for _, from := range []uint64{0, 1, want - 1} {
		run.Reset()
		run.Step(int(from))
		var m Mark
		if !run.Mark(&m) {
			t.Fatalf("an arena of %d is too large to mark", len(run.machine.Arena))
		}
		run.Step(60)
		print := bits(run)
		if step, name := run.Pinpoint(&m); step != want || name != tensor {
			t.Errorf("from step %d: %s at step %d, want %s at %d", from, name, step, tensor, want)
		}
		if run.Steps() != from+60 || !slices.Equal(bits(run), print) {
			t.Error("looking back has changed the run")
		}
	}
}

func bits(r *Run) (b []uint32) {
	for _, p := range r.machine.Unit.Parameters() {
		for _, v := range r.machine.Slice(p.Name) {
			b = append(b, math.Float32bits(v))
		}
	}
	return b
}
