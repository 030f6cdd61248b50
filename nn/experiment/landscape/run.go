package landscape

import (
	"math"

	"nnplay/nn/experiment"
	"nnplay/nn/setting"
)

// A Way is where a run has been on a plane.
type Way struct {
	Steps  []uint64
	Places []float64 // x and y in turn, in lengths of the directions
}

// mostSteps bounds of how many steps a way tells.
const mostSteps = 64

// A View is the landscape of a run: a map, which is to be filled, and the run's way on it.
type View struct {
	*Map
	Way Way
}

// Of begins to look at the landscape of a run: over the plane in which it has moved the
// most, as far as it remembers, or over a random one. It is an error if the run has not
// moved in two directions, or its loss is no function of its weights alone.
func Of(run *experiment.Run, random bool) (*View, error) {
	steps, weights := run.Trail(mostSteps)
	here := weights[len(weights)-1]
	var plane Plane
	if random {
		plane = Random(here, run.Machine().Unit.Parameters(), uint64(run.Spec().Seed))
	} else {
		var err error
		if plane, err = Principal(weights); err != nil {
			return nil, setting.Refuse("no-way")
		}
	}
	way := Way{Steps: steps}
	for _, w := range weights {
		x, y := plane.Project(w)
		way.Places = append(way.Places, x, y)
	}
	view := &View{Map: Around(plane), Way: way}
	if !random {
		view.Map = Around(plane, way.Places)
	}
	if !depends(run, view.Map, here) {
		return nil, setting.Refuse("no-landscape")
	}
	return view, nil
}

// depends tells whether the loss of a run hangs on its weights: it is another one where
// the map ends.
func depends(run *experiment.Run, m *Map, here []float32) bool {
	there := make([]float32, len(here))
	m.At(m.Box[0], m.Box[2], there)
	a, b := run.LossAt(here), run.LossAt(there)
	return !math.IsNaN(a) && a != b
}
