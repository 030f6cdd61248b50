package points

import "nnplay/wasm/paper"

// card tells how a neuron's activation comes about at the place that is pinned, or
// without one of which weights; nil of a feature, and of a link.
func (f *figure) card(t target) *paper.Card {
	if t.kind != "neuron" || t.column == 0 || !f.has(t) {
		return nil
	}
	var x []float32
	if f.pin != nil {
		x = f.pin.columns[t.column-1]
	}
	c := f.Dense(f.layer(t.column), x, t.index, func(i int) string { return f.name(t.column-1, i) })
	if c == nil {
		return nil
	}
	l := f.Topology.Layers[t.column-1]
	if l.Norm != "" && l.Norm != "none" {
		c.Steps = append(c.Steps, paper.Step{Words: f.Words.Text("option.normalization."+l.Norm, l.Norm)})
	} else {
		c.Name = "z = " + c.Name
	}
	if f.pin == nil {
		c.Pins = true
		return c
	}
	c.At = f.place()
	return c.Then(f.Words.Activation(l.Activation), f.pin.columns[t.column][t.index])
}
