package sequence

import (
	"slices"

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
// with the tokens or values of one sample.
func (q *Task) Static(*lab.Machine) (views []lab.View) {
	data, sample := q.Looked()
	for _, p := range q.Parts(data) {
		views = append(views, lab.View{Name: "look/" + p.Name, Shape: p.Shape, F32: slices.Clone(p.Of(sample))})
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
