package points

import "nnplay/wasm/paper"

// part returns what of the network a target is.
func (f *figure) part(t target) (p paper.Part) {
	p.Kind = t.kind
	switch t.kind {
	case "neuron":
		p.Layer, p.Unit = f.layer(t.column), t.index
		if t.column > 0 {
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
	case "link":
		return t.column >= 0 && t.column+1 < len(units) && t.index >= 0 && t.index < units[t.column] && t.to >= 0 && t.to < units[t.column+1]
	}
	return false
}

// moved returns where a key leads from a target of a network of so many units
// a column: left and right go from neuron to link to neuron, and from the last one
// to the output's picture, up and down from one to the next of a column. From
// nothing all keys lead to the first neuron.
func (t target) moved(key string, units []int) target {
	last := len(units) - 1
	neuron := func(column, index int) target {
		return target{kind: "neuron", column: column, index: min(max(index, 0), units[column]-1)}
	}
	switch t.kind {
	case "neuron":
		switch key {
		case "ArrowUp":
			return neuron(t.column, t.index-1)
		case "ArrowDown":
			return neuron(t.column, t.index+1)
		case "ArrowRight":
			if t.column < last {
				return target{"link", t.column, t.index, min(t.index, units[t.column+1]-1)}
			}
			return target{kind: "output"}
		case "ArrowLeft":
			if t.column > 0 {
				return target{"link", t.column - 1, min(t.index, units[t.column-1]-1), t.index}
			}
		}
	case "link":
		to := units[t.column+1]
		at := t.index*to + t.to
		switch key {
		case "ArrowUp":
			at = max(at-1, 0)
		case "ArrowDown":
			at = min(at+1, units[t.column]*to-1)
		case "ArrowRight":
			return neuron(t.column+1, t.to)
		case "ArrowLeft":
			return neuron(t.column, t.index)
		}
		if key == "ArrowUp" || key == "ArrowDown" {
			return target{"link", t.column, at / to, at % to}
		}
	case "output":
		if key == "ArrowLeft" {
			return neuron(last, 0)
		}
	default:
		return neuron(0, 0)
	}
	switch key {
	case "Home":
		return neuron(0, 0)
	case "End":
		return neuron(last, 0)
	}
	return t
}
