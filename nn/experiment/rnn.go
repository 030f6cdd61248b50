package experiment

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"nnplay/nn"
	"nnplay/nn/data/sequences"
	"nnplay/nn/model"
)

// adaptRNN makes a spec the default of its architecture.
func adaptRNN(s *Spec) {
	s.Optimizer, s.LearningRate, s.Clip = "adam", 0.01, 1
	s.BatchSize, s.Samples = 32, 4000
}

// repairRNN makes a network fit its task: one reads backwards only where what
// comes later is not what it is to say, and carries its state only from a text to
// the text that follows.
func (s *Spec) repairRNN(keep string) (notices []Notice) {
	notices = s.repairSequence()
	for _, flag := range []struct {
		key    string
		value  *bool
		reason func(*Spec) string
	}{
		{"bidirectional", &s.RNN.Bidirectional, whenReadWhole},
		{"carry", &s.RNN.Carry, whenContinuous},
	} {
		if *flag.value && flag.reason(s) != "" {
			*flag.value = false
			notices = append(notices, note("repaired", "key", flag.key, "given", "true", "used", "false"))
		}
	}
	cells := s.RNN.Units * s.RNN.Layers
	if s.RNN.Bidirectional {
		cells *= 2
	}
	if s.RNN.Rival != "none" {
		cells *= 2
	}
	return append(notices, s.limitSequence(cells)...)
}

// An rnn is a recurrent network, and perhaps another one beside it: see
// model.RNN.
type rnn struct {
	*sequence
	place int // of the prediction that is asked on what it hangs
}

var (
	_ task  = (*rnn)(nil)
	_ tuner = (*rnn)(nil)
	_ actor = (*rnn)(nil)
)

func newRNN(spec Spec) task {
	q := newSequence(spec, sequences.Causal, spec.RNN.Carry)
	first := learner{model: q.recurrent(spec.RNN.Cell)}
	q.learners = []learner{first}
	if spec.RNN.Rival != "none" {
		q.learners[0].scope = "first"
		q.learners = append(q.learners, learner{"rival", q.recurrent(spec.RNN.Rival)})
	}
	return &rnn{q, q.lastAnswer()}
}

// recurrent returns a network of a kind of cell.
func (q *sequence) recurrent(cell string) model.RNN {
	m := model.RNN{
		Hidden: q.spec.RNN.Units, Layers: q.spec.RNN.Layers, Bidirectional: q.spec.RNN.Bidirectional,
		Carry: q.spec.RNN.Carry, Vocabulary: len(q.vocabulary), Outputs: q.outputs(),
	}
	m.Cell, _ = nn.FindRecurrent(cell)
	m.Initializer, _ = nn.FindInitializer(q.spec.Init)
	return m
}

func (r *rnn) record(mem *nn.Memory, freeze bool) {
	r.recordStep(mem, r.spec.training(freeze))
	r.recordEvaluate(mem)
	r.recordLook(mem)
	r.recordTrace(mem)
	r.recordConnect(mem)
}

// recordConnect records on what the prediction at the place that is asked hangs:
// model.RNN.Connection.
func (r *rnn) recordConnect(mem *nn.Memory) {
	g := mem.Graph("connect")
	x := r.inputs(g, "look", 1, nil).x
	place := g.Input("look/place", 1, r.train.T)
	for _, l := range r.learners {
		l.within(g, func() { l.model.(model.RNN).Connection(x, place) })
	}
}

func (r *rnn) begin(m *machine) {
	r.sequence.begin(m)
	r.ask(m, r.place)
}

// ask turns to a place.
func (r *rnn) ask(m *machine, place int) {
	r.place = place
	marks := m.slice("look/place")
	clear(marks)
	marks[place] = 1
}

// lastAnswer returns the last place of the sample that is looked at that counts.
func (q *sequence) lastAnswer() (place int) {
	for i := range q.test.T {
		if q.counts(&q.test, q.sample*q.test.T+i) {
			place = i
		}
	}
	return place
}

// act lets the reader ask a prediction too, by its "ROW,COLUMN" in what is drawn.
func (r *rnn) act(m *machine, name, value string) (Answer, error) {
	if name != "place" {
		answer, err := r.sequence.act(m, name, value)
		if err == nil && (name == "nextSample" || name == "previousSample") {
			r.ask(m, r.lastAnswer())
		}
		return answer, err
	}
	column, row := strings.CutPrefix(value, "0,")
	place, err := strconv.Atoi(column)
	if !row || err != nil || place < 0 || place >= r.test.T {
		return Answer{}, refuse(badValue, "key", name, "given", value)
	}
	r.ask(m, place)
	return Answer{Static: true}, nil
}

// static adds which place was asked, "look/place".
func (r *rnn) static(m *machine) []View {
	return append(r.sequence.static(m), View{Name: "look/place", Shape: []int{1}, F32: []float32{float32(r.place)}})
}

// beginPass lets the carried states begin with 0 where a text does.
func (r *rnn) beginPass(m *machine, pass uint64) {
	r.sequence.beginPass(m, pass)
	for _, l := range r.learners {
		for i := range r.spec.RNN.Layers {
			layer := l.probe(l.model.(model.RNN).Cell.Name + strconv.Itoa(i+1))
			clear(m.slice(layer + "/carried/hidden"))
			clear(m.slice(layer + "/carried/cell"))
		}
	}
}

func (r *rnn) topology() Topology {
	t := r.sequence.topology()
	t.Layers = nil
	for _, l := range r.learners {
		net := l.model.(model.RNN)
		for i := range net.Layers {
			name := net.Cell.Name + strconv.Itoa(i+1)
			t.Layers = append(t.Layers, model.Layer{Name: l.probe(name), Units: net.Hidden})
			if net.Bidirectional {
				t.Layers = append(t.Layers, model.Layer{Name: l.probe(name + "-reverse"), Units: net.Hidden})
			}
		}
	}
	return t
}

// dynamic returns what is seen of one sample, on what the prediction that was
// asked hangs, how far errors reach back and how far that of the last minibatch
// did, by the names of package model, and the weights and biases by which the
// logits are made, "output/weight" (H, K) and "output/bias" (K); the second
// network's names begin with "rival/".
func (r *rnn) dynamic(m *machine) []View {
	m.run("look")
	m.run("trace")
	m.run("connect")
	var views []View
	for _, p := range m.unit.Parameters() {
		if strings.HasSuffix(p.Name, "output/weight") || strings.HasSuffix(p.Name, "output/bias") {
			views = append(views, View{Name: p.Name, Shape: p.Shape, F32: slices.Clone(m.slice(p.Name))})
		}
	}
	for _, program := range []string{"look", "trace", "connect"} {
		views = append(views, r.probes(m, program)...)
	}
	return append(views, r.minibatchGradients(m)...)
}

// minibatchGradients returns, for each layer and direction, the norm of the
// training loss's gradient with respect to the state after each step, as the last
// step of training found it on its minibatch: "lstm1/minibatch/gradient" (T). There
// is none before the first step.
func (r *rnn) minibatchGradients(m *machine) (views []View) {
	for _, l := range r.topology().Layers {
		states := m.unit.Graph("step").Probe(l.Name + "/gradient/states") // (T, B, H)
		steps := states.Dim(0)
		values := m.unit.Tensor(m.arena, states)
		norms := make([]float32, steps)
		for t := range norms {
			var sum float64
			for _, v := range values[t*len(values)/steps : (t+1)*len(values)/steps] {
				sum += float64(v) * float64(v)
			}
			norms[t] = float32(math.Sqrt(sum))
		}
		if slices.Max(norms) > 0 {
			views = append(views, View{Name: l.Name + "/minibatch/gradient", Shape: []int{steps}, F32: norms})
		}
	}
	return views
}
