package sequence

import (
	"math"

	"nnplay/nn"
	"nnplay/nn/data/sequences"
	"nnplay/nn/lab"
)

// Guess returns what the same answer gives at each place of the training data that
// counts: the frequencies of tokens, or the mean values. Of an answer all can be
// learned, of a text but a part.
func (q *Task) Guess(*lab.Machine) lab.Guess {
	if !q.Tokens() {
		loss, _ := nn.FindLoss("mse")
		anywhere := nn.Range{Min: math.Inf(-1), Max: math.Inf(1)}
		return lab.Guess{Loss: loss.Guess(q.counting(), q.row.Outputs, anywhere), Whole: true}
	}
	frequency, n := make([]float64, len(q.Vocabulary)), 0.0
	for _, v := range q.Train.Target {
		if v != sequences.Ignored {
			frequency[sequences.Index(v)]++
			n++
		}
	}
	for i := range frequency {
		frequency[i] /= n
	}
	return lab.Guess{Loss: nn.Entropy(frequency...), Whole: !q.language()}
}

// counting returns the values (n, Outputs) of the places that count.
func (q *Task) counting() (values []float32) {
	k := q.row.Outputs
	for i, counts := range q.Train.Counts {
		if counts > 0 {
			values = append(values, q.Train.Target[i*k:(i+1)*k]...)
		}
	}
	return values
}
