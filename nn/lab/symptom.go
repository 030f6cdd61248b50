package lab

import (
	"math"
	"strconv"
)

// A Symptom is something that goes wrong in a run that goes on.
type Symptom struct {
	Code   string            // of the translation symptom.CODE
	Args   map[string]string // what stands for the names in it
	Remedy Remedy            // the zero one: none is known
}

// Evidence is what symptoms are seen in. None of it is computed for training.
type Evidence struct {
	Spec    Spec
	Moments []Metrics   // how well the run did, in order, and does now
	Now     Metrics     // the last of them, with its confusion matrix
	Layers  [][]float32 // what each hidden layer puts out for some of the training data; nil: unknown
}

// symptoms are the rules, the most telling first.
var symptoms = []struct {
	code     string
	shows    func(e *Evidence) (args map[string]string, shows bool)
	remedies []Remedy // the first that suits
	explains []string // symptoms that this one brings along, and which are not told beside it
}{
	{"dead-layer", deadLayer, []Remedy{someInputs, otherInit, smallBias, leaky, slower}, []string{"majority", "flat-loss", "stuck"}},
	{"majority", majority, learns, []string{"flat-loss", "stuck"}},
	{"flat-loss", flatLoss, learns, []string{"stuck"}},
	{"stuck", stuck, learns, nil},
	{"rising-test-loss", risingTestLoss, []Remedy{moreSamples, smallWeights}, nil},
}

// learns are the remedies where a network does not learn.
var learns = []Remedy{someInputs, otherInit, hiddenLayer, normalized, slower, faster, larger}

// SymptomCodes lists the codes of all symptoms.
func SymptomCodes() (codes []string) {
	for _, s := range symptoms {
		codes = append(codes, s.code)
	}
	return codes
}

// Symptoms returns what goes wrong, and what mends it.
func (e *Evidence) Symptoms() (shown []Symptom) {
	explained := map[string]bool{}
	for _, rule := range symptoms {
		if explained[rule.code] {
			continue
		}
		args, shows := rule.shows(e)
		if !shows {
			continue
		}
		s := Symptom{Code: rule.code, Args: args}
		for _, r := range rule.remedies {
			if s.Remedy = r.fit(e); s.Remedy.Code != "" {
				break
			}
		}
		shown = append(shown, s)
		for _, code := range rule.explains {
			explained[code] = true
		}
	}
	return shown
}

const (
	// settled is the number of steps in which a network has left its first weights.
	settled = 100
	// plateau is the least number of steps in which a loss has to fall.
	plateau = 1000
	// fall is the share by which it has to.
	fall = 0.01
	// long is the number of steps after which a network is to have learned nearly all.
	long = 10 * plateau
	// creep is the share by which a loss that still falls has to, over half of so long a run.
	creep = 0.1
	// most is the share of what there is to learn that such a network has learned.
	most = 0.8
	// noisy is the noise in percent above which no network may tell the data apart.
	noisy = 10
	// rise is the share by which a test loss is above its least.
	rise = 0.1
	// glimpses is the least number of moments by which a stretch of a run is judged.
	glimpses = 8
	// poor is the share of what there is to learn below which a network has not learned.
	poor = 0.5
)

// deadLayer shows where no gradient gets through a hidden layer, for any of the data.
func deadLayer(e *Evidence) (map[string]string, bool) {
	if e.Now.Step < settled || e.learned() > 1-poor/2 {
		return nil, false
	}
	for i, out := range e.Layers {
		if e.dead(i, out) {
			return map[string]string{"n": strconv.Itoa(i + 1)}, true
		}
	}
	return nil, false
}

// dead tells whether all of a layer's outputs are where its activation is flat.
func (e *Evidence) dead(layer int, out []float32) bool {
	flat := e.activation(layer).Flat
	if flat == nil || len(out) == 0 {
		return false
	}
	for _, y := range out {
		if !flat(y) {
			return false
		}
	}
	return true
}

// majority shows where nearly all of the test data are said to be of one class, and
// the loss does not fall.
func majority(e *Evidence) (map[string]string, bool) {
	most, all := 0, 0
	for class := range e.Now.Confusion {
		said := 0
		for _, row := range e.Now.Confusion {
			said += row[class]
		}
		most, all = max(most, said), all+said
	}
	return nil, all > 0 && float64(most) >= 0.98*float64(all) && !e.wild() && e.learned() < 0.05 && e.flat(plateau/2)
}

// flatLoss shows where the training loss has not fallen for long, though there is
// much left to learn.
func flatLoss(e *Evidence) (map[string]string, bool) {
	return nil, e.learned() < poor && e.flat(plateau)
}

// stuck shows where a network that has trained for long hardly learns any more, of data
// that can be learned.
func stuck(e *Evidence) (map[string]string, bool) {
	noise, err := strconv.ParseFloat(e.Spec.Get("noise"), 64)
	return nil, e.Now.Step >= long && err == nil && noise <= noisy && e.learned() < most && e.fallsLess(creep, plateau)
}

// risingTestLoss shows where a network goes on learning the training data by heart.
func risingTestLoss(e *Evidence) (map[string]string, bool) {
	best := 0
	for i, m := range e.Moments {
		if m.TestLoss < e.Moments[best].TestLoss {
			best = i
		}
	}
	if len(e.Moments) == 0 {
		return nil, false
	}
	least, seen, much := e.Moments[best], 0, e.Moments[0].TestLoss*rise
	for _, m := range e.since(max(plateau/4, e.Now.Step/4)) {
		if !(m.TestLoss >= least.TestLoss*(1+rise)) {
			return nil, false
		}
		seen++
	}
	return nil, seen >= glimpses && !e.wild() && e.Now.TrainLoss < least.TrainLoss && e.Now.TestLoss > e.Now.TrainLoss+much
}

// learned returns the share that the network has learned of what there is to learn
// beyond always giving the likeliest class, or the mean: 1 is all. It is the mean
// over the last half of the run, and NaN where the data do not tell.
func (e *Evidence) learned() float64 {
	late := e.since(e.Now.Step / 2)
	var accuracy, r2 float64
	for _, m := range late {
		accuracy += m.Accuracy / float64(len(late))
		r2 += m.R2 / float64(len(late))
	}
	if e.Now.Confusion == nil {
		return r2
	}
	most, all := 0, 0
	for _, row := range e.Now.Confusion {
		n := 0
		for _, count := range row {
			n += count
		}
		most, all = max(most, n), all+n
	}
	if most == all {
		return math.NaN()
	}
	chance := float64(most) / float64(all)
	return (accuracy - chance) / (1 - chance)
}

// flat tells whether the training loss has not fallen over the last half of the run,
// which is so many steps at least.
func (e *Evidence) flat(steps uint64) bool { return e.fallsLess(fall, steps) }

// fallsLess tells whether the training loss has fallen by less than a share over the last
// half of the run, which is so many steps at least.
func (e *Evidence) fallsLess(share float64, steps uint64) bool {
	late := e.since(max(steps, e.Now.Step/2))
	early := e.Moments[:len(e.Moments)-len(late)]
	return len(early) > 0 && len(late) >= glimpses && !(leastLoss(late) < leastLoss(early)*(1-share))
}

// since returns the moments of the last steps.
func (e *Evidence) since(steps uint64) []Metrics {
	for i, m := range e.Moments {
		if m.Step+steps >= e.Now.Step {
			return e.Moments[i:]
		}
	}
	return nil
}

// leastLoss returns the least training loss of some moments.
func leastLoss(moments []Metrics) float64 {
	least := math.Inf(1)
	for _, m := range moments {
		least = math.Min(least, m.TrainLoss)
	}
	return least
}
