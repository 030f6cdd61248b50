package experiment

import (
	"math"
	"strconv"
	"strings"

	"nnplay/nn/lab"
	"nnplay/nn/setting"
)

// MaxPredictions is the most questions that Predict takes at once.
const MaxPredictions = 1000

// Inputs returns how many numbers a question to the network has: a point's inputs,
// an image's pixels, the noise that a sample is made of; 0 if it can't be asked.
func (r *Run) Inputs() int {
	if p, ok := r.task.(lab.Predictor); ok {
		return p.Inputs()
	}
	return 0
}

// Predict returns the network's outputs (n, K) for n questions (n, Inputs), as it
// is now. It returns nil if there is nothing to ask.
func (r *Run) Predict(inputs []float32) []float32 {
	defer r.look()()
	if p, ok := r.task.(lab.Predictor); ok {
		return p.Predict(&r.machine, inputs)
	}
	return nil
}

// ParseInputs reads questions of some raw inputs each: numbers divided by commas
// or white space. It returns a *setting.Error for what is not a number, for numbers
// that are not whole points, and for too many of them.
func ParseInputs(text string, inputs int) ([]float32, error) {
	const longest = 32 // characters of a number
	if inputs < 1 {
		return nil, setting.Refuse("no-action", "given", "predict")
	}
	if len(text) > MaxPredictions*inputs*longest {
		return nil, setting.Refuse("too-many-inputs", "limit", strconv.Itoa(MaxPredictions))
	}
	words := strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == ' ' || r == '\n' || r == '\t' || r == '\r' })
	switch {
	case len(words)%inputs != 0 || len(words) == 0:
		return nil, setting.Refuse("odd-inputs", "inputs", strconv.Itoa(inputs))
	case len(words) > MaxPredictions*inputs:
		return nil, setting.Refuse("too-many-inputs", "limit", strconv.Itoa(MaxPredictions))
	}
	values := make([]float32, len(words))
	for i, w := range words {
		v, err := strconv.ParseFloat(w, 32)
		if err != nil || math.IsNaN(v) || math.IsInf(v, 0) {
			return nil, setting.Refuse("bad-input", "number", strconv.Itoa(i+1))
		}
		values[i] = float32(v)
	}
	return values, nil
}
