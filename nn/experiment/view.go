package experiment

import (
	"slices"

	"nnplay/nn/lab"
	"nnplay/nn/topology"
)

// Topology describes the network and the data.
func (r *Run) Topology() topology.Topology {
	t := r.task.Topology()
	t.Architecture = r.spec.Family.Name
	for _, p := range r.machine.Unit.Parameters() {
		told := topology.Parameter{Name: p.Name, Shape: p.Shape}
		if grouper, ok := r.task.(lab.Grouper); ok {
			told.Groups = grouper.Groups(p.Name)
		}
		t.Parameters = append(t.Parameters, told)
	}
	return t
}

// Parameter returns a parameter and, after the first step, the gradient that the
// last one followed; nil if there is none of that name.
func (r *Run) Parameter(name string) []lab.View {
	for _, p := range r.machine.Unit.Parameters() {
		if p.Name == name {
			views := []lab.View{lab.ParameterView(&r.machine, p)}
			if r.Steps() > 0 {
				views = append(views, lab.GradientView(&r.machine, p))
			}
			return views
		}
	}
	return nil
}

// Static returns the views that change only when the run is rebuilt, or when an
// action says so.
func (r *Run) Static() []lab.View {
	defer r.look()()
	return r.task.Static(&r.machine)
}

// Dynamic returns the views that change with each step, which elements of each parameter
// are frozen, if some are, and which parts are switched off.
func (r *Run) Dynamic() []lab.View {
	defer r.look()()
	return slices.Concat(r.task.Dynamic(&r.machine), r.frozenViews(), r.offViews())
}

// Warped returns how hidden layer number layer, from 1, sees the data: the
// activations of two of its units at the points that Static shows, "warp/train"
// and "warp/test" (n, 2), and at the nodes of a grid over the domain,
// "warp/grid" (rows, columns, 3) with what the output says there: -1 .. 1, or the
// class of several. Of one raw input the grid has one row. It returns nil if
// there is no such layer or unit.
func (r *Run) Warped(layer, first, second int) []lab.View {
	defer r.look()()
	if w, ok := r.task.(lab.Warper); ok {
		return w.Warped(&r.machine, layer, first, second)
	}
	return nil
}

// Pinned returns what the network makes of a place, the nearest one of the domain:
// the place itself, "pin/at" (inputs), the features as the network reads them,
// preprocessed, "pin/features" (F), and what each layer puts out, "pin/LAYER"
// (units). Of one raw input the place is its x. It returns nil for what is no place,
// and for families without one.
func (r *Run) Pinned(x, y float32) []lab.View {
	defer r.look()()
	if p, ok := r.task.(lab.Pinner); ok {
		return p.Pinned(&r.machine, x, y)
	}
	return nil
}

// Walk shows a sample of the training data, with which a step is gone through, in place
// of what is looked at; -1 shows that again. It tells whether there is anything to show
// it with. Nothing that training computes hangs on it.
func (r *Run) Walk(sample int) bool {
	w, ok := r.task.(lab.Walker)
	if ok {
		w.Walk(&r.machine, sample)
	}
	return ok
}

// Facts tells, by the key of a setting, what it has come to in this run:
// symbols and numbers that need no translation.
func (r *Run) Facts() map[string]string {
	if t, ok := r.task.(lab.Teller); ok {
		return t.Facts()
	}
	return map[string]string{}
}

// Means returns the mean of each input over the training data where not all inputs are
// shown; nil where they are.
func (r *Run) Means() []float32 {
	if a, ok := r.task.(lab.Averager); ok {
		return a.Means()
	}
	return nil
}

// Takes tells, by the name of an action, what it takes at the moment.
func (r *Run) Takes() map[string]lab.Phrase {
	if t, ok := r.task.(lab.Taker); ok {
		return t.Takes()
	}
	return nil
}
