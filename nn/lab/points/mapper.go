package points

import (
	"slices"

	"nnplay/nn"
	"nnplay/nn/data"
	"nnplay/nn/lab"
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

	// Of the inputs of a table only those that are shown are in x, one beside the
	// other; moving tells which they are, and still has all of them at their means.
	moving []int
	still  []float32 // (F)

	layers []model.Layer
	ranges []shownRange // of the layers
}

// chunkRows is the number of samples in a chunk of a heat map: few enough for a
// layer's activations to stay in the nearest cache, and a divisor of a phase.
const chunkRows = 500

// Programs of a mapper: all layers, and the output alone.
const (
	mapProgram      = "map"
	boundaryProgram = "boundary"
)

// newMapper lays out the samples of a problem's domain.
func newMapper(p *problem) mapper {
	m := mapper{points: domainPoints(p.set), rows: chunkRows}
	features := m.lay(p)
	f := len(features) / m.points.Len()
	if p.set.Inputs == 1 {
		m.rows, m.x = curvePoints, features
		return m
	}
	for phase := range 4 {
		eachSample(phase, func(_, sample int) {
			m.x = append(m.x, features[sample*f:(sample+1)*f]...)
		})
	}
	return m
}

// lay returns the preprocessed features over the domain.
func (m *mapper) lay(p *problem) []float32 {
	if p.table == nil {
		features := p.expand(m.points)
		p.scaler.Apply(features)
		return features
	}
	m.still = slices.Clone(p.table.means)
	p.scaler.Apply(m.still)
	var features []float32
	dim := m.points.Dim
	for axis, i := range p.table.plane[:dim] {
		if i >= 0 {
			m.moving = append(m.moving, i)
			for at := axis; at < len(m.points.X); at += dim {
				features = append(features, (m.points.X[at]-p.scaler.Shift[i])/p.scaler.Scale[i])
			}
		}
	}
	return rowsOf(features, len(m.moving))
}

// put writes the features (rows, F) of a chunk that begins at a row of x.
func (m *mapper) put(x []float32, at int) {
	f := len(x) / m.rows
	if m.still == nil {
		copy(x, m.x[at*f:(at+m.rows)*f])
		return
	}
	c := len(m.moving)
	for i := range m.rows {
		row := x[i*f : (i+1)*f]
		copy(row, m.still)
		for k, input := range m.moving {
			row[input] = m.x[(at+i)*c+k]
		}
	}
}

// record records what is seen of each layer as "LAYER/seen" (units, rows), levels
// for heat maps or, where these need to know the largest first, and for curves,
// its activations; and of the output alone as "boundary" (units, rows).
func (m *mapper) record(mem *nn.Memory, p *problem, network model.Network) {
	f := len(p.features)
	g := mem.Graph(mapProgram)
	network.Record(g.Input("map/x", m.rows, f))
	m.layers = network.Layers()
	m.ranges = p.shownRanges(m.layers)
	var seen []*nn.Tensor
	for i, probe := range g.Probes() {
		layer := probe.Tensor.Transpose(0, 1)
		if p.set.Inputs == 1 || m.ranges[i].open {
			layer = layer.Contiguous()
		} else {
			layer = levels(layer, p.probabilities() && i == len(m.layers)-1)
		}
		seen = append(seen, layer)
	}
	for i, layer := range seen {
		layer.Named(m.layers[i].Name + "/seen")
	}
	if p.set.Inputs == 2 {
		g = mem.Graph(boundaryProgram)
		_, y := network.Record(g.Input("map/x", m.rows, f))
		levels(y.Transpose(0, 1), p.probabilities()).Named("boundary")
	}
}

// probabilities says whether the output is 0 .. 1.
func (p *problem) probabilities() bool {
	output, _ := nn.FindOutput(p.output)
	return output.Probability
}

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

// views evaluates the whole domain and returns each layer's activations and, of
// heat maps, what range their levels stand for.
func (m *mapper) views(machine *lab.Machine, p *problem) []lab.View {
	if p.set.Inputs == 1 {
		return m.curves(machine)
	}
	const pixels = neuronSide * neuronSide
	views, spans := make([]lab.View, len(m.layers)), make([]lab.View, len(m.layers))
	open := make([][]float32, len(m.layers)) // (units, pixels)
	for i, l := range m.layers {
		side := neuronSide
		if i == len(m.layers)-1 {
			side = outputSide
		}
		views[i] = lab.View{Name: l.Name + "/heat", Shape: []int{l.Units, side, side}, U8: make([]uint8, l.Units*side*side)}
		spans[i] = m.ranges[i].span(l)
		if m.ranges[i].open {
			open[i] = make([]float32, l.Units*pixels)
		}
	}
	last := len(views) - 1
	for phase := range 4 {
		program, output := mapProgram, m.layers[last].Name+"/seen"
		if phase > 0 {
			program, output = boundaryProgram, "boundary"
		}
		for chunk := range pixels / m.rows {
			m.run(machine, program, phase*pixels+chunk*m.rows)
			for i, l := range m.layers[:last] {
				if phase > 0 {
					break
				}
				seen := machine.Probe(program, l.Name+"/seen")
				if m.ranges[i].open {
					gather(open[i][chunk*m.rows:], pixels, seen, m.rows)
				} else {
					paint(views[i].U8[chunk*m.rows:], pixels, seen, m.rows)
				}
			}
			paintPhase(views[last].U8, machine.Probe(program, output), phase, chunk*m.rows, m.rows)
		}
	}
	for i, values := range open {
		for u := range len(values) / pixels {
			spread(values[u*pixels:(u+1)*pixels], views[i].U8[u*pixels:], spans[i].F32[2*u:])
		}
	}
	return append(views, spans...)
}

// run evaluates the chunk that begins at a row of x.
func (m *mapper) run(machine *lab.Machine, program string, at int) {
	m.put(machine.Slice("map/x"), at)
	machine.Run(program)
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

// gather copies activations (units, rows) to planes of a number of pixels each.
func gather(planes []float32, pixels int, activations []float32, rows int) {
	for u := range len(activations) / rows {
		copy(planes[u*pixels:][:rows], activations[u*rows:])
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
func (m *mapper) curves(machine *lab.Machine) []lab.View {
	m.run(machine, mapProgram, 0)
	var views []lab.View
	for _, l := range m.layers {
		values := slices.Clone(machine.Probe(mapProgram, l.Name+"/seen"))
		views = append(views, lab.View{Name: l.Name + "/curve", Shape: []int{l.Units, m.rows}, F32: values})
	}
	return views
}
