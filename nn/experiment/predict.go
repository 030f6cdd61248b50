package experiment

import (
	"math"
	"strconv"
	"strings"

	"nnplay/nn/data"
)

// MaxPredictions is the most points that Predict takes at once.
const MaxPredictions = 1000

// Inputs returns the number of raw inputs of a point: 1 or 2; 0 if the run is
// not on points.
func (r *Run) Inputs() int {
	if r.task != nil {
		return 0
	}
	return r.problem.set.Inputs
}

// Predict returns the network's outputs (n, K) for raw inputs (n, Inputs), as
// it is now: a probability or a value for each output unit. It returns nil while
// there are no data.
func (r *Run) Predict(inputs []float32) []float32 {
	p := r.problem
	if r.task != nil || r.eval.rows == 0 {
		return nil // nothing was drawn, and no network made
	}
	points := data.Points{X: inputs, Dim: p.set.Inputs, Targets: 1, Y: make([]float32, len(inputs)/p.set.Inputs)}
	s := split{points: points, x: data.Expand(points, p.features)}
	p.scaler.Apply(s.x)
	s.y = make([]float32, len(points.Y)*p.units)
	_, out := r.evaluate(&s)
	return out
}

// ParseInputs reads points of some raw inputs each: numbers divided by commas
// or white space. It returns an *Error for what is not a number, for numbers
// that are not whole points, and for too many of them.
func ParseInputs(text string, inputs int) ([]float32, error) {
	const longest = 32 // characters of a number
	if inputs < 1 {
		return nil, refuse("no-action", "given", "predict")
	}
	if len(text) > MaxPredictions*inputs*longest {
		return nil, refuse("too-many-inputs", "limit", strconv.Itoa(MaxPredictions))
	}
	words := strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == ' ' || r == '\n' || r == '\t' || r == '\r' })
	switch {
	case len(words)%inputs != 0 || len(words) == 0:
		return nil, refuse("odd-inputs", "inputs", strconv.Itoa(inputs))
	case len(words) > MaxPredictions*inputs:
		return nil, refuse("too-many-inputs", "limit", strconv.Itoa(MaxPredictions))
	}
	values := make([]float32, len(words))
	for i, w := range words {
		v, err := strconv.ParseFloat(w, 32)
		if err != nil || math.IsNaN(v) || math.IsInf(v, 0) {
			return nil, refuse("bad-input", "number", strconv.Itoa(i+1))
		}
		values[i] = float32(v)
	}
	return values, nil
}
