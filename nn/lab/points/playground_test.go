package points

import (
	"os"
	"strings"
	"testing"

	"nnplay/nn/experiment"
	"nnplay/nn/lab"
	"nnplay/nn/lab/labtest"
	"nnplay/nn/program"
	"nnplay/nn/setting"
)

// TestPlaygroundExperiment checks that a link of TensorFlow Playground gives
// the experiment of its src/nn.ts and src/playground.ts, not only some spec.
func TestPlaygroundExperiment(t *testing.T) {
	s := labtest.Parse(t, Family, "#dataset=spiral&seed=1")
	if own := of(&s); own.output() != "tanh" || own.lossFunction() != "half-mse" || s.Samples != 500 {
		t.Errorf("classification: %s", experiment.Link(s))
	}
	r := labtest.Parse(t, Family, "#problem=regression&dataset=spiral&regDataset=reg-gauss")
	if own := of(&r); own.output() != "linear" || own.lossFunction() != "half-mse" || r.Samples != 1200 || own.Dataset != "reg-gauss" {
		t.Errorf("regression: %s", experiment.Link(r))
	}
	for _, s := range []lab.Spec{s, r} {
		own := of(&s)
		if s.Init != "uniform" || s.InitScale != 0.5 || own.BiasInit != 0.1 || s.Optimizer != "sgd" || s.Schedule != "constant" ||
			s.LearningRate != 0.03 || s.BatchSize != 10 || own.PercTrainData != 50 || own.Noise != 0 || own.Dropout != 0 || s.Clip != 0 ||
			setting.FormatShape(own.NetworkShape) != "4,2" || own.activation(1) != "tanh" || setting.FormatList(own.Features) != "x,y" {
			t.Errorf("%s", experiment.Link(s))
		}
	}
	zero := labtest.Parse(t, Family, "#initZero=true")
	if zero.Init != "zeros" || of(&zero).BiasInit != 0 {
		t.Errorf("initZero: %s", experiment.Link(zero))
	}
}

// TestPlaygroundCases opens the links of 40-links.txt: the first hides all features but
// X1 and X2, so that a single neuron can't tell XOR; the second has none at all.
func TestPlaygroundCases(t *testing.T) {
	text, err := os.ReadFile("testdata/cases/40-links.txt")
	if err != nil {
		t.Fatal(err)
	}
	var links []string
	for line := range strings.Lines(string(text)) {
		if strings.HasPrefix(line, "#") {
			links = append(links, strings.TrimSpace(line))
		}
	}
	for i, features := range []string{"x,y", setting.Nothing} {
		s, _, err := experiment.Families{Family}.Parse(links[i])
		if got := s.Get("features"); err != nil || got != features {
			t.Errorf("%s has the features %s, want %s: %v", links[i], got, features, err)
		}
		if m := labtest.Train(t, program.Interpret, s, 500).Metrics(); !(m.Accuracy > 0.3 && m.Accuracy < 0.75) {
			t.Errorf("%s: accuracy %.3f", links[i], m.Accuracy)
		}
	}
}

// TestPlaygroundFeatures reads which features a link of TensorFlow Playground has:
// what it hides is no input there.
func TestPlaygroundFeatures(t *testing.T) {
	for link, want := range map[string]string{
		"#seed=1":                   "x,y",
		"#x=true&y=false&sinX=true": "x,sinX",
		"#x=true&y=true&xTimesY=true&sinY=true&xTimesY_hide=true&sinY_hide=false": "x,y,sinY",
		"#x_hide=true&xSquared=true":                  "y,xSquared",
		"#xTimesY_hide=true":                          "x,y",
		"#discretize_hide=true&x=true&cosX_hide=true": "x,y",
	} {
		s := labtest.Parse(t, Family, link)
		if own := of(&s); setting.FormatList(own.Features) != want {
			t.Errorf("%s: %s, want %s", link, setting.FormatList(own.Features), want)
		}
	}
}

// TestSeedOf holds that seeds are numbers, and the same ones for ever.
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
