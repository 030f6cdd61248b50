package main

import (
	"fmt"
	"slices"
	"testing"

	"nnplay/wasm/wire"
)

// TestAblate switches units off and on: what is told with and without them, what the
// picture shows of it, and that a network made anew has all of them.
func TestAblate(t *testing.T) {
	st := trained(t, plainSGD, 200)
	loss := func(m any) float64 { return m.(map[string]any)["trainLoss"].(float64) }
	ablate := func(tensor string, element float64, off bool) message {
		st.send("ablate", "tensor", tensor, "element", element, "off", off, "id", 5.0)
		return st.take("ablated")
	}
	shown := func() []uint8 {
		st.send("frame")
		st.rest()
		return picked(t, st.take("frame"), "hidden1/out/off")
	}
	if off := shown(); off != nil {
		t.Errorf("off are %v", off)
	}
	m := ablate("hidden1", 2, true)
	if got := fmt.Sprint(m["off"]); got != "[map[at:1 dimensions:[unit] index:[1] tensor:hidden1/out]]" || m["id"] != 5.0 {
		t.Errorf("%v, %v", got, m["id"])
	}
	if with, without := loss(m["metrics"]), loss(m["without"]); !(without > with+0.01) {
		t.Errorf("with it the loss is %v, without it %v", with, without)
	}
	if off := shown(); !slices.Equal(off, []uint8{0, 1}) {
		t.Errorf("off are %v", off)
	}
	if got := fmt.Sprint(ablate("hidden1/weight", 4, true)["off"].([]any)[1]); got != "map[at:3 dimensions:[input unit] index:[1 1] tensor:hidden1/weight]" {
		t.Error(got)
	}
	ablate("hidden1/out", 0, true)
	if off := shown(); !slices.Equal(off, []uint8{1, 1}) {
		t.Errorf("off are %v", off)
	}
	st.send("worth", "tensor", "hidden1/out", "part", 2.0)
	if worth := st.take("worth"); loss(worth["without"]) != loss(m["without"]) || loss(worth["metrics"]) != loss(m["metrics"]) {
		t.Errorf("%v; switched off it was %v", worth, m)
	}
	if m := ablate("", 0, false); m["without"] != nil || fmt.Sprint(m["off"]) != "[]" {
		t.Errorf("all is on: %v", m)
	}
	ablate("hidden1/out", 1, true)
	st.send("set", "key", "networkShape", "value", "3")
	if state := st.take("state"); fmt.Sprint(state["off"]) != "[]" || fmt.Sprint(state["parts"].(map[string]any)["hidden1/out"]) != "3" {
		t.Errorf("made anew: %v, %v", state["off"], state["parts"])
	}
	for _, c := range []command{
		{"type": "ablate", "tensor": "hidden9", "off": true}, {"type": "ablate", "tensor": "hidden1/weight", "element": 7.0, "off": true},
		{"type": "ablate", "tensor": "hidden1/out", "element": -1.0, "off": true}, {"type": "ablate", "tensor": "hidden1/out"}, {"type": "worth", "tensor": ""},
		{"type": "worth", "tensor": "hidden1/out", "part": 4.0},
	} {
		st.handle(c)
		st.take("error")
	}
}

// picked returns the levels of a tensor of a picture, nil if it is not there.
func picked(t *testing.T, m message, name string) []uint8 {
	t.Helper()
	s, err := wire.Decode(m["snapshot"].([]byte))
	if err != nil {
		t.Fatal(err)
	}
	for _, tensor := range s.Tensors {
		if tensor.Name == name {
			return tensor.U8
		}
	}
	return nil
}
