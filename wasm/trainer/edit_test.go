package main

import (
	"math"
	"testing"

	"nnplay/nn/experiment"
	"nnplay/nn/lab"
	"nnplay/wasm/wire"
)

func TestEdit(t *testing.T) {
	st := loaded(t)
	st.send("play")
	st.take("playing")
	st.send("weight", "name", "output/bias", "index", 0.0, "value", 1.5, "id", 3.0)
	if m := st.take("state"); m["id"] != 3.0 || m["edited"] != true || m["restarted"] != false || m["playing"] != true {
		t.Errorf("%v", m)
	}
	if st.fake.weight != 1.5 || !st.changed {
		t.Errorf("the weight is %v; something to draw: %v", st.fake.weight, st.changed)
	}
	st.send("freeze", "name", "output/bias", "index", 0.0, "frozen", true)
	if st.take("state"); !st.fake.frozen {
		t.Error("nothing is frozen")
	}
}

func TestBadEdits(t *testing.T) {
	st := newStage(t)
	for _, name := range []string{"weight", "freeze"} {
		st.send(name, "name", "output/bias", "index", 0.0, "value", 1.0, "frozen", true)
		if m := st.take("error"); m["code"] != "no-experiment" {
			t.Errorf("%s before load: %v", name, m)
		}
	}
	st = loaded(t)
	for _, c := range []command{
		{"type": "weight"}, {"type": "weight", "name": 5.0, "index": 0.0, "value": 1.0},
		{"type": "weight", "name": "output/bias", "value": 1.0}, {"type": "weight", "name": "output/bias", "index": "0", "value": 1.0},
		{"type": "weight", "name": "output/bias", "index": -1.0, "value": 1.0}, {"type": "weight", "name": "output/bias", "index": 0.5, "value": 1.0},
		{"type": "weight", "name": "output/bias", "index": math.Inf(1), "value": 1.0}, {"type": "weight", "name": "output/bias", "index": math.NaN(), "value": 1.0},
		{"type": "weight", "name": "output/bias", "index": 1.0, "value": 1.0}, {"type": "weight", "name": "output/bias", "index": 0.0},
		{"type": "weight", "name": "output/bias", "index": 0.0, "value": "1"}, {"type": "weight", "name": "output/bias", "index": 0.0, "value": math.NaN()},
		{"type": "freeze", "name": "output/bias", "index": 0.0}, {"type": "freeze", "name": "output/bias", "index": 0.0, "frozen": 1.0},
		{"type": "warp"}, {"type": "warp", "layer": 1.0}, {"type": "warp", "layer": -1.0, "first": 0.0, "second": 1.0},
		{"type": "warp", "layer": 1e9, "first": 0.0, "second": 1.0}, {"type": "warp", "layer": math.NaN(), "first": 0.0, "second": 1.0},
	} {
		st.handle(c)
		st.take("error")
		st.silent()
	}
	if st.fake.Edited() {
		t.Error("a refused command edited")
	}
}

func TestWarp(t *testing.T) {
	st := loaded(t)
	picture := func() *wire.Snapshot {
		st.send("frame")
		st.rest()
		s, err := wire.Decode(st.take("frame")["snapshot"].([]byte))
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	if s := picture(); s.Topology.Warp.Layer != 0 || s.Find("warp/grid") != nil {
		t.Error("it is shown though nobody asked")
	}
	st.send("warp", "layer", 1.0, "first", 1.0, "second", 0.0, "id", "w")
	if m := st.take("warped"); m["id"] != "w" {
		t.Errorf("%v", m)
	}
	if s := picture(); s.Topology == nil || s.Topology.Warp != (wire.Warp{Layer: 1, First: 1}) || s.Find("warp/grid") == nil {
		t.Error("it is not shown")
	}
	st.send("warp", "layer", 2.0, "first", 1.0, "second", 0.0) // which the run does not have
	st.take("warped")
	if s := picture(); s.Topology == nil || s.Topology.Warp.Layer != 0 || s.Find("warp/grid") != nil {
		t.Error("a layer that is not there is shown")
	}
}

// TestShow shows parameters of a true run by themselves: there is the gradient after
// a step, and of a name that the network does not have nothing is shown.
func TestShow(t *testing.T) {
	st := newStage(t)
	st.open = func(spec lab.Spec) (run, error) { return experiment.New(spec) }
	st.send("load", "link", "v=1&architecture=rnn&cell=lstm&units=3")
	st.take("state")
	picture := func() *wire.Snapshot {
		st.send("frame", "full", true)
		st.rest()
		s, err := wire.Decode(st.take("frame")["snapshot"].([]byte))
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	const name = "lstm1/hidden/weight"
	for _, c := range []struct {
		steps    int
		ask      string
		shown    string
		gradient bool
	}{{0, "", "", false}, {0, name, name, false}, {2, name, name, true}, {0, "lstm9/hidden/weight", "", false}, {0, "", "", false}} {
		if c.steps > 0 {
			st.send("step", "n", float64(c.steps))
			st.rest()
			st.take("stepped")
		}
		st.send("show", "name", c.ask)
		if m := st.take("shown"); m["name"] != c.ask {
			t.Errorf("%v", m)
		}
		s := picture()
		value, gradient := s.Find(name), s.Find(name+"/gradient")
		if s.Topology.Shown != c.shown || (value != nil) != (c.shown != "") || (gradient != nil) != c.gradient {
			t.Errorf("asked for %q: %q is shown; there is a value: %t, a gradient: %t", c.ask, s.Topology.Shown, value != nil, gradient != nil)
		}
	}
}

// TestEditedRun edits a true run by messages.
func TestEditedRun(t *testing.T) {
	st := newStage(t)
	st.open = func(spec lab.Spec) (run, error) { return experiment.New(spec) }
	st.send("load", "link", "v=1&dataset=xor&networkShape=3,2")
	if m := st.take("state"); m["edited"] != false {
		t.Errorf("%v", m)
	}
	st.send("weight", "name", "hidden2/weight", "index", 5.0, "value", -1.25)
	st.take("state")
	st.send("freeze", "name", "hidden2/weight", "index", 5.0, "frozen", true)
	st.take("state")
	st.send("step", "n", 50.0)
	st.rest()
	st.take("stepped")
	st.send("warp", "layer", 2.0, "first", 0.0, "second", 1.0)
	st.take("warped")
	st.send("frame")
	st.rest()
	s, err := wire.Decode(st.take("frame")["snapshot"].([]byte))
	if err != nil {
		t.Fatal(err)
	}
	if w := s.Find("hidden2/weight"); w.F32[5] != -1.25 || s.Find("hidden2/weight/frozen").U8[5] != 1 || len(s.Find("hidden2/weight/gradient").F32) != 6 {
		t.Errorf("%v", w)
	}
	if s.Find("warp/train") == nil || s.Find("wrong/train") == nil {
		t.Error("something is missing")
	}
	st.send("reset")
	if m := st.take("state"); m["edited"] != false {
		t.Errorf("after a reset: %v", m)
	}
}
