package explain

import (
	"cmp"
	"path"
	"slices"

	"nnplay/nn"
)

// A Lit is a number that takes part, as a drawing knows it: an element of a
// parameter, or what a unit of a layer has to do with one sample.
type Lit struct {
	Parameter string // "" for a unit
	Layer     string
	Tensor    string // which of the layer's it is, without the time that a name tells
	Element   int    // of the parameter, or of the tensor: row-major, but for samples and times
	Time      int    // of a sequence, or the position in it; -1 where there is none
	Value     Number
	Of        Of // what of it that is
	As        As
}

// As says how a number takes part.
type As string

// The ways.
const (
	AsResult As = "result" // it is told how this is made
	AsTerm   As = "term"   // of these numbers
	AsFactor As = "factor" // and of these, by which the terms count
	AsOther  As = "other"  // made at the stop, too
)

// mostOthers is of how many elements of what is made at a stop all are told.
const mostOthers = 64

// light adds what takes part in a number.
func (v *view) light(sight *Sight, t *Made, x *Explanation) {
	as := AsOther
	if t == &v.stop.Tensors[v.stop.Main] {
		as = AsResult
	}
	v.add(sight, x.Ref, as)
	for _, term := range x.Terms {
		v.add(sight, term.Ref, AsTerm)
		for _, ref := range term.With {
			v.add(sight, ref, AsFactor)
		}
	}
}

// add adds a number, unless it has no name.
func (v *view) add(sight *Sight, r Ref, as As) {
	found := v.names.Find(r.Tensor)
	if r.Tensor == "" || len(found) == 0 {
		return
	}
	t := found[0]
	lit := Lit{Time: -1, Value: r.Value, Of: r.Of, As: as}
	switch t.Role {
	case nn.RoleParameter:
		lit.Parameter, lit.Element = r.Tensor, element(r.Index, t.Shape)
	case nn.RoleResult, nn.RoleInput:
		lit.Layer, lit.Tensor, lit.Time = v.whose(r.Tensor)
		unit, time := v.unit(r.Index, &Made{Shape: t.Shape, Dims: t.Dims})
		lit.Element, lit.Time = unit, max(time, lit.Time)
	default:
		return
	}
	same := func(l Lit) bool {
		return l.Parameter == lit.Parameter && l.Tensor == lit.Tensor && l.Element == lit.Element && l.Time == lit.Time
	}
	if i := slices.IndexFunc(sight.Lit, same); i >= 0 {
		if as == AsResult {
			sight.Lit[i] = lit
		}
		return
	}
	sight.Lit = append(sight.Lit, lit)
}

// whose returns to which layer a tensor belongs, what it is called without the time
// that its name tells, and that time, -1 for none.
func (v *view) whose(name string) (layer, tensor string, time int) {
	if layer, time = v.layerOf(name); time >= 0 {
		name = layer + "/" + path.Base(name)
	}
	return cmp.Or(layer, name), name, time
}

// unit returns which of a tensor's units a number is, its place without sample and
// time, and the time or the position, -1 for none. Rows may count those too, or the
// places of a sample's image.
func (v *view) unit(index []int, t *Made) (unit, time int) {
	time = -1
	for i, n := range t.Shape {
		switch each := max(n/v.batch, 1); {
		case t.Dims[i] == "time" || t.Dims[i] == "position" && len(t.Dims) > 2:
			time = index[i]
		case !v.isRow(t, i):
			unit = unit*n + index[i]
		case each == 1:
		case slices.Contains(v.rows.times, each):
			time = index[i] / v.batch
		case slices.Contains(v.rows.positions, each):
			time = index[i] % each
		case slices.Contains(v.rows.places, each):
			unit = index[i] % each
		}
	}
	return unit, time
}

// others adds what else is made at the stop, of the sample.
func (v *view) others(sight *Sight, t *Made) {
	size := 1
	for _, dim := range sight.Free {
		size *= t.Shape[dim]
	}
	named := v.named(t)
	if size > mostOthers || named == nil {
		return
	}
	at := slices.Clone(sight.Index)
	for i := range size {
		for _, dim := range slices.Backward(sight.Free) {
			at[dim] = i % t.Shape[dim]
			i /= t.Shape[dim]
		}
		if n, ok := v.number(t, at); ok {
			v.add(sight, Ref{Tensor: t.Tensor, Index: slices.Clone(at), Value: Number(v.trace.Value(n)), Of: t.Of}, AsOther)
		}
	}
}

// element returns the place of an index in row-major order.
func element(index, shape []int) (at int) {
	for i, n := range shape {
		at = at*n + index[i]
	}
	return at
}
