package sequence

import (
	"nnplay/nn"
	"nnplay/nn/data/sequences"
	"nnplay/nn/lab"
	"nnplay/nn/model"
)

// Samples are what a graph reads of some samples.
type Samples struct {
	X      *nn.Tensor // (B, T) tokens, or (B, T, Inputs) values
	Source *nn.Tensor // (B, S) tokens, or nil
	Target *nn.Tensor // (B, T) tokens, or (B, T, Outputs) values
	Counts *nn.Tensor // (B, T), nil for tokens
}

// Loss records a network and its mean loss.
func (r Samples) Loss(m model.SequenceModel) (*nn.Tensor, model.Sequenced) {
	s := m.Record(r.X, r.Source)
	return r.LossOf(s), s
}

// LossOf returns the loss of a model that has been recorded on them.
func (r Samples) LossOf(s model.Sequenced) *nn.Tensor {
	if r.Counts != nil {
		return s.MeanSquare(r.Target, r.Counts)
	}
	return s.CrossEntropy(r.Target)
}

// A Part is one of the arrays of samples.
type Part struct {
	Name   string    // how the names of its inputs end
	Values []float32 // of all samples; nil where there is none
	Shape  []int     // of a sample
}

// Of returns what it holds of a sample.
func (p Part) Of(sample int) []float32 {
	n := p.width()
	return p.Values[sample*n : (sample+1)*n]
}

// width returns the numbers of a sample.
func (p Part) width() int {
	n := 1
	for _, k := range p.Shape {
		n *= k
	}
	return n
}

// Parts returns the arrays that there are of samples.
func (q *Task) Parts(d *sequences.Data) (parts []Part) {
	width, outputs := []int{d.T}, []int{d.T}
	if !q.Tokens() {
		width, outputs = []int{d.T, q.row.Inputs}, []int{d.T, q.row.Outputs}
	}
	for _, p := range []Part{{"x", d.X, width}, {"source", d.Source, []int{d.S}}, {"target", d.Target, outputs}, {"counts", d.Counts, []int{d.T}}} {
		if p.Values != nil {
			parts = append(parts, p)
		}
	}
	return parts
}

// Samples declares the inputs PREFIX/x and so on for n samples. Where rows is
// given it picks those of a minibatch.
func (q *Task) Samples(g *nn.Graph, prefix string, n int, rows func(all *nn.Tensor) *nn.Tensor) Samples {
	declared := map[string]*nn.Tensor{}
	for _, p := range q.Parts(&q.Train) {
		x := g.Input(prefix+"/"+p.Name, n, p.width())
		if rows != nil {
			x = rows(x)
		}
		declared[p.Name] = x.Reshape(append([]int{x.Dim(0)}, p.Shape...)...)
	}
	return Samples{declared["x"], declared["source"], declared["target"], declared["counts"]}
}

// Write fills the inputs PREFIX/x and so on with samples, from the first on.
func (q *Task) Write(m *lab.Machine, prefix string, d *sequences.Data, first int) {
	for _, p := range q.Parts(d) {
		copy(m.Slice(prefix+"/"+p.Name), p.Values[first*p.width():])
	}
}

// Counts says whether a place counts, counted over all samples.
func Counts(d *sequences.Data, place int) bool {
	if d.Counts != nil {
		return d.Counts[place] > 0
	}
	return d.Target[place] != sequences.Ignored
}
