package experiment

import (
	"slices"
	"strconv"

	"nnplay/nn/data/sequences"
)

// topology tells how tokens are written, and what kind of output there is.
func (q *sequence) topology() Topology {
	t := Topology{Problem: "regression", Inputs: q.task.Inputs, Targets: q.task.Outputs, Symbols: q.vocabulary}
	if q.task.Tokens() {
		t.Problem, t.Classes, t.Inputs = "classification", len(q.vocabulary), 1
	}
	return t
}

// static returns the sample that is looked at: "look/x", "look/target" and so on,
// with the tokens or values of one sample, and "said/generated" and, of a second
// network, "said/rivalGenerated", the tokens that were generated last.
func (q *sequence) static(*machine) []View {
	views := []View{{Name: "look/sample", Shape: []int{2}, F32: []float32{float32(q.sample), float32(q.test.N)}}}
	for _, p := range q.parts(&q.test) {
		if p.values != nil {
			n := p.width()
			views = append(views, View{Name: "look/" + p.name, Shape: p.shape, F32: slices.Clone(p.values[q.sample*n : (q.sample+1)*n])})
		}
	}
	for _, s := range q.said {
		tokens := make([]float32, len(s.tokens))
		fillTokens(tokens, s.tokens, sequences.Padding)
		views = append(views, View{Name: "said/" + s.name, Shape: []int{len(tokens)}, F32: tokens})
	}
	return views
}

// probes returns copies of all that a program names.
func (q *sequence) probes(m *machine, program string) (views []View) {
	for _, p := range m.unit.Graph(program).Probes() {
		views = append(views, View{Name: p.Name, Shape: slices.Clone(p.Tensor.Shape()), F32: slices.Clone(m.unit.Tensor(m.arena, p.Tensor))})
	}
	return views
}

// act chooses another sample, or asks for a text.
func (q *sequence) act(m *machine, name, value string) (Answer, error) {
	switch name {
	case "nextSample", "previousSample":
		step := 1
		if name == "previousSample" {
			step = q.test.N - 1
		}
		q.sample = (q.sample + step) % q.test.N
		q.write(m, "look", &q.test, q.sample)
		return Answer{Static: true}, nil
	case "temperature", "topK", "topP":
		v, err := strconv.ParseFloat(value, 32)
		if most := map[string]float64{"temperature": maxTemperature, "topK": maxTopK, "topP": 1}[name]; err != nil || !(v >= 0 && v <= most) {
			return Answer{}, refuse(outOfRange, "key", name, "given", value)
		}
		switch name {
		case "temperature":
			q.sampler.Temperature = float32(v)
		case "topK":
			q.sampler.TopK = int(v)
		case "topP":
			q.sampler.TopP = float32(v)
		}
		return Answer{}, nil
	case "generate":
		if !q.task.Tokens() {
			return Answer{}, refuse("no-tokens")
		}
		return Answer{Static: true, Texts: q.generate(m, value)}, nil
	}
	return Answer{}, refuse("no-action", "given", name)
}

// Bounds of how generated texts are sampled.
const (
	maxTemperature   = 2
	usualTemperature = 0.7 // as the control begins
	maxTopK          = 20
)
