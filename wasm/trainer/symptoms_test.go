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
	faster := lab.Prescription{Code: "faster", Changes: []lab.Change{{Key: "learningRate", Value: "0.1"}, {Key: "momentum", Value: "0.5"}}, Reset: true}
	ill := []lab.Symptom{{Code: "plateau", Args: map[string]string{"loss": "0.5"}, Remedy: faster}}
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
	remedy := symptom["remedy"].(map[string]any)
	if change := remedy["changes"].([]any)[1].(map[string]any); symptom["code"] != "plateau" || remedy["code"] != "faster" || change["value"] != "0.5" || remedy["reset"] != true {
		t.Errorf("told %v", symptom)
	}
	st.fake.symptoms = []lab.Symptom{{Code: "plateau", Args: map[string]string{"loss": "0.6"}, Remedy: faster}}
	if told := play(3 * time.Second); len(told) > 0 {
		t.Errorf("told %v of other numbers", told)
	}
	st.fake.symptoms = nil
	play(1200 * time.Millisecond)
	st.fake.symptoms = ill
	if told := play(3 * time.Second); len(told) > 0 {
		t.Errorf("told %v of what was gone for a moment", told)
	}
	st.fake.symptoms = []lab.Symptom{{Code: "majority"}}
	if told := play(4 * time.Second); len(told) != 2 || count(told[0]) != 2 || count(told[1]) != 1 || told[1]["symptoms"].([]any)[0].(map[string]any)["remedy"] != nil {
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

// TestMend makes the changes that are offered, all at once, and begins anew; what is
// offered no longer is refused.
func TestMend(t *testing.T) {
	st := loaded(t)
	st.fake.symptoms = []lab.Symptom{{Code: "plateau", Remedy: lab.Prescription{
		Code: "faster", Changes: []lab.Change{{Key: "learningRate", Value: "0.1"}, {Key: "clip", Value: "1"}}, Reset: true,
	}}, {Code: "majority"}}
	st.send("step", "n", 10)
	st.work()
	st.send("frame")
	st.work()
	st.answers = nil
	for _, code := range []string{"majority", "overfitting", ""} {
		st.send("mend", "code", code)
		if m := st.take("error"); m["code"] != "no-remedy" {
			t.Errorf("%q: %v", code, m)
		}
	}
	st.send("mend", "code", "plateau", "id", 3.0)
	if m := st.take("symptoms"); len(m["symptoms"].([]any)) != 0 {
		t.Errorf("of the mended run it is told %v", m)
	}
	m := st.take("state")
	if spec := m["spec"].(map[string]any); spec["learningRate"] != "0.1" || spec["clip"] != "1" || m["restarted"] != true || m["step"] != 0.0 || m["id"] != 3.0 {
		t.Errorf("mended: %v", m)
	}
	st.silent()
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
