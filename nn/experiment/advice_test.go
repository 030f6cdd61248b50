package experiment

import (
	"math"
	"slices"
	"testing"
)

const diverging = "v=1&dataset=reg-plane&learningRate=10&networkShape=8,8&activation=linear"

func TestAdvice(t *testing.T) {
	for link, want := range map[string]Advice{
		diverging: {[]string{"learning-rate", "unbounded", "no-scaling"}, 3},
		"v=1&learningRate=0.05&preprocess=standardize":                                             {[]string{"learning-rate", "no-clipping"}, 0.01},
		"v=1&optimizer=momentum&initScale=5&learningRate=0.00001":                                  {[]string{"learning-rate", "init-scale", "momentum"}, 1e-5},
		"v=1&optimizer=lbfgs&activation=relu":                                                      {[]string{"unbounded", "no-scaling"}, 0},
		"v=1&regularization=l2&regularizationRate=10&learningRate=1&preprocess=standardize&clip=1": {[]string{"learning-rate", "decay"}, 0.3},
	} {
		spec, _, err := Parse(link)
		if err != nil {
			t.Fatal(err)
		}
		if got := spec.Advice(); !slices.Equal(got.Causes, want.Causes) || got.LearningRate != want.LearningRate {
			t.Errorf("%s: %v, want %v", link, got, want)
		}
	}
}

// TestPinpoint holds that the step of divergence is found to one, wherever one
// looked back from, and that looking changes nothing.
func TestPinpoint(t *testing.T) {
	spec, _, err := Parse(diverging)
	if err != nil {
		t.Fatal(err)
	}
	run, err := New(spec)
	if err != nil {
		t.Fatal(err)
	}
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
			t.Fatalf("an arena of %d is too large to mark", len(run.arena))
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
	for _, p := range r.unit.Parameters() {
		for _, v := range r.unit.Slice(r.arena, p.Name) {
			b = append(b, math.Float32bits(v))
		}
	}
	return b
}
