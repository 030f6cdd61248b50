package landscape

import (
	"math"

	"nnplay/nn/experiment"
)

// A Way is where a run has been on a plane.
type Way struct {
	Steps  []uint64
	Places []float64 // x and y in turn, in lengths of the directions
}

// Bounds of a way.
const (
	mostSteps = 64 // of which it tells when it is found
	longest   = 4 * mostSteps
	// mostKept bounds the numbers that the trails of walkers hold together, to 32 MB, unless
	// that leaves too few steps.
	mostKept  = 1 << 23
	leastKept = 8 // steps of each
	// fewSteps is how many at least have to be remembered: a run that was trained in a
	// flash remembers less, and is walked once more.
	fewSteps = 16
)

// thin leaves out every other place of a way that is too long; the last one stays.
func (w *Way) thin() {
	n := len(w.Steps)
	if n <= longest {
		return
	}
	var half Way
	for i := (n - 1) % 2; i < n; i += 2 {
		half.Steps, half.Places = append(half.Steps, w.Steps[i]), append(half.Places, w.Places[2*i], w.Places[2*i+1])
	}
	*w = half
}

// A trail is where a run has been in the space of its weights.
type trail struct {
	steps   []uint64
	weights [][]float32 // (P) at each step
}

// trailOf returns up to so many steps of where a run has been, its present place last.
func trailOf(r interface {
	Trail(most int) ([]uint64, [][]float32)
}, most int) (t trail) {
	t.steps, t.weights = r.Trail(most)
	return t
}

// on returns the way on a plane.
func (t *trail) on(p *Plane) Way {
	way := Way{Steps: t.steps}
	for _, w := range t.weights {
		x, y := p.Project(w)
		way.Places = append(way.Places, x, y)
	}
	return way
}

// end cuts the trail where it is farther from its begin than that, or nowhere.
func (t *trail) end(far float64) {
	for k, w := range t.weights {
		if !(distance(w, t.weights[0]) <= far) {
			t.steps, t.weights = t.steps[:k], t.weights[:k]
			return
		}
	}
}

// A walker is a run that is trained, and leaves a trail.
type walker struct {
	trail
	run  *experiment.Run // nil: the trail is whole
	from uint64
	most int // of how many steps the trail tells
}

// newWalker returns one of n.
func newWalker(r *experiment.Run, n int) *walker {
	w := &walker{trail: trailOf(r, 1), run: r, from: r.Steps()}
	w.most = kept(n, len(w.weights[0]))
	return w
}

// kept returns of how many steps each of n trails tells in a space of so many dimensions.
func kept(n, size int) int { return min(max(mostKept/n/max(size, 1), leastKept), mostSteps) }

// left returns the share of the way up to a step that is left.
func (w *walker) left(until uint64) float64 {
	if w.run == nil || w.run.Steps() >= until || w.run.Diverged() != "" {
		return 0
	}
	return float64(until-w.run.Steps()) / float64(until-w.from)
}

// atOnce is how many steps a run is trained before anyone looks whether that is enough.
const atOnce = 4

// walk goes a little way on.
func (w *walker) walk(until uint64) {
	now := w.run.Steps()
	next := max(w.from+(until-w.from)*uint64(len(w.steps))/uint64(w.most-1), now+1)
	w.run.Step(int(min(atOnce, next-now)))
	if w.run.Steps() < next || w.run.Diverged() != "" {
		return
	}
	here := trailOf(w.run, 1)
	w.steps, w.weights = append(w.steps, here.steps...), append(w.weights, here.weights...)
}

// farthest returns how far from the first of some weights the others are at most.
func farthest(weights [][]float32) (far float64) {
	for _, w := range weights {
		far = max(far, distance(w, weights[0]))
	}
	return far
}

// distance returns the Euclidean distance between two lists of weights.
func distance(a, b []float32) (sum float64) {
	for i, v := range a {
		d := float64(v) - float64(b[i])
		sum += d * d
	}
	return math.Sqrt(sum)
}

// evenly returns up to so many of some weights, the first and the last among them.
func evenly(weights [][]float32, most int) (list [][]float32) {
	n := len(weights)
	if n <= most {
		return weights
	}
	for i := range most {
		list = append(list, weights[i*(n-1)/(most-1)])
	}
	return list
}
