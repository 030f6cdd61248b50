//go:build !js

package experiment_test

import (
	"math"
	"slices"
	"testing"

	"nnplay/nn/data/sequences"
	"nnplay/nn/experiment"
	"nnplay/nn/lab"
	"nnplay/nn/lab/labtest"
	"nnplay/nn/rng/rngtest"
	"nnplay/nn/simd/simdtest"
)

// contests are the presets in which two networks learn side by side: the second
// reaches the goal, and of the first this holds.
var contests = map[string]func(m lab.Metrics) bool{
	// Who always says 1 has an error of 1/6.
	"long-memory": func(m lab.Metrics) bool { return m.TestLoss > 0.12 },
	// Three letters of eight, one in 512 by chance.
	"memory": func(m lab.Metrics) bool { return m.Accuracy < 0.93 },
}

// TestPresets trains every preset that promises something and holds it to that, and
// checks that all are links without fault. The perceptron's are trained from their
// own seed alone: TestLearns and TestLessons show that they are not luck. On the way
// it looks whether each becomes interesting where its row says, from three seeds
// whether this is the first such step; if not the error tells what to write there.
func TestPresets(t *testing.T) {
	for _, f := range families {
		for _, p := range f.Presets {
			t.Run(p.Name, func(t *testing.T) {
				t.Parallel()
				spec := labtest.Parse(t, f, p.Link)
				own := spec.Seed
				seeds := rngtest.Seeds(t)
				if f.Name == lab.Unnamed {
					seeds = nil
				}
				if !slices.Contains(seeds, own) {
					seeds = append(seeds, own)
				}
				if p.Metric == "" && p.Interesting != p.Steps/2 {
					t.Errorf("Interesting: %d; where nothing is reached it is half of %d", p.Interesting, p.Steps)
				}
				for _, spec.Seed = range seeds {
					run, err := experiment.NewOn(spec, simdtest.New)
					if err != nil {
						t.Fatal(err)
					}
					if p.Name == "worked-example" {
						if begins := run.Metrics().TrainLoss; math.Abs(begins-1) > 0.1 {
							t.Errorf("the worked example begins at a loss of %v", begins)
						}
					}
					if p.Metric == "" {
						goesWell(t, p, run)
						continue
					}
					if spec.Seed == own && (!turns(f, p, run) || rngtest.Thorough(t)) {
						if step := interesting(f, p, labtest.Train(t, simdtest.New, spec, 0)); step != p.Interesting {
							t.Errorf("it becomes interesting after %d steps; write Interesting: %[1]d, not %d", step, p.Interesting)
						}
					}
					goesWell(t, p, run)
					if value := p.Value(run.Metrics()); !f.Reached(p, value) {
						t.Errorf("seed %d: %s is %.4g after %d steps; the goal is %v", spec.Seed, p.Metric, value, p.Steps, p.Goal)
					} else {
						t.Logf("seed %d: %s %.4g", spec.Seed, p.Metric, value)
					}
					if holds := contests[p.Name]; holds != nil && !holds(run.Metrics()) {
						t.Errorf("seed %d: the first network, which is to stay behind: %+v", spec.Seed, run.Metrics())
					}
				}
			})
		}
	}
}

// goesWell trains a preset to its end and holds that nothing is said to go wrong on the
// way but what it shows on purpose and what that explains, and that it is said.
func goesWell(t *testing.T, p lab.Preset, run *experiment.Run) {
	t.Helper()
	looks := 16
	if run.Spec().Family.Name == lab.Unnamed {
		looks = 64 // they cost little there
	}
	said := map[string]bool{"": true}
	for _, rule := range run.Spec().Family.Rules {
		if rule.Code == p.Symptom {
			for _, code := range rule.Explains {
				said[code] = true
			}
		}
	}
	labtest.Watch(run, uint64(p.Steps), looks, func(m lab.Metrics, shown []lab.Symptom) {
		for _, s := range shown {
			if s.Code != p.Symptom && !said[s.Code] {
				t.Errorf("seed %d: at step %d it is said to have %+v", run.Spec().Seed, m.Step, s)
			}
			said[s.Code] = true
		}
	})
	if !said[p.Symptom] && !(p.Symptom == "diverging" && run.Diverged() != "") {
		t.Errorf("seed %d: nothing is said of %s", run.Spec().Seed, p.Symptom)
	}
}

// turns trains a preset a stride beyond where its row says that it becomes
// interesting, and tells whether it does: the goal is not met a stride before, it is
// met there and it is met a stride later.
func turns(f *lab.Family, p lab.Preset, run *experiment.Run) bool {
	reached := func(step int) bool {
		run.Step(step - int(run.Steps()))
		return f.Reached(p, p.Value(run.Metrics()))
	}
	before, after := p.Interesting-p.Stride(), p.Interesting+p.Stride()
	return before >= 0 && p.Interesting <= p.Steps && (before == 0 || !reached(before)) &&
		reached(p.Interesting) && (after > p.Steps || reached(after))
}

// interesting trains a preset until its goal is met and is met still a stride
// later, at most to its end, and returns the first of these steps.
func interesting(f *lab.Family, p lab.Preset, run *experiment.Run) int {
	met := 0 // since when, 0 = not now
	for int(run.Steps()) < p.Steps {
		run.Step(min(p.Stride(), p.Steps-int(run.Steps())))
		switch reached := f.Reached(p, p.Value(run.Metrics())); {
		case !reached:
			met = 0
		case met > 0:
			return met
		default:
			met = int(run.Steps())
		}
	}
	return p.Steps
}

// TestPresetsOfTasks holds that every task of sequences has a preset that
// reaches its metric.
func TestPresetsOfTasks(t *testing.T) {
	met := map[string]bool{}
	for _, p := range families.Presets() {
		if spec, _, err := families.Parse(p.Link); err == nil && p.Metric != "" {
			met[spec.Get("sequence")] = true
		}
	}
	for _, task := range sequences.Tasks {
		if !met[task.Name] {
			t.Errorf("no preset of %s", task.Name)
		}
	}
}

// TestPresetGroups holds that every preset stands in a group that there is.
func TestPresetGroups(t *testing.T) {
	seen := map[string]int{}
	for _, p := range families.Presets() {
		seen[p.Group]++
	}
	for _, g := range lab.PresetGroups {
		if seen[g] == 0 {
			t.Errorf("no preset in %s", g)
		}
		delete(seen, g)
	}
	if len(seen) > 0 {
		t.Errorf("groups that no gallery shows: %v", seen)
	}
}

// TestPresetsShow holds that what a preset's sentence speaks of is a setting that
// applies there, or an action of its family.
func TestPresetsShow(t *testing.T) {
	for _, p := range families.Presets() {
		spec, _, err := families.Parse(p.Link)
		if err != nil {
			t.Fatal(err)
		}
		action := slices.ContainsFunc(spec.Family.Actions, func(a lab.Action) bool { return a.Name == p.Show })
		if _, setting := spec.Values()[p.Show]; p.Show != "" && !action && (!setting || families.Applies(spec)[p.Show] != "") {
			t.Errorf("%s shows %s, which does nothing there", p.Name, p.Show)
		}
	}
}
