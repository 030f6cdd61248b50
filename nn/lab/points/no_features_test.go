package points

import (
	"slices"
	"testing"

	"nnplay/nn/experiment"
)

// TestNoFeatures learns from nothing but the classes: the output is one number
// everywhere, and that is said.
func TestNoFeatures(t *testing.T) {
	for _, c := range []struct{ link, features, notices string }{
		{"#activation=tanh&dataset=circle&x=false&y=false", "none", "no-features"},
		{"#dataset=reg-plane&problem=regression&x_hide=true&y_hide=true", "none", "no-features"},
		{"v=1&features=none", "none", ""}, // as the page writes it,
		{"v=1&features=", "none", "no-features"},
		{"v=1", "x,y", ""},
		{"v=1&features=z", "x,y", "bad-value:features"},
		{"v=1&dataset=x-sin-x&features=y", "y", ""}, // reads x, as it always did
	} {
		s, notices, err := experiment.Families{Family}.Parse(c.link)
		if got := codes(notices); err != nil || got != c.notices || s.Get("features") != c.features || s.Validate() != nil {
			t.Errorf("%s: %s, %s, %v, %v", c.link, s.Get("features"), got, err, s.Validate())
			continue
		}
		again, _, err := experiment.Families{Family}.Parse(experiment.Link(s))
		if err != nil || !again.Equal(s) {
			t.Errorf("%s: the link %s is another", c.link, experiment.Link(s))
		}
		run, err := experiment.New(s)
		if err != nil {
			t.Fatal(err)
		}
		run.Step(300)
		out := run.Predict(slices.Repeat([]float32{1, -2, 5, 3}, run.Inputs()))
		same := slices.Max(out) == slices.Min(out)
		if same != (c.features == "none") {
			t.Errorf("%s: the outputs are %v", c.link, out)
		}
		top := run.Topology()
		if len(top.Features) == 0 {
			t.Errorf("%s: there is nothing to draw", c.link)
		}
		if m := run.Metrics(); c.features == "none" && s.Get("dataset") == "circle" && !(m.TrainAccuracy > 0.4 && m.TrainAccuracy < 0.6) {
			t.Errorf("%s: accuracy %v", c.link, m.TrainAccuracy)
		}
	}
	s := Family.New()
	if notices, err := s.Change("features", "none"); err != nil || codes(notices) != "no-features" || s.Get("features") != "none" {
		t.Errorf("chosen: %v, %v", notices, err)
	}
}
