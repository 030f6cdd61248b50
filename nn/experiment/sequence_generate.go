package experiment

import (
	"slices"
	"strings"

	"nnplay/nn/data/sequences"
)

// longestText is how many tokens are generated at most.
const longestText = 160

// generate lets the first learner go on from a prompt as a reader writes it,
// and returns what it says. What is looked at stays as it is.
func (q *sequence) generate(m *machine, prompt string) string {
	start := q.prompt(prompt)
	var kept []float32
	for _, name := range []string{"look/x", "look/source"} {
		kept = append(kept, m.slice(name)...)
	}
	defer func() {
		n := copy(m.slice("look/x"), kept)
		copy(m.slice("look/source"), kept[n:])
	}()
	x, source := m.slice("look/x"), m.slice("look/source")
	n := longestText
	if q.options.Layout == sequences.Aligned && q.task.Paired() {
		q.said = q.answerAtOnce(m, x, start)
		return sequences.Write(q.vocabulary, q.said)
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
		return slices.Clone(m.probe("look", q.learners[0].probe("logits"))[place*k : (place+1)*k])
	}
	q.said = q.sampler.Generate(start, n, len(x), q.dice, logits, until)
	return sequences.Write(q.vocabulary, q.said)
}

// answerAtOnce returns what is said at the places of a prompt by a network that
// sees all of it.
func (q *sequence) answerAtOnce(m *machine, x []float32, prompt []int) (answer []int) {
	fillTokens(x, prompt, sequences.Padding)
	m.run("look")
	logits, k := m.probe("look", q.learners[0].probe("logits")), q.outputs()
	_, n := q.lengths()
	for place := range min(n, len(prompt)) {
		answer = append(answer, q.sampler.Next(logits[place*k:(place+1)*k], q.dice))
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
