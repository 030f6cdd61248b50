package main

import (
	"testing"
	"time"

	"nnplay/nn/lab"
)

// TestSymptomsAreTold walks through a run that goes wrong and is mended: each change is
// told once, no flicker, and nothing of a run that has begun anew.
func TestSymptomsAreTold(t *testing.T) {
	st := loaded(t)
	ill := []lab.Symptom{{Code: "flat-loss", Remedy: lab.Remedy{Code: "faster", Key: "learningRate", Value: "0.03", Reset: true}}}
	play := func(d time.Duration) (told []message) {
		for end := st.clock + d; st.clock < end; {
			st.send("frame")
			st.pass(20 * time.Millisecond)
			for _, m := range st.answers {
				if m["type"] == "symptoms" {
					told = append(told, m)
				}
			}
			st.answers = nil
		}
		return told
	}
	count := func(m message) int { return len(m["symptoms"].([]any)) }
	st.send("play")
	if told := play(2 * time.Second); len(told) > 0 {
		t.Fatalf("told %v of a run that is well", told)
	}
	st.fake.symptoms = ill
	play(300 * time.Millisecond)
	st.fake.symptoms = nil
	if told := play(2 * time.Second); len(told) > 0 {
		t.Errorf("told %v of a flicker", told)
	}
	st.fake.symptoms = ill
	told := play(3 * time.Second)
	if len(told) != 1 || count(told[0]) != 1 {
		t.Fatalf("told %v", told)
	}
	symptom := told[0]["symptoms"].([]any)[0].(map[string]any)
	if remedy := symptom["remedy"].(map[string]any); symptom["code"] != "flat-loss" || remedy["value"] != "0.03" || remedy["reset"] != true {
		t.Errorf("told %v", symptom)
	}
	st.fake.symptoms = []lab.Symptom{{Code: "majority"}}
	if told := play(3 * time.Second); len(told) != 1 || told[0]["symptoms"].([]any)[0].(map[string]any)["remedy"] != nil {
		t.Errorf("told %v of another symptom without a remedy", told)
	}
	st.send("reset")
	if m := st.take("symptoms"); count(m) != 0 {
		t.Errorf("told %v of a new beginning", m)
	}
	st.take("state")
	st.silent()
	// A paused run is looked at once.
	st.send("frame")
	st.work()
	if m := st.take("symptoms"); count(m) != 1 {
		t.Errorf("told %v of a paused run", m)
	}
}

// TestSymptomsCostLittle measures the time that looking for them takes.
func TestSymptomsCostLittle(t *testing.T) {
	st := loaded(t)
	looks := 0
	st.fake.looked = func() {
		looks++
		st.clock += 100 * time.Millisecond
	}
	st.send("play")
	for st.clock < 20*time.Second {
		st.send("frame")
		st.pass(20 * time.Millisecond)
	}
	if looks < 5 || looks > 11 {
		t.Errorf("%d looks of 0.1 s in 20 s", looks)
	}
}

// TestDivergedIsNotPlaying holds that whoever hears of a divergence, or of a fault, knows
// that nothing goes on.
func TestDivergedIsNotPlaying(t *testing.T) {
	st := loaded(t)
	st.fake.nanAt = 100
	st.send("play")
	st.take("playing")
	st.pass(time.Second)
	if m := st.take("diverged"); m["playing"] != false {
		t.Errorf("diverged %v", m)
	}
	st = loaded(t)
	st.send("play")
	st.take("playing")
	st.fake.panics = true
	st.pass(time.Second)
	st.take("error")
	if m := st.take("playing"); m["playing"] != false {
		t.Errorf("after a fault %v", m)
	}
}
