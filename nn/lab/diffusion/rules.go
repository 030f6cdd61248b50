package diffusion

import (
	"nnplay/nn/lab"
	"nnplay/nn/lab/rule"
)

// plateau is the least number of steps in which a loss has to fall that is no better
// than guessing.
const plateau = 500

// rules is the table of what goes wrong, the most telling first. There is no test loss
// by which it could be seen that the data are learned by heart.
var rules = []lab.Rule{
	rule.Dead(rule.Init, rule.NoBias, leaky, rule.Slower, rule.SmallStart),
	rule.Exploding(rule.SmallStart, rule.Clipped, rule.Slower),
	rule.Diverging(rule.Slower),
	rule.Saturated(rule.NoBias, rule.SmallStart, rule.Slower, leaky),
	rule.Vanishing(rule.Init, rule.Slower, leaky),
	rule.Plateau(plateau, rule.Init, rule.Slower, rule.Faster),
}

var leaky = rule.Leaky("hiddenActivation")
