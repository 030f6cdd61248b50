package main

import (
	"reflect"
	"strings"
	"testing"
)

// TestAct holds that an action is answered with what it came to, and refused
// with a sentence.
func TestAct(t *testing.T) {
	st := loaded(t)
	st.send("act", "name", "echo", "value", "7", "id", "a")
	m := st.take("acted")
	if m["id"] != "a" || !reflect.DeepEqual(m["texts"], map[string]any{"text": "7"}) || !reflect.DeepEqual(m["numbers"], map[string]any{"list": []any{1.0, nil}}) {
		t.Errorf("%v", m)
	}
	for _, c := range [][]any{
		{"name", "fly", "value", ""},
		{"name", "echo"},
		{"value", "7"},
		{"name", "echo", "value", strings.Repeat("7", 1<<16+1)},
	} {
		st.send("act", c...)
		st.take("error")
	}
}

// TestCaption holds that what is gone through slowly no longer goes on by itself,
// and is answered with a caption.
func TestCaption(t *testing.T) {
	st := loaded(t)
	st.send("play")
	st.take("playing")
	st.send("act", "name", "slow", "value", "", "id", "a")
	if m := st.take("playing"); m["playing"] != false {
		t.Errorf("it goes on: %v", m)
	}
	m := st.take("acted")
	want := map[string]any{"key": "phase.x", "args": map[string]any{"n": "3"}, "number": 2.0, "count": 5.0, "turn": 1.0, "turns": 4.0}
	if !reflect.DeepEqual(m["caption"], want) {
		t.Errorf("it is answered with %v", m["caption"])
	}
	st.send("act", "name", "slow", "value", "")
	st.take("acted")
	st.silent()
}
