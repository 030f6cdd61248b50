package rule

import (
	"math"
	"strconv"

	"nnplay/nn"
	"nnplay/nn/lab"
)

// Dead sees hidden layers whose ReLUs answer 0 to every sample: no gradient passes
// through them, so that they will never answer anything else.
func Dead(remedies ...lab.Remedy) lab.Rule {
	return lab.Rule{
		Code: "dead-relus", Remedies: remedies,
		Explains: []string{"saturated", "exploding", "diverging", "vanishing", "wrong-loss", "majority", "plateau", "underfitting"},
		Sees: func(e *lab.Evidence) (map[string]string, bool) {
			return flatUnits(e, func(a nn.Activation) bool { return a.Name == "relu" }, 1)
		},
	}
}

// Saturated sees hidden layers whose units are at an end of their activation's range
// for nearly every sample, where it is flat.
func Saturated(remedies ...lab.Remedy) lab.Rule {
	return lab.Rule{
		Code: "saturated", Remedies: remedies,
		Explains: []string{"vanishing", "wrong-loss", "majority", "plateau", "underfitting"},
		Sees: func(e *lab.Evidence) (map[string]string, bool) {
			return flatUnits(e, nn.Activation.Bounded, 0.95)
		},
	}
}

// flatUnits counts, layer by layer, the units that are where their activation is flat
// for a share of the samples, and returns the first layer of which too many are: half,
// while the network learns badly, and nearly all where nobody can tell.
func flatUnits(e *lab.Evidence, of func(a nn.Activation) bool, share float64) (map[string]string, bool) {
	if e.Now.Step < Settled || e.Well() {
		return nil, false
	}
	many := 0.5
	if math.IsNaN(e.Learned()) {
		many = 0.9
	}
	for i, l := range e.Hidden() {
		a, _ := nn.FindActivation(l.Activation)
		if a.Flat == nil || !of(a) || len(l.Out) == 0 {
			continue
		}
		flat := 0
		for unit := range l.Units {
			if flatShare(l, unit, a.Flat) >= share {
				flat++
			}
		}
		if flat == l.Units || flat > 1 && float64(flat) >= many*float64(l.Units) {
			return map[string]string{"n": strconv.Itoa(i + 1), "flat": strconv.Itoa(flat), "units": strconv.Itoa(l.Units)}, true
		}
	}
	return nil, false
}

// flatShare returns the share of a unit's outputs at which its activation is flat.
func flatShare(l lab.Activated, unit int, flat func(y float32) bool) float64 {
	n := 0
	for i := unit; i < len(l.Out); i += l.Units {
		if flat(l.Out[i]) {
			n++
		}
	}
	return float64(n) / float64(len(l.Out)/l.Units)
}
