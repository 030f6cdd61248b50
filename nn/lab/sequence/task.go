package sequence

import (
	"nnplay/nn"
	"nnplay/nn/data/sequences"
	"nnplay/nn/lab"
	"nnplay/nn/model"
	"nnplay/nn/rng"
)

// Sizes of what is judged.
const (
	heldSequences   = 256  // that are tested with, at most
	heldTokens      = 8192 // that they have together, at most
	judgedSequences = 32   // that are evaluated at once, where they are not too large
)

// A Task is what the tasks of families on sequences share: the data, a network
// that learns them (or two, side by side), and the programs that train, judge,
// and look at one sample. A family's own embeds it, and gives it its learners.
//
//	step       one step of training, on a minibatch
//	evaluate   the loss, and what is right, of some samples at once
//	look       everything there is to see of one sample
type Task struct {
	Spec       lab.Spec
	Vocabulary []string // nil where values are read
	Learners   []Learner
	Judged     int // samples that are evaluated at once
	Train      sequences.Data
	Test       sequences.Data
	Sample     int // of the test data, that is looked at
	walked     int // 1 + the sample of the training data that is, in its place; 0 for none

	row     *sequences.Task
	options sequences.Options
	carry   bool // minibatches go on where the ones before have ended
	prompt  sequences.Prompt
	sampler model.Sampler
	asked   uint64 // how often texts were generated
}

// New makes the data of a spec. With carry the samples of a text follow one
// another.
func New(spec lab.Spec, layout sequences.Layout, carry bool) *Task {
	own := Of(&spec)
	q := &Task{Spec: spec, Judged: judgedSequences, row: own.Row(), options: own.options(layout), carry: carry, sampler: usualSampler}
	q.Vocabulary = q.row.Vocabulary(q.options)
	if q.Tokens() {
		q.prompt = q.row.Prompt(q.options)
	}
	stream := rng.New(uint64(spec.Seed), rng.Data)
	if carry {
		batch := q.batch()
		q.Train = q.row.Continuous(batch, max(1, spec.Samples/batch), q.options)
	} else {
		q.Train = q.row.Make(stream, spec.Samples, q.options)
	}
	held := max(min(heldTokens/q.Train.T, heldSequences)/judgedSequences, 1) * judgedSequences
	test := q.options
	test.Held = true
	q.Test = q.row.Make(stream, held, test)
	return q
}

// batch returns the samples of a minibatch.
func (q *Task) batch() int { return q.Spec.Batch(q.Spec.Samples) }

// Outputs returns how many numbers are predicted at each place.
func (q *Task) Outputs() int { return max(len(q.Vocabulary), q.row.Outputs) }

// Tokens tells whether the task is about tokens, and not values.
func (q *Task) Tokens() bool { return q.row.Tokens() }

// Begin fills in the data.
func (q *Task) Begin(m *lab.Machine) {
	q.Write(m, "train", &q.Train, 0)
	q.look(m)
}

// look fills in the sample that is looked at.
func (q *Task) look(m *lab.Machine) {
	data, sample := q.Looked()
	q.Write(m, "look", data, sample)
}

// Looked returns the sample that is looked at, and of which data it is.
func (q *Task) Looked() (of *sequences.Data, sample int) {
	if q.walked > 0 {
		return &q.Train, q.walked - 1
	}
	return &q.Test, q.Sample
}

// Walk implements lab.Walker.
func (q *Task) Walk(m *lab.Machine, sample int) {
	q.walked = min(max(sample+1, 0), q.Train.N)
	q.look(m)
}

// Tune writes the hyper-parameters of learners that have a scope.
func (q *Task) Tune(m *lab.Machine, s *lab.Spec) {
	q.Spec = *s
	for _, l := range q.Learners {
		s.Hyper().Write(m.Slice, l.Scope)
	}
}

// StepsPerEpoch implements lab.Task.
func (q *Task) StepsPerEpoch() int { return max(1, q.Train.N/q.batch()) }

// BeginPass shuffles the samples, unless they follow one another: then it
// begins again at the start of the text.
func (q *Task) BeginPass(m *lab.Machine, pass uint64) {
	if !q.carry {
		m.Shuffle(q.Spec.Seed, pass)
		return
	}
	order := m.Slice(nn.Order)
	for i := range order {
		order[i] = float32(i)
	}
	m.Slice(nn.Cursor)[0] = 0
}
