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
		{"name", "echo", "value", strings.Repeat("7", maxAction+1)},
	} {
		st.send("act", c...)
		st.take("error")
	}
}
