package main

import (
	"math"
	"strings"
	"testing"
	"time"

	"nnplay/nn/experiment"
	"nnplay/nn/lab"
)

// real returns a stage whose runs are of package experiment.
func real(t *testing.T, link string) *stage {
	st := newStage(t)
	st.open = func(spec lab.Spec) (run, error) {
		r, err := experiment.New(spec)
		return timedRun{r, st}, err
	}
	st.send("load", "link", link)
	st.take("state")
	return st
}

// A timedRun is a run whose steps take time on the stage's clock.
type timedRun struct {
	*experiment.Run
	st *stage
}

func (r timedRun) Step(n int) {
	r.Run.Step(n)
	r.st.clock += time.Duration(n) * 10 * time.Microsecond
}

// playOut plays until the run stops and returns the message that says why.
func (st *stage) playOut() message {
	st.t.Helper()
	st.send("play")
	st.take("playing")
	for range 200_000 {
		if wait := st.work(); wait == nothing {
			break
		} else if wait > 0 {
			st.clock += wait
		}
	}
	return st.take("stopped")
}

func TestStops(t *testing.T) {
	const link = "v=1&dataset=gauss"
	for name, c := range map[string]struct {
		field string
		value float64
	}{
		"accuracy": {"accuracy", 0.95},
		"flat":     {"flat", 500},
		"steps":    {"steps", 1234},
	} {
		t.Run(name, func(t *testing.T) {
			var first message
			for _, rate := range []float64{0, 60, 2500} {
				st := real(t, link)
				st.send("speed", "stepsPerSecond", rate)
				st.send("stop", c.field, c.value)
				st.take("stops")
				m := st.playOut()
				if m["reason"] != name || m["playing"] != false || st.playing || m["text"] == "" {
					t.Fatalf("stopped by %v", m)
				}
				if first == nil {
					first = m
				} else if m["step"] != first["step"] {
					t.Errorf("at %v steps a second it stops at step %v, else at %v", rate, m["step"], first["step"])
				}
				switch metrics := st.run.Metrics(); name {
				case "accuracy":
					if metrics.Accuracy < c.value {
						t.Errorf("accuracy %v", metrics.Accuracy)
					}
				case "steps":
					if metrics.Step != 1234 {
						t.Errorf("step %d", metrics.Step)
					}
				case "flat":
					if metrics.Step < 600 {
						t.Errorf("flat at step %d already", metrics.Step)
					}
				}
			}
		})
	}
}

// TestStopsOnce holds that a condition which was met does not keep the run from
// going on, until it begins anew.
func TestStopsOnce(t *testing.T) {
	st := real(t, "v=1&dataset=gauss")
	st.send("speed", "stepsPerSecond", 0.0)
	st.send("stop", "accuracy", 0.95, "steps", 5000.0)
	st.take("stops")
	first := st.playOut()
	if m := st.playOut(); m["reason"] != "steps" || m["step"] != 5000.0 {
		t.Errorf("then stopped by %v", m)
	}
	st.send("reset")
	st.take("state")
	if m := st.playOut(); m["reason"] != "accuracy" || m["step"] != first["step"] {
		t.Errorf("after a reset stopped by %v, first by %v", m, first)
	}
}

func TestStopRefuses(t *testing.T) {
	st := loaded(t)
	for _, v := range []any{-1.0, math.NaN(), "x", 1.5} {
		st.send("stop", "accuracy", v)
		st.take("error")
	}
	st.send("stop")
	st.take("stops")
	if st.stopper.left(0, 100) < 1<<30 {
		t.Error("no condition, and yet it would look")
	}
	st.send("stop", "accuracy", 0.9, "id", "a")
	if m := st.take("stops"); m["id"] != "a" || m["accuracy"] != 0.9 {
		t.Errorf("answer %v", m)
	}
}

// TestRestore goes back and forth between experiments: training goes on where
// only the learning rate differs.
func TestRestore(t *testing.T) {
	st := loaded(t)
	st.send("train", "n", 50.0)
	st.rest()
	st.take("trained")
	for _, c := range []struct {
		link      string
		restarted bool
	}{
		{"v=1&learningRate=0.1", false},
		{"v=1", false},
		{"v=1&dataset=xor", true},
	} {
		st.send("restore", "link", c.link)
		if m := st.take("state"); m["restarted"] != c.restarted {
			t.Errorf("%s: restarted %v", c.link, m["restarted"])
		}
	}
	st.send("restore", "link", "v=99")
	st.take("error")
}

// TestRestoreKeepsOwn goes back to a learning rate with data of one's own that no
// link has room for: they stay.
func TestRestoreKeepsOwn(t *testing.T) {
	value := strings.Repeat("so much to say, and no room. ", 300)
	for _, family := range []string{"rnn", "transformer"} {
		st := real(t, "v=1&architecture="+family+"&sequence=own")
		st.send("set", "key", "ownText", "value", value)
		st.take("state")
		held := st.run.Spec().Get("ownText")
		if len(held) < len(value)/2 {
			t.Fatalf("%s holds %d bytes", family, len(held))
		}
		before := experiment.Link(st.run.Spec())
		st.send("set", "key", "learningRate", "value", "0.02")
		st.take("state")
		st.send("restore", "link", before)
		if m := st.take("state"); m["restarted"] != false || st.run.Spec().Get("ownText") != held {
			t.Errorf("%s: %d bytes are left of %d; restarted %v", family, len(st.run.Spec().Get("ownText")), len(held), m["restarted"])
		}
	}
}

// TestDivergedWhere holds that the report of a divergence names the same step
// and tensor at every speed, and says what helps.
func TestDivergedWhere(t *testing.T) {
	var first message
	for _, rate := range []float64{0, 60, 2500} {
		st := real(t, "v=1&dataset=reg-plane&learningRate=10&networkShape=8,8&activation=linear")
		st.send("speed", "stepsPerSecond", rate)
		st.send("play")
		st.take("playing")
		for range 100_000 {
			if wait := st.work(); wait == nothing {
				break
			} else {
				st.clock += wait
			}
		}
		m := st.take("diverged")
		if m["learningRate"] != 3.0 || len(m["causes"].([]any)) == 0 {
			t.Errorf("%v", m)
		}
		if first == nil {
			first = m
		} else if m["step"] != first["step"] || m["tensor"] != first["tensor"] {
			t.Errorf("%v, but at another speed %v", m, first)
		}
	}
}
