package rnn

import (
	"slices"
	"strings"

	"nnplay/wasm/paper"
	"nnplay/wasm/wire"
)

// partOf returns what of the network a cell of one of a layer's arrays is. The state
// is a layer of its own, as it has parameters.
func partOf(layer, array string, unit, t int) paper.Part {
	p := paper.Part{Layer: layer, Tensor: layer + "/" + array, Unit: unit, Time: t + 1}
	if array == "hidden" {
		p.Layer = p.Tensor
	}
	return p
}

// standUnits makes the rows of one of a layer's arrays stand for what is a part of the
// layer: of a gate for its sums and parameters, in which all gates lie side by side; of
// the state for all that has no place of its own.
func (k figure) standUnits(d *paper.Drawing, s *paper.Spot, layer, array string) {
	units, gate := s.Rows, slices.Index(k.gatesOf(layer), array)
	d.Stands = append(d.Stands, func(l *paper.Lit) (box paper.Rectangle, ok bool) {
		name, own := strings.CutPrefix(l.Of(), layer+"/")
		if !own || gate >= 0 && (l.Element/units != gate || l.Parameter == "" && !strings.HasSuffix(name, "sum")) {
			return box, false
		}
		row := s.CellBox(l.Element%units, max(l.Time-1, 0))
		if l.Time == 0 { // it is the same at all times
			row.W = s.Box.W
		}
		return row, true
	})
}

// gatesOf returns which gates the parameters of a cell are made of, in their order, nil
// for one without gates.
func (k figure) gatesOf(layer string) []string {
	i := slices.IndexFunc(k.Topology.Parameters, func(p wire.Parameter) bool { return p.Name == layer+"/hidden/weight" })
	if i < 0 {
		return nil
	}
	return k.Topology.Parameters[i].Groups
}

// standSteps makes the places of a row stand for what there is at each step: of the
// tensors with so many numbers a step those, of others what has the step's time.
func standSteps(d *paper.Drawing, spot *paper.Spot, each int, flat []string, others ...string) {
	d.Stands = append(d.Stands, func(l *paper.Lit) (box paper.Rectangle, ok bool) {
		cols := max(spot.Cols, 1)
		step := l.Element / max(each, 1)
		if !slices.Contains(flat, l.Of()) {
			of := func(name string) bool { return l.Of() == name || strings.HasPrefix(l.Of(), name+"/") }
			if step = l.Time - 1; !slices.ContainsFunc(others, of) {
				return box, false
			}
		}
		if step < 0 || cols == 1 {
			return spot.Box, true
		}
		return spot.CellBox(0, min(step, cols-1)), true
	})
}

// standAnswers makes what is predicted at each step stand for the sums of the output,
// what is wanted, so many numbers a step, and the loss.
func standAnswers(d *paper.Drawing, s *paper.Spot, net unrolled, each int) {
	standSteps(d, s, each, []string{"minibatch/target"}, net.prefix+"output", net.prefix+"loss", net.prefix+"objective")
}
