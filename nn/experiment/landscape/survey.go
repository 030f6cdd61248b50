package landscape

import (
	"math"
	"slices"
	"strconv"

	"nnplay/nn/experiment"
	"nnplay/nn/lab"
	"nnplay/nn/setting"
)

// A Run is what is surveyed: an experiment.Run.
type Run interface {
	Spec() lab.Spec
	Machine() *lab.Machine
	Steps() uint64
	Told() bool
	Known() (from, to uint64)
	Twin(step uint64) (*experiment.Run, error)
	Beside(spec lab.Spec) (*experiment.Run, error)
	Trail(most int) (steps []uint64, weights [][]float32)
	LossAt(weights []float32) float64
}

// A Survey finds out what the landscape of a run looks like, a little at a time: the runs
// beside it are trained until they have made as many steps, then there is a plane, and a
// map of it is filled.
type Survey struct {
	Random bool
	Map    *Map  // nil until there is a plane
	Ways   []Way // of the run, then of those beside it

	run     Run
	until   uint64
	walkers []*walker // on the ways, until there is a plane
}

// Bounds of a survey.
const (
	mostBeside  = 8  // runs beside the one it is of
	mostWeights = 96 // by which the principal directions are found, of all ways together
	// reach is how many times as far from where they began other runs may go as the run
	// itself, before their way ends: one that diverges would leave nothing to see of the others.
	reach = 10
)

// Of begins to survey the landscape of a run: over the plane in which it, and the runs
// beside it, have moved the most, or over a random one. It is an error if the run has not
// moved in two directions, or its loss is no function of its weights alone. The runs
// beside it must have begun where it did; they are trained by the survey.
func Of(run Run, random bool, beside ...*experiment.Run) (*Survey, error) {
	s := &Survey{Random: random, run: run, until: run.Steps()}
	own := &walker{trail: trailOf(run, mostSteps)}
	if math.IsNaN(run.LossAt(own.weights[len(own.weights)-1])) {
		return nil, setting.Refuse("no-landscape")
	}
	if from, to := run.Known(); len(own.steps) < fewSteps && to > from+1 && run.Told() {
		twin, err := run.Twin(from)
		if err != nil {
			return nil, err
		}
		own = newWalker(twin, 1+len(beside))
	} else if _, err := s.plane(own.weights); err != nil {
		return nil, err
	}
	s.walkers = append(s.walkers, own)
	for _, r := range beside {
		s.walkers = append(s.walkers, newWalker(r, 1+len(beside)))
	}
	return s, nil
}

// Beside returns runs that begin where another one did, each with an optimizer of its own;
// all else about them is the same.
func Beside(run Run, optimizers ...string) (runs []*experiment.Run, err error) {
	if len(optimizers) > mostBeside {
		return nil, setting.Refuse("too-many-beside", "limit", strconv.Itoa(mostBeside))
	}
	for _, name := range optimizers {
		spec := run.Spec()
		if err := spec.Set("optimizer", name); err != nil {
			return nil, err
		}
		r, err := run.Beside(spec)
		if err != nil {
			return nil, err
		}
		runs = append(runs, r)
	}
	return runs, nil
}

// plane returns the plane of which there is to be a map.
func (s *Survey) plane(weights [][]float32) (Plane, error) {
	if s.Random {
		return Random(weights[len(weights)-1], s.run.Machine().Unit.Parameters(), uint64(s.run.Spec().Seed)), nil
	}
	p, err := Principal(weights)
	if err != nil {
		return p, setting.Refuse("no-way")
	}
	return p, nil
}

// Work goes on until that is enough, or nothing is left.
func (s *Survey) Work(enough func() bool) error {
	for s.Left() > 0 && !enough() {
		i := slices.IndexFunc(s.walkers, func(w *walker) bool { return w.left(s.until) > 0 })
		switch {
		case i >= 0:
			s.walkers[i].walk(s.until)
		case s.Map == nil:
			if err := s.settle(); err != nil {
				return err
			}
		default:
			s.Map.Fill(1, s.run.LossAt)
		}
	}
	return nil
}

// Left returns the share of the work that is left, 0 to 1: half of it is the walking, if
// there is any, and the rest is the map.
func (s *Survey) Left() float64 {
	if s.Map != nil {
		return float64(s.Map.Left()) / (Side * Side) / 2
	}
	left := 0.0
	for _, w := range s.walkers {
		left += w.left(s.until) / float64(len(s.walkers))
	}
	return (1 + left) / 2
}

// settle finds the plane, and where the ways are on it.
func (s *Survey) settle() error {
	own := s.walkers[0]
	far := reach * farthest(own.weights)
	var all [][]float32
	for i, w := range slices.Backward(s.walkers) { // that of the run comes last, and so does where it is
		if i > 0 {
			w.end(far)
		}
		all = append(all, evenly(w.weights, mostWeights/len(s.walkers))...)
	}
	plane, err := s.plane(all)
	if err != nil {
		return err
	}
	var places [][]float64
	for _, w := range s.walkers {
		way := w.on(&plane)
		s.Ways, places = append(s.Ways, way), append(places, way.Places)
	}
	if s.Random && len(s.walkers) == 1 {
		places = nil
	}
	s.Map, s.walkers = Around(plane, places...), nil
	return nil
}

// Follow makes the way of the run what it is now: it has been trained on, or has gone back.
func (s *Survey) Follow() {
	if s.Map == nil {
		return
	}
	way, now := &s.Ways[0], s.run.Steps()
	n := len(way.Steps)
	for n > 0 && way.Steps[n-1] > now {
		n--
	}
	way.Steps, way.Places = way.Steps[:n], way.Places[:2*n]
	if n > 0 && way.Steps[n-1] == now {
		return
	}
	since := trailOf(s.run, mostSteps)
	for i, step := range since.steps {
		if n == 0 || step > way.Steps[n-1] {
			x, y := s.Map.Project(since.weights[i])
			way.Steps, way.Places = append(way.Steps, step), append(way.Places, x, y)
			n = len(way.Steps)
		}
	}
	way.thin()
}
