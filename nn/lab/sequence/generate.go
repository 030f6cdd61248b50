package sequence

import (
	"slices"

	"nnplay/nn/data/sequences"
	"nnplay/nn/lab"
	"nnplay/nn/rng"
)

// longestText is how many tokens are generated at most.
const longestText = 160

// generate lets every learner go on from a prompt as a reader writes it; what is
// none is refused. All draw the same random numbers: what differs between them is
// what they have learned. What is looked at stays as it is.
func (q *Task) generate(m *lab.Machine, prompt string) (texts map[string]string, err error) {
	start, err := q.begin(prompt)
	if err != nil {
		return nil, err
	}
	defer q.look(m)
	texts = map[string]string{}
	for i, l := range q.Learners {
		dice := rng.Fork(uint64(q.Spec.Seed), rng.Noise, q.asked)
		texts[Says[i]] = sequences.Write(q.Vocabulary, q.say(m, l, slices.Clone(start), dice))
	}
	q.asked++
	return texts, nil
}

// say lets a learner go on from a prompt.
func (q *Task) say(m *lab.Machine, l Learner, start []int, dice *rng.Stream) []int {
	x, source := m.Slice("look/x"), m.Slice("look/source")
	n := longestText
	if q.options.Layout == sequences.Aligned && q.row.Paired() {
		return q.answerAtOnce(m, l, x, start, dice)
	}
	if q.row.Paired() {
		_, n = q.lengths()
		if source != nil {
			fillTokens(source, start, sequences.Padding)
			start = nil
		}
		start = append(start, sequences.Begin)
		n = min(n, len(x)-len(start)+1)
	}
	var until func(token int) bool
	if q.row.Paired() || q.Vocabulary[0] == sequences.Specials[0] {
		until = func(token int) bool { return token == sequences.End }
	}
	logits := func(tokens []float32, place int) []float32 {
		copy(x, tokens)
		m.Run("look")
		k := q.Outputs()
		return slices.Clone(m.Probe("look", l.Name("logits"))[place*k : (place+1)*k])
	}
	return q.sampler.Generate(start, n, len(x), dice, logits, until)
}

// answerAtOnce returns what is said at the places of a prompt by a network that
// sees all of it.
func (q *Task) answerAtOnce(m *lab.Machine, l Learner, x []float32, prompt []int, dice *rng.Stream) (answer []int) {
	fillTokens(x, prompt, sequences.Padding)
	m.Run("look")
	logits, k := m.Probe("look", l.Name("logits")), q.Outputs()
	_, n := q.lengths()
	for place := range min(n, len(prompt)) {
		answer = append(answer, q.sampler.Next(logits[place*k:(place+1)*k], dice))
	}
	return answer
}

// lengths returns those of the longest prompt and answer of pairs.
func (q *Task) lengths() (prompt, answer int) {
	o := q.options
	o.Layout = sequences.Separate
	answer, prompt = q.row.Places(o)
	return prompt, answer
}

// begin returns the tokens that an answer to a reader's prompt begins with: those
// of the sample that is looked at, or of no name at all, where it is empty.
func (q *Task) begin(text string) ([]int, error) {
	list, err := q.prompt.Read(text)
	switch {
	case err != nil:
		return nil, err
	case q.row.Paired() && len(list) == 0:
		return q.shownPrompt(), nil
	case !q.row.Paired() && q.Vocabulary[0] == sequences.Specials[0]:
		return append([]int{sequences.Begin}, list...), nil
	case len(list) == 0:
		return tokens(q.Test.X[q.Sample*q.Test.T : (q.Sample+1)*q.Test.T]), nil
	}
	return list, nil
}

// shownPrompt returns the prompt of the sample that is looked at.
func (q *Task) shownPrompt() (list []int) {
	if q.Test.S > 0 {
		list = tokens(q.Test.Source[q.Sample*q.Test.S : (q.Sample+1)*q.Test.S])
	} else {
		list = tokens(q.Test.X[q.Sample*q.Test.T : (q.Sample+1)*q.Test.T])
	}
	if i := slices.IndexFunc(list, func(token int) bool { return token == sequences.Begin || token == sequences.Padding }); i >= 0 {
		list = list[:i]
	}
	return list
}

// tokens returns whole numbers of what an arena holds.
func tokens(values []float32) []int {
	list := make([]int, len(values))
	for i, v := range values {
		list[i] = sequences.Index(v)
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
