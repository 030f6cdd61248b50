package lab

import (
	"math"

	"nnplay/nn"
)

// Evidence is what symptoms are seen in. None of it is computed for training.
type Evidence struct {
	Spec    Spec
	Guess   Guess
	Moments []Metrics // how well the run did, in order, and does now
	Now     Metrics   // the last of them, with its confusion matrix
	Looks   []Look    // at the gradients: the latest ones, in order
	Task    Task      // for the rules of its family
	Machine *Machine

	hidden []Activated // once they were asked for
}

// Activated is what a hidden layer puts out.
type Activated struct {
	Units      int
	Activation string
	Out        []float32 // (n, Units), for n samples, or places of samples
}

// Hidden returns what the hidden layers put out for some of the training data; nil
// where the task does not tell.
func (e *Evidence) Hidden() []Activated {
	if a, ok := e.Task.(Activator); ok && e.hidden == nil {
		e.hidden = a.Activations(e.Machine)
	}
	return e.hidden
}

// A Look is what gradients are like after a step.
type Look struct {
	Step      uint64
	Gradient  float64   // the norm of all that the step followed
	Weights   float64   // the norm of all parameters
	Gradients []float64 // of each matrix of weights, from the input on, the root mean square of its gradient
}

// LookAt looks at the gradients of the last step; there must have been one.
func LookAt(m *Machine) Look {
	look := Look{Step: m.Steps}
	for _, p := range m.Unit.Parameters() {
		gradient := m.Unit.Gradient(m.Arena, p)
		squares := sumSquares(gradient)
		look.Gradient += squares
		look.Weights += sumSquares(m.Slice(p.Name))
		if IsMatrix(p) {
			look.Gradients = append(look.Gradients, math.Sqrt(squares/float64(len(gradient))))
		}
	}
	look.Gradient, look.Weights = math.Sqrt(look.Gradient), math.Sqrt(look.Weights)
	return look
}

// IsMatrix tells whether a parameter has rows and columns: weights have, and neither
// biases nor gains.
func IsMatrix(p *nn.Parameter) bool { return len(p.Shape) > 1 && p.Shape[0] > 1 }

func sumSquares(values []float32) (sum float64) {
	for _, v := range values {
		sum += float64(v) * float64(v)
	}
	return sum
}

// Learned returns the share that the network has learned of what there is to learn
// beyond always giving the same answer: 1 is all. It is the mean over the last half
// of the run, and NaN where the data do not tell.
func (e *Evidence) Learned() float64 {
	var accuracy, r2 float64
	late := e.Since(e.Now.Step / 2)
	for _, m := range late {
		accuracy += m.Accuracy / float64(len(late))
		r2 += m.R2 / float64(len(late))
	}
	switch {
	case e.Now.Confusion != nil:
		chance := e.chance()
		return (accuracy - chance) / (1 - chance) // NaN where there is but one class
	case !math.IsNaN(r2):
		return r2
	case e.Guess.Whole:
		return 1 - MeanLoss(late)/e.Guess.Loss
	}
	return math.NaN()
}

// poor is the share of what there is to learn below which a network has not learned.
const poor = 0.5

// Poor tells whether the network has not learned; where the data do not tell, whether
// it does hardly better than who guesses.
func (e *Evidence) Poor() bool {
	if learned := e.Learned(); !math.IsNaN(learned) {
		return learned < poor
	}
	return MeanLoss(e.Since(e.Now.Step/2)) > 0.95*e.Guess.Loss
}

// Well tells whether the network has learned most of what there is to learn.
func (e *Evidence) Well() bool { return e.Learned() > 0.75 }

// chance returns the share of the largest class.
func (e *Evidence) chance() float64 {
	most, all := 0, 0
	for _, row := range e.Now.Confusion {
		n := 0
		for _, count := range row {
			n += count
		}
		most, all = max(most, n), all+n
	}
	return float64(most) / float64(all)
}

// Since returns the moments of the last steps.
func (e *Evidence) Since(steps uint64) []Metrics {
	for i, m := range e.Moments {
		if m.Step+steps >= e.Now.Step {
			return e.Moments[i:]
		}
	}
	return nil
}

// Glimpses is the least number of moments by which a stretch of a run is judged.
const Glimpses = 8

// FallsLess tells whether the least training loss has fallen by less than a share over
// the last half of the run, which is so many steps at least.
func (e *Evidence) FallsLess(share float64, steps uint64) bool {
	late := e.Since(max(steps, e.Now.Step/2))
	early := e.Moments[:len(e.Moments)-len(late)]
	return len(early) > 0 && len(late) >= Glimpses && !(LeastLoss(late) < LeastLoss(early)*(1-share))
}

// MeanLoss returns the mean training loss of some moments, NaN of none.
func MeanLoss(moments []Metrics) float64 {
	var sum float64
	for _, m := range moments {
		sum += m.TrainLoss
	}
	return sum / float64(len(moments))
}

// LeastLoss returns the least training loss of some moments.
func LeastLoss(moments []Metrics) float64 {
	least := math.Inf(1)
	for _, m := range moments {
		least = math.Min(least, m.TrainLoss)
	}
	return least
}

// jump is the share of the first loss by which a loss rises that jumps: less is the
// noise of minibatches, which adds up in a long run.
const jump = 0.05

// Wild tells whether the learning rate is so large that the training loss has
// jumped about, or has been thrown above where it began.
func (e *Evidence) Wild() bool {
	if len(e.Moments) == 0 {
		return false
	}
	var up, most float64
	for i, m := range e.Moments[1:] {
		if rise := m.TrainLoss - e.Moments[i].TrainLoss; rise > jump*e.Moments[0].TrainLoss {
			up += rise
		}
		most = math.Max(most, m.TrainLoss)
	}
	return up > e.Moments[0].TrainLoss/2 || most > 1.5*e.Moments[0].TrainLoss || e.Spec.LearningRate >= 1
}
