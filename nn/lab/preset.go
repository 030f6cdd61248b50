package lab

import (
	"math"
	"slices"
)

// A Preset is an experiment worth meeting, and what comes of it.
type Preset struct {
	Name string // its i18n keys are "preset." + Name, and that + ".watch": what to watch for
	More bool   // there is more to say than that, under ".more"
	// Group is where a gallery shows it; its i18n key is "presets." + Group.
	Group string
	Link  string
	// Steps is after how many steps there is to see what the preset is about.
	Steps int
	// Metric is then as good as Goal, from any seed: "accuracy" or "loss" on the
	// test set, or a score of the family. It is "" where nothing is reached.
	Metric string
	Goal   float64
	// Symptom is the code of the rule that shows there on purpose; "": it goes well at
	// each of its steps, and none does.
	Symptom string
	// Show is the setting, or the action, that what to watch for speaks of; "" lets
	// it train.
	Show string
	// Interesting is the first step, of those at which Stride measures, where the
	// goal is met and is met still a stride later, from the seed of the link; half of
	// Steps where nothing is reached. The pace of a page follows it.
	Interesting int
}

// Stride is how many steps lie between two measurements of when a preset becomes
// interesting.
func (p Preset) Stride() int { return max(1, p.Steps/100) }

// Value returns the preset's metric as measured; NaN if it was not.
func (p Preset) Value(m Metrics) float64 {
	switch p.Metric {
	case "accuracy":
		return m.Accuracy
	case "loss":
		if math.IsNaN(m.TestLoss) { // no test set
			return m.TrainLoss
		}
		return m.TestLoss
	}
	for _, s := range m.Scores {
		if s.Name == p.Metric {
			return s.Value
		}
	}
	return math.NaN()
}

// Reached tells whether a value of the metric is as good as the goal.
func (f *Family) Reached(p Preset, value float64) bool {
	if f.More(p.Metric) {
		return value >= p.Goal
	}
	return value <= p.Goal
}

// More tells whether more of a metric is better.
func (f *Family) More(metric string) bool {
	return metric == "accuracy" || f.Score(metric).More
}

// Score returns the row of a score, an empty one if there is none.
func (f *Family) Score(name string) ScoreRow {
	i := slices.IndexFunc(f.Scores, func(s ScoreRow) bool { return s.Name == name })
	if i < 0 {
		return ScoreRow{}
	}
	return f.Scores[i]
}

// PresetGroups lists the groups of presets in the order of a gallery.
var PresetGroups = []string{"classics", "generalization", "optimization", "vision", "sequences", "language", "adversarial", "generative"}
