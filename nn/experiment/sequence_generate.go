package experiment

import (
	"slices"
	"strings"

	"nnplay/nn/data/sequences"
	"nnplay/nn/rng"
)

// longestText is how many tokens are generated at most.
const longestText = 160

// A saying is what a learner said last, and under which name that is told.
type saying struct {
	name   string
	tokens []int
}

// generate lets every learner go on from a prompt as a reader writes it, and
// keeps what they say. All draw the same random numbers: what differs between
// them is what they have learned. What is looked at stays as it is.
func (q *sequence) generate(m *machine, prompt string) (texts map[string]string) {
	start := q.prompt(prompt)
	var kept []float32
	for _, name := range []string{"look/x", "look/source"} {
		kept = append(kept, m.slice(name)...)
	}
	defer func() {
		n := copy(m.slice("look/x"), kept)
		copy(m.slice("look/source"), kept[n:])
	}()
	texts = map[string]string{}
	q.said = nil
	for i, l := range q.learners {
		name := [...]string{"generated", "rivalGenerated"}[i]
		dice := rng.Fork(uint64(q.spec.Seed), rng.Noise, q.asked)
		said := q.say(m, l, slices.Clone(start), dice)
		q.said = append(q.said, saying{name, said})
		texts[name] = sequences.Write(q.vocabulary, said)
	}
	q.asked++
	return texts
}

// say lets a learner go on from a prompt.
func (q *sequence) say(m *machine, l learner, start []int, dice *rng.Stream) []int {
	x, source := m.slice("look/x"), m.slice("look/source")
	n := longestText
	if q.options.Layout == sequences.Aligned && q.task.Paired() {
		return q.answerAtOnce(m, l, x, start, dice)
	}
	if q.task.Paired() {
		_, n = q.lengths()
		if source != nil {
			fillTokens(source, start, sequences.Padding)
			start = nil
		}
		start = append(start, sequences.Begin)
		n = min(n, len(x)-len(start)+1)
	}
	var until func(token int) bool
	if q.task.Paired() || q.vocabulary[0] == sequences.Specials[0] {
		until = func(token int) bool { return token == sequences.End }
	}
	logits := func(tokens []float32, place int) []float32 {
		copy(x, tokens)
		m.run("look")
		k := q.outputs()
		return slices.Clone(m.probe("look", l.probe("logits"))[place*k : (place+1)*k])
	}
	return q.sampler.Generate(start, n, len(x), dice, logits, until)
}

// answerAtOnce returns what is said at the places of a prompt by a network that
// sees all of it.
func (q *sequence) answerAtOnce(m *machine, l learner, x []float32, prompt []int, dice *rng.Stream) (answer []int) {
	fillTokens(x, prompt, sequences.Padding)
	m.run("look")
	logits, k := m.probe("look", l.probe("logits")), q.outputs()
	_, n := q.lengths()
	for place := range min(n, len(prompt)) {
		answer = append(answer, q.sampler.Next(logits[place*k:(place+1)*k], dice))
	}
	return answer
}

// lengths returns those of the longest prompt and answer of pairs.
func (q *sequence) lengths() (prompt, answer int) {
	o := q.options
	o.Layout = sequences.Separate
	answer, prompt = q.task.Places(o)
	return prompt, answer
}

// prompt returns the tokens that a reader's text begins with; those of the
// sample that is looked at where the text has none that are known. Tokens with
// more than one character stand between blanks.
func (q *sequence) prompt(text string) (list []int) {
	if q.task.Paired() {
		for word := range strings.FieldsSeq(text) {
			if i := slices.Index(q.vocabulary, word); i >= 0 {
				list = append(list, i)
			} else {
				list = append(list, sequences.Tokens(q.vocabulary, word)...)
			}
		}
		longest, _ := q.lengths()
		if list = list[:min(len(list), longest)]; len(list) > 0 {
			return list
		}
		return q.shownPrompt()
	}
	list = sequences.Tokens(q.vocabulary, text)
	switch {
	case q.vocabulary[0] == sequences.Specials[0]:
		return append([]int{sequences.Begin}, list...)
	case len(list) == 0:
		return tokens(q.test.X[q.sample*q.test.T : (q.sample+1)*q.test.T])
	}
	return list
}

// shownPrompt returns the prompt of the sample that is looked at.
func (q *sequence) shownPrompt() (list []int) {
	if q.test.S > 0 {
		list = tokens(q.test.Source[q.sample*q.test.S : (q.sample+1)*q.test.S])
	} else {
		list = tokens(q.test.X[q.sample*q.test.T : (q.sample+1)*q.test.T])
	}
	if i := slices.IndexFunc(list, func(token int) bool { return token == sequences.Begin || token == sequences.Padding }); i >= 0 {
		list = list[:i]
	}
	return list
}

// fillTokens writes tokens and, after them, padding.
func fillTokens(to []float32, tokens []int, padding int) {
	for i := range to {
		to[i] = float32(padding)
		if i < len(tokens) {
			to[i] = float32(tokens[i])
		}
	}
}
