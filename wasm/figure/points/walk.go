package points

import (
	"slices"

	"nnplay/wasm/paper"
)

// part returns what of the network a target is.
func (f *figure) part(t target) (p paper.Part) {
	p.Kind, p.ComesTo = t.kind, f.comesTo(t)
	switch t.kind {
	case "neuron":
		p.Layer, p.Unit = f.layer(t.column), t.index
		if t.column == 0 {
			p.Tensor = "minibatch/x"
		} else {
			p.Formula = f.formula(t.column)
			p.Parameter, p.Index = p.Layer+"/bias", t.index
		}
	case "link":
		p.Layer, p.From, p.Unit = f.layer(t.column+1), t.index, t.to
		name := p.Layer + "/weight"
		if shape := f.Tensors[name].Shape; len(shape) == 2 && t.index < shape[0] && t.to < shape[1] {
			p.Parameter, p.Index = name, t.index*shape[1]+t.to
		}
	}
	return p
}

// element returns what is known of a target's parameter.
func (f *figure) element(t target) paper.Element {
	p := f.part(t)
	return f.Element(p.Parameter, p.Index)
}

// has reports whether a target is part of the network.
func (f *figure) has(t target) bool {
	if !f.ready() {
		return false
	}
	units := f.units()
	switch t.kind {
	case "neuron":
		return t.column >= 0 && t.column < len(units) && t.index >= 0 && t.index < units[t.column]
	case "output":
		return true
	case "more":
		return t.column >= 0 && t.column < len(units) && units[t.column] > 2
	case "link":
		return t.column >= 0 && t.column+1 < len(units) && t.index >= 0 && t.index < units[t.column] && t.to >= 0 && t.to < units[t.column+1]
	}
	return false
}

// A way is where the keyboard goes: the units of each column that are shown, and
// whether others are not.
type way struct {
	shown [][]int
	more  []bool
}

// way returns where the keyboard goes in the network.
func (f *figure) way() (w way) {
	for c, column := range f.layout.columns {
		var shown []int
		for i, r := range column {
			if placed(r) {
				shown = append(shown, i)
			}
		}
		w.shown, w.more = append(w.shown, shown), append(w.more, placed(f.layout.more[c]))
	}
	return w
}

// neuron returns one of those that are shown, by its place among them.
func (w *way) neuron(column, place int) target {
	shown := w.shown[column]
	return target{kind: "neuron", column: column, index: shown[min(max(place, 0), len(shown)-1)]}
}

// place returns which of those that are shown a unit is, or would be.
func (w *way) place(column, index int) int {
	place, _ := slices.BinarySearch(w.shown[column], index)
	return min(place, len(w.shown[column])-1)
}

// moved returns where a key leads from a target: left and right go from neuron to
// link to neuron, and from the last one to the output's picture, up and down from one
// to the next of a column, and to what of it is not shown. From nothing all keys lead
// to the first neuron.
func (t target) moved(key string, w way) target {
	last := len(w.shown) - 1
	switch t.kind {
	case "neuron":
		place := w.place(t.column, t.index)
		switch key {
		case "ArrowUp":
			return w.neuron(t.column, place-1)
		case "ArrowDown":
			if w.more[t.column] && place == len(w.shown[t.column])-1 {
				return target{kind: "more", column: t.column}
			}
			return w.neuron(t.column, place+1)
		case "ArrowRight":
			if t.column < last {
				return target{"link", t.column, t.index, w.neuron(t.column+1, place).index}
			}
			return target{kind: "output"}
		case "ArrowLeft":
			if t.column > 0 {
				return target{"link", t.column - 1, w.neuron(t.column-1, place).index, t.index}
			}
		}
	case "link":
		to := len(w.shown[t.column+1])
		at := w.place(t.column, t.index)*to + w.place(t.column+1, t.to)
		switch key {
		case "ArrowUp":
			at = max(at-1, 0)
		case "ArrowDown":
			at = min(at+1, len(w.shown[t.column])*to-1)
		case "ArrowRight":
			return target{kind: "neuron", column: t.column + 1, index: t.to}
		case "ArrowLeft":
			return target{kind: "neuron", column: t.column, index: t.index}
		}
		if key == "ArrowUp" || key == "ArrowDown" {
			return target{"link", t.column, w.shown[t.column][at/to], w.shown[t.column+1][at%to]}
		}
	case "more":
		switch key {
		case "ArrowUp":
			return w.neuron(t.column, len(w.shown[t.column])-1)
		case "ArrowRight":
			if t.column == last {
				return target{kind: "output"}
			}
			return w.neuron(t.column+1, len(w.shown[t.column+1])-1)
		case "ArrowLeft":
			if t.column > 0 {
				return w.neuron(t.column-1, len(w.shown[t.column-1])-1)
			}
		}
	case "output":
		if key == "ArrowLeft" {
			return w.neuron(last, 0)
		}
	default:
		return w.neuron(0, 0)
	}
	switch key {
	case "Home":
		return w.neuron(0, 0)
	case "End":
		return w.neuron(last, 0)
	}
	return t
}
