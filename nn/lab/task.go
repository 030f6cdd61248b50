package lab

import (
	"nnplay/nn"
	"nnplay/nn/topology"
)

// A Task is what a family makes of a spec: the data, the network, what
// one step of training is, how well it does, and what there is to see. It is
// made anew when a run begins, so it holds the data and no tensors: those are
// found in the machine by name.
type Task interface {
	// Record records the programs: "step" is one step of training, unless the
	// task is a Stepper; the others are the task's own. With freeze the step keeps what is frozen.
	Record(mem *nn.Memory, freeze bool)
	// Begin fills in what the programs read, after parameters and state have
	// got their first values.
	Begin(m *Machine)
	// StepsPerEpoch returns the number of steps of a pass over the training data.
	StepsPerEpoch() int
	// BeginPass prepares the pass over the training data that begins, counted
	// from 0: the order of samples.
	BeginPass(m *Machine, pass uint64)
	// Metrics tells how well the network does now; Run fills in step and epoch.
	Metrics(m *Machine) Metrics
	// Topology describes what is drawn.
	Topology() topology.Topology
	// Static returns the views that change only when the run is rebuilt, or
	// when an action says so.
	Static(m *Machine) []View
	// Dynamic returns the views that change with each step.
	Dynamic(m *Machine) []View
}

// An Actor is a task that the reader can do something to which is no setting:
// choose a sample to look at, draw a digit, ask for a text. It changes nothing
// that training computes.
type Actor interface {
	// Act does what the name says and returns numbers and texts to answer with.
	// It refuses, with a *setting.Error, what it does not know and values that are not
	// possible.
	Act(m *Machine, name, value string) (Answer, error)
}

// A Minimizer is a task that goes down one loss, which is a function of its weights alone.
type Minimizer interface {
	// TrainLoss returns the training loss as Metrics does, without all else.
	TrainLoss(m *Machine) float64
}

// A Stepper is a task of which one step is more than one run of a program.
type Stepper interface {
	Step(m *Machine, n int)
}

// A Tuner is a task that wants to know what may change while it trains: its own
// hyper-parameters, and how it is shown.
type Tuner interface {
	Tune(m *Machine, spec *Spec)
}

// An Idler is a task that may have nothing to train on: then steps change nothing.
type Idler interface {
	Idle() bool
}

// A Charter is a task with charts of its own.
type Charter interface {
	// Charts returns them, after those of losses and scores.
	Charts(m *Machine) []Chart
}

// An Activator is a task that can tell what its hidden layers put out.
type Activator interface {
	// Activations returns the outputs of each hidden layer, from the input on, for
	// some of the training samples at once.
	Activations(m *Machine) []Activated
}

// A Predictor is a task that answers inputs from outside with what its network
// makes of them.
type Predictor interface {
	// Inputs returns the numbers of one question.
	Inputs() int
	// Predict returns the outputs (n, K) for inputs (n, Inputs), nil while there
	// are no data.
	Predict(m *Machine, inputs []float32) []float32
}

// A Warper is a task that can show how a hidden layer sees the data.
type Warper interface {
	// Warped returns, for hidden layer number layer, from 1, the activations of two
	// of its units; nil if there is no such layer or unit.
	Warped(m *Machine, layer, first, second int) []View
}

// A Pinner is a task that can show what its network makes of one place of the data's
// space, unit by unit.
type Pinner interface {
	// Pinned returns the place, what the network reads there and what each layer puts
	// out; nil for what is no place.
	Pinned(m *Machine, x, y float32) []View
}

// A Walker is a task that looks at one sample, or shows where all lie, and can show one
// of the training data: that with which a step is gone through slowly.
type Walker interface {
	// Walk shows sample number sample of the training data, -1 what was shown before.
	Walk(m *Machine, sample int)
}

// An Averager is a task whose data have more inputs than are shown.
type Averager interface {
	// Means returns the mean of each input over the training data, at which those stand
	// that are not shown; nil if all are.
	Means() []float32
}

// A Grouper is a task of whose parameters some are several side by side: the gates
// of a cell, the heads of an attention.
type Grouper interface {
	// Groups returns what a parameter's last dimension consists of, equally many
	// elements each: gates by their names, heads by their numbers from 1; nil where
	// it is one.
	Groups(parameter string) []string
}

// A Teller is a task that can tell what a setting has come to.
type Teller interface {
	// Facts returns it by the key of the setting: symbols and numbers that need no
	// translation.
	Facts() map[string]string
}

// A Taker is a task that can tell what its actions take.
type Taker interface {
	// Takes returns it by the name of the action, of those whose value is a Text.
	Takes() map[string]Phrase
}

// A Rewinder is a task that may be in the midst of a step; Rewind tells it that the run
// was taken to another one, where it is between two.
type Rewinder interface {
	Rewind()
	// Halfway tells whether it is in the midst of one, so that what is done to the
	// network now is done at no step.
	Halfway() bool
}

// A Forgetter is a task that remembers what it has found out about the network;
// Forget tells it that the network was changed by hand.
type Forgetter interface {
	Forget()
}
