package points

import (
	"nnplay/nn"
	"nnplay/nn/data/rows"
	"nnplay/nn/lab"
	"nnplay/nn/model"
	"nnplay/nn/topology"
)

// A perceptron learns from points: see model.MLP.
//
//	step      one step of training, on a minibatch
//	evaluate  outputs and losses of many samples, a chunk at a time
//	map       every unit's activation over the domain, and
//	boundary  the output alone: see mapper
type perceptron struct {
	spec    lab.Spec
	own     Settings
	problem *problem
	network model.MLP
	grid    mapper
	rows    int // samples that are evaluated at once
	judged  judgement
	walked  int // 1 + the training sample with which a step is gone through; 0 for none
}

var (
	_ lab.Task      = (*perceptron)(nil)
	_ lab.Guesser   = (*perceptron)(nil)
	_ lab.Tuner     = (*perceptron)(nil)
	_ lab.Idler     = (*perceptron)(nil)
	_ lab.Charter   = (*perceptron)(nil)
	_ lab.Activator = (*perceptron)(nil)
	_ lab.Predictor = (*perceptron)(nil)
	_ lab.Walker    = (*perceptron)(nil)
	_ lab.Warper    = (*perceptron)(nil)
	_ lab.Pinner    = (*perceptron)(nil)
	_ lab.Teller    = (*perceptron)(nil)
	_ lab.Forgetter = (*perceptron)(nil)
	_ lab.Averager  = (*perceptron)(nil)
)

func open(spec lab.Spec) lab.Task {
	p := newProblem(&spec)
	t := &perceptron{spec: spec, own: of(&spec), problem: p}
	t.network = t.own.network(&spec, p)
	t.grid = newMapper(p)
	t.rows = min(evaluatedRows, max(p.train.len(), p.test.len()))
	return t
}

// network returns the network of the settings.
func (o *Settings) network(s *lab.Spec, p *problem) model.MLP {
	m := model.MLP{
		Hidden: o.NetworkShape, Dropout: o.Dropout > 0,
		Initializer: s.Initializer(), Bias: o.BiasInit, Outputs: p.units, OutputActivation: p.output,
	}
	m.Normalization, _ = nn.FindNormalization(o.Normalization)
	for i := range o.NetworkShape {
		a, _ := nn.FindActivation(o.activation(i))
		m.Activations = append(m.Activations, a)
	}
	return m
}

// batch returns the samples of a minibatch; all of them for an optimizer that
// has none.
func (t *perceptron) batch() int {
	n := t.problem.train.len()
	if t.spec.FullBatch() {
		return n
	}
	return t.spec.Batch(n)
}

// Record records one training step (gather a minibatch, forward, loss, backward,
// update), and what judges and shows the network.
func (t *perceptron) Record(mem *nn.Memory, freeze bool) {
	p := t.problem
	loss, _ := nn.FindLoss(t.own.lossFunction())

	g := mem.Graph("step")
	g.Training = true
	n := p.train.len()
	batch := g.Minibatches(n, t.batch())
	x := batch.Rows(g.Input("train/x", n, len(p.features)))
	y := batch.Rows(g.Input("train/y", n, p.units))
	z, out := t.network.Record(x)
	training := t.spec.Training(freeze)
	training.Regularization = nn.Regularization(t.own.Regularization)
	training.Record(loss.Of(z, out, y).MeanAll())
	if !t.spec.FullBatch() {
		batch.Advance()
	}
	g.Tick()

	g = mem.Graph("evaluate")
	x = g.Input("evaluate/x", t.rows, len(p.features))
	y = g.Input("evaluate/y", t.rows, p.units)
	z, out = t.network.Record(x)
	loss.Of(z, out, y).Named("loss")

	t.grid.record(mem, p, t.network)
}

// Begin fills in the training data.
func (t *perceptron) Begin(m *lab.Machine) {
	copy(m.Slice("train/x"), t.problem.train.x)
	copy(m.Slice("train/y"), t.problem.train.y)
	t.Forget()
}

// look shows the plane of a table that the settings choose.
func (t *perceptron) look() {
	p := t.problem
	if p.table == nil || p.table.plane == t.own.plane() {
		return
	}
	p.look(t.own.plane())
	grid := newMapper(p)
	grid.layers, grid.ranges = t.grid.layers, t.grid.ranges
	t.grid = grid
}

// Tune writes the hyper-parameters of the hidden layers and of the weights' size.
func (t *perceptron) Tune(m *lab.Machine, s *lab.Spec) {
	t.spec, t.own = *s, of(s)
	t.look()
	m.Set(model.HyperDropout, t.own.Dropout)
	m.Set(nn.HyperRegularizationRate, t.own.RegularizationRate)
}

// StepsPerEpoch returns the number of minibatches in a pass over the training
// data. What is left over at the end of a pass, less than a minibatch, waits
// for another shuffle.
func (t *perceptron) StepsPerEpoch() int { return t.problem.train.len() / t.batch() }

// BeginPass shuffles the training points.
func (t *perceptron) BeginPass(m *lab.Machine, pass uint64) { m.Shuffle(t.spec.Seed, pass) }

// Idle tells whether there are no points.
func (t *perceptron) Idle() bool { return t.problem.empty }

// Topology describes the network and the data.
func (t *perceptron) Topology() topology.Topology {
	p := t.problem
	out := topology.Topology{
		Problem: "regression", Inputs: p.set.Inputs, Layers: lab.Layers("", t.network.Layers(), t.own.Dropout),
		Domain: p.set.Domain, Classes: p.classes, Discretize: t.own.Discretize, ShowTest: t.own.ShowTestData,
	}
	out.Axes, out.Symbols, out.Spans = t.axes(), t.classNames(), p.spans()
	for i, f := range p.features {
		feature := topology.Feature{Name: f.Name, Symbol: f.Symbol}
		if p.table == nil {
			feature.Symbol = called(f.Symbol, out.Axes)
		} else {
			feature.Date = p.table.rows.Inputs[i].Kind == rows.Date
		}
		out.Features = append(out.Features, feature)
	}
	if p.table != nil && !p.empty {
		for _, i := range p.table.plane {
			if i >= 0 {
				out.Plane = append(out.Plane, i)
			}
		}
	}
	if p.classes > 0 {
		out.Problem = "classification"
	} else {
		out.Targets = p.set.Targets
	}
	return out
}

// Facts tells what preprocessing has come to.
func (t *perceptron) Facts() map[string]string {
	facts := map[string]string{}
	if scaling := t.problem.scaling(); scaling != "" {
		facts["preprocess"] = scaling
	}
	if stretching := t.problem.stretching(); stretching != "" {
		facts["dataset"] = stretching
	}
	return facts
}
