package main

// An element is what is known of one parameter: a link's weight or a neuron's
// bias, with its place in the trainer's tensor.
type element struct {
	parameter   string // the tensor's name, "" for what has no parameter
	index       int
	value       float32
	gradient    float32
	hasGradient bool // there was a step
	frozen      bool
	removed     bool // by L1
}

// element returns a target's parameter.
func (s *scene) element(t target) (e element) {
	switch {
	case t.kind == "neuron" && t.column > 0:
		e.parameter, e.index = s.layer(t.column)+"/bias", t.index
	case t.kind == "link":
		e.parameter = s.layer(t.column+1) + "/weight"
		shape := s.Tensors[e.parameter].Shape
		if len(shape) != 2 || t.index >= shape[0] || t.to >= shape[1] {
			return element{}
		}
		e.index = t.index*shape[1] + t.to
	default:
		return element{}
	}
	values := s.Tensors[e.parameter].F32
	if e.index >= len(values) {
		return element{}
	}
	e.value = values[e.index]
	if g := s.Tensors[e.parameter+"/gradient"].F32; e.index < len(g) {
		e.gradient, e.hasGradient = g[e.index], true
	}
	if f := s.Tensors[e.parameter+"/frozen"].U8; e.index < len(f) {
		e.frozen = f[e.index] != 0
	}
	if a := s.Tensors[e.parameter+"/alive"].U8; e.index < len(a) {
		e.removed = a[e.index] == 0
	}
	return e
}

// has reports whether a target is part of the network.
func (s *scene) has(t target) bool {
	if !s.ready() {
		return false
	}
	units := s.units()
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
