//go:build !js

package points

import (
	"cmp"
	"maps"
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

// An ill is an experiment that goes wrong, what is said of it, and what mends it.
type ill struct {
	link, code string
	steps      uint64                                    // 0: 3000
	args       func(r *experiment.Run) map[string]string // what is said of it, counted once more; nil: see holds
	holds      func(args map[string]float64, m lab.Metrics) bool
	changes    []lab.Change
	accuracy   float64 // with the remedy; of values R²
}

// few is points so few and so noisy that they can be learned by heart.
const few = "v=1&dataset=moons&samples=200&noise=50&percTrainData=20&networkShape=24,24"

var ills = []ill{
	{link: "v=1&dataset=circle&networkShape=8&activation=relu&learningRate=3", code: "dead-relus", args: flatOf(1, 8), changes: one("activation", "leaky-relu"), accuracy: 0.95},
	{link: "v=1&dataset=circle&networkShape=8&activation=relu&biasInit=-10", code: "dead-relus", args: flatOf(1, 8), changes: one("biasInit", "0"), accuracy: 0.95},
	{link: "v=1&dataset=circle&networkShape=8&biasInit=10", code: "saturated", args: flatOf(1, 8), changes: one("biasInit", "0"), accuracy: 0.95},
	{link: "v=1&dataset=xor&networkShape=6,6,6,6,6,6&activation=sigmoid&learningRate=0.1&batchSize=30&seed=1", code: "vanishing", holds: vanishes, changes: one("normalization", "batch"), accuracy: 0.95},
	{link: "v=1&dataset=circle&networkShape=8,8,8,8,8,8&activation=leaky-relu&initScale=3&learningRate=0.0001", steps: 200, code: "exploding", holds: explodes, changes: one("initScale", "1")},
	{link: "v=1&dataset=circle&learningRate=3", steps: 2000, code: "diverging", holds: aboveGuess, changes: one("learningRate", "0.3"), accuracy: 0.95},
	{link: "v=1&dataset=circle&learningRate=10", code: "diverging", holds: aboveGuess, changes: one("learningRate", "0.3"), accuracy: 0.95},
	{link: "v=1&dataset=xor&learningRate=10", code: "diverging", holds: aboveGuess, changes: one("learningRate", "0.3"), accuracy: 0.95},
	{link: "v=1&init=zeros", code: "majority", args: sameAnswers, changes: one("init", "xavier"), accuracy: 0.95},
	{link: "v=1&dataset=circle&learningRate=0.00001", code: "plateau", holds: guesses, changes: one("learningRate", "0.03"), accuracy: 0.95},
	{link: "v=1&dataset=circle&networkShape=none", code: "underfitting", holds: guesses, changes: one("networkShape", "8"), accuracy: 0.95},
	{link: "v=1&dataset=spiral", steps: 30000, code: "underfitting", holds: guesses, changes: one("networkShape", "16,16"), accuracy: 0.95},
	{link: "v=1&dataset=checkerboard&samples=2000", steps: 30000, code: "underfitting", holds: guesses, changes: one("networkShape", "16,16"), accuracy: 0.9},
	{link: "v=1&dataset=circle&learningRate=1", steps: 30000, code: "saturated", args: flatOf(1, 4), changes: one("learningRate", "0.1"), accuracy: 0.95},
	{link: few + "&optimizer=adam&learningRate=0.01", code: "overfitting", holds: byHeart, changes: one("samples", "2000"), accuracy: 0.9},
	{link: few + "&learningRate=0.1", code: "overfitting", holds: byHeart, changes: one("samples", "2000"), accuracy: 0.9},
	{link: "v=1&dataset=x-sin-x&networkShape=20,20&outputActivation=sigmoid&optimizer=adam&learningRate=0.01", code: "out-of-reach", args: beyond, changes: suited, accuracy: 0.95},
	{link: "v=1&dataset=circle&networkShape=8&loss=mse&initScale=10&activation=relu", code: "wrong-loss", args: wrongAndSure, changes: suited, accuracy: 0.95},
	{link: "v=1&dataset=checkerboard&features=x,y,xSquared,ySquared&networkShape=8,8&learningRate=0.3&samples=2000", code: "unscaled", args: sizes, changes: one("preprocess", "standardize"), accuracy: 0.85},
}

var suited = []lab.Change{{Key: "outputActivation", Value: "auto"}, {Key: "loss", Value: "auto"}}

func one(key, value string) []lab.Change { return []lab.Change{{Key: key, Value: value}} }

// TestSymptoms holds what is seen to go wrong in which experiment, that the numbers are
// right, that the remedy mends it, and that it is not said any more then.
func TestSymptoms(t *testing.T) {
	const looks = 60
	for _, c := range ills {
		t.Run(c.link, func(t *testing.T) {
			t.Parallel()
			spec, steps := labtest.Parse(t, Family, c.link), cmp.Or(c.steps, 3000)
			open := func() *experiment.Run { return labtest.Train(t, simdtest.New, spec, 0) }
			run := open()
			shown := labtest.Symptoms(t, run, steps, looks)
			if len(shown) != 1 || shown[0].Code != c.code || !slices.Equal(shown[0].Remedy.Changes, c.changes) {
				t.Fatalf("%+v", shown)
			}
			args, ill := shown[0].Args, run.Metrics()
			if c.args != nil {
				if want := c.args(run); !maps.Equal(args, want) {
					t.Errorf("told %v, counted %v", args, want)
				}
			} else if numbers := numbersOf(t, args); !c.holds(numbers, ill) {
				t.Errorf("told %v of %+v", numbers, ill)
			}
			mended, err := shown[0].Remedy.Take(spec)
			if err != nil {
				t.Fatal(err)
			}
			spec = mended
			run = open()
			for _, s := range labtest.Symptoms(t, run, steps, looks) {
				if s.Code == c.code || c.accuracy > 0 {
					t.Errorf("mended, and still %+v", s)
				}
			}
			m := run.Metrics()
			if well := max(m.Accuracy, m.R2); !math.IsNaN(m.R2) {
				well = m.R2
				if !(well >= c.accuracy) {
					t.Errorf("mended, and R² is %v", well)
				}
			} else if !(m.Accuracy >= c.accuracy) || c.accuracy == 0 && !(m.TrainLoss < ill.TrainLoss) {
				t.Errorf("mended, an accuracy of %v and a loss of %v; it was %v", m.Accuracy, m.TrainLoss, ill.TrainLoss)
			}
		})
	}
}

// TestWell holds that nothing is said of what learns, though slowly, or can't be learned
// better.
func TestWell(t *testing.T) {
	for _, link := range []string{"v=1&dataset=circle", "v=1&dataset=spiral", "v=1&dataset=moons&noise=80"} {
		run := labtest.Train(t, simdtest.New, labtest.Parse(t, Family, link), 0)
		if shown := labtest.Symptoms(t, run, 3000, 60); len(shown) > 0 {
			t.Errorf("%s: %+v", link, shown)
		}
	}
}

// TestEveryRuleSpeaks holds that each rule has an experiment that it speaks of.
func TestEveryRuleSpeaks(t *testing.T) {
	for _, r := range rules {
		if !slices.ContainsFunc(ills, func(c ill) bool { return c.code == r.Code }) {
			t.Errorf("no experiment shows %s", r.Code)
		}
	}
}

// numbersOf reads the numbers in what is told.
func numbersOf(t *testing.T, args map[string]string) map[string]float64 {
	t.Helper()
	numbers := map[string]float64{}
	for name, text := range args {
		v, err := strconv.ParseFloat(text, 64)
		if err != nil {
			t.Errorf("%s is %q", name, text)
		}
		numbers[name] = v
	}
	return numbers
}

// near tells whether a is b, but for a share.
func near(a, b, share float64) bool { return math.Abs(a-b) <= share*b }

func vanishes(args map[string]float64, _ lab.Metrics) bool { return args["times"] >= 100 }

func explodes(args map[string]float64, _ lab.Metrics) bool { return args["length"] >= 30 }

func aboveGuess(args map[string]float64, m lab.Metrics) bool {
	return near(args["guess"], math.Ln2, 0.01) && args["loss"] > 1.05*math.Ln2 && args["loss"] < 20 && m.TrainLoss > 0.5*math.Ln2
}

func guesses(args map[string]float64, m lab.Metrics) bool {
	return near(args["guess"], math.Ln2, 0.01) && near(args["loss"], m.TrainLoss, 0.01) && args["steps"] >= 1000 && args["steps"] <= float64(m.Step)
}

func byHeart(args map[string]float64, m lab.Metrics) bool {
	return near(args["train"], m.TrainLoss, 0.01) && near(args["test"], m.TestLoss, 0.01) && m.TestLoss > 4*m.TrainLoss
}

// flatOf counts the units of a layer that answer the same end of their range to (nearly)
// all training points, by asking the network point by point.
func flatOf(layer, units int) func(r *experiment.Run) map[string]string {
	return func(r *experiment.Run) map[string]string {
		s := &r.Task().(*perceptron).problem.train
		w, b := r.Machine().Slice("hidden"+strconv.Itoa(layer)+"/weight"), r.Machine().Slice("hidden"+strconv.Itoa(layer)+"/bias")
		flat := 0
		for unit := range units {
			ends := 0
			for i := range s.len() {
				z := float64(b[unit]) + float64(s.x[2*i])*float64(w[unit]) + float64(s.x[2*i+1])*float64(w[units+unit])
				relu := r.Spec().Get("activation") == "relu"
				if relu && z <= 0 || !relu && 1-math.Tanh(z)*math.Tanh(z) < 1e-3 {
					ends++
				}
			}
			if float64(ends) >= 0.95*float64(s.len()) {
				flat++
			}
		}
		return map[string]string{"n": strconv.Itoa(layer), "flat": strconv.Itoa(flat), "units": strconv.Itoa(units)}
	}
}

// sameAnswers counts the answers by the network's outputs at the test points.
func sameAnswers(r *experiment.Run) map[string]string {
	test := &r.Task().(*perceptron).problem.test
	yes := 0
	for _, y := range r.Predict(test.points.X) {
		if y > 0.5 {
			yes++
		}
	}
	return map[string]string{"same": strconv.Itoa(max(yes, test.len()-yes)), "all": strconv.Itoa(test.len())}
}

// beyond counts targets outside of 0 to 1.
func beyond(r *experiment.Run) map[string]string {
	y, n := r.Task().(*perceptron).problem.train.points.Y, 0
	for _, v := range y {
		if v < 0 || v > 1 {
			n++
		}
	}
	return map[string]string{"beyond": strconv.Itoa(n), "all": strconv.Itoa(len(y)), "min": "0", "max": "1"}
}

// wrongAndSure counts the training points that are answered wrong, and those with a
// probability of more than 95 percent.
func wrongAndSure(r *experiment.Run) map[string]string {
	train, wrong, sure := &r.Task().(*perceptron).problem.train, 0, 0
	for i, y := range r.Predict(train.points.X) {
		off := math.Abs(float64(y - train.points.Y[i]))
		if off >= 0.5 {
			wrong++
		}
		if off >= 0.95 {
			sure++
		}
	}
	return map[string]string{"wrong": strconv.Itoa(wrong), "sure": strconv.Itoa(sure), "all": strconv.Itoa(train.len())}
}

// sizes finds the squared input that is largest.
func sizes(r *experiment.Run) map[string]string {
	train := &r.Task().(*perceptron).problem.train
	var fourth [2]float64
	for i, v := range train.points.X {
		fourth[i%2] += math.Pow(float64(v), 4) / float64(train.len())
	}
	worst := 0
	if fourth[1] > fourth[0] {
		worst = 1
	}
	return map[string]string{"input": []string{"X₁²", "X₂²"}[worst], "size": strconv.FormatFloat(math.Sqrt(fourth[worst]), 'g', 3, 64)}
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
		if len(shown) != 1 || !slices.Equal(shown[0].Remedy.Changes, one("features", "x,y")) {
			t.Errorf("%s: %+v", link, shown)
			continue
		}
		mended, err := shown[0].Remedy.Take(spec)
		if err != nil {
			t.Fatal(err)
		}
		spec = mended
		if m := labtest.Train(t, simdtest.New, spec, 3000).Metrics(); !(m.Accuracy > 0.95) {
			t.Errorf("%s: mended, and an accuracy of %v", link, m.Accuracy)
		}
	}
}
