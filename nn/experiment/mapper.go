package experiment

import (
	"nnplay/nn"
	"nnplay/nn/data"
	"nnplay/nn/model"
)

// A mapper evaluates the network over the domain, a chunk at a time. In two
// dimensions each neuron is shown by every second sample of every second row,
// and the output by all: so the samples come in four phases of their row and
// column being even or odd, and all but the first need the output alone.
type mapper struct {
	points data.Points // of the whole domain, row by row
	x      []float32   // (points, F) preprocessed features, phase by phase
	rows   int         // samples a chunk

	layers   []layerMap
	boundary *nn.Tensor // levels of the output alone
}

// A layerMap is what is seen of one layer.
type layerMap struct {
	name  string
	units int
	seen  *nn.Tensor // (units, rows): activations for curves, levels for heat maps
}

// chunkRows is the number of samples in a chunk of a heat map: few enough for a
// layer's activations to stay in the nearest cache, and a divisor of a phase.
const chunkRows = 500

// Programs of a mapper: all layers, and the output alone.
const (
	mapProgram      = "map"
	boundaryProgram = "boundary"
)

// newMapper records the programs of a mapper.
func newMapper(mem *nn.Memory, p *problem, network model.Network) mapper {
	m := mapper{points: domainPoints(p.set), rows: chunkRows}
	features := data.Expand(m.points, p.features)
	p.scaler.Apply(features)
	f := len(p.features)
	if p.set.Inputs == 1 {
		m.rows, m.x = curvePoints, features
	} else {
		for phase := range 4 {
			eachSample(phase, func(_, sample int) {
				m.x = append(m.x, features[sample*f:(sample+1)*f]...)
			})
		}
	}

	g := mem.Graph(mapProgram)
	network.Record(g.Input("map/x", m.rows, f))
	layers := network.Layers()
	for i, probe := range g.Probes() {
		seen := probe.Tensor.Transpose(0, 1)
		if p.set.Inputs == 1 {
			seen = seen.Contiguous()
		} else {
			seen = levels(seen, p.probabilities() && i == len(layers)-1)
		}
		m.layers = append(m.layers, layerMap{layers[i].Name, layers[i].Units, seen})
	}
	for _, l := range m.layers {
		l.seen.Named(l.name + "/seen")
	}
	if p.set.Inputs == 2 {
		g = mem.Graph(boundaryProgram)
		_, y := network.Record(g.Input("map/x", m.rows, f))
		m.boundary = levels(y.Transpose(0, 1), p.probabilities()).Named("boundary")
	}
	return m
}

// probabilities says whether the output is 0 .. 1.
func (p *problem) probabilities() bool { return p.output == "softmax" || p.output == "sigmoid" }

// levels maps activations of -1 .. 1, or probabilities of 0 .. 1, to whole
// numbers of 0 .. 255; what is not a number becomes the middle.
func levels(v *nn.Tensor, probabilities bool) *nn.Tensor {
	g := v.Graph()
	if probabilities {
		v = v.Times(2).Plus(-1)
	}
	v = g.Const(1).Min(g.Const(-1).Max(v)) // NaN passes
	v = v.Sub(v).Where(g.Const(0), v)
	return g.Const(128).AddMul(v, g.Const(127.5)).Floor()
}

// eachSample visits the samples of a phase: the number within a plane of every
// second sample, and that in the whole domain.
func eachSample(phase int, visit func(thin, sample int)) {
	for row := range neuronSide {
		for col := range neuronSide {
			visit(row*neuronSide+col, (2*row+phase>>1)*outputSide+2*col+phase&1)
		}
	}
}

// views evaluates the whole domain and returns each layer's activations.
func (m *mapper) views(r *Run) []View {
	if m.boundary == nil {
		return m.curves(r)
	}
	views := make([]View, len(m.layers))
	for i, l := range m.layers {
		side := neuronSide
		if i == len(m.layers)-1 {
			side = outputSide
		}
		views[i] = View{Name: l.name + "/heat", Shape: []int{l.units, side, side}, U8: make([]uint8, l.units*side*side)}
	}
	last := len(views) - 1
	for phase := range 4 {
		name := mapProgram
		if phase > 0 {
			name = boundaryProgram
		}
		for chunk := range neuronSide * neuronSide / m.rows {
			m.run(r, name, phase*neuronSide*neuronSide+chunk*m.rows)
			for i, l := range m.layers[:last] {
				if phase == 0 {
					paint(views[i].U8[chunk*m.rows:], neuronSide*neuronSide, r.unit.Tensor(r.arena, l.seen), m.rows)
				}
			}
			out := m.layers[last].seen
			if phase > 0 {
				out = m.boundary
			}
			paintPhase(views[last].U8, r.unit.Tensor(r.arena, out), phase, chunk*m.rows, m.rows)
		}
	}
	return views
}

// run evaluates the chunk that begins at a row of x.
func (m *mapper) run(r *Run, name string, at int) {
	f := len(r.problem.features)
	copy(r.unit.Slice(r.arena, "map/x"), m.x[at*f:(at+m.rows)*f])
	r.exec.Run(r.unit.Programs[name], 1)
}

// paint writes levels (units, rows) to planes of a number of pixels each.
func paint(planes []uint8, pixels int, levels []float32, rows int) {
	for u := range len(levels) / rows {
		plane := planes[u*pixels:][:rows]
		for i, v := range levels[u*rows : (u+1)*rows] {
			plane[i] = uint8(v)
		}
	}
}

// paintPhase writes the levels (units, rows) of samples of a phase, from the
// one of number first on, to the planes of the whole domain.
func paintPhase(planes []uint8, levels []float32, phase, first, rows int) {
	const pixels = outputSide * outputSide
	for u := range len(levels) / rows {
		plane, row := planes[u*pixels:(u+1)*pixels], levels[u*rows:(u+1)*rows]
		for i, v := range row {
			at := first + i
			y, x := 2*(at/neuronSide)+phase>>1, 2*(at%neuronSide)+phase&1
			plane[y*outputSide+x] = uint8(v)
		}
	}
}

// curves evaluates the network along its only input.
func (m *mapper) curves(r *Run) []View {
	m.run(r, mapProgram, 0)
	var views []View
	for _, l := range m.layers {
		values := append([]float32(nil), r.unit.Tensor(r.arena, l.seen)...)
		views = append(views, View{Name: l.name + "/curve", Shape: []int{l.units, m.rows}, F32: values})
	}
	return views
}
