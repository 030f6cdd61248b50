package experiment

import (
	"nnplay/nn"
	"nnplay/nn/program"
)

// A task is what an architecture makes of a spec: the data, the network, what
// one step of training is, how well it does, and what there is to see. It is
// made anew when a run begins, so it holds the data and no tensors: those are
// found in the machine by name.
type task interface {
	// record records the programs: "step" is one step of training, unless the
	// task is a stepper; the others are the task's own. With freeze the step keeps what is frozen.
	record(mem *nn.Memory, freeze bool)
	// begin fills in what the programs read, after parameters and state have
	// got their first values.
	begin(m *machine)
	// stepsPerEpoch returns the number of steps of a pass over the training data.
	stepsPerEpoch() int
	// beginPass prepares the pass over the training data that begins, counted
	// from 0: the order of samples.
	beginPass(m *machine, pass uint64)
	// metrics tells how well the network does now; Run fills in step and epoch.
	metrics(m *machine) Metrics
	// topology describes what is drawn.
	topology() Topology
	// static returns the views that change only when the run is rebuilt, or
	// when an action says so.
	static(m *machine) []View
	// dynamic returns the views that change with each step.
	dynamic(m *machine) []View
}

// An actor is a task that the reader can do something to which is no setting:
// choose a sample to look at, draw a digit, ask for a text. It changes nothing
// that training computes.
type actor interface {
	// act does what the name says and returns numbers and texts to answer with.
	// It refuses, with an *Error, what it does not know and values that are not
	// possible.
	act(m *machine, name, value string) (Answer, error)
}

// A stepper is a task of which one step is more than one run of a program.
type stepper interface {
	step(m *machine, n int)
}

// A tuner is a task with hyper-parameters of its own that may change while it
// trains.
type tuner interface {
	tune(m *machine, spec *Spec)
}

// An Answer is what an action came to.
type Answer struct {
	Texts   map[string]string
	Numbers map[string][]float32
	Static  bool // the static views have changed
	Edited  bool // the network was changed: the link no longer tells all
	Steps   int  // of training that it completed; negative: that it took back
	Paused  bool // training must not go on by itself: it is gone through slowly
	Caption *Caption
}

// A Caption says what is shown at the moment.
type Caption struct {
	Key           string // of the translations canvas.KEY, its title, and said.KEY
	Args          map[string]string
	Number, Count int // of the captions that follow each other
	Turn, Turns   int // how often this one comes before the next ones do, if more than once
}

// A machine is what programs run on: the arena and what lies where in it.
type machine struct {
	unit  *nn.Unit
	arena []float32
	exec  program.Executor
}

// slice returns a parameter, an input, a state or a hyper-parameter by name,
// nil if there is none.
func (m *machine) slice(name string) []float32 { return m.unit.Slice(m.arena, name) }

// probe returns a named tensor of a program, once that has run; it panics if
// there is none.
func (m *machine) probe(program, name string) []float32 {
	t := m.unit.Graph(program).Probe(name)
	if t == nil {
		panic("experiment: program " + program + " has no " + name)
	}
	return m.unit.Tensor(m.arena, t)
}

// run executes a program once.
func (m *machine) run(program string) { m.exec.Run(m.unit.Programs[program], 1) }

// A Score is a number that says how well a network does, beside its losses.
type Score struct {
	Name  string // of the translation score.NAME
	Value float64
}
