package experiment

import "testing"

// TestPlaygroundExperiment checks that a link of TensorFlow Playground gives
// the experiment of its src/nn.ts and src/playground.ts, not only some spec.
func TestPlaygroundExperiment(t *testing.T) {
	s := mustParse(t, "#dataset=spiral&seed=1")
	if s.Output() != "tanh" || s.LossFunction() != "half-mse" || s.Samples != 500 {
		t.Errorf("classification: %s", s.Link())
	}
	r := mustParse(t, "#problem=regression&dataset=spiral&regDataset=reg-gauss")
	if r.Output() != "linear" || r.LossFunction() != "half-mse" || r.Samples != 1200 || r.Dataset != "reg-gauss" {
		t.Errorf("regression: %s", r.Link())
	}
	for _, s := range []Spec{s, r} {
		if s.Init != "uniform" || s.InitScale != 0.5 || s.BiasInit != 0.1 || s.Optimizer != "sgd" || s.Schedule != "constant" ||
			s.LearningRate != 0.03 || s.BatchSize != 10 || s.PercTrainData != 50 || s.Noise != 0 || s.Dropout != 0 || s.Clip != 0 ||
			formatShape(s.NetworkShape) != "4,2" || s.ActivationOf(1) != "tanh" || formatList(s.Features) != "x,y" {
			t.Errorf("%s", s.Link())
		}
	}
	zero := mustParse(t, "#initZero=true")
	if zero.Init != "zeros" || zero.BiasInit != 0 {
		t.Errorf("initZero: %s", zero.Link())
	}
}

func TestSeedOf(t *testing.T) {
	for text, want := range map[string]uint32{
		"0": 0, "42": 42, "4294967295": 4294967295,
		"a": 0xe40c292c, "foobar": 0xbf9cf968, // test vectors of FNV-1a's authors
	} {
		if got := seedOf(text); got != want {
			t.Errorf("%q: %d, want %d", text, got, want)
		}
	}
	if seedOf("0.66230") == seedOf("0.66231") || seedOf("4294967296") == 0 {
		t.Error("seeds collide")
	}
}
