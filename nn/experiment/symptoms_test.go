//go:build !js

package experiment_test

import (
	"math"
	"slices"
	"strconv"
	"testing"

	"nnplay/nn/experiment"
	"nnplay/nn/lab"
	"nnplay/nn/lab/labtest"
	"nnplay/nn/rng/rngtest"
	"nnplay/nn/simd/simdtest"
)

// symptom is what is seen to go wrong in an experiment.
type symptom struct {
	link, code string
	steps      uint64
	remedy     string
	value      string            // of the first change
	args       map[string]string // some of the numbers
}

// symptoms are those of families other than the perceptron, which has a test of its own.
var symptoms = []symptom{
	{"v=1&architecture=cnn&biasInit=-5", "dead-relus", 200, "bias", "0", map[string]string{"n": "1", "flat": "8", "units": "8"}},
	{"v=1&architecture=cnn&init=zeros", "dead-relus", 200, "init", "xavier", map[string]string{"n": "1", "flat": "8", "units": "8"}},
	{"v=1&architecture=autoencoder&init=zeros", "dead-relus", 200, "init", "xavier", map[string]string{"n": "1", "flat": "64", "units": "64"}},
	{"v=1&architecture=autoencoder&samples=50&codeSize=8", "overfitting", 1500, "samples", "2000", nil},
	{"v=1&architecture=diffusion&hiddenActivation=relu&biasInit=-10", "dead-relus", 200, "bias", "0", map[string]string{"flat": "32", "units": "32"}},
	{"v=1&architecture=rnn&sequence=temporal-order&length=30&cell=rnn", "forgetful", 200, "cell", "gru", map[string]string{"steps": "31"}},
	{"v=1&architecture=rnn&sequence=adding&length=10&learningRate=0.0000001", "plateau", 1200, "faster", "0.01", map[string]string{"guess": "0.165", "steps": "600"}},
	{"v=1&architecture=rnn&sequence=sine&length=30&cell=rnn&clip=0&initScale=10&optimizer=sgd&learningRate=0.0001&units=32", "exploding", 300, "init-scale", "1", nil},
	{"v=1&architecture=transformer&sequence=sort&learningRate=3", "diverging", 400, "slower", "0.03", map[string]string{"guess": "1.1"}},
}

// slowSymptoms are more of them, each of a kind that another family shows sooner.
var slowSymptoms = []symptom{
	{"v=1&architecture=cnn&samples=200&pooling=none", "overfitting", 200, "samples", "4000", nil},
	{"v=1&architecture=transformer&sequence=names&samples=200", "overfitting", 1000, "samples", "4000", nil},
}

// TestSymptoms holds what is seen to go wrong in which experiment and at the end of how
// many steps, that the numbers are right, and that with the remedy it is not said any
// more after as many steps, and the loss that the rule speaks of is lower.
func TestSymptoms(t *testing.T) {
	const looks = 32
	rows := symptoms
	if rngtest.Thorough(t) {
		rows = slices.Concat(symptoms, slowSymptoms)
	}
	for _, c := range rows {
		t.Run(c.link, func(t *testing.T) {
			t.Parallel()
			spec, notices, err := families.Parse(c.link)
			if err != nil || len(notices) > 0 {
				t.Fatal(notices, err)
			}
			run := labtest.Train(t, simdtest.New, spec, 0)
			shown := labtest.Symptoms(t, run, c.steps, looks)
			if len(shown) == 0 || shown[0].Code != c.code || shown[0].Remedy.Code != c.remedy || shown[0].Remedy.Changes[0].Value != c.value {
				t.Fatalf("%+v; %+v", shown, brief(run))
			}
			ill := brief(run)
			for name, want := range c.args {
				if got := shown[0].Args[name]; got != want {
					t.Errorf("%s is %s, want %s", name, got, want)
				}
			}
			for name, want := range map[string]float64{"train": ill.TrainLoss, "test": ill.TestLoss} {
				if got, told := shown[0].Args[name]; told && got != strconv.FormatFloat(want, 'g', 3, 64) {
					t.Errorf("the loss %s is %s, want %v", name, got, want)
				}
			}
			mended, err := shown[0].Remedy.Take(spec)
			if err != nil {
				t.Fatal(err)
			}
			run = labtest.Train(t, simdtest.New, mended, 0)
			for _, s := range labtest.Symptoms(t, run, c.steps, looks) {
				if s.Code == c.code {
					t.Errorf("mended, and still %+v", s)
				}
			}
			if m := brief(run); c.code == "overfitting" && !(m.TestLoss < ill.TestLoss) || c.code != "overfitting" && !(m.TrainLoss < ill.TrainLoss) {
				t.Errorf("mended, and %+v; it was %+v", m, ill)
			}
		})
	}
}

// brief is how well a run does, without its confusion matrix.
func brief(r *experiment.Run) lab.Metrics {
	m := r.Metrics()
	m.Confusion, m.Scores = nil, nil
	return m
}

// TestSilent holds that nothing is said of what has no losses that mean something, of
// what has no data, and of what is no longer made of numbers.
func TestSilent(t *testing.T) {
	for _, link := range []string{
		"v=1&architecture=gan&learningRate=1", "v=1&dataset=own&learningRate=1", "v=1&architecture=cnn&images=own", "v=1&architecture=autoencoder&images=own",
		"v=1&dataset=reg-plane&networkShape=none&learningRate=10",
	} {
		spec, _, err := families.Parse(link)
		if err != nil {
			t.Fatal(err)
		}
		run := labtest.Train(t, simdtest.New, spec, 0)
		if shown := labtest.Symptoms(t, run, 400, 20); len(shown) > 0 {
			t.Errorf("%s: %+v", link, shown)
		}
	}
}

// TestGuessIsKept holds that what guessing gives is that of the run as it is now.
func TestGuessIsKept(t *testing.T) {
	spec, _, err := families.Parse("v=1&dataset=circle")
	if err != nil {
		t.Fatal(err)
	}
	run := labtest.Train(t, simdtest.New, spec, 0)
	if first := run.Guess().Loss; math.Abs(first-math.Ln2) > 0.01 {
		t.Errorf("guessing gives %v", first)
	}
	other, _, err := families.Parse("v=1&dataset=blobs&classes=5")
	if err != nil {
		t.Fatal(err)
	}
	if restarted, err := run.Update(other); !restarted || err != nil || math.Abs(run.Guess().Loss-math.Log(5)) > 0.01 {
		t.Errorf("guessing gives %v of five classes; %v", run.Guess(), err)
	}
}
