package points

import (
	"nnplay/nn"
	"nnplay/nn/lab"
	"nnplay/nn/model"
)

// A shownRange is what the levels of a layer's heat maps stand for. The middle
// level is always 0.
type shownRange struct {
	open bool       // each unit's own, as far as its activations go
	of   [2]float32 // of all units, if it is not open
}

// shownRanges returns the ranges of layers. What the output says is compared with
// the points, and shown as far as they go.
func (p *problem) shownRanges(layers []model.Layer) []shownRange {
	ranges := make([]shownRange, len(layers))
	for i, l := range layers {
		a, _ := nn.FindActivation(l.Activation)
		switch output := i == len(layers)-1; {
		case output && p.probabilities():
			ranges[i].of = [2]float32{0, 1}
		case output:
			ranges[i].of = [2]float32{-1, 1}
		case a.Bounded():
			ranges[i].of = a.Range
		default:
			ranges[i].open = true
		}
	}
	return ranges
}

// span returns the view of a layer's ranges (units, 2): from where to where the
// levels of a unit's heat map go.
func (r shownRange) span(l model.Layer) lab.View {
	v := lab.View{Name: l.Name + "/span", Shape: []int{l.Units, 2}, F32: make([]float32, 2*l.Units)}
	for u := range l.Units {
		v.F32[2*u], v.F32[2*u+1] = r.of[0], r.of[1]
	}
	return v
}

// spread writes the levels of a plane of values about 0, as strong as the largest
// of them, and from where to where they go, 0 included.
func spread(values []float32, levels []uint8, span []float32) {
	var lo, hi float32
	for _, v := range values {
		if v < lo && lab.Finite(v) {
			lo = v
		}
		if v > hi && lab.Finite(v) {
			hi = v
		}
	}
	span[0], span[1] = lo, hi
	size := max(hi, -lo)
	if size == 0 {
		size = 1
	}
	for i, v := range values {
		levels[i] = lab.Level(v / size)
	}
}
