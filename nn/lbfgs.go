package nn

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/optimize"
)

// An LBFGS minimises a full-batch loss by the limited-memory BFGS method
// (Nocedal and Wright 2006, algorithm 7.4). One Step is one iteration: a
// direction from the last few changes of weights and gradients, then a line
// search for a step length that meets the Wolfe conditions.
//
// The line search is gonum's. The direction is ours: gonum's sums add in
// another order on each machine, and a link promises the same weights on all.
// The line search keeps that promise because it halves and doubles: its
// products are exact, so rounding can't differ, fused or not.
type LBFGS struct {
	// Loss evaluates the loss and writes its gradient for the weights as they
	// stand in the arena.
	Loss func() float32
	// Weights and Gradient are the arena's, (P).
	Weights, Gradient []float32

	search    optimize.Bisection
	start     []float32 // weights at the start of the iteration
	slope     []float32 // gradient there
	direction []float64
	alpha     []float64
	Curvature
}

// A Curvature is what an LBFGS has learned about the loss, and goes on from.
type Curvature struct {
	steps, diffs [][]float64 // the last changes of weights (s) and gradient (y)
	rho          []float64   // 1/(y·s)
	loss         float32
	evaluated    bool // the loss, and its gradient in the arena
}

// Clone returns a copy that stays as it is.
func (c Curvature) Clone() Curvature {
	c.steps, c.diffs, c.rho = slices.Clone(c.steps), slices.Clone(c.diffs), slices.Clone(c.rho)
	return c
}

// Len returns how many numbers it holds.
func (c Curvature) Len() (n int) {
	for i := range c.steps {
		n += len(c.steps[i]) + len(c.diffs[i])
	}
	return n
}

// lbfgsMemory is the number of past changes that are kept.
const lbfgsMemory = 10

// lbfgsEvaluations bounds a line search.
const lbfgsEvaluations = 20

// Step makes one iteration. Where no step makes the loss smaller the memory is
// dropped, so that the next iteration follows the gradient, and the weights
// stay as they are.
func (l *LBFGS) Step() {
	if !l.evaluated {
		l.loss, l.evaluated = l.Loss(), true
	}
	l.start = append(l.start[:0], l.Weights...)
	l.slope = append(l.slope[:0], l.Gradient...)
	l.findDirection()

	initial := l.loss
	descent := float64(float32(dot(widen(nil, l.slope), l.direction)))
	if !(descent < 0) {
		l.forget()
		return
	}
	first := 1.0
	if len(l.steps) == 0 {
		first = firstStep(l.direction)
	}
	if !l.lineSearch(initial, descent, first) {
		copy(l.Weights, l.start)
		l.loss = l.Loss()
		l.forget()
		return
	}
	l.remember()
}

// Restart drops everything that was learned about the loss.
func (l *LBFGS) Restart() {
	l.forget()
	l.evaluated = false
}

// lineSearch looks for a step length along the direction, and leaves weights,
// gradient and loss there.
func (l *LBFGS) lineSearch(initial float32, descent, first float64) bool {
	l.search = optimize.Bisection{CurvatureFactor: 0.9}
	l.search.Init(float64(initial), descent, first)
	step := first
	for range lbfgsEvaluations {
		for i, w := range l.start {
			l.Weights[i] = w
			if d := l.direction[i]; d != 0 { // else even -0 stays as it is
				l.Weights[i] = float32(float64(w) + float64(step*d))
			}
		}
		l.loss = l.Loss()
		along := float64(float32(dot(widen(nil, l.Gradient), l.direction)))
		if finite(l.loss) && finite(float32(along)) {
			op, next, err := l.search.Iterate(float64(l.loss), along)
			if op == optimize.GradEvaluation { // of the same place
				op, next, err = l.search.Iterate(float64(l.loss), along)
			}
			if err != nil {
				return l.loss < initial
			}
			if op == optimize.MajorIteration {
				return true
			}
			step = next
			continue
		}
		// Too far: the loss has no value there.
		step /= 2
		l.search = optimize.Bisection{CurvatureFactor: 0.9}
		l.search.Init(float64(initial), descent, step)
	}
	return l.loss < initial
}

// findDirection computes -H·g by the two-loop recursion.
func (l *LBFGS) findDirection() {
	l.direction = widen(l.direction[:0], l.slope)
	d := l.direction
	l.alpha = append(l.alpha[:0], l.rho...)
	for i := len(l.steps) - 1; i >= 0; i-- {
		l.alpha[i] = l.rho[i] * dot(l.steps[i], d)
		for j, y := range l.diffs[i] {
			d[j] -= float64(l.alpha[i] * y)
		}
	}
	if n := len(l.steps) - 1; n >= 0 {
		scale := 1 / (l.rho[n] * dot(l.diffs[n], l.diffs[n]))
		for j := range d {
			d[j] *= scale
		}
	}
	for i := range l.steps {
		beta := float64(l.rho[i] * dot(l.diffs[i], d))
		for j, s := range l.steps[i] {
			d[j] += float64((l.alpha[i] - beta) * s)
		}
	}
	for j := range d {
		d[j] = -d[j]
	}
}

// remember keeps the change that the iteration made, unless it would spoil
// positive definiteness.
func (l *LBFGS) remember() {
	s, y := make([]float64, len(l.start)), make([]float64, len(l.start))
	for i := range s {
		s[i] = float64(l.Weights[i]) - float64(l.start[i])
		y[i] = float64(l.Gradient[i]) - float64(l.slope[i])
	}
	curvature := dot(s, y)
	if !(curvature > 1e-10) {
		return
	}
	if len(l.steps) == lbfgsMemory {
		l.steps, l.diffs, l.rho = l.steps[1:], l.diffs[1:], l.rho[1:]
	}
	l.steps, l.diffs, l.rho = append(l.steps, s), append(l.diffs, y), append(l.rho, 1/curvature)
}

func (l *Curvature) forget() {
	l.steps, l.diffs, l.rho = nil, nil, nil
}

// firstStep is the power of two next below 1/‖d‖, at most 1.
func firstStep(d []float64) float64 {
	step := 1.0
	for norm := dot(d, d); step*step*norm > 1; {
		step /= 2
	}
	return step
}

// dot adds in ascending order, without fusing, on every machine alike.
func dot(a, b []float64) float64 {
	var s float64
	for i, x := range a {
		s += float64(x * b[i])
	}
	return s
}

func widen(dst []float64, src []float32) []float64 {
	for _, v := range src {
		dst = append(dst, float64(v))
	}
	return dst
}

func finite(v float32) bool { return !math.IsNaN(float64(v)) && !math.IsInf(float64(v), 0) }
