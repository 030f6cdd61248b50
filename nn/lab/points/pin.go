package points

import (
	"slices"

	"nnplay/nn/data"
	"nnplay/nn/lab"
)

// Pinned returns what the network makes of a place, the nearest one of the domain:
// the place itself, "pin/at" (inputs), the features as the network reads them,
// preprocessed, "pin/features" (F), and what each layer puts out, "pin/LAYER"
// (units). Of one raw input the place is its x. It returns nil for what is no place.
func (t *perceptron) Pinned(m *lab.Machine, x, y float32) []lab.View {
	if !lab.Finite(x) || !lab.Finite(y) {
		return nil
	}
	p := t.problem
	d := p.set.Domain
	at := []float32{min(max(x, d[0]), d[1]), min(max(y, d[2]), d[3])}[:p.set.Inputs]
	features := p.expand(data.Points{X: at, Y: make([]float32, 1), Dim: p.set.Inputs, Targets: 1})
	p.scaler.Apply(features)
	copy(m.Slice("evaluate/x"), features)
	m.Run("evaluate")
	views := []lab.View{
		{Name: "pin/at", Shape: []int{len(at)}, F32: at},
		{Name: "pin/features", Shape: []int{len(features)}, F32: features},
	}
	for _, l := range t.network.Layers() {
		out := m.Probe("evaluate", l.Name+"/out")[:l.Units]
		views = append(views, lab.View{Name: "pin/" + l.Name, Shape: []int{l.Units}, F32: slices.Clone(out)})
	}
	return views
}
