package transformer

import (
	"nnplay/nn"
	"nnplay/nn/data/sequences"
	"nnplay/nn/lab"
	"nnplay/nn/lab/sequence"
	"nnplay/nn/model"
)

// A transformer is one network: see model.Transformer.
type transformer struct {
	*sequence.Task
	own   Settings
	chart embeddingMap
	head  int // that was chosen to be seen large, counted over all; -1: none
}

var (
	_ lab.Task      = (*transformer)(nil)
	_ lab.Guesser   = (*transformer)(nil)
	_ lab.Tuner     = (*transformer)(nil)
	_ lab.Actor     = (*transformer)(nil)
	_ lab.Predictor = (*transformer)(nil)
)

// layouts says how the kinds read pairs; the others read them one after the other.
var layouts = map[string]sequences.Layout{"encoder": sequences.Aligned, "encoder-decoder": sequences.Separate}

func open(spec lab.Spec) lab.Task {
	own := of(&spec)
	t := &transformer{Task: sequence.New(spec, layouts[own.Kind], false), own: own, head: -1}
	t.Learners = []sequence.Learner{{Model: t.network()}}
	for t.Judged > 1 && t.Judged*(t.Test.T+t.Test.S)*own.cells() > lab.MaxCells {
		t.Judged /= 2
	}
	t.chart.tokens = t.seen()
	if t.Tokens() {
		t.Sample = t.longest()
	}
	return t
}

// longest returns the first of the samples of the test set that fill most places:
// it shows most.
func (t *transformer) longest() (sample int) {
	most := 0
	for i := range t.Test.N {
		filled := 0
		for _, p := range t.Parts(&t.Test) {
			if p.Name != "x" && p.Name != "source" {
				continue
			}
			for _, v := range p.Of(i) {
				if v != sequences.Padding {
					filled++
				}
			}
		}
		if filled > most {
			most, sample = filled, i
		}
	}
	return sample
}

// network returns the model of the spec.
func (t *transformer) network() model.Transformer {
	own := &t.own
	m := model.Transformer{
		Layers: own.Blocks, Width: own.Width, Heads: own.Heads, PostNorm: own.Norm == "post", Tied: own.Tied,
		Vocabulary: len(t.Vocabulary), Outputs: t.Outputs(), Padding: -1, Initializer: t.Spec.Initializer(),
	}
	if len(t.Vocabulary) > 0 && t.Vocabulary[0] == sequences.Specials[0] {
		m.Padding = sequences.Padding
	}
	m.Kind, _ = model.FindKind(own.Kind)
	m.Position, _ = nn.FindPosition(own.Position)
	m.Normalization, _ = nn.FindTokenNormalization(own.Normalization)
	m.FeedForward, _ = nn.FindFeedForward(own.FeedForward)
	return m
}

// Record implements lab.Task.
func (t *transformer) Record(mem *nn.Memory, freeze bool) {
	training := t.Spec.Training(freeze)
	training.Regularization = nn.Regularization(t.own.Regularization)
	t.Task.Record(mem, training)
}

// Tune writes how strongly the weights are held small.
func (t *transformer) Tune(m *lab.Machine, s *lab.Spec) {
	t.Task.Tune(m, s)
	m.Set(nn.HyperRegularizationRate, of(s).RegularizationRate)
}
