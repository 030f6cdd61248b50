package rnn

import (
	"strconv"
	"strings"

	"nnplay/nn/lab"
	"nnplay/nn/lab/rule"
)

// plateau is the least number of steps in which a loss has to fall.
const plateau = 500

// rules is the table of what goes wrong, the most telling first.
var rules = []lab.Rule{
	rule.Exploding(rule.SmallStart, rule.Clipped, rule.Slower),
	forgetful,
	rule.Diverging(rule.Slower, rule.Clipped),
	rule.Plateau(plateau, rule.Init, gated, rule.Slower, rule.Faster, moreUnits),
	rule.Underfitting(6*plateau, gated, moreUnits),
	rule.Overfitting(plateau/5, rule.MoreSamples(enoughSamples)),
}

// enoughSamples is how many sequences leave little to learn by heart.
const enoughSamples = 4000

// The remedies that change settings of this family.
var (
	// Gates let a gradient pass unchanged from step to step.
	gated = lab.Remedy{Code: "cell", Dose: func(e *lab.Evidence) []lab.Change {
		if of(&e.Spec).Cell != "rnn" {
			return nil
		}
		return []lab.Change{{Key: "cell", Value: "gru"}}
	}}
	moreUnits = lab.Remedy{Code: "units", Dose: func(e *lab.Evidence) []lab.Change {
		const enough = 32
		if of(&e.Spec).Units >= enough {
			return nil
		}
		return []lab.Change{{Key: "units", Value: strconv.Itoa(enough)}}
	}}
	shorter = lab.Remedy{Code: "length", Dose: func(e *lab.Evidence) []lab.Change {
		return []lab.Change{{Key: "length", Value: strconv.Itoa(of(&e.Spec).Length / 2)}}
	}}
)

// lost is how many times smaller a gradient is that is as good as none.
const lost = 1000

// forgetful sees networks that answer at the end of a sequence and get no gradient at
// its beginning: in the last step that of the first states was many times smaller than
// that of the last ones.
var forgetful = lab.Rule{
	Code: "forgetful", Remedies: []lab.Remedy{gated, shorter}, Explains: []string{"diverging", "plateau", "underfitting"},
	Sees: func(e *lab.Evidence) (map[string]string, bool) {
		r := e.Task.(*rnn)
		if !r.own.ReadWhole() || e.Now.Step < rule.Settled/2 || !e.Poor() {
			return nil, false
		}
		times := 0.0
		for _, v := range r.minibatchGradients(e.Machine) {
			if strings.HasPrefix(v.Name, r.Learners[0].Scope) {
				first, last := v.F32[0], v.F32[len(v.F32)-1]
				times = max(times, float64(last/first))
			}
		}
		return map[string]string{"times": strconv.Itoa(rule.Rounded(times)), "steps": strconv.Itoa(r.Train.T)}, times >= lost
	},
}
