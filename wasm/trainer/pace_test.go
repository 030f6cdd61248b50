package main

import (
	"math"
	"testing"
	"time"

	"nnplay/nn/lab"
)

// paced returns a stage that has loaded an experiment which is interesting after
// so many steps.
func paced(t *testing.T, steps int) *stage {
	t.Helper()
	st := newStage(t)
	st.families = []*lab.Family{withPresets(lab.Preset{Link: "v=1", Interesting: steps})}
	st.send("load", "link", "v=1")
	if m := st.take("state"); m["pace"] != max(1, float64(steps)/10) {
		t.Errorf("interesting after %d steps: it begins with %v a second", steps, m["pace"])
	}
	return st
}

// withPresets returns the default family with other presets.
func withPresets(presets ...lab.Preset) *lab.Family {
	family, _ := families.Find(lab.Unnamed)
	other := *family
	other.Presets = presets
	return &other
}

// TestOwnPace plays at the experiment's own speed: after ten seconds it is at the
// interesting step, from then on the rate doubles every two seconds, up to where it
// can still be followed.
func TestOwnPace(t *testing.T) {
	for _, interesting := range []int{20, 200, 1350, 12_000, 60_000} {
		st := paced(t, interesting)
		st.send("play")
		st.work()
		if st.fake.steps == 0 {
			t.Error("nothing happens at once")
		}
		first := float64(interesting) / 10
		for _, c := range []struct{ seconds, want float64 }{
			{5, 5 * first}, {10, 10 * first},
			// Of a rate that doubles every two seconds, the steps of the first four: r·(2/ln 2)·(2² - 1).
			{14, 10*first + first*2/math.Ln2*3},
		} {
			if first > mostOwn/4 && c.seconds > 10 {
				continue // then the rate is bounded
			}
			st.pass(time.Duration(c.seconds*float64(time.Second)) - st.clock)
			if got := float64(st.fake.steps); got < c.want*0.95-2 || got > c.want*1.05+2 {
				t.Errorf("interesting after %d: %v steps in %v s, want about %.0f", interesting, got, c.seconds, c.want)
			}
		}
		st.pass(time.Minute)
		before, most := float64(st.fake.steps), max(first, mostOwn)
		st.pass(time.Second)
		if rate := float64(st.fake.steps) - before; rate < most*0.95 || rate > most*1.05 {
			t.Errorf("interesting after %d: %v steps a second at last, want %v", interesting, rate, most)
		}
	}
}

// TestPresetsTakeTenSeconds plays each preset at its own pace to where it is
// interesting.
func TestPresetsTakeTenSeconds(t *testing.T) {
	for _, p := range families.Presets() {
		st := newStage(t)
		st.send("load", "link", p.Link)
		if pace := st.take("state")["pace"].(float64); pace < 1 {
			t.Errorf("%s begins with %v steps a second", p.Name, pace)
		}
		start := st.clock
		st.send("play")
		for int(st.fake.steps) < p.Interesting && st.clock < start+time.Minute {
			st.pass(100 * time.Millisecond)
		}
		if took := st.clock - start; took < 5*time.Second || took > 15*time.Second {
			t.Errorf("%s: interesting after %v", p.Name, took)
		}
	}
}

// TestOwnPaceIsOfTheStep pauses, resets and lets a reader choose: the run goes on
// as fast as it would have without the pause, and is slow again from the start.
func TestOwnPaceIsOfTheStep(t *testing.T) {
	st := paced(t, 200)
	second := func() float64 {
		before := st.fake.steps
		st.send("play")
		st.pass(time.Second)
		st.send("pause")
		return float64(st.fake.steps - before)
	}
	if n := second(); n < 19 || n > 22 {
		t.Errorf("%v steps in the first second", n)
	}
	st.send("train", "n", 1000.0)
	st.rest()
	later := second()
	if later < 200 {
		t.Errorf("%v steps a second after a thousand", later)
	}
	st.pass(time.Minute)
	if n := second(); n < later {
		t.Errorf("%v steps a second before a pause, %v after", later, n)
	}
	st.send("reset")
	if n := second(); n < 19 || n > 22 {
		t.Errorf("%v steps in the first second after a reset", n)
	}
	st.send("speed", "stepsPerSecond", 0.0)
	if n := second(); n < 90_000 { // of 100,000 that fit
		t.Errorf("%v steps in a second as fast as it can", n)
	}
	st.send("reset")
	st.send("pace")
	if n := second(); n < 19 || n > 22 {
		t.Errorf("%v steps in the first second at its own speed again", n)
	}
}

// TestSlowPaceShowsEachStep plays twenty steps a second: each is drawn.
func TestSlowPaceShowsEachStep(t *testing.T) {
	st := paced(t, 200)
	st.send("play")
	st.send("frame")
	shown := 0.0
	for st.clock < 5*time.Second {
		wait := st.work()
		for _, m := range st.answers {
			if m["type"] != "frame" {
				continue
			}
			if m["step"] != shown+1 {
				t.Fatalf("after step %v step %v is shown", shown, m["step"])
			}
			shown++
			st.send("frame")
		}
		st.answers = nil
		st.clock += max(wait, 0)
	}
	if shown < 95 {
		t.Errorf("%v steps are shown in five seconds", shown)
	}
}
