package main

import (
	"testing"

	"nnplay/nn/experiment"
	"nnplay/nn/lab"
)

// logOf writes the changes that a state lists.
func logOf(m message) (text string) {
	for _, item := range m["log"].([]any) {
		c := item.(map[string]any)
		text += c["key"].(string) + ":" + c["was"].(string) + ">" + c["value"].(string) + " "
	}
	return text
}

// TestChangesOnTheWay trains a link that changes things on the way: each change is told
// when it is made, and what is changed by hand is told with it, forked and left out.
func TestChangesOnTheWay(t *testing.T) {
	st := newStage(t)
	st.open = func(spec lab.Spec) (run, error) { return experiment.New(spec) }
	const link = "v=1&samples=50&at=30:learningRate=0.1&at=60:output.bias.0=1"
	st.send("load", "link", link)
	loaded := st.take("state")
	if got := logOf(loaded); got != "learningRate:0.03>0.1 output.bias.0:>1 " || loaded["told"] != true {
		t.Errorf("the link says %q", got)
	}
	st.send("train", "n", 100.0)
	st.rest()
	first := st.take("state")
	if spec := first["spec"].(map[string]any); spec["learningRate"] != "0.1" || first["link"] != loaded["link"] || first["restarted"] != false {
		t.Errorf("what is changed at step 30 is told as %v at step %v", spec["learningRate"], first["step"])
	}
	for len(st.answers) > 1 { // both may have come in one slice
		st.take("state")
	}
	print := st.take("trained")["metrics"].(map[string]any)["fingerprint"]
	straight, _, _ := families.Parse(link)
	run, _ := experiment.New(straight)
	if run.Step(100); run.Fingerprint() != print {
		t.Error("it comes to other weights")
	}

	st.send("set", "key", "momentum", "value", "0.5")
	if m := st.take("state"); logOf(m) != "learningRate:0.03>0.1 output.bias.0:>1 momentum:0.9>0.5 " {
		t.Errorf("by hand: %q", logOf(m))
	}
	st.send("goTo", "step", 50.0)
	st.rest()
	back := st.take("state")
	for len(st.answers) > 0 {
		back = st.take("state")
	}
	if back["step"] != 50.0 || back["to"] != 100.0 || len(back["log"].([]any)) != 3 {
		t.Errorf("back at step %v of %v with %q", back["step"], back["to"], logOf(back))
	}
	st.send("fork", "id", 1.0)
	if m := st.take("state"); m["id"] != 1.0 || m["to"] != 50.0 || logOf(m) != "learningRate:0.03>0.1 " {
		t.Errorf("forked at step %v of %v: %q", m["step"], m["to"], logOf(m))
	}
	st.send("strike", "step", 30.0, "key", "learningRate", "id", 2.0)
	st.rest()
	m := st.take("state")
	if m["id"] != 2.0 || m["step"] != 50.0 || logOf(m) != "" || m["spec"].(map[string]any)["learningRate"] != "0.03" {
		t.Errorf("left out: %q at step %v", logOf(m), m["step"])
	}
	st.send("metrics")
	plain, _, _ := families.Parse("v=1&samples=50")
	run, _ = experiment.New(plain)
	if run.Step(50); run.Fingerprint() != st.take("metrics")["metrics"].(map[string]any)["fingerprint"] {
		t.Error("without the change it is another run than without it from the first")
	}
	st.send("strike", "step", 30.0, "key", "learningRate")
	if m := st.take("error"); m["code"] != "no-change" {
		t.Errorf("%v", m)
	}

	// Back in its past something is changed: what came later is left out, and that is said.
	st.send("load", "link", link)
	st.take("state")
	st.send("train", "n", 100.0)
	st.rest()
	st.answers = nil
	st.send("goTo", "step", 40.0)
	st.rest()
	st.answers = nil
	st.send("weight", "name", "output/bias", "index", 0.0, "value", 2.0)
	notices := st.take("state")["notices"].([]any)
	if len(notices) != 1 || notices[0].(map[string]any)["code"] != "changes-dropped" || notices[0].(map[string]any)["args"].(map[string]any)["count"] != "1" {
		t.Errorf("it says %v", notices)
	}
}
