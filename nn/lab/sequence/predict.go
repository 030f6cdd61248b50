package sequence

import (
	"slices"

	"nnplay/nn/data/sequences"
	"nnplay/nn/lab"
)

// Inputs returns the numbers of one question: the tokens or values at all places
// of a sample, after those that an encoder reads.
func (q *Task) Inputs() int { return q.Test.S + len(q.Test.X)/q.Test.N }

// Predict returns what the first network puts out at the places of samples, one
// after the other: the probabilities of all tokens, or values, (n, T·K). Of a
// number that is no token the nearest one is read.
func (q *Task) Predict(m *lab.Machine, inputs []float32) (outputs []float32) {
	defer q.look(m)
	if q.Tokens() {
		inputs = slices.Clone(inputs)
		last := float32(len(q.Vocabulary) - 1)
		for i, v := range inputs {
			inputs[i] = float32(sequences.Index(min(max(v, 0), last)))
		}
	}
	said := q.Learners[0].Name("logits")
	if q.Tokens() {
		said = q.Learners[0].Name("probabilities")
	}
	x, source := m.Slice("look/x"), m.Slice("look/source")
	for sample := range slices.Chunk(inputs, q.Inputs()) {
		copy(x, sample[copy(source, sample):])
		m.Run("look")
		outputs = append(outputs, m.Probe("look", said)...)
	}
	return outputs
}
