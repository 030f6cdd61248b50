package main

import (
	"testing"
	"time"
)

func TestStepPausesAtTheNumber(t *testing.T) {
	st := loaded(t)
	st.send("play")
	st.take("playing")
	st.pass(100 * time.Millisecond)
	before := st.fake.steps
	if before == 0 {
		t.Fatal("playing does not train")
	}
	st.send("step", "n", 12345.0, "id", 1.0)
	st.rest()
	if m := st.take("stepped"); m["id"] != 1.0 || m["step"] != float64(before+12345) || m["playing"] != false {
		t.Errorf("stepped %v after %d", m, before)
	}
	st.pass(time.Second)
	if st.fake.steps != before+12345 {
		t.Error("training went on after step")
	}
}

func TestEpochEndsAtItsBoundary(t *testing.T) {
	st := loaded(t)
	st.send("step", "n", 7.0)
	st.send("epoch") // while the step is still waiting
	st.rest()
	st.take("stepped")
	st.take("stepped")
	st.send("epoch")
	st.rest()
	if st.fake.steps != 50 {
		t.Errorf("%d steps, want 50", st.fake.steps)
	}
}

func TestTrainIsExactAndInOrder(t *testing.T) {
	st := loaded(t)
	st.fake.stepTime = 700 * time.Microsecond
	st.send("train", "n", 100.0, "id", 1.0)
	st.send("train", "n", 0.0, "id", 2.0)
	st.send("train", "n", 1001.0, "id", 3.0)
	st.send("set", "key", "learningRate", "value", 0.1) // does not restart
	st.take("state")
	st.rest()
	for i, want := range []float64{100, 100, 1101} {
		m := st.take("trained")
		metrics := m["metrics"].(map[string]any)
		if m["id"] != float64(i+1) || metrics["step"] != want || metrics["fingerprint"] != "f00d" {
			t.Errorf("trained %v, want %v", m, want)
		}
	}
}

func TestInterruptedTrainIsAnswered(t *testing.T) {
	for _, c := range []command{
		{"type": "pause"}, {"type": "reset"}, {"type": "reseed"}, {"type": "load", "link": "v=1&dataset=xor"},
		{"type": "set", "key": "dataset", "value": "xor"},
	} {
		st := loaded(t)
		st.send("train", "n", 1e9, "id", 5.0)
		st.work()
		st.handle(c)
		if m := st.take("error"); m["code"] != "interrupted" || m["id"] != 5.0 {
			t.Errorf("%v: %v", c, m)
		}
		st.rest()
	}
}

func TestMetricsAreNumbersOrNull(t *testing.T) {
	st := loaded(t)
	st.send("metrics", "id", "m")
	m := st.take("metrics")["metrics"].(map[string]any)
	if m["trainLoss"] != 0.5 || m["testLoss"] != nil || m["r2"] != nil || m["fingerprint"] != "f00d" {
		t.Errorf("metrics %v", m)
	}
}

func TestSpeed(t *testing.T) {
	for _, rate := range []float64{1, 10, 60, 250, 1000, 2500, 10000} {
		st := loaded(t)
		st.send("speed", "stepsPerSecond", rate)
		st.send("play")
		st.pass(10 * time.Second)
		want := 10 * rate
		if got := float64(st.fake.steps); got < want-rate*0.02-1 || got > want+1 {
			t.Errorf("%v steps in 10 s at %v/s", got, rate)
		}
	}
	st := loaded(t)
	st.send("speed", "stepsPerSecond", 0.0)
	st.send("play")
	st.pass(time.Second)
	if st.fake.steps < 90_000 { // of 100,000 that fit
		t.Errorf("unlimited: %d steps in a second", st.fake.steps)
	}
}

func TestSlowRunDoesNotRaceLater(t *testing.T) {
	st := loaded(t)
	st.send("speed", "stepsPerSecond", 100.0)
	st.send("play")
	st.pass(time.Second)
	before := st.fake.steps
	st.clock += time.Hour // the machine slept
	st.pass(time.Second)
	if made := st.fake.steps - before; made > 130 {
		t.Errorf("%d steps in the second after a break", made)
	}
}

func TestDivergenceStopsPlaying(t *testing.T) {
	st := loaded(t)
	st.fake.nanAt = 100
	st.send("speed", "stepsPerSecond", 2500.0)
	st.send("play")
	st.take("playing")
	st.pass(time.Second)
	if m := st.take("diverged"); m["tensor"] != "output/bias" {
		t.Errorf("%v", m)
	}
	st.silent()
	stopped := st.fake.steps
	st.send("play")
	if m := st.take("playing"); m["playing"] != false {
		t.Error("a diverged run plays")
	}
	st.send("train", "n", 10.0)
	st.rest()
	st.take("trained")
	if st.fake.steps != stopped+10 {
		t.Error("train is not exact after divergence")
	}
	st.send("reset")
	st.take("state")
	st.send("play")
	if m := st.take("playing"); m["playing"] != true {
		t.Error("a reset run does not play")
	}
}
