package main

import (
	"bytes"
	"encoding/binary"
	"errors"
	"math"
	"os"
	"testing"
	"time"

	"nnplay/nn/data"
	"nnplay/nn/data/images"
	"nnplay/nn/experiment"
	"nnplay/wasm/wire"
)

// A fakeRun counts steps. Each step and each look at it takes time.
type fakeRun struct {
	clock    *time.Duration
	spec     experiment.Spec
	steps    uint64
	stepTime time.Duration
	lookTime time.Duration
	nanAt    uint64
	statics  int
	panics   bool
	weight   float32
	frozen   bool
}

func (r *fakeRun) Spec() experiment.Spec { return r.spec }
func (r *fakeRun) Step(n int) {
	if r.panics {
		panic("out of luck")
	}
	r.steps += uint64(n)
	*r.clock += time.Duration(n) * r.stepTime
}
func (r *fakeRun) Steps() uint64      { return r.steps }
func (r *fakeRun) StepsPerEpoch() int { return 25 }
func (r *fakeRun) Inputs() int        { return 2 }

// Predict doubles the first input of each point.
func (r *fakeRun) Predict(inputs []float32) (out []float32) {
	for i := 0; i < len(inputs); i += 2 {
		out = append(out, 2*inputs[i])
	}
	return out
}

func (r *fakeRun) Fingerprint() string      { return "f00d" }
func (r *fakeRun) Reset()                   { r.steps = 0 }
func (r *fakeRun) Facts() map[string]string { return nil }

// Charts tells nothing but how long the history is, by its latest step.
func (r *fakeRun) Charts(h *experiment.History) []experiment.Chart {
	s := experiment.Series{Name: "series.train"}
	h.Each(func(m experiment.Metrics) { s.Points = append(s.Points, float64(m.Step), 0) })
	return []experiment.Chart{{Name: "loss", Kind: "lines", Series: []experiment.Series{s}}}
}

func (r *fakeRun) Metrics() experiment.Metrics {
	*r.clock += r.lookTime
	return experiment.Metrics{Step: r.steps, Epoch: float64(r.steps) / 25, TrainLoss: 0.5, TestLoss: math.Inf(1), R2: math.NaN()}
}
func (r *fakeRun) Update(spec experiment.Spec) (bool, error) {
	restarted := spec.RestartsFrom(r.spec)
	r.spec = spec
	if restarted {
		r.steps = 0
	}
	return restarted, nil
}
func (r *fakeRun) Topology() experiment.Topology {
	return experiment.Topology{Architecture: "mlp", Problem: "classification", Inputs: 2, Classes: 2}
}
func (r *fakeRun) Static() []experiment.View {
	r.statics++
	return []experiment.View{{Name: "points/train", Shape: []int{1, 3}, F32: []float32{1, 2, 3}}}
}
func (r *fakeRun) Dynamic() []experiment.View {
	return []experiment.View{{Name: "output/bias", Shape: []int{1}, F32: []float32{float32(r.steps)}}}
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
func (r *fakeRun) Edited() bool { return r.weight != 0 || r.frozen }
func (r *fakeRun) Act(name, value string) (experiment.Answer, error) {
	switch name {
	case "slow":
		return experiment.Answer{Paused: true, Caption: &experiment.Caption{Key: "phase.x", Args: map[string]string{"n": "3"}, Number: 2, Count: 5, Turn: 1, Turns: 4}}, nil
	case "echo":
	default:
		return experiment.Answer{}, &experiment.Error{Code: "no-action"}
	}
	return experiment.Answer{Texts: map[string]string{"text": value}, Numbers: map[string][]float32{"list": {1, float32(math.NaN())}}, Static: true}, nil
}

func (r *fakeRun) Warped(layer, first, second int) []experiment.View {
	if layer != 1 {
		return nil
	}
	return []experiment.View{{Name: "warp/grid", Shape: []int{1, 1, 3}, F32: []float32{1, 2, 3}}}
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
		func(spec experiment.Spec) (run, error) {
			if err := spec.Validate(); err != nil {
				return nil, err
			}
			st.fake = &fakeRun{clock: &st.clock, spec: spec, stepTime: 10 * time.Microsecond, lookTime: 2 * time.Millisecond}
			return st.fake, nil
		},
		func() time.Duration { st.clock += time.Microsecond; return st.clock },
		func(m message) { st.answers = append(st.answers, m) },
	)
	st.again = func(saved []byte, here *images.Album) (run, error) {
		steps, n := binary.Uvarint(saved)
		if n != len(saved) {
			return nil, errors.New("no such run")
		}
		st.fake = &fakeRun{clock: &st.clock, spec: experiment.Default(), steps: steps}
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

func TestLoad(t *testing.T) {
	st := newStage(t)
	st.send("load", "link", "v=1&dataset=spiral&nonsense=1", "id", 7.0)
	m := st.take("state")
	spec := m["spec"].(map[string]any)
	if spec["dataset"] != "spiral" || m["id"] != 7.0 || m["playing"] != false || m["restarted"] != true {
		t.Errorf("state %v", m)
	}
	notices := m["notices"].([]any)
	if len(notices) == 0 || notices[0].(map[string]any)["code"] != "unknown-key" {
		t.Errorf("notices %v", notices)
	}
}

func TestRefusedLinkKeepsTheRun(t *testing.T) {
	st := newStage(t)
	st.send("load", "link", "v=99")
	if m := st.take("state"); m["link"] != experiment.Default().Link() {
		t.Errorf("a refused first link gives %v", m["link"])
	}
	st.take("error")
	st.send("step", "n", 10.0)
	st.rest()
	st.take("stepped")
	st.send("load", "link", "v=99", "id", "a")
	if m := st.take("error"); m["code"] != "newer" || m["id"] != "a" {
		t.Errorf("error %v", m)
	}
	if st.fake.steps != 10 {
		t.Errorf("the run was lost: %d steps", st.fake.steps)
	}
}

func TestBadCommands(t *testing.T) {
	st := newStage(t)
	for _, name := range []string{"set", "play", "pause", "step", "epoch", "reset", "reseed", "train", "metrics"} {
		st.send(name, "key", "noise", "value", "5")
		if m := st.take("error"); m["code"] != "no-experiment" {
			t.Errorf("%s before load: %v", name, m)
		}
	}
	st = loaded(t)
	for _, c := range []command{
		{}, {"type": nil}, {"type": "fly"}, {"type": "load"}, {"type": "load", "link": 5.0},
		{"type": "set", "key": "noise"}, {"type": "set", "key": nil, "value": "1"}, {"type": "set", "key": "nope", "value": "1"},
		{"type": "step", "n": -1.0}, {"type": "step", "n": 1.5}, {"type": "step", "n": math.NaN()}, {"type": "step", "n": 1e10},
		{"type": "step", "n": "1"}, {"type": "train", "n": math.Inf(1)}, {"type": "train", "n": nil},
		{"type": "speed"}, {"type": "speed", "stepsPerSecond": -1.0}, {"type": "speed", "stepsPerSecond": math.NaN()},
	} {
		st.handle(c)
		st.take("error")
		st.silent()
	}
	if st.busy() || st.fake.steps != 0 {
		t.Error("a refused command trained")
	}
}

func TestStepPausesAtTheNumber(t *testing.T) {
	st := loaded(t)
	st.send("play")
	st.take("playing")
	st.pass(100 * time.Millisecond)
	before := st.fake.steps
	if before == 0 {
		t.Fatal("playing does not train")
	}
	st.send("step", "n", 12345.0, "id", 1.0)
	st.rest()
	if m := st.take("stepped"); m["id"] != 1.0 || m["step"] != float64(before+12345) || m["playing"] != false {
		t.Errorf("stepped %v after %d", m, before)
	}
	st.pass(time.Second)
	if st.fake.steps != before+12345 {
		t.Error("training went on after step")
	}
}

func TestEpochEndsAtItsBoundary(t *testing.T) {
	st := loaded(t)
	st.send("step", "n", 7.0)
	st.send("epoch") // while the step is still waiting
	st.rest()
	st.take("stepped")
	st.take("stepped")
	st.send("epoch")
	st.rest()
	if st.fake.steps != 50 {
		t.Errorf("%d steps, want 50", st.fake.steps)
	}
}

func TestTrainIsExactAndInOrder(t *testing.T) {
	st := loaded(t)
	st.fake.stepTime = 700 * time.Microsecond
	st.send("train", "n", 100.0, "id", 1.0)
	st.send("train", "n", 0.0, "id", 2.0)
	st.send("train", "n", 1001.0, "id", 3.0)
	st.send("set", "key", "learningRate", "value", 0.1) // does not restart
	st.take("state")
	st.rest()
	for i, want := range []float64{100, 100, 1101} {
		m := st.take("trained")
		metrics := m["metrics"].(map[string]any)
		if m["id"] != float64(i+1) || metrics["step"] != want || metrics["fingerprint"] != "f00d" {
			t.Errorf("trained %v, want %v", m, want)
		}
	}
}

func TestInterruptedTrainIsAnswered(t *testing.T) {
	for _, c := range []command{
		{"type": "pause"}, {"type": "reset"}, {"type": "reseed"}, {"type": "load", "link": "v=1&dataset=xor"},
		{"type": "set", "key": "dataset", "value": "xor"},
	} {
		st := loaded(t)
		st.send("train", "n", 1e9, "id", 5.0)
		st.work()
		st.handle(c)
		if m := st.take("error"); m["code"] != "interrupted" || m["id"] != 5.0 {
			t.Errorf("%v: %v", c, m)
		}
		st.rest()
	}
}

func TestMetricsAreNumbersOrNull(t *testing.T) {
	st := loaded(t)
	st.send("metrics", "id", "m")
	m := st.take("metrics")["metrics"].(map[string]any)
	if m["trainLoss"] != 0.5 || m["testLoss"] != nil || m["r2"] != nil || m["fingerprint"] != "f00d" {
		t.Errorf("metrics %v", m)
	}
}

func TestSpeed(t *testing.T) {
	for _, rate := range []float64{1, 10, 60, 250, 1000, 2500, 10000} {
		st := loaded(t)
		st.send("speed", "stepsPerSecond", rate)
		st.send("play")
		st.pass(10 * time.Second)
		want := 10 * rate
		if got := float64(st.fake.steps); got < want-rate*0.02-1 || got > want+1 {
			t.Errorf("%v steps in 10 s at %v/s", got, rate)
		}
	}
	st := loaded(t)
	st.send("speed", "stepsPerSecond", 0.0)
	st.send("play")
	st.pass(time.Second)
	if st.fake.steps < 90_000 { // of 100,000 that fit
		t.Errorf("unlimited: %d steps in a second", st.fake.steps)
	}
}

func TestSlowRunDoesNotRaceLater(t *testing.T) {
	st := loaded(t)
	st.send("speed", "stepsPerSecond", 100.0)
	st.send("play")
	st.pass(time.Second)
	before := st.fake.steps
	st.clock += time.Hour // the machine slept
	st.pass(time.Second)
	if made := st.fake.steps - before; made > 130 {
		t.Errorf("%d steps in the second after a break", made)
	}
}

func TestFramesAreBounded(t *testing.T) {
	st := loaded(t)
	st.fake.lookTime = 20 * time.Millisecond
	st.send("speed", "stepsPerSecond", 0.0)
	st.send("play")
	st.answers = nil
	frames := 0
	st.send("frame", "full", false)
	for st.clock < 2*time.Second {
		st.work()
		for _, m := range st.answers {
			if m["type"] == "frame" {
				frames++
				st.send("frame")
			}
		}
		st.answers = nil
	}
	spent := time.Duration(frames) * st.fake.lookTime
	if share := spent.Seconds() / st.clock.Seconds(); frames < 20 || share > 0.41 {
		t.Errorf("%d frames took %.2f of the time", frames, share)
	}
}

func TestPausedFramesAreAnsweredAtOnce(t *testing.T) {
	st := loaded(t)
	st.send("frame", "id", 1.0)
	st.send("frame", "id", 2.0)
	st.work()
	for i := range 2 {
		m := st.take("frame")
		snapshot, err := wire.Decode(m["snapshot"].([]byte))
		if err != nil {
			t.Fatal(err)
		}
		first := i == 0
		if (snapshot.Topology != nil) != first || (len(snapshot.Tensors) == 2) != first {
			t.Errorf("frame %d: topology %v, %d tensors", i, snapshot.Topology != nil, len(snapshot.Tensors))
		}
		if m["metrics"].(map[string]any)["fingerprint"] != "f00d" {
			t.Error("no fingerprint in a paused frame")
		}
	}
	st.work()
	st.silent()
	st.send("frame", "full", true)
	st.work()
	snapshot, _ := wire.Decode(st.take("frame")["snapshot"].([]byte))
	if snapshot.Topology == nil || len(snapshot.Tensors) != 2 {
		t.Error("a full frame lacks something")
	}
}

func TestPlayingFramesWaitForNews(t *testing.T) {
	st := loaded(t)
	st.send("speed", "stepsPerSecond", 1.0)
	st.send("play")
	st.take("playing")
	st.send("frame")
	st.work()
	m := st.take("frame") // of the first step
	if _, given := m["metrics"].(map[string]any)["fingerprint"]; given {
		t.Error("a fingerprint while playing")
	}
	st.send("frame")
	st.pass(900 * time.Millisecond)
	st.silent()
	st.pass(200 * time.Millisecond)
	st.take("frame")
	st.send("frame")
	st.send("pause")
	st.take("playing")
	st.work()
	st.take("frame")
}

func TestDivergenceStopsPlaying(t *testing.T) {
	st := loaded(t)
	st.fake.nanAt = 100
	st.send("play")
	st.take("playing")
	st.pass(time.Second)
	if m := st.take("diverged"); m["tensor"] != "output/bias" {
		t.Errorf("%v", m)
	}
	st.silent()
	stopped := st.fake.steps
	st.send("play")
	if m := st.take("playing"); m["playing"] != false {
		t.Error("a diverged run plays")
	}
	st.send("train", "n", 10.0)
	st.rest()
	st.take("trained")
	if st.fake.steps != stopped+10 {
		t.Error("train is not exact after divergence")
	}
	st.send("reset")
	st.take("state")
	st.send("play")
	if m := st.take("playing"); m["playing"] != true {
		t.Error("a reset run does not play")
	}
}

func TestSetWhilePlaying(t *testing.T) {
	st := loaded(t)
	st.send("play")
	st.take("playing")
	st.pass(50 * time.Millisecond)
	st.send("set", "key", "learningRate", "value", "0.1")
	if m := st.take("state"); m["restarted"] != false || m["playing"] != true || m["step"] == 0.0 {
		t.Errorf("learning rate: %v", m)
	}
	st.send("set", "key", "dataset", "value", "xor")
	if m := st.take("state"); m["restarted"] != true || m["playing"] != true || m["step"] != 0.0 {
		t.Errorf("data set: %v", m)
	}
	if st.send("set", "key", "showTestData", "value", true); st.take("state")["spec"].(map[string]any)["showTestData"] != "true" {
		t.Error("truth values are not taken")
	}
}

func TestReseed(t *testing.T) {
	st := loaded(t)
	seen := map[any]bool{"1": true}
	for range 20 {
		st.send("reseed")
		seed := st.take("state")["spec"].(map[string]any)["seed"]
		if seen[seed] {
			t.Errorf("seed %v again", seed)
		}
		seen[seed] = true
	}
}

func TestPanicIsAnswered(t *testing.T) {
	st := loaded(t)
	st.fake.panics = true
	st.send("train", "n", 5.0, "id", 1.0)
	if wait := st.work(); wait != nothing {
		t.Errorf("wait %v", wait)
	}
	if m := st.take("error"); m["code"] != "interrupted" || m["id"] != 1.0 {
		t.Errorf("%v", m)
	}
	if m := st.take("error"); m["code"] != "internal" {
		t.Errorf("%v", m)
	}
	st.fake.panics = false
	st.send("step")
	st.rest()
	st.take("stepped")
}

func TestSchema(t *testing.T) {
	st := newStage(t)
	st.send("schema", "id", 3.0)
	if m := st.take("schema"); m["id"] != 3.0 || m["json"] == "" {
		t.Errorf("%v", m)
	}
}

func TestPreviews(t *testing.T) {
	st := newStage(t)
	st.send("previews", "id", 1.0)
	m := st.take("previews")
	points := m["points"].([]byte)
	end := 0
	for i, v := range m["sets"].([]any) {
		set := v.(map[string]any)
		if set["name"] != data.Sets[i].Name || set["from"] != end || set["count"].(int) == 0 {
			t.Errorf("set %d: %v", i, set)
		}
		end += set["count"].(int)
	}
	if len(points) != 12*end {
		t.Fatalf("%d bytes for %d points", len(points), end)
	}
	for i := range end {
		for k := range 2 {
			if v := math.Float32frombits(binary.LittleEndian.Uint32(points[12*i+4*k:])); !(v >= 0 && v <= 1) {
				t.Fatalf("point %d at %v", i, v)
			}
		}
	}
}

func TestFailuresHaveTexts(t *testing.T) {
	b, err := os.ReadFile("../../web/i18n/page.en.json")
	if err != nil {
		t.Fatal(err)
	}
	for code := range failures {
		if !bytes.Contains(b, []byte(`"error.`+code+`":`)) {
			t.Errorf("no text error.%s", code)
		}
	}
}
