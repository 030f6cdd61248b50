package all

import (
	"slices"
	"strings"
	"testing"

	"nnplay/nn/experiment"
	"nnplay/nn/lab"
	families "nnplay/nn/lab/all"
)

// TestPresets holds that every preset of a family shows what its figure draws
// from, and nothing else, before the first step and after it.
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
				snapshot := snapshotOf(run)
				if faults := needs.Missing(snapshot); faults != nil {
					t.Errorf("after %d steps: %v", run.Steps(), faults)
				}
				idle := slices.DeleteFunc(needs.Idle(snapshot), isParameter)
				if len(idle) > 0 {
					t.Errorf("after %d steps nothing is drawn from %v", run.Steps(), idle)
				}
				run.Step(1)
			}
		})
	}
}

// isParameter tells whether a tensor is a parameter or its gradient: families that
// let a reader change parameters show them all, drawn or not.
func isParameter(name string) bool {
	name = strings.TrimSuffix(name, "/gradient")
	return slices.ContainsFunc([]string{"/weight", "/bias", "/gain", "/shift"}, func(end string) bool { return strings.HasSuffix(name, end) })
}

// TestOptional holds that a family shows at least once what its figure draws
// from only at times: what never comes is misspelled.
func TestOptional(t *testing.T) {
	table := experiment.Families(families.Families)
	warped := func(r *experiment.Run) ([]lab.View, error) { return r.Warped(1, 0, 1), nil }
	pinned := func(r *experiment.Run) ([]lab.View, error) { return r.Pinned(1, -2), nil }
	walked := func(r *experiment.Run) ([]lab.View, error) {
		r.Walk(0)
		return nil, nil
	}
	freeze := func(name string) func(*experiment.Run) ([]lab.View, error) {
		return func(r *experiment.Run) ([]lab.View, error) { return nil, r.Freeze(name, 0, true) }
	}
	slowly := func(r *experiment.Run) ([]lab.View, error) {
		_, err := r.Act("nextPhase", "")
		return nil, err
	}
	scenes := []struct {
		link string
		do   []func(*experiment.Run) ([]lab.View, error)
	}{
		{"v=1&dataset=xor&networkShape=3&regularization=l1&showTestData=true", []func(*experiment.Run) ([]lab.View, error){freeze("hidden1/weight"), freeze("hidden1/bias"), warped, pinned, walked}},
		{"v=1&dataset=x-sin-x", []func(*experiment.Run) ([]lab.View, error){pinned}},
		{"v=1&architecture=gan", slices.Repeat([]func(*experiment.Run) ([]lab.View, error){slowly}, 10)},
		{"v=1&architecture=cnn&filters=4,4&residual=true&normalization=batch&globalPooling=true&denseShape=4", nil},
		{"v=1&architecture=transformer", nil},
		{"v=1&architecture=transformer&sequence=adding", nil},
		{"v=1&architecture=rnn&sequence=adding", nil},
		{"v=1&architecture=autoencoder", nil},
		{"v=1&architecture=diffusion", nil},
	}
	met := map[string]map[string]bool{}
	for _, scene := range scenes {
		spec, notices, err := table.Parse(scene.link)
		if err != nil || len(notices) > 0 {
			t.Fatal(err, notices)
		}
		run, err := experiment.New(spec)
		if err != nil {
			t.Fatal(err)
		}
		name := spec.Family.Name
		if met[name] == nil {
			met[name] = map[string]bool{}
		}
		see := func(more []lab.View) {
			for need, shown := range Needs[name].Met(snapshotOf(run, more...)) {
				met[name][need] = met[name][need] || shown
			}
		}
		run.Step(2)
		see(nil)
		for _, do := range scene.do {
			more, err := do(run)
			if err != nil {
				t.Fatal(err)
			}
			see(more)
		}
	}
	if len(met) != len(Needs) {
		t.Errorf("%d families of %d are looked at", len(met), len(Needs))
	}
	for name, needs := range met {
		for need, shown := range needs {
			if !shown {
				t.Errorf("%s never shows %s", name, need)
			}
		}
	}
}
