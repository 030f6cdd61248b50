package nn

import "math"

// What guessing gives: the least mean loss over targets t (n, K) of an answer (K) that
// is the same for all of them, each of its numbers within a range. A network that reads
// nothing of its inputs does as well at best. It is told, and never trained with.

// A guess is the loss of the best constant answer: see Loss.Guess.
type guess func(t []float32, k int, within Range) float64

// A Range is from where to where an output's values go.
type Range struct{ Min, Max float64 }

// clamp returns the value of the range that is nearest to v.
func (r Range) clamp(v float64) float64 { return min(max(v, r.Min), r.Max) }

// means returns the mean of each of the columns of targets (n, K).
func means(t []float32, k int) []float64 {
	m := make([]float64, k)
	for i, v := range t {
		m[i%k] += float64(v)
	}
	for j := range m {
		m[j] /= float64(len(t) / k)
	}
	return m
}

// guessSquare guesses where the loss of a sample is a weight, by their number, times
// the sum of squared errors: the mean of the targets is best.
func guessSquare(weight func(k int) float64) guess {
	return func(t []float32, k int, within Range) float64 {
		answer := means(t, k)
		var sum float64
		for i, v := range t {
			e := within.clamp(answer[i%k]) - float64(v)
			sum += e * e
		}
		return sum * float64(k) / float64(len(t)) * weight(k)
	}
}

// guessBinary guesses by the share of each target, whose cross-entropy with itself is
// the mean loss.
func guessBinary(t []float32, k int, _ Range) float64 {
	var sum float64
	for _, p := range means(t, k) {
		sum += Entropy(p, 1-p)
	}
	return sum / float64(k)
}

// guessClass guesses by the frequencies of classes.
func guessClass(t []float32, k int, _ Range) float64 { return Entropy(means(t, k)...) }

// guessConvex guesses each target by itself: the mean over targets of the mean loss,
// which falls to the left of its least value and rises to the right, its slope being
// the sum of those at the targets.
func guessConvex(loss, slope func(y, t float64) float64) guess {
	return func(t []float32, k int, within Range) float64 {
		var sum float64
		for j := range k {
			var of []float64
			lo, hi := math.Inf(1), math.Inf(-1)
			for i := j; i < len(t); i += k {
				v := float64(t[i])
				of, lo, hi = append(of, v), min(lo, v), max(hi, v)
			}
			for range 64 { // bisection, to the last bit
				middle, rises := lo+(hi-lo)/2, 0.0
				for _, v := range of {
					rises += slope(middle, v)
				}
				if rises > 0 {
					hi = middle
				} else {
					lo = middle
				}
			}
			answer := within.clamp(lo + (hi-lo)/2)
			for _, v := range of {
				sum += loss(answer, v)
			}
		}
		return sum / float64(len(t))
	}
}

// Entropy returns -Σ p·ln p of shares p, which add up to 1.
func Entropy(shares ...float64) (nats float64) {
	for _, p := range shares {
		if p > 0 {
			nats -= p * math.Log(p)
		}
	}
	return nats
}

// huberOf and huberSlope are huber of e = y - t, and its derivative.
func huberOf(y, t float64) float64 {
	size := math.Abs(y - t)
	c := min(size, 1)
	return c * (size - c/2)
}

func huberSlope(y, t float64) float64 { return min(max(y-t, -1), 1) }

// hingeOf and hingeSlope are max(0, 1 - t·y) and its derivative, targets being -1 or 1.
func hingeOf(y, t float64) float64 { return max(0, 1-t*y) }

func hingeSlope(y, t float64) float64 {
	if t*y < 1 {
		return -t
	}
	return 0
}
