package main

import (
	"encoding/json"
	"fmt"
	"math"
	"strings"
	"testing"
	"time"
)

// told is what is read of an explanation.
type told struct {
	Tensor, Of, Kind, Given, Verdict string
	Index                            []int
	At                               int
	Value                            float64
	Terms                            []struct {
		told
		Factor float64
	}
}

// trained returns a stage whose runs are real, at a step of a link's experiment.
func trained(t *testing.T, link string, steps float64) *stage {
	t.Helper()
	st := real(t, link)
	if steps > 0 {
		st.send("train", "n", steps)
		st.rest()
		st.take("trained")
	}
	return st
}

// answer gives a command, and reads its answer into a value.
func (st *stage) answer(into any, name string, pairs ...any) (step float64) {
	st.t.Helper()
	st.send(name, append(pairs, "id", 7.0)...)
	kinds := map[string][2]string{"explain": {"explained", "explanation"}, "difference": {"difference", "difference"}, "tensors": {"tensors", "tensors"}, "walk": {"walk", "stops"}, "sight": {"sight", "sight"}, "inspect": {"inspected", "tensors"}}
	m := st.take(kinds[name][0])
	text, err := json.Marshal(m[kinds[name][1]])
	if err == nil {
		err = json.Unmarshal(text, into)
	}
	if err != nil || m["id"] != 7.0 {
		st.t.Fatalf("%v, %v", m, err)
	}
	return m["step"].(float64)
}

// TestExplainMetric holds that a metric opens as what the run says that it is now: before
// any step as what the first finds, later as what the last has left.
func TestExplainMetric(t *testing.T) {
	for steps, of := range map[float64]string{0: "value", 3: "update"} {
		st := trained(t, plainSGD, steps)
		want := st.session.run.Metrics().TrainLoss
		var x told
		st.answer(&x, "explain", "tensor", "metric/trainLoss", "index", "", "of", of)
		if x.Value != want || x.Of != of || len(x.Terms) != 10 || x.Terms[0].Tensor != "metric/trainLoss/sample" {
			t.Errorf("after %v steps %+v, the run says %v", steps, x, want)
		}
		var all []struct{ Name, Role string }
		if st.answer(&all, "tensors"); all[0].Name != "metric/trainLoss" || all[0].Role != "metric" {
			t.Errorf("first comes %+v", all[0])
		}
	}
}

const plainSGD = "v=1&dataset=xor&networkShape=2&batchSize=3&samples=20"

// TestExplain asks for the update of a weight: it is the weight that the run now has,
// made of the one before and of a gradient that opens in turn.
func TestExplain(t *testing.T) {
	for _, tt := range []struct{ made, told float64 }{{0, 1}, {1, 1}, {57, 57}} {
		st := trained(t, plainSGD, tt.made)
		var x told
		if step := st.answer(&x, "explain", "tensor", "hidden1/weight", "index", "1,0", "of", "update"); step != tt.told {
			t.Errorf("after %v steps step %v is told of", tt.made, step)
		}
		r := st.run.(timedRun)
		if tt.made == 0 {
			r.Step(1)
		}
		if now := r.Machine().Slice("hidden1/weight")[2]; float32(x.Value) != now || x.Kind != "sum" || len(x.Terms) != 2 {
			t.Errorf("step %v: %+v, the weight is %v", tt.told, x, now)
		}
		var sum float64
		for _, term := range x.Terms {
			sum += term.Factor * term.Value
		}
		if math.Abs(sum-x.Value) > 1e-6 {
			t.Errorf("step %v: the terms come to %v: %+v", tt.told, sum, x)
		}
	}
}

// TestExplainKeepsTheStep holds that terms open in the very step, that looking changes
// no bit, and that the step is forgotten with whatever changes the run.
func TestExplainKeepsTheStep(t *testing.T) {
	st := trained(t, plainSGD, 5)
	fingerprint := st.run.Fingerprint()
	var x, term told
	st.answer(&x, "explain", "tensor", "output/weight", "index", "1,0", "of", "gradient")
	noted := st.noted
	from := x.Terms[0]
	st.answer(&term, "explain", "tensor", from.Tensor, "index", fmt.Sprintf("%d,%d", from.Index[0], from.Index[1]), "of", from.Of, "at", float64(from.At))
	if term.Value != from.Value || term.At != from.At {
		t.Errorf("%+v opens as %+v", from, term)
	}
	var d struct {
		Slope   float64
		Verdict string
	}
	st.answer(&d, "difference", "tensor", "output/weight", "index", "1,0")
	if d.Verdict != "agrees" || math.Abs(d.Slope-x.Value) > 1e-3*math.Abs(x.Value) {
		t.Errorf("the difference %+v of %v", d, x.Value)
	}
	var list []struct {
		Name, Role string
		Shape      []int
	}
	st.answer(&list, "tensors")
	if len(list) == 0 || list[0].Name == "" || list[0].Role == "" {
		t.Errorf("%+v", list)
	}
	if st.noted != noted || st.run.Fingerprint() != fingerprint {
		t.Error("looking made the step anew, or changed the run")
	}
	for name, change := range map[string]func(){
		"step":   func() { st.send("step", "n", 1.0); st.rest() },
		"weight": func() { st.send("weight", "name", "output/bias", "index", 0.0, "value", 1.0) },
		"set":    func() { st.send("set", "key", "learningRate", "value", "0.1") },
		"goTo":   func() { st.send("goTo", "step", 2.0); st.rest() },
		"reset":  func() { st.send("reset") },
		"load":   func() { st.send("load", "link", plainSGD+"&seed=2") },
		"play": func() {
			st.send("play")
			st.pass(time.Second)
			st.send("pause")
		},
	} {
		st.answers = nil // states too of what is changed again on the way
		st.answer(&list, "tensors")
		change()
		if st.noted != nil {
			t.Errorf("%s: the step is still kept", name)
		}
	}
}

// TestExplainRefuses answers with a sentence what is no question, or has no answer.
func TestExplainRefuses(t *testing.T) {
	st := newStage(t)
	for _, name := range []string{"explain", "difference", "tensors"} {
		st.send(name, "tensor", "a")
		if m := st.take("error"); m["code"] != "no-experiment" {
			t.Errorf("%s before load: %v", name, m)
		}
	}
	st = trained(t, plainSGD, 3)
	for _, c := range []struct {
		want  string
		pairs []any
	}{
		{"bad-field", nil},
		{"bad-field", []any{"tensor", 5.0}},
		{"bad-field", []any{"tensor", strings.Repeat("a", 257)}},
		{"bad-field", []any{"tensor", "output/bias", "index", strings.Repeat("1,", 40)}},
		{"bad-field", []any{"tensor", "output/bias", "at", -1.0}},
		{"bad-field", []any{"tensor", "output/bias", "at", 1e12}},
		{"bad-value", []any{"tensor", "output/bias", "index", "one"}},
		{"bad-value", []any{"tensor", "output/bias", "index", "0,0,0,0,0"}},
		{"bad-value", []any{"tensor", "output/bias", "index", "0", "of", "price"}},
		{"no-element", []any{"tensor", "output/bias", "index", "-1"}},
		{"no-element", []any{"tensor", "output/bias", "index", "999999999"}},
		{"no-element", []any{"tensor", "output/bias"}},
		{"no-tensor", []any{"tensor", "output/nothing", "index", "0"}},
		{"no-tensor", []any{"tensor", "", "index", "999999999"}},
		{"no-tensor", []any{"tensor", "output/bias", "index", "0", "program", "none"}},
		{"no-moment", []any{"tensor", "output/bias", "index", "0", "at", 12345678.0}},
		{"no-update", []any{"tensor", "hidden1/sum", "index", "0,0", "of", "update"}},
	} {
		st.send("explain", c.pairs...)
		if m := st.take("error"); m["code"] != c.want || !strings.HasSuffix(m["text"].(string), ".") {
			t.Errorf("%v: %v, want %s", c.pairs, m, c.want)
		}
	}
	st.send("difference", "tensor", "minibatch/x", "index", "0,0")
	if m := st.take("error"); m["code"] != "no-gradient" {
		t.Errorf("%v", m)
	}
}

// TestWalkedSample holds that the picture shows the sample of the minibatch, is another
// one only where the sample is, and that leaving changes nothing of the run.
func TestWalkedSample(t *testing.T) {
	st := trained(t, plainSGD, 5)
	fingerprint := st.run.Fingerprint()
	for i, c := range []struct {
		stop, sample float64
		shows        bool
	}{{1, 0, true}, {2, 0, false}, {2, 2, true}} {
		st.send("sight", "stop", c.stop, "sample", c.sample)
		if m := st.take("sight"); m["shows"] != c.shows || !st.static && c.shows {
			t.Errorf("sight %d: the picture is another one: %v", i, m["shows"])
		}
	}
	if st.walked == 0 {
		t.Error("no sample is shown")
	}
	st.send("leave")
	if st.walked != 0 || st.run.Fingerprint() != fingerprint {
		t.Error("leaving has changed the run, or nothing")
	}
}

// TestWalk walks through the step that comes: its updates are the weights that the run
// has after it, and it is not yet made.
func TestWalk(t *testing.T) {
	st := trained(t, plainSGD, 5)
	fingerprint := st.run.Fingerprint()
	var stops []struct {
		Station, Layer string
		Samples, Main  int
		Tensors        []struct{ Tensor, Of string }
	}
	if step := st.answer(&stops, "walk"); step != 6 || len(stops) < 10 || stops[0].Station != "data" || stops[0].Samples != 3 {
		t.Fatalf("step %v: %+v", step, stops)
	}
	type update struct {
		tensor string
		index  []int
		value  float32
	}
	var updates []update
	for i, stop := range stops {
		var seen struct {
			Index []int
			Told  []told
			Lit   []struct {
				Layer, Parameter, As string
				Element              int
			}
		}
		st.answer(&seen, "sight", "stop", float64(i), "sample", 1.0)
		if len(seen.Told) != len(stop.Tensors) || len(seen.Lit) == 0 {
			t.Errorf("%+v: %+v", stop, seen)
		}
		if stop.Station == "update" {
			x := seen.Told[stop.Main]
			updates = append(updates, update{x.Tensor, x.Index, float32(x.Value)})
		}
	}
	if st.run.Fingerprint() != fingerprint || st.run.Steps() != 5 {
		t.Error("walking changed the run")
	}
	var term told
	if step := st.answer(&term, "explain", "tensor", "hidden1/sum", "index", "1,0", "coming", true); step != 6 {
		t.Errorf("a number of step %v is told", step)
	}
	st.send("step", "n", 1.0)
	st.rest()
	st.take("stepped")
	for _, u := range updates {
		at := u.index[0]
		if len(u.index) > 1 {
			at = u.index[0]*len(st.run.(timedRun).Machine().Slice(u.tensor))/2 + u.index[1]
		}
		if now := st.run.(timedRun).Machine().Slice(u.tensor)[at]; now != u.value {
			t.Errorf("%s%v became %v, said to be %v", u.tensor, u.index, now, u.value)
		}
	}
	if len(updates) != 2 {
		t.Errorf("%d updates", len(updates))
	}
	for _, c := range []struct {
		code  string
		pairs []any
	}{
		{"no-stop", []any{"stop", 1000.0, "sample", 0.0}},
		{"no-sample", []any{"stop", 1.0, "sample", 3.0}},
		{"no-element", []any{"stop", 1.0, "sample", 0.0, "index", "0,7"}},
		{"bad-value", []any{"stop", 1.0, "sample", 0.0, "index", "0,x"}},
	} {
		st.send("sight", c.pairs...)
		if m := st.take("error"); m["code"] != c.code {
			t.Errorf("%v: %v", c.pairs, m)
		}
	}
}

// TestInspect tells of tensors as they are after the step that was made last.
func TestInspect(t *testing.T) {
	st := trained(t, plainSGD, 5)
	var list []struct {
		Name    string
		Largest float64
		At      []int
		Norm    *float64
	}
	if step := st.answer(&list, "inspect"); step != 5 {
		t.Errorf("step %v is told of", step)
	}
	for _, l := range list {
		if l.Name != "hidden1/weight" {
			continue
		}
		if now := st.run.(timedRun).Machine().Slice(l.Name)[2*l.At[0]+l.At[1]]; float64(now) != l.Largest || l.Norm == nil || *l.Norm == 0 {
			t.Errorf("%+v, the weight is %v", l, now)
		}
	}
	st.send("heat", "tensor", "hidden1/weight", "program", "")
	m := st.take("heat")
	if m["rows"] != 2 || m["columns"] != 2 || len(m["levels"].([]byte)) != 4 || len(m["counts"].([]any)) < 8 {
		t.Errorf("%v", m)
	}
	st.send("heat", "tensor", "nosuch")
	if m := st.take("error"); m["code"] != "no-tensor" {
		t.Errorf("%v", m)
	}
}
