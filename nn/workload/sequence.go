package workload

import (
	"nnplay/nn"
	"nnplay/nn/model"
	"nnplay/nn/rng"
)

// A Sequence is what the workloads on sequences of tokens have: a model that
// predicts, at each place, the token that comes next.
type Sequence struct {
	Vocabulary int
	Width      int // units of the recurrent layer, or dimensions of a token's vector
	Layers     int
	Heads      int
}

// sequences are the samples of a workload on sequences.
const sequences = 64

// chain returns the tokens and those that follow them, (N, T) each: most often a
// token is followed by one that depends on it alone.
func (w Workload) chain() (x, t []float32) {
	s := rng.New(1, rng.Data)
	follows := s.Perm(w.Sequence.Vocabulary)
	for range sequences {
		token := s.IntN(w.Sequence.Vocabulary)
		for range w.Shape[0] {
			x = append(x, float32(token))
			if token = follows[token]; s.IntN(4) == 0 {
				token = s.IntN(w.Sequence.Vocabulary)
			}
			t = append(t, float32(token))
		}
	}
	return x, t
}

// sequenceLoss records the model and its mean loss (1, 1) for x and t (B, T).
func (w Workload) sequenceLoss(x, t *nn.Tensor) *nn.Tensor {
	return w.sequenceModel().Record(x, nil).CrossEntropy(t).Reshape(1, 1)
}

func (w Workload) sequenceModel() model.SequenceModel {
	v := w.Sequence.Vocabulary
	if w.Model == "lstm" {
		cell, _ := nn.FindRecurrent("lstm")
		return model.RNN{Cell: cell, Hidden: w.Sequence.Width, Layers: w.Sequence.Layers, Vocabulary: v, Outputs: v}
	}
	position, _ := nn.FindPosition("learned")
	normalization, _ := nn.FindTokenNormalization("layer")
	gelu, _ := nn.FindFeedForward("gelu")
	return model.Transformer{
		Layers: w.Sequence.Layers, Width: w.Sequence.Width, Heads: w.Sequence.Heads, Position: position,
		Normalization: normalization, FeedForward: gelu, Vocabulary: v, Outputs: v, Padding: -1,
	}
}
