package main

import (
	"bytes"
	"encoding/json"
	"testing"

	"nnplay/nn/data"
	"nnplay/nn/experiment"
)

// TestSave saves a run, trains on, and goes back to it.
func TestSave(t *testing.T) {
	st := newStage(t)
	st.send("save", "id", 1.0)
	if m := st.take("error"); m["code"] != "no-experiment" {
		t.Errorf("%v", m)
	}
	st.send("load", "link", "v=1")
	st.take("state")
	st.send("train", "n", 300.0)
	st.rest()
	st.take("trained")
	st.send("save", "id", 2.0)
	m := st.take("saved")
	saved, ok := m["saved"].([]byte)
	if !ok || m["id"] != 2.0 || m["step"] != 300.0 || m["edited"] != false || m["link"] != experiment.Link(st.fake.spec) {
		t.Fatalf("%v", m)
	}
	st.send("reset")
	st.take("state")
	st.send("play")
	st.take("playing")
	st.send("resume", "saved", bytes.Clone(saved), "id", 3.0)
	if m := st.take("state"); m["id"] != 3.0 || m["step"] != 300.0 || m["playing"] != false || m["restarted"] != true {
		t.Errorf("%v", m)
	}
	for _, bad := range []any{nil, "text", 5.0, []byte("xyz")} {
		st.send("resume", "saved", bad)
		if m := st.take("error"); m["code"] == "" || st.fake.steps != 300 {
			t.Errorf("%v after %v", m, bad)
		}
	}
	st.fake.nanAt = 1
	st.send("save")
	if m := st.take("saved"); m["saved"] != nil {
		t.Errorf("%v", m)
	}
}

// FuzzHandle lets a session hear anything, as JSON: a list of commands. Each has
// an answer, and afterwards it still obeys.
func FuzzHandle(f *testing.F) {
	for _, text := range []string{
		`[{"type":"load","link":"v=1&dataset=own"},{"type":"draw","op":"add","value":"1,2,0"},{"type":"draw","op":"undo"}]`,
		`[{"type":"train","n":1e9},{"type":"step","n":-1},{"type":"set","key":"learningRate","value":{}}]`,
		`[{"type":"weight","name":"output/bias","index":1e300,"value":0},{"type":"warp","layer":12,"first":63,"second":-0.5}]`,
		`[{"type":"predict","points":"1,2 NaN,,"},{"type":"act","name":"echo","value":true},{"type":"speed","stepsPerSecond":null}]`,
		`[{"type":"images","op":"addClass","value":"x"},{"type":"images","op":"take","bytes":"AA"},{"type":"pictures","index":0,"first":0,"n":1e9}]`,
		`[{"type":"stop","accuracy":2},{"type":"frame","full":"yes"},{"type":"resume","saved":"AAAA"},{"type":[]}]`,
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		var commands []map[string]any
		if json.Unmarshal(text, &commands) != nil || len(commands) > 20 {
			return
		}
		st := newStage(t)
		st.fakeHandle(command{"type": "load", "link": "v=1"})
		for _, given := range commands {
			for _, name := range []string{"saved", "bytes"} {
				if text, ok := given[name].(string); ok {
					given[name] = []byte(text)
				}
			}
			st.fakeHandle(given)
			st.work()
		}
		st.halt()
		st.fakeHandle(command{"type": "metrics", "id": "last"})
		if len(st.answers) != 1 || st.answers[0]["type"] != "metrics" {
			t.Errorf("%q is answered by %v in the end", text, st.answers)
		}
	})
}

// fakeHandle is handle, but that a command which nobody can answer is a fault.
func (st *stage) fakeHandle(c command) {
	st.answers = nil
	st.handle(c)
	for _, m := range st.answers {
		if m["code"] == "internal" && m["type"] == "error" && c["type"] != "resume" && c["type"] != "weight" {
			st.t.Errorf("%v is answered by %v", c, m)
		}
	}
}

// FuzzStroke draws what a text says: marks that are numbers lie within the
// drawing's bounds afterwards, and anything else is refused.
func FuzzStroke(f *testing.F) {
	for _, text := range []string{"1.5,-3,1", "0,0,0;0.6,0,0", "1e30,-1e30,1e30", "NaN,0,0", ";;", "1,2", "0x1p-2,1_0,+3", ""} {
		f.Add("add", text)
		f.Add("erase", text)
	}
	f.Fuzz(func(t *testing.T, op, text string) {
		var d data.Drawing
		for _, v := range []bool{false, true} {
			d = data.Drawing{Values: v}
			d.Add(1, 1, 0)
			failed := stroke(&d, op, text)
			if failed == nil && d.Len() > data.MaxOwn {
				t.Errorf("%d points", d.Len())
			}
			again, ok := data.ParseDrawing(d.String())
			if d.Len() > 0 && (!ok || again.Len() != d.Len()) {
				t.Errorf("%q draws what can't be read again", text)
			}
		}
	})
}
