package experiment

import (
	"slices"
	"strings"

	"nnplay/nn"
	"nnplay/nn/setting"
)

// place writes the initial weights that the settings give over those that were drawn.
// What the network has no place for is drawn; see Unplaced.
func (r *Run) place() {
	given, _ := setting.ParseWeights(r.spec.Weights)
	for _, g := range given {
		if p := r.fits(g); p != nil {
			copy(r.machine.Slice(p.Name)[flat(p, g.Index):], g.Values)
		}
	}
}

// Unplaced returns notices that name what is given initial weights, or is to be changed on
// the way, and has no place in this network; nil if all has one.
func (r *Run) Unplaced() []setting.Notice {
	given, _ := setting.ParseWeights(r.spec.Weights)
	var names []string
	for _, g := range given {
		if r.fits(g) == nil && !slices.Contains(names, g.Name) {
			names = append(names, g.Name)
		}
	}
	var notices []setting.Notice
	if names != nil {
		notices = append(notices, setting.Note("weights-unplaced", "given", strings.Join(names, ", ")))
	}
	for _, c := range r.course.log {
		if given, _, ok := c.Weight(); ok && r.fits(given) == nil {
			notices = append(notices, setting.NoteChange("at-unplaced", c.Pair().Value, c))
		}
	}
	return setting.Limited(notices)
}

// fits returns the parameter that is given values, nil if there is none of that name
// and shape.
func (r *Run) fits(g setting.Given) *nn.Parameter {
	i := slices.IndexFunc(r.machine.Unit.Parameters(), func(p *nn.Parameter) bool { return p.Name == g.Name })
	if i < 0 {
		return nil
	}
	p := r.machine.Unit.Parameters()[i]
	if g.Index == nil && len(g.Values) == p.Len() {
		return p
	}
	if g.Index == nil || len(g.Index) != len(p.Shape) {
		return nil
	}
	for d, n := range p.Shape {
		if g.Index[d] >= n {
			return nil
		}
	}
	return p
}

// flat returns the number of an element of a parameter, row by row; 0 for no index.
func flat(p *nn.Parameter, index []int) (at int) {
	for d, i := range index {
		at = at*p.Shape[d] + i
	}
	return at
}

// indexOf undoes flat.
func indexOf(p *nn.Parameter, at int) []int {
	index := make([]int, len(p.Shape))
	for d := len(p.Shape) - 1; d >= 0; d-- {
		index[d], at = at%p.Shape[d], at/p.Shape[d]
	}
	return index
}

// give makes a weight that is set before the first step an initial one, which the link
// carries and a reset goes back to. It reports whether the settings had room for it.
func (r *Run) give(p *nn.Parameter, at int, value float32) bool {
	given, _ := setting.ParseWeights(r.spec.Weights)
	whole := slices.IndexFunc(given, func(g setting.Given) bool {
		return g.Name == p.Name && g.Index == nil && len(g.Values) == p.Len()
	})
	if whole >= 0 {
		given[whole].Values[at] = value
		given = slices.DeleteFunc(given, func(g setting.Given) bool { return g.Index != nil && r.fits(g) == p && flat(p, g.Index) == at })
	} else {
		given = append(given, setting.Given{Name: p.Name, Index: indexOf(p, at), Values: []float32{value}})
	}
	next := r.spec
	if next.Set("weights", setting.FormatWeights(given)) != nil {
		return false
	}
	r.spec = next
	r.note(func(c course) course { return c.give(next.Weights, setting.WeightKey(p.Name, indexOf(p, at))) })
	return true
}
