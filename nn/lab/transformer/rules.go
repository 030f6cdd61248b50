package transformer

import (
	"nnplay/nn/lab"
	"nnplay/nn/lab/rule"
)

// plateau is the least number of steps in which a loss has to fall.
const plateau = 500

// rules is the table of what goes wrong, the most telling first. Around each layer a
// residual connection leads, so that gradients reach the first one.
var rules = []lab.Rule{
	rule.Exploding(rule.SmallStart, rule.Clipped, rule.Slower),
	rule.Diverging(rule.Slower, rule.Clipped),
	rule.Plateau(plateau, rule.Init, rule.Slower, rule.Faster, wider),
	rule.Underfitting(6*plateau, wider),
	rule.Overfitting(plateau/5, rule.MoreSamples(enoughSamples), rule.SmallWeights),
}

// enoughSamples is how many sequences leave little to learn by heart.
const enoughSamples = 4000

// wider gives a token's vector the usual width, where it is narrower.
var wider = lab.Remedy{Code: "wider", Dose: func(e *lab.Evidence) []lab.Change {
	if of(&e.Spec).Width >= 32 {
		return nil
	}
	return []lab.Change{{Key: "width", Value: "32"}}
}}
