package main

import (
	"fmt"
	"testing"
)

// TestPredict asks for outputs, in good form and in bad.
func TestPredict(t *testing.T) {
	for _, c := range []struct {
		points any
		want   string // of the outputs, or the code of the error
	}{
		{"1,2 3,4", "[[2] [6]]"},
		{"1 2 3", "odd-inputs"},
		{"1 two", "bad-input"},
		{7.0, "bad-field"},
		{nil, "bad-field"},
	} {
		st := loaded(t)
		st.send("predict", "points", c.points)
		if m := st.answers[0]; m["type"] == "predicted" {
			if got := fmt.Sprint(m["outputs"]); got != c.want {
				t.Errorf("%v: %v, want %v", c.points, got, c.want)
			}
		} else if m["code"] != c.want {
			t.Errorf("%v: %v, want %v", c.points, m, c.want)
		}
	}
}
