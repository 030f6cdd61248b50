package experiment

import (
	"slices"

	"nnplay/nn"
	"nnplay/nn/data/sequences"
	"nnplay/nn/model"
	"nnplay/nn/rng"
)

// Sizes of what architectures on sequences judge and show.
const (
	heldSequences   = 256  // that are tested with, at most
	heldTokens      = 8192 // that they have together, at most
	judgedSequences = 32   // that are evaluated at once, where they are not too large
	tracedSequences = 16   // whose gradient is followed back through time
)

// A sequence is what architectures on sequences share: the data of a task, a
// network that learns them (or two, side by side), and the programs that train,
// judge, and look at one sample.
//
//	step       one step of training, on a minibatch
//	evaluate   the loss, and what is right, of some samples at once
//	look       everything there is to see of one sample
//	trace      how the error at the end of a sequence reaches back
type sequence struct {
	spec       Spec
	task       *sequences.Task
	options    sequences.Options
	vocabulary []string // nil where values are read
	learners   []learner
	judged     int  // samples that are evaluated at once
	carry      bool // minibatches go on where the ones before have ended
	train      sequences.Data
	test       sequences.Data

	sample  int // of the test data, that is looked at
	sampler model.Sampler
	asked   uint64   // how often texts were generated
	said    []saying // what the learners said last, in their order
}

// A learner is a network under its scope: "" where there is but one.
type learner struct {
	scope string
	model model.SequenceModel
}

// within records something in the learner's scope.
func (l learner) within(g *nn.Graph, f func()) {
	if l.scope == "" {
		f()
		return
	}
	g.Scope(l.scope, f)
}

// probe returns the name that a probe of the learner has.
func (l learner) probe(name string) string {
	if l.scope == "" {
		return name
	}
	return l.scope + "/" + name
}

// newSequence makes the data of a spec. With carry the samples of a text follow
// one another.
func newSequence(spec Spec, layout sequences.Layout, carry bool) *sequence {
	q := &sequence{spec: spec, carry: carry, sampler: model.Sampler{Temperature: usualTemperature}, judged: judgedSequences}
	q.task, _ = sequences.Find(spec.Sequence.Task)
	q.options = spec.Sequence.options(layout)
	q.vocabulary = q.task.Vocabulary(q.options)
	stream := rng.New(uint64(spec.Seed), rng.Data)
	if carry {
		batch := q.batch()
		q.train = q.task.Continuous(batch, max(1, spec.Samples/batch), q.options)
	} else {
		q.train = q.task.Make(stream, spec.Samples, q.options)
	}
	held := max(min(heldTokens/q.train.T, heldSequences)/judgedSequences, 1) * judgedSequences
	q.test = q.task.Make(stream, held, q.options)
	return q
}

// batch returns the samples of a minibatch.
func (q *sequence) batch() int { return min(q.spec.BatchSize, q.spec.Samples) }

// outputs returns how many numbers are predicted at each place.
func (q *sequence) outputs() int { return max(len(q.vocabulary), q.task.Outputs) }

// language tells whether the task is a text, of which every token is predicted.
func (q *sequence) language() bool { return q.task.Metric == sequences.Perplexity }

// read is what a graph reads of some samples.
type read struct {
	x      *nn.Tensor // (B, T) tokens, or (B, T, Inputs) values
	source *nn.Tensor // (B, S) tokens, or nil
	target *nn.Tensor // (B, T) tokens, or (B, T, Outputs) values
	counts *nn.Tensor // (B, T), nil for tokens
}

// parts returns the arrays of samples by the ends of their inputs' names, with the
// shape of one sample.
func (q *sequence) parts(d *sequences.Data) []part {
	width, outputs := []int{d.T}, []int{d.T}
	if !q.task.Tokens() {
		width, outputs = []int{d.T, q.task.Inputs}, []int{d.T, q.task.Outputs}
	}
	return []part{{"x", d.X, width}, {"source", d.Source, []int{d.S}}, {"target", d.Target, outputs}, {"counts", d.Counts, []int{d.T}}}
}

type part struct {
	name   string
	values []float32 // of all samples; nil where there is none
	shape  []int     // of a sample
}

// width returns the numbers of a sample.
func (p part) width() int {
	n := 1
	for _, k := range p.shape {
		n *= k
	}
	return n
}

// inputs declares the inputs PREFIX/x and so on for n samples. Where rows is
// given it picks those of a minibatch.
func (q *sequence) inputs(g *nn.Graph, prefix string, n int, rows func(all *nn.Tensor) *nn.Tensor) read {
	var r read
	for _, p := range q.parts(&q.train) {
		if p.values == nil {
			continue
		}
		x := g.Input(prefix+"/"+p.name, n, p.width())
		if rows != nil {
			x = rows(x)
		}
		x = x.Reshape(append([]int{x.Dim(0)}, p.shape...)...)
		switch p.name {
		case "x":
			r.x = x
		case "source":
			r.source = x
		case "target":
			r.target = x
		case "counts":
			r.counts = x
		}
	}
	return r
}

// write fills the inputs PREFIX/x and so on with samples, from the first on.
func (q *sequence) write(m *machine, prefix string, d *sequences.Data, first int) {
	for _, p := range q.parts(d) {
		if p.values != nil {
			copy(m.slice(prefix+"/"+p.name), p.values[first*p.width():])
		}
	}
}

// loss records a network and its mean loss.
func (r read) loss(m model.SequenceModel) (*nn.Tensor, model.Sequenced) {
	s := m.Record(r.x, r.source)
	if r.counts != nil {
		return s.MeanSquare(r.target, r.counts), s
	}
	return s.CrossEntropy(r.target), s
}

// recordStep records a step of all learners on one minibatch.
func (q *sequence) recordStep(mem *nn.Memory, training nn.Training) {
	g := mem.Graph("step")
	g.Training = true
	batch := q.batch()
	order, cursor := g.Input("order", q.train.N), g.Input("cursor")
	r := q.inputs(g, "train", q.train.N, func(all *nn.Tensor) *nn.Tensor { return all.Rows(order, cursor, batch) })
	for _, l := range q.learners {
		l.within(g, func() {
			loss, states := r.loss(l.model)
			training.Record(loss.Named("loss"))
			states.KeepGradients()
		})
	}
	g.Assign(cursor, cursor.Plus(float32(batch)))
	g.Tick()
}

// recordEvaluate records the probes "loss" and, of tokens, "right" (B, T).
func (q *sequence) recordEvaluate(mem *nn.Memory) {
	g := mem.Graph("evaluate")
	r := q.inputs(g, "evaluate", q.judged, nil)
	for _, l := range q.learners {
		l.within(g, func() {
			loss, s := r.loss(l.model)
			loss.Named("loss")
			if r.counts == nil {
				s.Right(r.target).Named("right")
			}
		})
	}
}

// recordLook records what there is to see of one sample: model.Sequenced.Look.
func (q *sequence) recordLook(mem *nn.Memory) {
	g := mem.Graph("look")
	r := q.inputs(g, "look", 1, nil)
	for _, l := range q.learners {
		l.within(g, func() { l.model.Record(r.x, r.source).Look() })
	}
}

// recordTrace records how the error at the last place that counts reaches back
// in time: model.Sequenced.NameGradients.
func (q *sequence) recordTrace(mem *nn.Memory) {
	g := mem.Graph("trace")
	r := q.inputs(g, "trace", tracedSequences, nil)
	for _, l := range q.learners {
		l.within(g, func() {
			loss, s := r.loss(l.model)
			loss.Backward()
			s.NameGradients()
		})
	}
}

// begin fills in the data.
func (q *sequence) begin(m *machine) {
	q.write(m, "train", &q.train, 0)
	q.write(m, "look", &q.test, q.sample)
	if m.slice("trace/x") != nil {
		q.write(m, "trace", &q.test, 0)
		q.keepLast(m)
	}
}

// keepLast leaves of the targets that are traced the last one that counts.
func (q *sequence) keepLast(m *machine) {
	marks, blank := m.slice("trace/counts"), float32(0)
	if marks == nil {
		marks, blank = m.slice("trace/target"), sequences.Ignored
	}
	for row := range slices.Chunk(marks, q.test.T) {
		last := true
		for i := len(row) - 1; i >= 0; i-- {
			if row[i] != blank && last {
				last = false
			} else {
				row[i] = blank
			}
		}
	}
}

// tune writes the hyper-parameters of learners that have a scope.
func (q *sequence) tune(m *machine, s *Spec) {
	q.spec = *s
	for _, l := range q.learners {
		for name, v := range map[string]float32{
			nn.HyperLearningRate: s.LearningRate, nn.HyperMomentum: s.Momentum, nn.HyperBeta2: s.Beta2,
			nn.HyperScheduleSteps: float32(s.ScheduleSteps), nn.HyperWarmUpSteps: float32(s.Warmup), nn.HyperClip: s.Clip,
		} {
			if cell := m.slice(l.probe(name)); cell != nil {
				cell[0] = v
			}
		}
	}
}

func (q *sequence) stepsPerEpoch() int { return max(1, q.train.N/q.batch()) }

// beginPass shuffles the samples, unless they follow one another: then it
// begins again at the start of the text.
func (q *sequence) beginPass(m *machine, pass uint64) {
	if !q.carry {
		m.shuffle(q.spec.Seed, pass)
		return
	}
	for i := range m.slice("order") {
		m.slice("order")[i] = float32(i)
	}
	m.slice("cursor")[0] = 0
}

// tokens returns whole numbers of what an arena holds.
func tokens(values []float32) []int {
	list := make([]int, len(values))
	for i, v := range values {
		list[i] = sequences.Index(v)
	}
	return list
}
