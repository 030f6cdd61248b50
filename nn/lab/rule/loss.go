package rule

import (
	"math"
	"strconv"

	"nnplay/nn/lab"
)

// above is the share by which a loss is above what guessing gives that has been thrown
// there, and half of that by which it is above what it was.
const above = 0.05

// Diverging sees a training loss that has risen above what guessing gives, and stays
// there: each step goes too far.
func Diverging(remedies ...lab.Remedy) lab.Rule {
	return lab.Rule{
		Code: "diverging", Remedies: remedies, Explains: []string{"saturated", "vanishing", "wrong-loss", "majority", "plateau", "underfitting", "overfitting"},
		Sees: func(e *lab.Evidence) (map[string]string, bool) {
			late := e.Since(e.Now.Step / 2)
			early := e.Moments[:len(e.Moments)-len(late)]
			loss := lab.MeanLoss(late)
			return map[string]string{"loss": Number(loss), "guess": Number(e.Guess.Loss)}, e.Now.Step >= Settled && len(late) >= lab.Glimpses &&
				loss > e.Guess.Loss*(1+above) && loss > lab.LeastLoss(early)*(1+2*above)
		},
	}
}

// fall is the share by which a loss falls at least that is not flat.
const fall = 0.01

// Majority sees classifiers that say nearly the same of all test data, and whose loss
// does not fall for so many steps.
func Majority(steps uint64, remedies ...lab.Remedy) lab.Rule {
	return lab.Rule{
		Code: "majority", Remedies: remedies, Explains: []string{"plateau", "underfitting"},
		Sees: func(e *lab.Evidence) (map[string]string, bool) {
			most, all := 0, 0
			for class := range e.Now.Confusion {
				said := 0
				for _, row := range e.Now.Confusion {
					said += row[class]
				}
				most, all = max(most, said), all+said
			}
			return map[string]string{"same": strconv.Itoa(most), "all": strconv.Itoa(all)}, all > 0 && float64(most) >= 0.98*float64(all) &&
				!e.Wild() && e.Learned() < 0.05 && e.FallsLess(fall, steps)
		},
	}
}

// Plateau sees a training loss that has not fallen for so many steps, though there is
// much left to learn.
func Plateau(steps uint64, remedies ...lab.Remedy) lab.Rule {
	return lab.Rule{
		Code: "plateau", Remedies: remedies, Explains: []string{"underfitting"},
		Sees: func(e *lab.Evidence) (map[string]string, bool) {
			since := min(e.Now.Step, max(steps, e.Now.Step/2))
			return map[string]string{"loss": Number(e.Now.TrainLoss), "guess": Number(e.Guess.Loss), "steps": strconv.FormatUint(since, 10)},
				e.Poor() && e.FallsLess(fall, steps)
		},
	}
}

// Marks of a network that is too small.
const (
	creep = 0.1 // the share by which a loss still falls over half of a long run
	most  = 0.8 // the share that it has learned of what there is to learn, at most
)

// Underfitting sees networks that have trained for so many steps and hardly learn any
// more, the training data as little as the test data.
func Underfitting(steps uint64, remedies ...lab.Remedy) lab.Rule {
	return lab.Rule{
		Code: "underfitting", Remedies: remedies,
		Sees: func(e *lab.Evidence) (map[string]string, bool) {
			learned := e.Learned()
			return map[string]string{"steps": strconv.FormatUint(e.Now.Step, 10), "loss": Number(e.Now.TrainLoss), "guess": Number(e.Guess.Loss)},
				e.Now.Step >= steps && learned < most && e.FallsLess(creep, steps/10)
		},
	}
}

// Marks of a network that learns by heart.
const (
	rise   = 0.1  // the share by which its test loss is above the least there was
	gap    = 0.15 // the share of what guessing gives by which it is above the training loss
	beside = 4    // and how many times as large it is as that
)

// Overfitting sees networks that learn the training data by heart, for so many steps at
// least: the test loss rises while the training loss falls, or stays far above it.
func Overfitting(steps uint64, remedies ...lab.Remedy) lab.Rule {
	return lab.Rule{
		Code: "overfitting", Remedies: remedies,
		Sees: func(e *lab.Evidence) (map[string]string, bool) {
			args := map[string]string{"train": Number(e.Now.TrainLoss), "test": Number(e.Now.TestLoss)}
			return args, !e.Wild() && (risen(e, steps) || apart(e, steps))
		},
	}
}

// risen tells whether the test loss has been above its least for a quarter of the run,
// and the training loss has fallen since then.
func risen(e *lab.Evidence, steps uint64) bool {
	if len(e.Moments) == 0 {
		return false
	}
	least := e.Moments[0]
	for _, m := range e.Moments {
		if m.TestLoss < least.TestLoss {
			least = m
		}
	}
	late := e.Since(max(steps, e.Now.Step/4))
	for _, m := range late {
		if !(m.TestLoss >= least.TestLoss*(1+rise)) {
			return false
		}
	}
	return len(late) >= lab.Glimpses && e.Now.TrainLoss < least.TrainLoss && e.Now.TestLoss > e.Now.TrainLoss+rise*e.Guess.Loss
}

// apart tells whether the test loss has stayed far above the training loss for half of
// the run, and does not come closer.
func apart(e *lab.Evidence, steps uint64) bool {
	late := e.Since(max(steps, e.Now.Step/2))
	var first, last float64 // of the test loss, over the halves of these moments
	for i, m := range late {
		if !(m.TestLoss > beside*m.TrainLoss && m.TestLoss > m.TrainLoss+gap*e.Guess.Loss) {
			return false
		}
		if i < len(late)/2 {
			first += m.TestLoss / float64(len(late)/2)
		} else {
			last += m.TestLoss / float64(len(late)-len(late)/2)
		}
	}
	return len(late) >= lab.Glimpses && e.Now.Step >= 2*steps && last > first*(1-above) && !math.IsNaN(last)
}
