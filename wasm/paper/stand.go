package paper

import (
	"slices"
	"strings"
)

// A Stand says where there is something that stands for a number that is not drawn
// itself, false where it knows nothing of it.
type Stand func(l *Lit) (box Rectangle, ok bool)

// Of returns what a number is of: a parameter, or a tensor.
func (l *Lit) Of() string {
	if l.Parameter != "" {
		return l.Parameter
	}
	return l.Tensor
}

// LitPlace returns the two numbers of a tensor that take part, as a place, false unless
// both do.
func (k *Kit) LitPlace(tensor string) (x, y float32, ok bool) {
	var have [2]bool
	var at [2]float32
	for i := range k.Lit {
		if l := &k.Lit[i]; l.Tensor == tensor && !l.Gradient && l.Element >= 0 && l.Element < 2 && !have[l.Element] {
			at[l.Element], have[l.Element] = l.Value, true
		}
	}
	return at[0], at[1], have[0] && have[1]
}

// NoteWalked notes where a place lies that takes part: the two numbers of a tensor.
func (k *Kit) NoteWalked(d *Drawing, at Placing, tensors ...string) {
	for _, tensor := range tensors {
		if x, y, ok := k.LitPlace(tensor); ok {
			if px, py, inside := at(x, y); inside {
				d.Walked = append(d.Walked, [2]float32{px, py})
			}
		}
	}
}

// StandFor makes a place stand for all numbers of some tensors.
func (d *Drawing) StandFor(box Rectangle, tensors ...string) {
	d.Stands = append(d.Stands, func(l *Lit) (Rectangle, bool) { return box, slices.Contains(tensors, l.Of()) })
}

// StandUnits makes the units of a layer, so many, stand for what is a part of it: its
// parameters, whose last dimension counts units, and what is made on the way to them.
// at says where a unit is.
func (d *Drawing) StandUnits(layer string, units int, at func(unit int) (box Rectangle, ok bool)) {
	d.Stands = append(d.Stands, func(l *Lit) (Rectangle, bool) {
		switch {
		case units == 0 || l.Layer != layer && l.Of() != layer && !strings.HasPrefix(l.Of(), layer+"/"):
		case l.Parameter != "":
			return at(l.Element % units)
		case l.Element < units:
			return at(l.Element)
		}
		return Rectangle{}, false
	})
}
