package labtest

import (
	"testing"

	"nnplay/nn/experiment"
	"nnplay/nn/lab"
	"nnplay/nn/program"
)

// Train opens an experiment on an engine, simdtest.New where there are many steps to
// make, and makes some.
func Train(t testing.TB, engine program.Engine, spec lab.Spec, steps int) *experiment.Run {
	t.Helper()
	r, err := experiment.NewOn(spec, engine)
	if err != nil {
		t.Fatalf("%s: %v", experiment.Link(spec), err)
	}
	r.Step(steps)
	return r
}

// Lesson trains a preset, and the same experiment but for some settings, key and
// value in turn, both from a seed: what its sentence invites to compare.
func Lesson(t testing.TB, engine program.Engine, f *lab.Family, p lab.Preset, seed uint32, with []string) (preset, variant *experiment.Run) {
	t.Helper()
	spec := Parse(t, f, p.Link)
	spec.Seed = seed
	preset = Train(t, engine, spec, p.Steps)
	if len(with) == 0 {
		return preset, nil
	}
	for i := 0; i < len(with); i += 2 {
		if err := spec.Set(with[i], with[i+1]); err != nil {
			t.Fatal(err)
		}
	}
	return preset, Train(t, engine, spec, p.Steps)
}
