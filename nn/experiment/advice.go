package experiment

import "math"

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

// The causes, the likeliest first, and when a spec gives reason to suspect them.
var causes = []struct {
	code    string
	suspect func(s *Spec) bool
}{
	{"learning-rate", func(s *Spec) bool { return s.Optimizer != fullBatch }},
	{"decay", func(s *Spec) bool {
		// Each step multiplies a weight by 1 - rate·learning rate.
		return s.Regularization == "l2" && s.Optimizer != fullBatch && s.RegularizationRate*s.LearningRate >= 1
	}},
	{"init-scale", func(s *Spec) bool { return s.Init != "zeros" && s.InitScale > 2 }},
	{"momentum", func(s *Spec) bool {
		// What adds up over the steps is 1/(1-momentum) of one.
		return (s.Optimizer == "momentum" || s.Optimizer == "nesterov") && s.Momentum >= 0.9
	}},
	{"unbounded", func(s *Spec) bool {
		for i := range s.NetworkShape {
			switch s.ActivationOf(i) {
			case "tanh", "sigmoid", "sine":
			default:
				return true
			}
		}
		return false
	}},
	{"no-scaling", func(s *Spec) bool { return s.Preprocess == "none" }},
	{"no-clipping", func(s *Spec) bool { return s.Clip == 0 && s.Optimizer != fullBatch }},
}

// Advice returns what to try when a run of the spec has diverged.
func (s Spec) Advice() Advice {
	var a Advice
	for _, c := range causes {
		if len(a.Causes) < mostCauses && c.suspect(&s) {
			a.Causes = append(a.Causes, c.code)
		}
	}
	if s.Optimizer != fullBatch {
		a.LearningRate = smallerRate(s.LearningRate)
	}
	return a
}

// smallerRate returns the stop of the learning rate that is nearest to a third
// of one, by their ratio.
func smallerRate(rate float32) float32 {
	f, _ := FindField("learningRate")
	best := f.Values[0]
	for _, v := range f.Values {
		if v < rate && apart(v, rate/3) < apart(best, rate/3) {
			best = v
		}
	}
	return best
}

func apart(a, b float32) float64 { return math.Abs(math.Log(float64(a) / float64(b))) }
