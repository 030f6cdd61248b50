package main

import (
	"encoding/json"
	"testing"
)

// TestLandscape surveys the landscape of a run, with other optimizers beside it, a little
// at a time; nothing about the run is another one, and what is asked for otherwise, or
// after a setting was changed, is found out anew.
func TestLandscape(t *testing.T) {
	type chart struct {
		Kind, X string
		Series  []struct {
			Name   string
			Points []float64
			Steps  []uint64
		}
		Plain *struct {
			Box        [4]float64
			Cols, Rows int
			Heights    []float64
		}
	}
	st := trained(t, plainSGD, 0)
	for range 12 {
		st.send("train", "n", 10.0)
		st.rest()
		st.take("trained")
	}
	before := st.run.Fingerprint()
	ask := func(args ...any) (message, chart) {
		t.Helper()
		st.send("landscape", append(args, "id", 3.0)...)
		m := st.take("landscape")
		var charts []chart
		if err := json.Unmarshal([]byte(m["chart"].(string)), &charts); err != nil || len(charts) != 1 || m["id"] != 3.0 {
			t.Fatal(err, m)
		}
		return m, charts[0]
	}
	whole := func(args ...any) (message, chart) {
		t.Helper()
		m, c := ask(args...)
		for m["left"].(float64) > 0 {
			m, c = ask(args...)
		}
		return m, c
	}

	m, c := whole("beside", "adam,lbfgs")
	if p := c.Plain; p.Cols*p.Rows != len(p.Heights) || p.Cols < 20 || c.Kind != "contours" || len(c.Series) != 3 || m["explained"].(float64) <= 0.3 {
		t.Errorf("%d of %d, %d, %v, %v", len(p.Heights), p.Cols, p.Rows, c.Kind, m["explained"])
	}
	for i, name := range []string{"series.way", "option.optimizer.adam", "option.optimizer.lbfgs"} {
		if s := c.Series[i]; s.Name != name || len(s.Points) != 2*len(s.Steps) || s.Steps[0] != 0 || len(s.Steps) < 4 {
			t.Errorf("way %d is %v", i, s)
		}
	}
	if st.run.Fingerprint() != before {
		t.Error("the run is another one")
	}
	if m, c := whole("random", true); m["explained"] != nil || c.X != "axis.random" || len(c.Series) != 1 {
		t.Errorf("a random one: %v, %v", m["explained"], c.X)
	}
	st.send("train", "n", 30.0)
	st.rest()
	st.take("trained")
	if m, c := ask("random", true); m["step"] != 120.0 || m["left"] != 0.0 || c.Series[0].Steps[len(c.Series[0].Steps)-1] != 150 {
		t.Errorf("trained on it is of step %v, with %v left, and its way ends at %v", m["step"], m["left"], c.Series[0].Steps)
	}
	if m, _ := ask("random", true, "anew", true); m["step"] != 150.0 {
		t.Errorf("anew it is of step %v", m["step"])
	}
	st.send("set", "key", "learningRate", "value", "0.001")
	st.take("state")
	st.send("train", "n", 10.0)
	st.rest()
	st.take("trained")
	if m, _ := ask("random", true); m["step"] != 160.0 {
		t.Errorf("with another learning rate it is of step %v", m["step"])
	}
	for args, code := range map[string]string{"nobody": "bad-value", "adam,nobody": "bad-value", "sgd,sgd,sgd,sgd,sgd,sgd,sgd,sgd,sgd": "too-many-beside"} {
		st.send("landscape", "beside", args)
		if m := st.take("error"); m["code"] != code {
			t.Errorf("%v: %v", args, m)
		}
	}
	st.send("reset")
	st.take("state")
	st.send("landscape")
	if m := st.take("error"); m["code"] != "no-way" {
		t.Errorf("%v", m)
	}
	st.send("load", "link", "v=1&architecture=gan")
	st.take("state")
	st.send("landscape")
	if m := st.take("error"); m["code"] != "no-landscape" {
		t.Errorf("%v", m)
	}
}
