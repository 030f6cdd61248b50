package sequence

import (
	"maps"
	"strconv"

	"nnplay/nn/data/sequences"
	"nnplay/nn/lab"
	"nnplay/nn/model"
	"nnplay/nn/setting"
)

// Actions are what a reader can do with a network that learns sequences.
var Actions = []lab.Action{
	{Name: "previousSample", Kind: lab.Button}, {Name: "nextSample", Kind: lab.Button},
	{Name: "generate", Kind: lab.Text, Most: sequences.LongestPrompt, Takes: sequences.Forms, Applies: WhenTokens},
	temperature,
}

// Truncation is two more, by which improbable tokens are never picked.
var Truncation = []lab.Action{topK, topP}

// The numbers that say how the tokens of a text are picked.
var (
	temperature = lab.Action{Name: "temperature", Kind: lab.Number, Min: 0, Max: 2, Step: 0.1, Default: "0.7", Applies: WhenTokens}
	topK        = lab.Action{Name: "topK", Kind: lab.Number, Min: 0, Max: 20, Step: 1, Default: "0", Applies: WhenTokens}
	topP        = lab.Action{Name: "topP", Kind: lab.Number, Min: 0, Max: 1, Step: 0.05, Default: "1", Applies: WhenTokens}
)

// sampling says what each of them sets.
var sampling = []struct {
	number lab.Action
	set    func(s *model.Sampler, v float32)
}{
	{temperature, func(s *model.Sampler, v float32) { s.Temperature = v }},
	{topK, func(s *model.Sampler, v float32) { s.TopK = int(v) }},
	{topP, func(s *model.Sampler, v float32) { s.TopP = v }},
}

// usualSampler picks as the numbers begin.
var usualSampler = model.Sampler{Temperature: 0.7}

// Says are the texts with which Act answers: of the first network, and of a second.
var Says = []string{"generated", "rivalGenerated"}

// noTokens is the code of the error that numbers make no text.
const noTokens = "no-tokens"

// Errors are the errors of Act.
var Errors = func() map[string]string {
	all := maps.Clone(sequences.Errors)
	all[noTokens] = "No text can be generated: this task is about numbers."
	return all
}()

// Act chooses another sample, asks for a text, or says how its tokens are picked.
func (q *Task) Act(m *lab.Machine, name, value string) (lab.Answer, error) {
	switch name {
	case "nextSample":
		return q.turn(m, 1), nil
	case "previousSample":
		return q.turn(m, q.Test.N-1), nil
	case "generate":
		if !q.row.Tokens() {
			return lab.Answer{}, &setting.Error{Code: noTokens, Text: Errors[noTokens]}
		}
		texts, err := q.generate(m, value)
		return lab.Answer{Texts: texts}, err
	}
	for _, row := range sampling {
		if row.number.Name != name {
			continue
		}
		v, err := strconv.ParseFloat(value, 32)
		if err != nil || !(v >= float64(row.number.Min) && v <= float64(row.number.Max)) {
			return lab.Answer{}, setting.Refuse(setting.OutOfRange, "key", name, "given", value)
		}
		row.set(&q.sampler, float32(v))
		return lab.Answer{}, nil
	}
	return lab.Answer{}, setting.Refuse("no-action", "given", name)
}

// Takes implements lab.Taker.
func (q *Task) Takes() map[string]lab.Phrase {
	if !q.row.Tokens() {
		return nil
	}
	p := &q.prompt
	return map[string]lab.Phrase{"generate": lab.Say("takes."+p.Form, lab.Args{
		"n": lab.Verbatim(p.Count()), "symbols": lab.Verbatim(p.Symbols()), "example": lab.Verbatim(p.Example),
	})}
}

// turn looks at the sample so many further on.
func (q *Task) turn(m *lab.Machine, further int) lab.Answer {
	q.Sample = (q.Sample + further) % q.Test.N
	q.look(m)
	return lab.Answer{Static: true}
}
