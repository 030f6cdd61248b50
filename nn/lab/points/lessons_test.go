package experiment

import (
	"math"
	"testing"
)

// A lesson is what the sentence of a preset claims.
type lesson struct {
	preset string
	// with is the same experiment but for these settings, key and value in turn:
	// what the sentence invites to try.
	with []string
	// shows looks at the preset, and at the variant, after the preset's steps.
	shows func(preset, variant *Run) bool
}

var lessons = []lesson{
	{"underfitting", []string{"networkShape", "4,2"}, func(p, v *Run) bool {
		// A straight line is no better on the points that it has seen.
		return p.Metrics().TrainLoss > 0.6 && p.Metrics().TrainAccuracy < 0.7 && v.Metrics().TrainLoss < 0.2
	}},
	{"overfitting", []string{"percTrainData", "80"}, func(p, v *Run) bool {
		m := p.Metrics()
		return m.TrainLoss < 0.01 && m.TestLoss > 50*m.TrainLoss && m.TestLoss > 0.5 && v.Metrics().TrainLoss > 10*m.TrainLoss
	}},
	{"dropout", []string{"dropout", "0"}, func(p, v *Run) bool {
		return p.Metrics().TestLoss < 0.7*v.Metrics().TestLoss && p.Metrics().TrainLoss > v.Metrics().TrainLoss
	}},
	{"weight-decay", []string{"regularization", "none"}, func(p, v *Run) bool {
		return p.Metrics().TestLoss < 0.5*v.Metrics().TestLoss && size(p) < 0.5*size(v)
	}},
	{"large-rate", []string{"learningRate", "0.03"}, func(p, v *Run) bool {
		return p.Metrics().TrainLoss > 0.4 && v.Metrics().TrainLoss < 0.5*p.Metrics().TrainLoss
	}},
	{"dead-relus", []string{"activation", "leaky-relu", "learningRate", "0.3"}, func(p, v *Run) bool {
		return silent(p) >= 6 && p.Metrics().Accuracy < 0.7 && v.Metrics().Accuracy > 0.95
	}},
	{"scaling", []string{"preprocess", "standardize"}, func(p, v *Run) bool {
		return p.Diverged() != "" && v.Metrics().TestLoss < 0.001
	}},
	{"vanishing", nil, func(p, _ *Run) bool { return p.Metrics().Accuracy < 0.6 && p.Metrics().TrainLoss > 0.65 }},
	{"batch-norm", []string{"normalization", "none"}, func(p, v *Run) bool {
		return p.Metrics().Accuracy > 0.93 && v.Metrics().Accuracy < 0.6
	}},
	{"universal", []string{"networkShape", "1"}, func(p, v *Run) bool {
		return p.Metrics().TestLoss < 0.02 && v.Metrics().TestLoss > 3*p.Metrics().TestLoss
	}},
}

// TestLessons trains every lesson from three seeds: what a preset's sentence
// says happens, and is not luck.
func TestLessons(t *testing.T) {
	for _, l := range lessons {
		t.Run(l.preset, func(t *testing.T) {
			p, ok := FindPreset(l.preset)
			if !ok {
				t.Fatal("no such preset")
			}
			for _, seed := range []uint32{1, 2, 3} {
				spec, _, err := Parse(p.Link)
				if err != nil {
					t.Fatal(err)
				}
				spec.Seed = seed
				other := spec
				for i := 0; i < len(l.with); i += 2 {
					if err := other.Set(l.with[i], l.with[i+1]); err != nil {
						t.Fatal(err)
					}
				}
				runs := make([]*Run, 2)
				for i, s := range []Spec{spec, other} {
					if runs[i], err = New(s); err != nil {
						t.Fatal(err)
					}
					runs[i].Step(p.Steps)
				}
				if !l.shows(runs[0], runs[1]) {
					t.Errorf("seed %d: after %d steps %+v, %d units silent; with %v %+v",
						seed, p.Steps, brief(runs[0]), silent(runs[0]), l.with, brief(runs[1]))
				}
			}
		})
	}
}

// TestPresetGroups holds that every preset stands in a group that there is.
func TestPresetGroups(t *testing.T) {
	seen := map[string]int{}
	for _, p := range Presets {
		seen[p.Group]++
	}
	for _, g := range PresetGroups {
		if seen[g] == 0 {
			t.Errorf("no preset in %s", g)
		}
		delete(seen, g)
	}
	if len(seen) > 0 {
		t.Errorf("groups that no gallery shows: %v", seen)
	}
}

func brief(r *Run) [3]float64 {
	m := r.Metrics()
	return [3]float64{m.TrainLoss, m.TestLoss, m.Accuracy}
}

// size returns the norm of all weights.
func size(r *Run) float64 {
	var sum float64
	for _, p := range r.unit.Parameters() {
		for _, v := range r.unit.Slice(r.arena, p.Name) {
			sum += float64(v) * float64(v)
		}
	}
	return math.Sqrt(sum)
}

// silent returns how many ReLUs answer 0 to every training point.
func silent(r *Run) (n int) {
	x, s := r.unit.Slice(r.arena, "evaluate/x"), &r.problem.train
	if s.len() > r.eval.rows {
		panic("too many points for one evaluation")
	}
	copy(x, s.x)
	r.exec.Run(r.unit.Programs["evaluate"], 1)
	for _, layer := range r.network.Layers() {
		if layer.Activation != "relu" {
			continue
		}
		y := r.unit.Tensor(r.arena, r.unit.Graph("evaluate").Probe(layer.Name+"/out"))
		for unit := range layer.Units {
			alive := false
			for row := range s.len() {
				alive = alive || y[row*layer.Units+unit] > 0
			}
			if !alive {
				n++
			}
		}
	}
	return n
}
