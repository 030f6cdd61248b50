package sequences

import "math"

// Score says how good predictions are by a metric: right (N, T) is 1 where a
// token was predicted right and counts, target (N, T) Ignored where it does not.
// loss is the mean of what training makes smaller: the squared error, or the
// cross-entropy in nats.
func (m Metric) Score(loss float64, right, target []float32, places int) float64 {
	switch m {
	case MSE:
		return loss
	case Perplexity:
		return math.Exp(loss)
	}
	var tokens, good, sequences, whole int
	for from := 0; from+places <= len(target); from += places {
		missed := 0
		for i := from; i < from+places; i++ {
			if target[i] == Ignored {
				continue
			}
			tokens++
			if right[i] > 0 {
				good++
			} else {
				missed++
			}
		}
		sequences++
		if missed == 0 {
			whole++
		}
	}
	if m == TokenAccuracy {
		return float64(good) / float64(tokens)
	}
	return float64(whole) / float64(sequences)
}

// LargerIsBetter says which of two scores is the better one.
func (m Metric) LargerIsBetter() bool { return m == TokenAccuracy || m == SequenceAccuracy }
