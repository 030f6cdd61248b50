package main

import (
	"math"
	"slices"
	"testing"

	"nnplay/nn/experiment"
	"nnplay/nn/lab"
	"nnplay/wasm/wire"
)

// TestPin pins a place of a true run: its values come with every snapshot, whatever
// is done to the run, until it is let go of; of a family without a plane none do.
func TestPin(t *testing.T) {
	st := newStage(t)
	st.open = func(spec lab.Spec) (run, error) { return experiment.New(spec) }
	load := func(link string) {
		st.send("load", "link", link)
		st.take("state")
	}
	load("v=1&dataset=xor&networkShape=3")
	picture := func() *wire.Snapshot {
		t.Helper()
		st.send("frame")
		st.rest()
		s, err := wire.Decode(st.take("frame")["snapshot"].([]byte))
		if err != nil {
			t.Fatal(err)
		}
		st.answers = nil
		return s
	}
	expect := func(when string, at []float32, units map[string]int) {
		t.Helper()
		s := picture()
		if v := s.Find("pin/at"); (v != nil) != (at != nil) || v != nil && !slices.Equal(v.F32, at) {
			t.Errorf("%s: the place is %v, want %v", when, v, at)
		}
		for name, n := range units {
			if v := s.Find("pin/" + name); v == nil || len(v.F32) != n || v.Still {
				t.Errorf("%s: of %s there is %v", when, name, v)
			}
		}
	}
	pin := func(on bool, x, y float64) {
		t.Helper()
		st.send("pin", "on", on, "x", x, "y", y, "id", "p")
		if m := st.take("pinned"); m["id"] != "p" || m["on"] != on {
			t.Errorf("%v", m)
		}
	}
	expect("nothing is pinned", nil, nil)
	pin(true, 1.5, -2)
	at := []float32{1.5, -2}
	expect("pinned", at, map[string]int{"features": 2, "hidden1": 3, "output": 1})
	before := picture().Find("pin/output").F32[0]
	st.send("step", "n", 20.0)
	st.rest()
	st.take("stepped")
	if after := picture().Find("pin/output").F32[0]; after == before {
		t.Errorf("the output is %v, and the same after 20 steps", before)
	}
	st.send("set", "key", "networkShape", "value", "4,2")
	st.take("state")
	expect("with other layers", at, map[string]int{"hidden1": 4, "hidden2": 2})
	st.send("reset")
	st.take("state")
	expect("after a reset", at, map[string]int{"hidden2": 2})
	load("v=1&dataset=x-sin-x&networkShape=5")
	expect("of one input", at[:1], map[string]int{"features": 1, "hidden1": 5})
	load("v=1&architecture=rnn")
	expect("of a recurrent network", nil, nil)
	load("v=1&dataset=circle")
	expect("back at the plane", at, nil)
	pin(true, -1e9, 1e9)
	expect("far away", []float32{-6, 6}, nil)
	pin(false, math.NaN(), 0)
	expect("let go of", nil, nil)
}

// TestBadPins holds that what is no place is refused, and leaves the one that is
// pinned.
func TestBadPins(t *testing.T) {
	st := loaded(t)
	st.send("pin", "on", true, "x", 1.0, "y", 2.0)
	st.take("pinned")
	for field, values := range map[string][]any{
		"on": {nil, 1.0, "true"},
		"x":  {math.NaN(), math.Inf(1), math.Inf(-1), 1e300, "1", true, nil},
		"y":  {math.NaN(), math.Inf(-1), -1e39, "", []byte{1}},
	} {
		for _, v := range values {
			c := command{"type": "pin", "on": true, "x": 0.0, "y": 0.0}
			c[field] = v
			st.handle(c)
			if m := st.take("error"); m["code"] != "bad-field" || m["args"].(map[string]any)["field"] != field {
				t.Errorf("%s = %v is answered by %v", field, v, m)
			}
			st.silent()
		}
	}
	if want := (pin{on: true, x: 1, y: 2}); st.pin != want {
		t.Errorf("%+v is pinned, want %+v", st.pin, want)
	}
}
