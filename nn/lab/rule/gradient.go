package rule

import (
	"math"
	"slices"
	"strconv"

	"nnplay/nn/lab"
)

// looks is the least number of looks at the gradients by which they are judged: that
// of one minibatch says little.
const looks = 4

// vanished is how many times smaller a gradient is that is as good as none.
const vanished = 100

// Vanishing sees networks whose first weights hear nothing of the error: at most of the
// last looks their gradient was many times smaller than that of the last weights.
func Vanishing(remedies ...lab.Remedy) lab.Rule {
	return lab.Rule{
		Code: "vanishing", Remedies: remedies, Explains: []string{"wrong-loss", "majority", "plateau", "underfitting"},
		Sees: func(e *lab.Evidence) (map[string]string, bool) {
			times, known := median(e.Looks, func(l lab.Look) float64 {
				if n := len(l.Gradients); n > 1 {
					return l.Gradients[n-1] / l.Gradients[0]
				}
				return math.NaN()
			})
			return map[string]string{"times": strconv.Itoa(Rounded(times))}, known && e.Now.Step >= Settled && times >= vanished && e.Poor()
		},
	}
}

// long is how long a gradient is that is too long: of healthy networks it has a length
// of about 1, as losses and inputs have.
const long = 30

// Exploding sees gradients that are too long, at most of the last looks.
func Exploding(remedies ...lab.Remedy) lab.Rule {
	return lab.Rule{
		Code: "exploding", Remedies: remedies, Explains: []string{"diverging", "saturated", "vanishing", "majority", "plateau", "underfitting"},
		Sees: func(e *lab.Evidence) (map[string]string, bool) {
			length, known := median(e.Looks, func(l lab.Look) float64 { return l.Gradient })
			return map[string]string{"length": Number(length)}, known && length >= long && length < math.MaxFloat32 && !e.Well()
		},
	}
}

// median returns the median of a number over the last looks, if those are enough.
func median(last []lab.Look, of func(l lab.Look) float64) (value float64, known bool) {
	if len(last) < looks {
		return 0, false
	}
	var values []float64
	for _, l := range last {
		values = append(values, of(l))
	}
	slices.Sort(values) // those that are no number come first
	return values[len(values)/2], true
}

// Rounded returns a number of at least 1 with one digit that counts, at most a billion.
func Rounded(v float64) int {
	const most = 1e9
	v = min(max(v, 1), most) // NaN stays
	power := math.Pow(10, math.Floor(math.Log10(v)))
	return int(math.Round(v/power) * power)
}
