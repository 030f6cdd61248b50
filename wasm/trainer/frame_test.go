package main

import (
	"testing"
	"time"

	"nnplay/wasm/wire"
)

// TestFramesAreBounded measures which part of the time pictures take, and which
// the numbers beside them: where those take long, most pictures have none.
func TestFramesAreBounded(t *testing.T) {
	for _, c := range []struct {
		draw, look            time.Duration
		leastDrawn, leastSeen int // in two seconds
		mostSeen              int
	}{
		{20 * time.Millisecond, 0, 20, 20, 26},
		{20 * time.Millisecond, time.Millisecond, 20, 20, 26},
		{20 * time.Millisecond, 100 * time.Millisecond, 15, 2, 3},
		{time.Millisecond, 20 * time.Millisecond, 50, 10, 13},
	} {
		st := loaded(t)
		st.fake.drawTime, st.fake.lookTime = c.draw, c.look
		st.send("speed", "stepsPerSecond", 0.0)
		st.send("play")
		st.answers = nil
		drawn, seen := 0, 0
		st.send("frame", "full", false)
		for st.clock < 2*time.Second {
			st.work()
			for _, m := range st.answers {
				if m["type"] == "frame" {
					drawn++
					if m["metrics"] != nil {
						seen++
					} else if m["step"] != float64(st.fake.steps) {
						t.Errorf("a picture of step %v at step %d", m["step"], st.fake.steps)
					}
					st.send("frame")
				}
			}
			st.answers = nil
		}
		share := func(n int, cost time.Duration) float64 { return float64(n) * cost.Seconds() / st.clock.Seconds() }
		if a, b := share(drawn, c.draw), share(seen, c.look); a > 1./4+0.02 || b > 1./8+0.04 || a+b > 0.4 || drawn < c.leastDrawn || seen < c.leastSeen || seen > c.mostSeen {
			t.Errorf("%v, %v: %d pictures took %.2f of the time, %d times numbers %.2f", c.draw, c.look, drawn, a, seen, b)
		}
	}
}

func TestPausedFramesAreAnsweredAtOnce(t *testing.T) {
	st := loaded(t)
	st.send("frame", "id", 1.0)
	st.send("frame", "id", 2.0)
	st.work()
	for i := range 2 {
		m := st.take("frame")
		snapshot, err := wire.Decode(m["snapshot"].([]byte))
		if err != nil {
			t.Fatal(err)
		}
		first := i == 0
		if (snapshot.Topology != nil) != first || (len(snapshot.Tensors) == 2) != first {
			t.Errorf("frame %d: topology %v, %d tensors", i, snapshot.Topology != nil, len(snapshot.Tensors))
		}
		if m["metrics"].(map[string]any)["fingerprint"] != "f00d" {
			t.Error("no fingerprint in a paused frame")
		}
	}
	st.work()
	st.silent()
	st.send("frame", "full", true)
	st.work()
	snapshot, _ := wire.Decode(st.take("frame")["snapshot"].([]byte))
	if snapshot.Topology == nil || len(snapshot.Tensors) != 2 {
		t.Error("a full frame lacks something")
	}
}

func TestPlayingFramesWaitForNews(t *testing.T) {
	st := loaded(t)
	st.send("speed", "stepsPerSecond", 1.0)
	st.send("play")
	st.take("playing")
	st.send("frame")
	st.work()
	m := st.take("frame") // of the first step
	if _, given := m["metrics"].(map[string]any)["fingerprint"]; given {
		t.Error("a fingerprint while playing")
	}
	st.send("frame")
	st.pass(900 * time.Millisecond)
	st.silent()
	st.pass(200 * time.Millisecond)
	st.take("frame")
	st.send("frame")
	st.send("pause")
	st.take("playing")
	st.work()
	st.take("frame")
}
