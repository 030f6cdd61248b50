package points

import (
	"strconv"

	"nnplay/nn/data"
	"nnplay/nn/lab"
)

// warpCells is the number of cells a side of the grid that is laid over the
// domain to see how a layer bends it.
const warpCells = 24

// Warped returns how hidden layer number layer, from 1, sees the data: the
// activations of two of its units at the points that Static shows, "warp/train"
// and "warp/test" (n, 2), and at the nodes of a grid over the domain,
// "warp/grid" (rows, columns, 3) with what the output says there: -1 .. 1, or the
// class of several. Of one raw input the grid has one row. It returns nil if
// there is no such layer or unit.
func (t *perceptron) Warped(m *lab.Machine, layer, first, second int) []lab.View {
	layers := t.network.Layers()
	if layer < 1 || layer >= len(layers) {
		return nil
	}
	l := layers[layer-1]
	if min(first, second) < 0 || max(first, second) >= l.Units {
		return nil
	}
	w := warp{t: t, m: m, name: "hidden" + strconv.Itoa(layer) + "/out", units: l.Units, first: first, second: second}
	p := t.problem
	f := len(p.features)
	var views []lab.View
	for _, s := range []struct {
		name string
		*split
	}{{"warp/train", &p.train}, {"warp/test", &p.test}} {
		n := min(s.len(), maxShown)
		if p.empty {
			n = 0
		}
		view := lab.View{Name: s.name, Shape: []int{n, 2}, F32: make([]float32, 0, 2*n)}
		w.visit(s.x[:n*f], func(x, y float32, _ []float32) { view.F32 = append(view.F32, x, y) })
		views = append(views, view)
	}
	rows, columns, x := p.grid()
	grid := lab.View{Name: "warp/grid", Shape: []int{rows, columns, 3}}
	w.visit(x, func(x, y float32, out []float32) { grid.F32 = append(grid.F32, x, y, p.verdict(out)) })
	return append(views, grid)
}

// A warp evaluates two units of a layer.
type warp struct {
	t                    *perceptron
	m                    *lab.Machine
	name                 string
	units, first, second int
}

// visit evaluates preprocessed samples (n, F) and calls f for each with the two
// activations and the output (K).
func (w *warp) visit(x []float32, f func(x, y float32, out []float32)) {
	t, m := w.t, w.m
	features, k := len(t.problem.features), t.problem.units
	in, seen, out := m.Slice("evaluate/x"), m.Probe("evaluate", w.name), m.Probe("evaluate", "output/out")
	for n := len(x) / features; n > 0; {
		rows := min(t.rows, n)
		copy(in, x[:rows*features])
		m.Run("evaluate")
		for i := range rows {
			f(seen[i*w.units+w.first], seen[i*w.units+w.second], out[i*k:(i+1)*k])
		}
		x = x[rows*features:]
		n -= rows
	}
}

// grid returns the preprocessed features of the nodes of a grid over the domain,
// row by row from the top.
func (p *problem) grid() (rows, columns int, x []float32) {
	d := p.set.Domain
	points := data.Points{Dim: p.set.Inputs, Targets: 1}
	rows, columns = warpCells+1, warpCells+1
	at := func(lo, hi float32, i int) float32 { return lo + float32((hi-lo)*(float32(i)/float32(columns-1))) }
	if p.set.Inputs == 1 {
		rows, columns = 1, curvePoints
		for i := range columns {
			points.X = append(points.X, at(d[0], d[1], i))
		}
	} else {
		for row := range rows {
			for col := range columns {
				points.X = append(points.X, at(d[0], d[1], col), at(d[3], d[2], row))
			}
		}
	}
	points.Y = make([]float32, rows*columns)
	x = p.expand(points)
	p.scaler.Apply(x)
	return rows, columns, x
}

// verdict returns what an output (K) says as one number: the class of several,
// else -1 .. 1.
func (p *problem) verdict(out []float32) float32 {
	switch {
	case p.classes > 0 && p.units > 1:
		return float32(p.classify(out))
	case !lab.Finite(out[0]):
		return 0
	case p.probabilities():
		return 2*out[0] - 1
	}
	return min(max(out[0], -1), 1)
}
