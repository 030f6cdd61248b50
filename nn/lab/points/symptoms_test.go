//go:build !js

package points

import (
	"testing"

	"nnplay/nn/experiment"
	"nnplay/nn/lab/labtest"
	"nnplay/nn/rng/rngtest"
	"nnplay/nn/simd/simdtest"
)

// TestSymptoms holds what is seen to go wrong in which experiment, that the remedy
// mends it, and that nothing is said of it any more then.
func TestSymptoms(t *testing.T) {
	const overfitting = "v=1&dataset=moons&samples=200&noise=50&percTrainData=20&networkShape=24,24"
	const looks = 60
	for _, c := range []struct {
		link, code, key, value string
		accuracy               float64 // with the remedy
	}{
		{"v=1&dataset=spiral", "stuck", "networkShape", "16,16", 0.95},
		{"v=1&dataset=checkerboard&samples=2000", "stuck", "networkShape", "16,16", 0.9},
		{"v=1&dataset=circle&learningRate=1", "stuck", "learningRate", "0.1", 0.95},
		{"v=1&dataset=circle&networkShape=8&activation=relu&learningRate=3", "dead-layer", "activation", "leaky-relu", 0.95},
		{"v=1&dataset=circle&networkShape=8&activation=relu&biasInit=-10", "dead-layer", "biasInit", "0", 0.95},
		{"v=1&dataset=circle&networkShape=8&biasInit=10", "dead-layer", "biasInit", "0", 0.95},
		{"v=1&dataset=xor&networkShape=6,6,6,6,6,6&activation=sigmoid&learningRate=0.1&batchSize=30&seed=1", "majority", "normalization", "batch", 0.95},
		{"v=1&init=zeros", "majority", "init", "xavier", 0.95},
		{"v=1&dataset=circle&networkShape=none", "flat-loss", "networkShape", "8", 0.95},
		{"v=1&dataset=circle&learningRate=3&seed=3", "flat-loss", "learningRate", "0.3", 0.95},
		{"v=1&dataset=circle&learningRate=10", "dead-layer", "learningRate", "0.3", 0.95},
		{"v=1&dataset=xor&learningRate=10", "flat-loss", "learningRate", "0.3", 0.95},
		{"v=1&dataset=circle&learningRate=0.00001", "flat-loss", "learningRate", "0.03", 0.95},
		{overfitting + "&optimizer=adam&learningRate=0.01", "rising-test-loss", "samples", "2000", 0.9},
		{overfitting + "&learningRate=0.1", "rising-test-loss", "samples", "2000", 0.9},
		{"v=1&dataset=circle", "", "", "", 0},
		{"v=1&dataset=spiral", "", "", "", 0},         // too small a network, but it learns
		{"v=1&dataset=moons&noise=80", "", "", "", 0}, // it can't be learned better
	} {
		t.Run(c.link, func(t *testing.T) {
			t.Parallel()
			spec, steps := labtest.Parse(t, Family, c.link), uint64(3000)
			if c.code == "stuck" {
				steps = 30000
			}
			open := func() *experiment.Run { return labtest.Train(t, simdtest.New, spec, 0) }
			shown := labtest.Symptoms(t, open(), steps, looks)
			if c.code == "" {
				if len(shown) > 0 {
					t.Fatalf("%+v", shown)
				}
				return
			}
			if len(shown) != 1 || shown[0].Code != c.code || shown[0].Remedy.Key != c.key || shown[0].Remedy.Value != c.value {
				t.Fatalf("%+v", shown)
			}
			if _, err := spec.Change(c.key, c.value); err != nil {
				t.Fatal(err)
			}
			mended := open()
			if shown := labtest.Symptoms(t, mended, steps, looks); len(shown) > 0 {
				t.Errorf("mended, and still %+v", shown)
			}
			if m := mended.Metrics(); !(m.Accuracy >= c.accuracy) {
				t.Errorf("mended, and an accuracy of %v", m.Accuracy)
			}
		})
	}
}

// TestSymptomsPass holds that what goes wrong is no longer told once a run that goes
// on has got over it: the learning rate was raised.
func TestSymptomsPass(t *testing.T) {
	spec := labtest.Parse(t, Family, "v=1&dataset=circle&learningRate=0.00001")
	for _, spec.Seed = range rngtest.Seeds(t) {
		run := labtest.Train(t, simdtest.New, spec, 0)
		var h experiment.History
		told := 0
		for step := range 120 {
			m := run.Metrics()
			h.Add(m)
			shown := run.Symptoms(&h, m)
			if step <= 60 {
				told += len(shown)
			} else if step > 70 && len(shown) > 0 {
				t.Errorf("seed %d: %+v at step %d", spec.Seed, shown, m.Step)
			}
			if step == 60 {
				quick := spec
				quick.LearningRate = 0.03
				if restarted, err := run.Update(quick); restarted || err != nil {
					t.Fatal(restarted, err)
				}
			}
			run.Step(50)
		}
		if told == 0 {
			t.Errorf("seed %d: nothing is told of a learning rate of %v", spec.Seed, spec.LearningRate)
		}
	}
}

// TestSymptomsOnlyLook holds that looking for them changes nothing.
func TestSymptomsOnlyLook(t *testing.T) {
	spec := labtest.Parse(t, Family, "v=1&dataset=circle&dropout=0.2")
	run := labtest.Train(t, simdtest.New, spec, 0)
	labtest.Symptoms(t, run, 500, 100)
	if want := labtest.Train(t, simdtest.New, spec, 500).Fingerprint(); run.Fingerprint() != want {
		t.Errorf("fingerprint %s, want %s", run.Fingerprint(), want)
	}
}

// TestNoFeaturesMended offers inputs to a network that has none, with hidden layers and
// without, and nothing else.
func TestNoFeaturesMended(t *testing.T) {
	for _, link := range []string{"v=1&dataset=xor&networkShape=8", "v=1&dataset=gauss&networkShape=none"} {
		spec := labtest.Parse(t, Family, link)
		if _, err := spec.Change("features", "none"); err != nil {
			t.Fatal(err)
		}
		shown := labtest.Symptoms(t, labtest.Train(t, simdtest.New, spec, 0), 3000, 60)
		if len(shown) != 1 || shown[0].Remedy.Key != "features" || shown[0].Remedy.Value != "x,y" {
			t.Errorf("%s: %+v", link, shown)
			continue
		}
		if _, err := spec.Change("features", shown[0].Remedy.Value); err != nil {
			t.Fatal(err)
		}
		if m := labtest.Train(t, simdtest.New, spec, 3000).Metrics(); !(m.Accuracy > 0.95) {
			t.Errorf("%s: mended, and an accuracy of %v", link, m.Accuracy)
		}
	}
}
