package autoencoder

import (
	"nnplay/nn/lab"
	"nnplay/nn/lab/rule"
)

// plateau is the least number of steps in which a loss has to fall that is no better
// than guessing.
const plateau = 300

// rules is the table of what goes wrong, the most telling first.
var rules = []lab.Rule{
	rule.Dead(rule.Init, leaky, rule.Slower, rule.SmallStart),
	rule.Exploding(rule.SmallStart, rule.Clipped, rule.Slower),
	rule.Diverging(rule.Slower),
	rule.Saturated(rule.SmallStart, rule.Slower, leaky),
	rule.Vanishing(rule.Init, rule.Slower, leaky),
	rule.Plateau(plateau, rule.Init, rule.Slower, rule.Faster),
	rule.Overfitting(plateau/3, rule.MoreSamples(enoughSamples)),
}

// enoughSamples is how many images leave little to learn by heart.
const enoughSamples = 2000

var leaky = rule.Leaky("hiddenActivation")
