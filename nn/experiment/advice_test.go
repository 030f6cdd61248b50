package experiment

import (
	"slices"
	"testing"

	"nnplay/nn/lab"
)

// TestAdvice holds that a family is told what it can do something about: nobody but
// the perceptron on points can scale its inputs, and an activation without a bound is
// suspected wherever there is one.
func TestAdvice(t *testing.T) {
	activation := map[string]string{
		"mlp": "activation", "gan": "hiddenActivation", "autoencoder": "hiddenActivation", "cnn": "hiddenActivation", "diffusion": "hiddenActivation",
	}
	for _, f := range families {
		s := f.New()
		causes := func() []string {
			codes := s.Advice().Causes
			for _, code := range codes {
				if !slices.ContainsFunc(f.Causes, func(c lab.Cause) bool { return c.Code == code }) {
					t.Errorf("%s: %s is none of its causes", f.Name, code)
				}
			}
			return codes
		}
		if scales := slices.Contains(causes(), "no-scaling"); scales != (f.Name == lab.Unnamed) {
			t.Errorf("%s: %v", f.Name, causes())
		}
		if _, ok := f.Find("preprocess"); !ok && slices.ContainsFunc(f.Causes, func(c lab.Cause) bool { return c.Code == "no-scaling" }) {
			t.Errorf("%s has nothing that scales", f.Name)
		}
		key, ok := activation[f.Name]
		if !ok {
			continue
		}
		for value, unbounded := range map[string]bool{"relu": true, "tanh": false} {
			if err := s.Set(key, value); err != nil {
				t.Fatal(err)
			}
			if got := causes(); slices.Contains(got, "unbounded") != unbounded {
				t.Errorf("%s with %s: %v", f.Name, value, got)
			}
		}
	}
}
