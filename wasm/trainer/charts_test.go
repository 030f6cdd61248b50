package main

import (
	"encoding/json"
	"testing"
)

// TestCharts holds that what was measured while training is there to plot, from where it
// began, and that another experiment begins its own history.
func TestCharts(t *testing.T) {
	st := loaded(t)
	steps := func() []float64 {
		st.send("charts")
		var charts []struct{ Series []struct{ Points []float64 } }
		text, _ := st.answers[len(st.answers)-1]["charts"].(string)
		if err := json.Unmarshal([]byte(text), &charts); err != nil {
			t.Fatalf("%v: %v", st.answers[len(st.answers)-1], err)
		}
		var x []float64
		for i := 0; i < len(charts[0].Series[0].Points); i += 2 {
			x = append(x, charts[0].Series[0].Points[i])
		}
		return x
	}
	for range 3 {
		st.send("train", "n", 10.0)
		st.rest()
	}
	if got := steps(); len(got) < 3 || got[0] != 0 || got[len(got)-1] != 30 { // nobody looked at the first
		t.Errorf("the history has the steps %v", got)
	}
	st.send("reset")
	st.send("metrics")
	if got := steps(); len(got) != 1 || got[0] != 0 {
		t.Errorf("after a reset the history has the steps %v", got)
	}
}
