package experiment

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"math"

	"nnplay/nn"
	"nnplay/nn/model"
	"nnplay/nn/program"
	"nnplay/nn/rng"
)

// A Run is an experiment under way: the data, the network and its training, as
// programs over one arena. What it computes is a function of the spec and the
// number of steps; looking at it changes nothing.
type Run struct {
	spec Spec
	task task // nil for points
	onPlane

	engine program.Engine
	machine
	step  *program.Program
	lbfgs *nn.LBFGS // nil for minibatch methods
	steps uint64
	edits edits
}

// onPlane is what a run on points of one or two inputs consists of.
type onPlane struct {
	problem *problem
	network model.Network
	batch   int // samples a minibatch, B
	eval    evaluator
	grid    mapper
	judged  judgement
}

// New prepares a run of a spec, which it validates first, on the interpreter.
func New(spec Spec) (*Run, error) { return NewOn(spec, program.Interpret) }

// NewOn prepares a run whose programs an engine executes. Which one changes how
// fast it is, and nothing else.
func NewOn(spec Spec, engine program.Engine) (*Run, error) {
	r := &Run{engine: engine}
	if err := r.build(spec); err != nil {
		return nil, err
	}
	return r, nil
}

// Spec returns what is being run.
func (r *Run) Spec() Spec { return r.spec }

// Steps returns the number of optimizer steps made.
func (r *Run) Steps() uint64 { return r.steps }

// StepsPerEpoch returns the number of minibatches in a pass over the training
// data. What is left over at the end of a pass, less than a minibatch, waits
// for another shuffle.
func (r *Run) StepsPerEpoch() int {
	if r.task != nil {
		return r.task.stepsPerEpoch()
	}
	return r.problem.train.len() / r.batch
}

// Epoch returns the number of passes over the training data.
func (r *Run) Epoch() float64 { return float64(r.steps) / float64(r.StepsPerEpoch()) }

func (r *Run) build(spec Spec) error {
	if err := spec.Validate(); err != nil {
		return err
	}
	next := Run{spec: spec, engine: r.engine}
	if open := findArchitecture(spec.Architecture).open; open != nil {
		next.task = open(spec)
	} else {
		next.onPlane = newOnPlane(&spec)
	}
	if err := next.compile(false); err != nil {
		return err
	}
	r.become(next)
	r.Reset()
	return nil
}

func newOnPlane(spec *Spec) onPlane {
	p := newProblem(spec)
	n := p.train.len()
	batch := min(spec.BatchSize, n)
	if optimizer, _ := nn.FindOptimizer(spec.Optimizer); optimizer.Update == nil {
		batch = n
	}
	return onPlane{problem: p, network: newNetwork(spec, p), batch: batch}
}

// compile makes the programs and an arena in which nothing has been set but
// constants. With freeze, the step keeps what is frozen.
func (r *Run) compile(freeze bool) error {
	optimizer, _ := nn.FindOptimizer(r.spec.Optimizer)
	mem := nn.NewMemory()
	plane := r.onPlane
	if r.task != nil {
		r.task.record(mem, freeze)
	} else {
		recordStep(mem.Graph("step"), &r.spec, r.problem, r.network, optimizer, r.batch, freeze)
		plane.eval = newEvaluator(mem.Graph("evaluate"), &r.spec, r.problem, r.network)
		plane.grid = newMapper(mem, r.problem, r.network)
	}
	unit := mem.Link()
	arena := unit.NewArena()
	exec, err := r.engine(arena, unit.All()...)
	if err != nil {
		return err
	}
	r.machine, r.step, r.onPlane = machine{unit, arena, exec}, unit.Programs["step"], plane
	r.edits.compiled = freeze
	r.lbfgs = nil
	if optimizer.Update == nil {
		r.lbfgs = r.newLBFGS()
	}
	return nil
}

// recordStep records one training step: gather a minibatch, forward, loss,
// backward, update.
func recordStep(g *nn.Graph, spec *Spec, p *problem, network model.Network, optimizer nn.Optimizer, batch int, freeze bool) {
	g.Training = true
	n := p.train.len()
	order, cursor := g.Input("order", n), g.Input("cursor")
	x := g.Input("train/x", n, len(p.features)).Rows(order, cursor, batch)
	t := g.Input("train/y", n, p.units).Rows(order, cursor, batch)
	z, y := network.Record(x)
	lossFunction, _ := nn.FindLoss(spec.LossFunction())
	loss := lossFunction.PerSample(z, y, t).MeanAll()
	schedule, _ := nn.FindSchedule(spec.Schedule)
	nn.Training{
		Optimizer: optimizer, Schedule: schedule, WarmUp: spec.Warmup > 0, Clip: spec.Clip > 0,
		Regularization: nn.Regularization(spec.Regularization), Freeze: freeze,
	}.Record(loss)
	if optimizer.Update != nil {
		g.Assign(cursor, cursor.Plus(float32(batch)))
	}
	g.Tick()
}

func newNetwork(spec *Spec, p *problem) model.Network {
	initializer, _ := nn.FindInitializer(spec.Init)
	normalization, _ := nn.FindNormalization(spec.Normalization)
	m := model.MLP{
		Hidden: spec.NetworkShape, Normalization: normalization, Dropout: spec.Dropout > 0,
		Initializer: initializer, Bias: spec.BiasInit, Outputs: p.units, OutputActivation: p.output,
	}
	for i := range spec.NetworkShape {
		a, _ := nn.FindActivation(spec.ActivationOf(i))
		m.Activations = append(m.Activations, a)
	}
	return m
}

func (r *Run) newLBFGS() *nn.LBFGS {
	loss := r.unit.Tensor(r.arena, r.unit.Graph("step").Probe(nn.Objective))
	return &nn.LBFGS{
		Loss: func() float32 {
			r.exec.Run(r.step, 1)
			return loss[0]
		},
		Weights:  r.unit.Weights(r.arena),
		Gradient: r.unit.Gradients(r.arena),
	}
}

// Reset goes back to the start: the same initial weights, the same order of
// samples. Edits are forgotten.
func (r *Run) Reset() {
	r.forgetEdits()
	r.unit.Preset(r.arena)
	if r.task == nil {
		copy(r.unit.Slice(r.arena, "train/x"), r.problem.train.x)
		copy(r.unit.Slice(r.arena, "train/y"), r.problem.train.y)
	}
	if key := r.unit.Slice(r.arena, nn.RandomKey); key != nil {
		key[0] = math.Float32frombits(r.spec.Seed)
		key[1] = math.Float32frombits(rng.Dropout)
	}
	r.unit.Initialize(r.arena, uint64(r.spec.Seed), r.spec.InitScale)
	if r.task != nil {
		r.task.begin(&r.machine)
	}
	r.setHypers()
	r.steps = 0
	r.beginPass()
	if r.lbfgs != nil {
		r.lbfgs.Restart()
	}
}

// setHypers writes the hyper-parameters that may change while training.
func (r *Run) setHypers() {
	if t, ok := r.task.(tuner); ok {
		t.tune(&r.machine, &r.spec)
	}
	for name, v := range map[string]float32{
		nn.HyperLearningRate:       r.spec.LearningRate,
		nn.HyperMomentum:           r.spec.Momentum,
		nn.HyperBeta2:              r.spec.Beta2,
		nn.HyperScheduleSteps:      float32(r.spec.ScheduleSteps),
		nn.HyperWarmUpSteps:        float32(r.spec.Warmup),
		nn.HyperClip:               r.spec.Clip,
		nn.HyperRegularizationRate: r.spec.RegularizationRate,
		model.HyperDropout:         r.spec.Dropout,
	} {
		if cell := r.unit.Slice(r.arena, name); cell != nil {
			cell[0] = v
		}
	}
}

// beginPass prepares the pass over the training data that begins.
func (r *Run) beginPass() {
	pass := r.steps / uint64(r.StepsPerEpoch())
	if r.task != nil {
		r.task.beginPass(&r.machine, pass)
		return
	}
	r.shuffle(r.spec.Seed, pass)
}

// shuffle lays out the order of samples for a pass: the inputs "order" and
// "cursor" of a step that gathers its minibatches.
func (m *machine) shuffle(seed uint32, pass uint64) {
	order := m.slice("order")
	for i := range order {
		order[i] = float32(i)
	}
	rng.Fork(uint64(seed), rng.Shuffle, pass).Shuffle(len(order), func(i, j int) {
		order[i], order[j] = order[j], order[i]
	})
	m.slice("cursor")[0] = 0
}

// Step makes n optimizer steps.
func (r *Run) Step(n int) {
	if r.task == nil && r.problem.empty { // steps on nothing change nothing
		r.steps += uint64(n)
		return
	}
	if r.lbfgs != nil {
		for range n {
			r.lbfgs.Step()
			r.steps++
		}
		return
	}
	perEpoch := r.StepsPerEpoch()
	for n > 0 {
		left := perEpoch - int(r.steps%uint64(perEpoch))
		k := min(n, left)
		if s, ok := r.task.(stepper); ok {
			s.step(&r.machine, k)
		} else {
			r.exec.Run(r.step, k)
		}
		r.steps += uint64(k)
		n -= k
		if k == left {
			r.beginPass()
		}
	}
}

// Update changes the spec of the run. Where only settings differ that may
// change while training, it goes on; else it restarts, and says so.
func (r *Run) Update(spec Spec) (restarted bool, err error) {
	if err := spec.Validate(); err != nil {
		return false, err
	}
	if spec.RestartsFrom(r.spec) {
		return true, r.build(spec)
	}
	r.spec = spec
	r.setHypers()
	return false, nil
}

// Act does something to what is shown that is no setting, such as choosing a
// sample to look at. Training goes on as if it had not been done. It is an error
// if the architecture knows no such action, or the value is not possible.
func (r *Run) Act(name, value string) (Answer, error) {
	if a, ok := r.task.(actor); ok {
		answer, err := a.act(&r.machine, name, value)
		r.edits.made = r.edits.made || answer.Edited
		r.steps = uint64(max(int64(r.steps)+int64(answer.Steps), 0))
		return answer, err
	}
	return Answer{}, refuse("no-action", "given", name)
}

// Fingerprint returns the SHA-256, in hex, over all parameters in declaration
// order as little-endian float32.
func (r *Run) Fingerprint() string {
	h := sha256.New()
	var word [4]byte
	for _, p := range r.unit.Parameters() {
		for _, v := range r.unit.Slice(r.arena, p.Name) {
			binary.LittleEndian.PutUint32(word[:], math.Float32bits(v))
			h.Write(word[:])
		}
	}
	return hex.EncodeToString(h.Sum(nil))
}

// Diverged returns the name of the first parameter that holds a NaN or an
// infinity, or "".
func (r *Run) Diverged() string {
	for _, p := range r.unit.Parameters() {
		for _, v := range r.unit.Slice(r.arena, p.Name) {
			if v-v != 0 {
				return p.Name
			}
		}
	}
	return ""
}

// String says what runs, for logs.
func (r *Run) String() string {
	return fmt.Sprintf("%s after %d steps", r.spec.Link(), r.steps)
}
