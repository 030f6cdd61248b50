package experiment

import (
	"strings"
	"testing"
)

// TestLearns trains the easy sets from three seeds each: what the presets show
// is not luck.
func TestLearns(t *testing.T) {
	for _, c := range []struct {
		link     string
		steps    int
		accuracy float64
	}{
		{"v=1&dataset=circle", 10000, 0.97},
		{"v=1&dataset=gauss", 2000, 0.97},
		{"v=1&dataset=xor&networkShape=8&optimizer=adam&learningRate=0.01", 5000, 0.97},
		{"v=1&dataset=moons&networkShape=8&optimizer=adam", 5000, 0.97},
		{"v=1&dataset=blobs&classes=10&networkShape=16&optimizer=adam&learningRate=0.01", 5000, 0.97},
		{"v=1&dataset=spiral&networkShape=16,16&optimizer=adam&learningRate=0.01&regularization=l2&regularizationRate=0.001", 20000, 0.9},
	} {
		for _, seed := range []uint32{1, 2, 3} {
			spec, _, err := Parse(c.link)
			if err != nil {
				t.Fatal(err)
			}
			spec.Seed = seed
			run, err := New(spec)
			if err != nil {
				t.Fatal(err)
			}
			run.Step(c.steps)
			if m := run.Metrics(); !(m.Accuracy >= c.accuracy) {
				t.Errorf("%s, seed %d: accuracy %v after %d steps", c.link, seed, m.Accuracy, c.steps)
			}
		}
	}
}

// TestResets holds that a reset gives the same weights back, and that looking
// at a run changes nothing.
func TestResets(t *testing.T) {
	spec, _, err := Parse("v=1&dataset=moons&networkShape=6,6&dropout=0.2&normalization=batch&optimizer=adam&regularization=l1&regularizationRate=0.001")
	if err != nil {
		t.Fatal(err)
	}
	run, err := New(spec)
	if err != nil {
		t.Fatal(err)
	}
	start := run.Fingerprint()
	run.Step(130)
	trained := run.Fingerprint()
	run.Reset()
	if run.Fingerprint() != start || run.Steps() != 0 {
		t.Error("a reset does not give the first weights back")
	}
	for range 130 {
		run.Step(1)
		run.Metrics()
		run.Dynamic()
		run.Charts(&History{})
	}
	if run.Fingerprint() != trained {
		t.Error("looking at a run, or stepping one by one, changes it")
	}
}

// TestFacts holds that the statistics of preprocessing are told, and are those
// of the training points alone.
func TestFacts(t *testing.T) {
	for link, want := range map[string]bool{
		"v=1&dataset=gauss":                                         false,
		"v=1&dataset=gauss&preprocess=standardize":                  true,
		"v=1&dataset=x-sin-x&networkShape=8&preprocess=standardize": true,
	} {
		spec, _, err := Parse(link)
		if err != nil {
			t.Fatal(err)
		}
		run, err := New(spec)
		if err != nil {
			t.Fatal(err)
		}
		fact := run.Facts()["preprocess"]
		if (fact != "") != want || want && !strings.HasPrefix(fact, "(X₁ ") {
			t.Errorf("%s: %q", link, fact)
		}
		spec.PercTrainData = 20
		if _, err := run.Update(spec); err != nil {
			t.Fatal(err)
		}
		if want && run.Facts()["preprocess"] == fact {
			t.Errorf("%s: other training points have the same statistics %q", link, fact)
		}
	}
}
