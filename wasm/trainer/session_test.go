package main

import (
	"encoding/binary"
	"math"
	"slices"
	"testing"
	"time"

	"nnplay/nn/data"
	"nnplay/nn/experiment"
	"nnplay/wasm/protocol"
	"nnplay/web/i18n"
)

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
	if m := st.take("state"); m["link"] != experiment.Link(families.Default()) {
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
	for _, name := range []string{"set", "link", "play", "pause", "step", "epoch", "reset", "reseed", "train", "metrics"} {
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

// TestReweigh holds that other weights come on the same data, that another seed is the
// seed of the weights again, and that going back to the link before brings them back.
func TestReweigh(t *testing.T) {
	st := loaded(t)
	before := experiment.Link(st.run.Spec())
	seen := map[any]bool{"0": true, "1": true}
	for range 20 {
		st.send("reseed", "weights", true)
		m := st.take("state")
		spec := m["spec"].(map[string]any)
		if spec["seed"] != "1" || seen[spec["weightSeed"]] || m["restarted"] != true {
			t.Errorf("seed %v, weights %v, restarted %v", spec["seed"], spec["weightSeed"], m["restarted"])
		}
		seen[spec["weightSeed"]] = true
	}
	st.send("restore", "link", before)
	if m := st.take("state"); m["spec"].(map[string]any)["weightSeed"] != "0" || m["restarted"] != true {
		t.Errorf("back at %v: %v", before, m["spec"])
	}
	st.send("reseed", "weights", true)
	st.take("state")
	st.send("reseed")
	if spec := st.take("state")["spec"].(map[string]any); spec["seed"] == "1" || spec["weightSeed"] != "0" {
		t.Errorf("another seed: %v, of the weights %v", spec["seed"], spec["weightSeed"])
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
	if m := st.take("playing"); m["playing"] != false {
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
	catalog, err := i18n.All()
	if err != nil {
		t.Fatal(err)
	}
	for _, code := range slices.Concat(failures.Codes(), protocol.Errors.Codes(), []string{"internal"}) {
		if catalog[i18n.English]["error."+code] == "" {
			t.Errorf("no text error.%s", code)
		}
	}
}

// TestReplay holds that with a link goes how long its reader would wait to be where the
// run is: by how long steps took, whatever the pace was.
func TestReplay(t *testing.T) {
	st := loaded(t)
	ask := func() any {
		st.send("link", "key", "hide", "value", "", "id", 1.0)
		return st.take("link")["replay"]
	}
	if got := ask(); got != nil {
		t.Errorf("before the first step it takes %v s", got)
	}
	st.send("train", "n", 5000.0, "id", 2.0)
	st.rest()
	st.take("trained")
	if got, ok := ask().(float64); !ok || got < 0.05 || got > 0.06 { // and some looks at the clock
		t.Errorf("5000 steps of 10 µs take %v s", got)
	}
}

// TestLinkOfAnother holds that a link with another value is told without going
// over to it, and that what it does not take is refused.
func TestLinkOfAnother(t *testing.T) {
	st := loaded(t)
	before := st.session.run.Spec()
	st.send("link", "key", "nope", "value", "1", "id", 1.0)
	if m := st.take("error"); m["id"] != 1.0 {
		t.Errorf("no such setting: %v", m)
	}
	st.send("link", "key", "hide", "value", "training,data", "id", 2.0)
	m := st.take("link")
	spec, notices, err := families.Parse(m["link"].(string))
	if err != nil || len(notices) > 0 || m["id"] != 2.0 {
		t.Fatalf("%v: %v, %v", m, notices, err)
	}
	if got := spec.Values()["hide"]; got != "data,training" {
		t.Errorf("it hides %q", got)
	}
	if now := st.session.run.Spec(); experiment.Link(now) != experiment.Link(before) {
		t.Errorf("the experiment is now %s", experiment.Link(now))
	}
	st.silent()
}
