package experiment

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"math"

	"nnplay/nn"
	"nnplay/nn/lab"
	"nnplay/nn/program"
	"nnplay/nn/rng"
	"nnplay/nn/setting"
)

// A Run is an experiment under way: the data, the network and its training, as
// programs over one arena. What it computes is a function of the spec and the
// number of steps; looking at it changes nothing.
type Run struct {
	spec    lab.Spec // as it is now
	course  course
	task    lab.Task
	engine  program.Engine
	machine lab.Machine
	lbfgs   *nn.LBFGS // nil for minibatch methods
	edits   edits
	past    past
	guess   guess

	ablation ablation
}

// step is the program of a step of training, unless the task is a lab.Stepper.
const step = "step"

// New prepares a run of a spec, which it validates first, on the interpreter.
func New(spec lab.Spec) (*Run, error) { return NewOn(spec, program.Interpret) }

// NewOn prepares a run whose programs an engine executes. Which one changes how
// fast it is, and nothing else.
func NewOn(spec lab.Spec, engine program.Engine) (*Run, error) {
	r := &Run{engine: engine}
	if err := r.build(spec); err != nil {
		return nil, err
	}
	return r, nil
}

// Spec returns the settings as they are now: those of the beginning, with what was
// changed on the way.
func (r *Run) Spec() lab.Spec { return r.spec }

// Task returns what the family makes of the spec.
func (r *Run) Task() lab.Task { return r.task }

// Machine returns what the programs run on.
func (r *Run) Machine() *lab.Machine { return &r.machine }

// Steps returns the number of optimizer steps made.
func (r *Run) Steps() uint64 { return r.machine.Steps }

// StepsPerEpoch returns the number of minibatches in a pass over the training
// data.
func (r *Run) StepsPerEpoch() int { return r.task.StepsPerEpoch() }

// Epoch returns the number of passes over the training data.
func (r *Run) Epoch() float64 { return float64(r.Steps()) / float64(r.StepsPerEpoch()) }

func (r *Run) build(spec lab.Spec) error {
	if err := spec.Validate(); err != nil {
		return err
	}
	begin := spec
	begin.Log = nil
	next := Run{spec: begin, course: courseOf(spec), engine: r.engine, task: spec.Family.Open(begin)}
	if err := next.compile(false); err != nil {
		return err
	}
	r.become(next)
	r.Reset()
	return nil
}

// compile makes the programs and an arena in which nothing has been set but
// constants. With freeze, the step keeps what is frozen.
func (r *Run) compile(freeze bool) error {
	mem := nn.NewMemory()
	if freeze { // what is compiled already has the same parameters
		mem.Expect(len(r.machine.Unit.Weights(r.machine.Arena)))
	}
	r.task.Record(mem, freeze)
	unit := mem.Link()
	r.lbfgs = nil
	if err := r.execute(unit, unit.NewArena()); err != nil {
		return err
	}
	r.switchOff()
	r.edits.compiled = freeze
	if r.spec.FullBatch() {
		r.lbfgs = r.newLBFGS()
	}
	return nil
}

func (r *Run) newLBFGS() *nn.LBFGS {
	m := &r.machine
	loss := m.Probe(step, nn.Objective)
	return &nn.LBFGS{
		Loss: func() float32 {
			m.Run(step)
			return loss[0]
		},
		Weights:  m.Unit.Weights(m.Arena),
		Gradient: m.Unit.Gradients(m.Arena),
	}
}

// Reset goes back to the start: the same initial weights, the same order of
// samples. What was changed on the way by hand is forgotten, and the settings stay as
// they are now; what was to be changed from the first is changed again.
func (r *Run) Reset() {
	r.course = courseOf(r.course.anew(r.spec, r.spec))
	r.start()
}

// start takes the run to where its course begins.
func (r *Run) start() {
	r.forgetEdits()
	r.spec = r.course.begin.ShownAs(r.spec)
	m := &r.machine
	r.past = past{}
	m.Unit.Preset(m.Arena)
	r.switchOff()
	if key := m.Slice(nn.RandomKey); key != nil {
		key[0] = math.Float32frombits(r.spec.Seed)
		key[1] = math.Float32frombits(rng.Dropout)
	}
	m.Unit.Initialize(m.Arena, uint64(r.spec.InitialSeed()), r.spec.InitScale)
	r.place()
	m.Steps = 0
	r.task.Begin(m)
	r.tune()
	r.beginPass()
	if r.lbfgs != nil {
		r.lbfgs.Restart()
	}
	r.arrive()
}

// tune writes the hyper-parameters that may change while training.
func (r *Run) tune() {
	r.spec.Hyper().Write(r.machine.Slice, "")
	if t, ok := r.task.(lab.Tuner); ok {
		t.Tune(&r.machine, &r.spec)
	}
}

// beginPass prepares the pass over the training data that begins.
func (r *Run) beginPass() {
	r.task.BeginPass(&r.machine, r.machine.Steps/uint64(r.StepsPerEpoch()))
}

// Step makes n optimizer steps, and what is to be changed after them and on the way.
func (r *Run) Step(n int) {
	for n > 0 {
		k := r.course.until(r.Steps(), n)
		r.advance(k)
		n -= k
		r.arrive()
	}
}

// advance makes n steps with the settings as they are.
func (r *Run) advance(n int) {
	if t, ok := r.task.(lab.Idler); ok && t.Idle() {
		r.machine.Steps += uint64(n)
		return
	}
	if r.lbfgs != nil {
		for range n {
			r.lbfgs.Step()
			r.machine.Steps++
		}
		return
	}
	perEpoch := r.StepsPerEpoch()
	for n > 0 {
		left := perEpoch - int(r.machine.Steps%uint64(perEpoch))
		k := min(n, left)
		if s, ok := r.task.(lab.Stepper); ok {
			s.Step(&r.machine, k)
		} else {
			r.machine.Exec.Run(r.machine.Unit.Programs[step], k)
		}
		r.machine.Steps += uint64(k)
		n -= k
		if k == left {
			r.beginPass()
		}
	}
}

// Act does something to what is shown that is no setting, such as choosing a
// sample to look at. Training goes on as if it had not been done. It is an error
// if the family knows no such action, or the value is not possible.
func (r *Run) Act(name, value string) (lab.Answer, error) {
	a, ok := r.task.(lab.Actor)
	if !ok {
		return lab.Answer{}, setting.Refuse("no-action", "given", name)
	}
	defer r.look()()
	answer, err := a.Act(&r.machine, name, value)
	r.machine.Steps = uint64(max(int64(r.machine.Steps)+int64(answer.Steps), 0))
	switch {
	case answer.Edited:
		r.untold()
	case answer.Steps > 0:
		r.arrive()
	case answer.Steps < 0:
		r.spec = r.course.at(r.Steps()).ShownAs(r.spec)
		r.tune()
	}
	return answer, err
}

// Metrics evaluates the network.
func (r *Run) Metrics() lab.Metrics {
	m := r.task.Metrics(&r.machine)
	m.Step, m.Epoch = r.Steps(), r.Epoch()
	return m
}

// Fingerprint returns the SHA-256, in hex, over all parameters in declaration
// order as little-endian float32.
func (r *Run) Fingerprint() string {
	h := sha256.New()
	var word [4]byte
	for _, p := range r.machine.Unit.Parameters() {
		for _, v := range r.machine.Slice(p.Name) {
			binary.LittleEndian.PutUint32(word[:], math.Float32bits(v))
			h.Write(word[:])
		}
	}
	return hex.EncodeToString(h.Sum(nil))
}

// Diverged returns the name of the first parameter that holds a NaN or an
// infinity, or "".
func (r *Run) Diverged() string {
	for _, p := range r.machine.Unit.Parameters() {
		for _, v := range r.machine.Slice(p.Name) {
			if !lab.Finite(v) {
				return p.Name
			}
		}
	}
	return ""
}

// String says what runs, for logs.
func (r *Run) String() string {
	return fmt.Sprintf("%s after %d steps", r.Link(), r.Steps())
}
