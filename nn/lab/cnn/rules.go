package cnn

import (
	"strconv"

	"nnplay/nn/lab"
	"nnplay/nn/lab/rule"
)

// plateau is the least number of steps in which a loss has to fall.
const plateau = 300

// rules is the table of what goes wrong, the most telling first.
var rules = []lab.Rule{
	rule.Dead(rule.Init, rule.NoBias, leaky, rule.Slower, rule.SmallStart),
	rule.Exploding(rule.SmallStart, rule.Clipped, rule.Slower),
	rule.Diverging(rule.Slower),
	rule.Saturated(rule.NoBias, rule.SmallStart, rule.Slower, rule.Normalized),
	rule.Vanishing(rule.Init, rule.Slower, rule.Normalized, leaky),
	rule.Majority(plateau/2, learns...),
	rule.Plateau(plateau, learns...),
	rule.Underfitting(10*plateau, filters, rule.Faster),
	rule.Overfitting(plateau/10, rule.MoreSamples(enoughSamples), rule.SmallWeights, dropped),
}

// learns are the remedies where a network does not learn.
var learns = []lab.Remedy{rule.Init, rule.Slower, rule.Faster, rule.Normalized}

// enoughSamples is how many images leave little to learn by heart.
const enoughSamples = 4000

// The remedies that change settings of this family.
var (
	leaky   = rule.Leaky("hiddenActivation")
	filters = lab.Remedy{Code: "filters", Dose: func(e *lab.Evidence) []lab.Change {
		if len(of(&e.Spec).Filters) > 1 {
			return nil
		}
		return []lab.Change{{Key: "filters", Value: "8,16"}}
	}}
	dropped = lab.Remedy{Code: "dropout", Dose: func(e *lab.Evidence) []lab.Change {
		const half = 0.5
		if of(&e.Spec).Dropout >= half {
			return nil
		}
		return []lab.Change{{Key: "dropout", Value: strconv.FormatFloat(half, 'g', -1, 32)}}
	}}
)
