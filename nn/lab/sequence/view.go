package sequence

import (
	"slices"

	"nnplay/nn/data/sequences"
	"nnplay/nn/lab"
	"nnplay/nn/topology"
)

// Topology tells how tokens are written, and what kind of output there is.
func (q *Task) Topology() topology.Topology {
	t := topology.Topology{Problem: "regression", Inputs: q.row.Inputs, Targets: q.row.Outputs, Symbols: q.Vocabulary}
	if q.Tokens() {
		t.Problem, t.Classes, t.Inputs = "classification", len(q.Vocabulary), 1
	}
	return t
}

// Static returns the sample that is looked at: "look/x", "look/target" and so on,
// with the tokens or values of one sample, and "said/generated" and, of a second
// network, "said/rivalGenerated", the tokens that were generated last.
func (q *Task) Static(*lab.Machine) []lab.View {
	views := []lab.View{{Name: "look/sample", Shape: []int{2}, F32: []float32{float32(q.Sample), float32(q.Test.N)}}}
	for _, p := range q.Parts(&q.Test) {
		views = append(views, lab.View{Name: "look/" + p.Name, Shape: p.Shape, F32: slices.Clone(p.Of(q.Sample))})
	}
	for _, s := range q.said {
		tokens := make([]float32, len(s.tokens))
		fillTokens(tokens, s.tokens, sequences.Padding)
		views = append(views, lab.View{Name: "said/" + s.name, Shape: []int{len(tokens)}, F32: tokens})
	}
	return views
}

// Probes returns copies of all that a program names.
func (q *Task) Probes(m *lab.Machine, program string) (views []lab.View) {
	for _, p := range m.Unit.Graph(program).Probes() {
		views = append(views, lab.View{Name: p.Name, Shape: slices.Clone(p.Tensor.Shape()), F32: slices.Clone(m.Unit.Tensor(m.Arena, p.Tensor))})
	}
	return views
}
