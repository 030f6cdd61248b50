//go:build !js

package points

import (
	"math"
	"testing"

	"nnplay/nn/experiment"
	"nnplay/nn/lab/labtest"
	"nnplay/nn/rng/rngtest"
	"nnplay/nn/simd/simdtest"
)

// A lesson is what the sentence of a preset claims.
type lesson struct {
	preset string
	// with is the same experiment but for these settings, key and value in turn:
	// what the sentence invites to try.
	with []string
	// shows looks at the preset, and at the variant, after the preset's steps.
	shows func(preset, variant *experiment.Run) bool
}

var lessons = []lesson{
	{"underfitting", []string{"networkShape", "4,2"}, func(p, v *experiment.Run) bool {
		// A straight line is no better on the points that it has seen.
		return p.Metrics().TrainLoss > 0.6 && p.Metrics().TrainAccuracy < 0.7 && v.Metrics().TrainLoss < 0.2
	}},
	// A larger share for training would leave fewer points to test on.
	{"overfitting", []string{"samples", "2000"}, func(p, v *experiment.Run) bool {
		m, helped := p.Metrics(), v.Metrics()
		return m.TrainLoss < 0.01 && m.TestLoss > 50*m.TrainLoss && m.TestLoss > 0.5 && helped.TestLoss < 0.3*m.TestLoss && helped.Accuracy > 0.9
	}},
	{"dropout", []string{"dropout", "0"}, func(p, v *experiment.Run) bool {
		return p.Metrics().TestLoss < 0.7*v.Metrics().TestLoss && p.Metrics().TrainLoss > v.Metrics().TrainLoss
	}},
	{"weight-decay", []string{"regularization", "none"}, func(p, v *experiment.Run) bool {
		return p.Metrics().TestLoss < 0.5*v.Metrics().TestLoss && size(p) < 0.5*size(v)
	}},
	{"large-rate", []string{"learningRate", "0.03"}, func(p, v *experiment.Run) bool {
		return p.Metrics().TrainLoss > 0.4 && v.Metrics().TrainLoss < 0.5*p.Metrics().TrainLoss
	}},
	{"dead-relus", []string{"activation", "leaky-relu", "learningRate", "0.3"}, func(p, v *experiment.Run) bool {
		return silent(p) >= 6 && p.Metrics().Accuracy < 0.7 && v.Metrics().Accuracy > 0.95
	}},
	{"scaling", []string{"preprocess", "standardize"}, func(p, v *experiment.Run) bool {
		return p.Diverged() != "" && v.Metrics().TestLoss < 0.001
	}},
	{"vanishing", nil, func(p, _ *experiment.Run) bool { return p.Metrics().Accuracy < 0.6 && p.Metrics().TrainLoss > 0.65 }},
	{"batch-norm", []string{"normalization", "none"}, func(p, v *experiment.Run) bool {
		return p.Metrics().Accuracy > 0.93 && v.Metrics().Accuracy < 0.6
	}},
	{"universal", []string{"networkShape", "1"}, func(p, v *experiment.Run) bool {
		return p.Metrics().TestLoss < 0.02 && v.Metrics().TestLoss > 3*p.Metrics().TestLoss
	}},
}

// TestLessons trains every lesson: what a preset's sentence says happens, and is
// not luck.
func TestLessons(t *testing.T) {
	for _, l := range lessons {
		t.Run(l.preset, func(t *testing.T) {
			t.Parallel()
			p := labtest.Preset(t, Family, l.preset)
			for _, seed := range rngtest.Seeds(t) {
				preset, variant := labtest.Lesson(t, simdtest.New, Family, p, seed, l.with)
				if !l.shows(preset, variant) {
					t.Errorf("seed %d: after %d steps %+v, %d units silent; with %v %+v",
						seed, p.Steps, brief(preset), silent(preset), l.with, brief(variant))
				}
			}
		})
	}
}

// brief returns the losses and the accuracy, none of no run.
func brief(r *experiment.Run) (told [3]float64) {
	if r == nil {
		return told
	}
	m := r.Metrics()
	return [3]float64{m.TrainLoss, m.TestLoss, m.Accuracy}
}

// size returns the norm of all weights.
func size(r *experiment.Run) float64 {
	var sum float64
	for _, p := range r.Machine().Unit.Parameters() {
		for _, v := range r.Machine().Slice(p.Name) {
			sum += float64(v) * float64(v)
		}
	}
	return math.Sqrt(sum)
}

// silent returns how many ReLUs answer 0 to every training point.
func silent(r *experiment.Run) (n int) {
	p, m := r.Task().(*perceptron), r.Machine()
	x, s := m.Slice("evaluate/x"), &p.problem.train
	if s.len() > p.rows {
		panic("too many points for one evaluation")
	}
	copy(x, s.x)
	m.Run("evaluate")
	for _, layer := range p.network.Layers() {
		if layer.Activation != "relu" {
			continue
		}
		y := m.Probe("evaluate", layer.Name+"/out")
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
