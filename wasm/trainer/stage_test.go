package main

import (
	"encoding/binary"
	"errors"
	"math"
	"testing"
	"time"

	"nnplay/nn"
	"nnplay/nn/data/images"
	"nnplay/nn/experiment"
	"nnplay/nn/lab"
	"nnplay/nn/lab/all"
	"nnplay/nn/setting"
	"nnplay/nn/topology"
	"nnplay/wasm/protocol"
)

// families is the table of all families.
var families = experiment.Families(all.Families)

// A fakeRun counts steps. Each step and each look at it takes time.
type fakeRun struct {
	clock    *time.Duration
	spec     lab.Spec
	steps    uint64
	stepTime time.Duration
	drawTime time.Duration // of a picture
	lookTime time.Duration // of its numbers
	nanAt    uint64
	statics  int
	panics   bool
	weight   float32
	frozen   bool
	symptoms []lab.Symptom
	looked   func() // at its symptoms
	known    uint64 // the latest step
}

func (r *fakeRun) Spec() lab.Spec { return r.spec }

func (r *fakeRun) Step(n int) {
	if r.panics {
		panic("out of luck")
	}
	r.steps += uint64(n)
	*r.clock += time.Duration(n) * r.stepTime
}

func (r *fakeRun) Steps() uint64      { return r.steps }
func (r *fakeRun) StepsPerEpoch() int { return 25 }
func (r *fakeRun) Means() []float32   { return nil }
func (r *fakeRun) Inputs() int        { return 2 }

// Predict doubles the first input of each point.
func (r *fakeRun) Predict(inputs []float32) (out []float32) {
	for i := 0; i < len(inputs); i += 2 {
		out = append(out, 2*inputs[i])
	}
	return out
}

func (r *fakeRun) Fingerprint() string      { return "f00d" }
func (r *fakeRun) Reset()                   { r.steps, r.known = 0, 0 }
func (r *fakeRun) Facts() map[string]string { return nil }

// Takes tells of a text.
func (r *fakeRun) Takes() map[string]lab.Phrase {
	return map[string]lab.Phrase{"echo": lab.Say("takes.digits", lab.Args{"n": lab.Verbatim("1")})}
}

// Charts tells nothing but how long the history is, by its latest step.
func (r *fakeRun) Charts(h *experiment.History) []lab.Chart {
	s := lab.Series{Name: "series.train"}
	h.Each(func(m lab.Metrics) { s.Points = append(s.Points, float64(m.Step), 0) })
	return []lab.Chart{{Name: "loss", Kind: "lines", Series: []lab.Series{s}}}
}

func (r *fakeRun) Metrics() lab.Metrics {
	*r.clock += r.lookTime
	return lab.Metrics{Step: r.steps, Epoch: float64(r.steps) / 25, TrainLoss: 0.5, TestLoss: math.Inf(1), R2: math.NaN()}
}

func (r *fakeRun) Guess() lab.Guess { return lab.Guess{Loss: 0.7} }

func (r *fakeRun) Symptoms(*experiment.History, lab.Metrics) []lab.Symptom {
	if r.looked != nil {
		r.looked()
	}
	return r.symptoms
}

func (r *fakeRun) Update(spec lab.Spec) (bool, error) {
	restarted := spec.RestartsFrom(r.spec)
	r.spec = spec
	if restarted {
		r.steps = 0
	}
	return restarted, nil
}

func (r *fakeRun) Topology() topology.Topology {
	return topology.Topology{Architecture: "mlp", Problem: "classification", Inputs: 2, Classes: 2}
}

func (r *fakeRun) Static() []lab.View {
	r.statics++
	return []lab.View{{Name: "points/train", Shape: []int{1, 3}, F32: []float32{1, 2, 3}}}
}

func (r *fakeRun) Dynamic() []lab.View {
	*r.clock += r.drawTime
	return []lab.View{{Name: "output/bias", Shape: []int{1}, F32: []float32{float32(r.steps)}}}
}

func (r *fakeRun) Diverged() string {
	if r.nanAt > 0 && r.steps >= r.nanAt {
		return "output/bias"
	}
	return ""
}

func (r *fakeRun) SetWeight(name string, index int, value float32) error {
	if name != "output/bias" || index != 0 || value != value {
		return errors.New("no such weight")
	}
	r.weight = value
	return nil
}

func (r *fakeRun) Freeze(name string, index int, frozen bool) error {
	r.frozen = frozen
	return nil
}

func (r *fakeRun) Machine() *lab.Machine { return nil }
func (r *fakeRun) Trail(int) (steps []uint64, w [][]float32) {
	return []uint64{r.steps}, [][]float32{{r.weight}}
}
func (r *fakeRun) LossAt([]float32) float64 { return math.NaN() }
func (r *fakeRun) Beside(spec lab.Spec) (*experiment.Run, error) {
	return nil, errors.New("no other run")
}

func (r *fakeRun) Parts() []nn.Named { return nil }

func (r *fakeRun) Part(string, int) (nn.Part, error) {
	return nn.Part{}, setting.Refuse("no-part", "given", "it")
}

func (r *fakeRun) Off() []nn.Part { return nil }

func (r *fakeRun) Ablate(...nn.Part) error { return nil }

func (r *fakeRun) Without() lab.Metrics { return r.Metrics() }

func (r *fakeRun) Worth(nn.Part) (lab.Metrics, error) { return r.Metrics(), nil }

func (r *fakeRun) Unplaced() []setting.Notice { return nil }

func (r *fakeRun) Note() { r.known = max(r.known, r.steps) }

// Back remembers every tenth step.
func (r *fakeRun) Back(step uint64) (left int, err error) {
	step = min(step, r.known)
	r.steps = step / 10 * 10
	return int(step - r.steps), nil
}

// Twin is a run that has begun.
func (r *fakeRun) Twin(uint64) (*experiment.Run, error) { return experiment.New(r.spec) }

func (r *fakeRun) Known() (from, to uint64) { return 0, max(r.known, r.steps) }

// Told is so unless something was edited, as if no link had room for it.
func (r *fakeRun) Told() bool { return r.weight == 0 && !r.frozen }

func (r *fakeRun) Edited() bool { return !r.Told() }

func (r *fakeRun) Follow(spec lab.Spec) (bool, error) { return r.Update(spec.At(r.steps)) }
func (r *fakeRun) Course() lab.Spec                   { return r.spec }
func (r *fakeRun) ChangesMade() int                   { return 0 }
func (r *fakeRun) Link() string                       { return experiment.Link(r.spec) }
func (r *fakeRun) LinkOf(spec lab.Spec) string        { return experiment.Link(spec) }
func (r *fakeRun) Fork()                              { r.known = r.steps }
func (r *fakeRun) Strike(step uint64, key string) (left int, err error) {
	return 0, setting.Refuse("no-change")
}

func (r *fakeRun) Act(name, value string) (lab.Answer, error) {
	switch name {
	case "slow":
		return lab.Answer{Paused: true, Caption: &lab.Caption{Key: "phase.x", Args: map[string]string{"n": "3"}, Number: 2, Count: 5, Turn: 1, Turns: 4}}, nil
	case "echo":
	default:
		return lab.Answer{}, &setting.Error{Code: "no-action"}
	}
	return lab.Answer{Texts: map[string]string{"text": value}, Numbers: map[string][]float32{"list": {1, float32(math.NaN())}}, Static: true}, nil
}

func (r *fakeRun) Parameter(string) []lab.View { return nil }

func (r *fakeRun) Warped(layer, first, second int) []lab.View {
	if layer != 1 {
		return nil
	}
	return []lab.View{{Name: "warp/grid", Shape: []int{1, 1, 3}, F32: []float32{1, 2, 3}}}
}

func (r *fakeRun) Walk(int) bool { return false }

func (r *fakeRun) Pinned(x, y float32) []lab.View {
	return []lab.View{{Name: "pin/at", Shape: []int{2}, F32: []float32{x, y}}}
}

// Save tells the step; a run that diverged is not saved.
func (r *fakeRun) Save() []byte {
	if r.Diverged() != "" {
		return nil
	}
	return binary.AppendUvarint(nil, r.steps)
}

func (r *fakeRun) Mark(m *experiment.Mark) bool                 { return false }
func (r *fakeRun) Pinpoint(m *experiment.Mark) (uint64, string) { return r.steps, r.Diverged() }

// A stage is a session with a clock of its own and its answers kept.
type stage struct {
	*session
	t       testing.TB
	clock   time.Duration
	fake    *fakeRun
	answers []message
}

func newStage(t testing.TB) *stage {
	st := &stage{t: t}
	st.session = newSession(
		families,
		func(spec lab.Spec) (run, error) {
			if err := spec.Validate(); err != nil {
				return nil, err
			}
			st.fake = &fakeRun{clock: &st.clock, spec: spec, stepTime: 10 * time.Microsecond, lookTime: 2 * time.Millisecond}
			return st.fake, nil
		},
		func() time.Duration { st.clock += time.Microsecond; return st.clock },
		func(m message) {
			if err := protocol.TrainerAnswers().Check(m); err != nil {
				t.Errorf("an answer that fits no row: %v", err)
			}
			st.answers = append(st.answers, m)
		},
	)
	st.again = func(saved []byte, here *images.Album) (run, error) {
		steps, n := binary.Uvarint(saved)
		if n != len(saved) {
			return nil, errors.New("no such run")
		}
		st.fake = &fakeRun{clock: &st.clock, spec: families.Default(), steps: steps}
		return st.fake, nil
	}
	return st
}

// loaded returns a stage with the default experiment loaded.
func loaded(t *testing.T) *stage {
	st := newStage(t)
	st.send("load", "link", "")
	st.take("state")
	return st
}

// send gives a command; pairs are names and values in turn.
func (st *stage) send(name string, pairs ...any) {
	c := command{"type": name}
	for i := 0; i < len(pairs); i += 2 {
		c[pairs[i].(string)] = pairs[i+1]
	}
	st.handle(c)
}

// handle gives a command as the page does.
func (st *stage) handle(given map[string]any) { st.session.handle(source(given)) }

// source gives the fields of a message; nil stands for what no field can be.
func source(given map[string]any) protocol.Source {
	return func(name string, most int) any {
		switch v := given[name].(type) {
		case string:
			if len(v) <= most {
				return v
			}
		case []byte:
			if len(v) <= most {
				return v
			}
		case float64, bool:
			return v
		}
		if _, ok := given[name]; ok {
			return protocol.Other{}
		}
		return nil
	}
}

// take removes the oldest answer, which must be of that type.
func (st *stage) take(name string) message {
	st.t.Helper()
	if len(st.answers) == 0 {
		st.t.Fatalf("no answer, want %s", name)
	}
	m := st.answers[0]
	st.answers = st.answers[1:]
	if m["type"] != name {
		st.t.Fatalf("answer %v, want %s", m, name)
	}
	return m
}

// silent asserts that there are no more answers.
func (st *stage) silent() {
	st.t.Helper()
	if len(st.answers) > 0 {
		st.t.Fatalf("unexpected answers: %v", st.answers)
	}
}

// rest works until there is nothing left to do.
func (st *stage) rest() {
	for st.work() != nothing {
	}
}

// pass lets a time pass, working whenever the session wants to.
func (st *stage) pass(d time.Duration) {
	for end := st.clock + d; st.clock < end; {
		wait := st.work()
		if left := end - st.clock; wait == nothing || wait > left {
			wait = max(left, 0)
		}
		st.clock += wait
	}
}
