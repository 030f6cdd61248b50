package main

import (
	"testing"
	"time"

	"nnplay/nn/lab"
)

func TestGoTo(t *testing.T) {
	for _, tt := range []struct {
		name     string
		to, want float64
	}{
		{"a step that is remembered", 40, 40},
		{"a step that is trained anew", 57, 57},
		{"the beginning", 0, 0},
		{"more than there was", 1e6, 100},
	} {
		t.Run(tt.name, func(t *testing.T) {
			st := loaded(t)
			st.send("train", "n", 100.0)
			st.rest()
			st.take("trained")
			st.send("play")
			st.take("playing")
			st.send("goTo", "step", tt.to, "id", 5.0)
			st.rest()
			m := st.take("state")
			if m["id"] != 5.0 || m["step"] != tt.want || m["playing"] != false || m["restarted"] != false || m["to"] != 100.0 {
				t.Errorf("%v", m)
			}
			st.pass(time.Second)
			if st.fake.steps != uint64(tt.want) {
				t.Error("training went on by itself")
			}
		})
	}
}

// What is known of a run stays when it goes back, until something is changed there.
func TestGoToKeepsTheHistory(t *testing.T) {
	st := loaded(t)
	for range 3 {
		st.send("train", "n", 10.0)
		st.rest()
	}
	st.send("goTo", "step", 10.0)
	st.send("metrics")
	latest := func() (step uint64) {
		st.history.Each(func(m lab.Metrics) { step = m.Step })
		return step
	}
	if latest() != 30 {
		t.Errorf("the history ends at step %d", latest())
	}
	st.fake.known = 10 // as a run says where something was changed
	st.send("weight", "name", "output/bias", "index", 0.0, "value", 1.0)
	if latest() != 10 {
		t.Errorf("after a change at step 10 the history ends at step %d", latest())
	}
}

// Another wish while it is on its way ends the first.
func TestGoToInterrupted(t *testing.T) {
	st := loaded(t)
	st.fake.stepTime = 20 * time.Millisecond
	st.send("train", "n", 30.0)
	st.rest()
	st.take("trained")
	st.send("goTo", "step", 29.0, "id", 1.0)
	st.work()
	st.silent()
	st.send("goTo", "step", 5.0, "id", 2.0)
	if m := st.take("state"); m["id"] != 1.0 {
		t.Errorf("%v", m)
	}
	st.rest()
	if m := st.take("state"); m["id"] != 2.0 || m["step"] != 5.0 {
		t.Errorf("%v", m)
	}
}
