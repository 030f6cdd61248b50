package sequence

import (
	"nnplay/nn"
	"nnplay/nn/model"
)

// A Learner is a network under its scope: "" where there is but one.
type Learner struct {
	Scope string
	Model model.SequenceModel
}

// Within records something in the learner's scope.
func (l Learner) Within(g *nn.Graph, f func()) {
	if l.Scope == "" {
		f()
		return
	}
	g.Scope(l.Scope, f)
}

// Name returns the name that something of the learner has: a probe, a parameter,
// a state.
func (l Learner) Name(name string) string {
	if l.Scope == "" {
		return name
	}
	return l.Scope + "/" + name
}
