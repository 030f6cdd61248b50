package lab

import (
	"math"

	"nnplay/nn"
)

// A Cause is why a run may have diverged, and when a spec gives reason to suspect
// it.
type Cause struct {
	Code    string // of the translation cause.CODE
	Suspect func(s *Spec) bool
}

// The causes that families share. A family lists them with its own, the likeliest
// first.
var (
	LargeRate  = Cause{"learning-rate", func(s *Spec) bool { return !s.FullBatch() }}
	LargeStart = Cause{"init-scale", func(s *Spec) bool { return whenScaled(s) == "" && s.InitScale > 2 }}
	// What adds up over the steps is 1/(1-momentum) of one.
	MuchMomentum = Cause{"momentum", func(s *Spec) bool {
		optimizer, _ := nn.FindOptimizer(s.Optimizer)
		return optimizer.Accumulates && s.Momentum >= 0.9
	}}
	NoClipping = Cause{"no-clipping", func(s *Spec) bool { return s.Clip == 0 && !s.FullBatch() }}
)

// Decayed is the cause of weights that are held small so strongly that each step,
// which multiplies them by 1 - rate·learning rate, throws them past zero.
func Decayed(of func(s *Spec) Regularized) Cause {
	return Cause{"decay", func(s *Spec) bool {
		r := of(s)
		return r.Regularization == string(nn.L2) && !s.FullBatch() && r.RegularizationRate*s.LearningRate >= 1
	}}
}

// Unbounded is the cause of hidden layers of which one has an activation without
// an upper bound.
func Unbounded(of func(s *Spec) (activations []string)) Cause {
	return Cause{"unbounded", func(s *Spec) bool { return !allBounded(of(s)) }}
}

func allBounded(activations []string) bool {
	for _, name := range activations {
		if a, _ := nn.FindActivation(name); !a.Bounded() {
			return false
		}
	}
	return true
}

// Advice is what to try when a run is no longer made of numbers.
type Advice struct {
	// Causes are the likely ones, the likeliest first: codes of the translations
	// cause.CODE.
	Causes []string
	// LearningRate is a smaller one to begin anew with, 0 if it plays no part.
	LearningRate float32
}

// mostCauses is how many causes are worth reading.
const mostCauses = 3

// Advice returns what to try when a run of the spec has diverged.
func (s Spec) Advice() Advice {
	var a Advice
	for _, c := range s.Family.Causes {
		if len(a.Causes) < mostCauses && c.Suspect(&s) {
			a.Causes = append(a.Causes, c.Code)
		}
	}
	if !s.FullBatch() {
		a.LearningRate = SmallerRate(s.LearningRate)
	}
	return a
}

// SmallerRate returns the stop of the learning rate that is nearest to a third
// of one, by their ratio.
func SmallerRate(rate float32) float32 {
	best := rates[0]
	for _, v := range rates {
		if v < rate && apart(v, rate/3) < apart(best, rate/3) {
			best = v
		}
	}
	return best
}

func apart(a, b float32) float64 { return math.Abs(math.Log(float64(a) / float64(b))) }
