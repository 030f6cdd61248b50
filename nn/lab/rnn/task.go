package rnn

import (
	"slices"
	"strconv"

	"nnplay/nn"
	"nnplay/nn/data/sequences"
	"nnplay/nn/lab"
	"nnplay/nn/lab/sequence"
	"nnplay/nn/model"
)

// tracedSequences is how many sequences have their gradient followed back through
// time.
const tracedSequences = 16

// An rnn is a recurrent network, and perhaps another one beside it: see
// model.RNN.
type rnn struct {
	*sequence.Task
	own   Settings
	place int // of the prediction that is asked on what it hangs
}

var (
	_ lab.Task      = (*rnn)(nil)
	_ lab.Guesser   = (*rnn)(nil)
	_ lab.Tuner     = (*rnn)(nil)
	_ lab.Actor     = (*rnn)(nil)
	_ lab.Predictor = (*rnn)(nil)
)

func open(spec lab.Spec) lab.Task {
	own := of(&spec)
	r := &rnn{Task: sequence.New(spec, sequences.Causal, own.Carry), own: own}
	r.Learners = []sequence.Learner{{Model: r.network(own.Cell)}}
	if own.Rival != "none" {
		r.Learners[0].Scope = "first"
		r.Learners = append(r.Learners, sequence.Learner{Scope: "rival", Model: r.network(own.Rival)})
	}
	r.place = r.lastAnswer()
	return r
}

// network returns the model of a kind of cell.
func (r *rnn) network(cell string) model.RNN {
	m := model.RNN{
		Hidden: r.own.Units, Layers: r.own.Layers, Bidirectional: r.own.Bidirectional,
		Carry: r.own.Carry, Vocabulary: len(r.Vocabulary), Outputs: r.Outputs(), Initializer: r.Spec.Initializer(),
	}
	m.Cell, _ = nn.FindRecurrent(cell)
	return m
}

// Record adds two programs to those that families on sequences share:
//
//	trace      how the error at the end of a sequence reaches back
//	connect    on what a prediction hangs
func (r *rnn) Record(mem *nn.Memory, freeze bool) {
	r.Task.Record(mem, r.Spec.Training(freeze))
	r.recordTrace(mem.Graph("trace"))
	r.recordConnect(mem.Graph("connect"))
}

// recordTrace records how the error at the last place that counts reaches back
// in time: model.Sequenced.NameGradients. The parameters' gradients stay those that
// training followed.
func (r *rnn) recordTrace(g *nn.Graph) {
	traced := r.Samples(g, "trace", tracedSequences, nil)
	for _, l := range r.Learners {
		l.Within(g, func() {
			s, _ := l.Model.(model.RNN).RecordFixed(traced.X)
			traced.LossOf(s).Backward()
			s.NameGradients()
		})
	}
}

// recordConnect records on what the prediction at the place that is asked hangs:
// model.RNN.Connection.
func (r *rnn) recordConnect(g *nn.Graph) {
	x := r.Samples(g, "look", 1, nil).X
	place := g.Input("look/place", 1, r.Train.T)
	for _, l := range r.Learners {
		l.Within(g, func() { l.Model.(model.RNN).Connection(x, place) })
	}
}

// Begin fills in the data, those that are traced too.
func (r *rnn) Begin(m *lab.Machine) {
	r.Task.Begin(m)
	r.Write(m, "trace", &r.Test, 0)
	r.keepLast(m)
	r.ask(m, r.place)
}

// keepLast leaves of the targets that are traced the last one that counts.
func (r *rnn) keepLast(m *lab.Machine) {
	marks, blank := m.Slice("trace/counts"), float32(0)
	if marks == nil {
		marks, blank = m.Slice("trace/target"), sequences.Ignored
	}
	for row := range slices.Chunk(marks, r.Test.T) {
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

// BeginPass lets the carried states begin with 0 where a text does.
func (r *rnn) BeginPass(m *lab.Machine, pass uint64) {
	r.Task.BeginPass(m, pass)
	for _, l := range r.Learners {
		for i := range r.own.Layers {
			layer := l.Name(l.Model.(model.RNN).Cell.Name + strconv.Itoa(i+1))
			clear(m.Slice(layer + "/carried/hidden"))
			clear(m.Slice(layer + "/carried/cell"))
		}
	}
}
