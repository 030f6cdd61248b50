package sequences

import (
	"fmt"
	"math"
	"unicode/utf8"

	"nnplay/nn/rng"
)

// Ignored is the target of a place that does not count, as package nn has it.
const Ignored = -1

// A Layout says how a pair of prompt and answer is put before a model.
type Layout int

// The layouts. Tasks without pairs are Causal.
const (
	// Causal: the prompt, Begin and the answer in one sequence, as a recurrent
	// network or a decoder reads it. Each place predicts the next; only the
	// answer counts.
	Causal Layout = iota
	// Aligned: the prompt alone, as an encoder reads it. Each place predicts the
	// token of the answer at that place, or where there is but one token the
	// first place does.
	Aligned
	// Separate: the prompt is the source of an encoder, Begin and the answer are
	// what the decoder reads.
	Separate
)

// Options are what an experiment may choose.
type Options struct {
	Length int    // 0 is the task's own
	Layout Layout // of pairs
	Text   string // of the task own-text, cleaned

	// Share is how much of running text trains, in percent, from its beginning on; 0
	// or 100 is all of it, which then tests too. Held asks for samples of the rest.
	Share int
	Held  bool
}

// Data are n samples, laid out as a graph's inputs. T is how many places the
// model reads, S how many its encoder.
type Data struct {
	N, T, S int
	X       []float32 // (N, T) tokens, or (N, T, Inputs) values
	Source  []float32 // (N, S) tokens; nil where there is no encoder
	Target  []float32 // (N, T) tokens or Ignored, or (N, T, Outputs) values
	Counts  []float32 // (N, T), 1 where values count, else 0; nil for tokens
}

// length returns the length that is in force.
func (t *Task) length(o Options) int {
	if o.Length == 0 || t.Max == 0 {
		return t.Length
	}
	if o.Length < t.Min || o.Length > t.Max {
		panic(fmt.Sprintf("sequences: a length of %d of %s", o.Length, t.Name))
	}
	return o.Length
}

// Vocabulary returns how the tokens are written, in their order: nil for values.
func (t *Task) Vocabulary(o Options) []string {
	switch {
	case !t.Tokens():
		return nil
	case t.Paired():
		return append(Specials[:special:special], t.symbols(t.length(o))...)
	}
	return t.book(o).vocabulary
}

// Places returns how many places a model reads, T, and its encoder, S.
func (t *Task) Places(o Options) (places, source int) {
	n := t.length(o)
	switch {
	case t.Paired():
		prompt, answer := t.longest(n)
		switch o.Layout {
		case Aligned:
			return max(prompt, answer), 0
		case Separate:
			return answer, prompt
		}
		return prompt + answer, 0
	case t.text != nil && t.lines:
		return t.book(o).longest + 1, 0
	}
	return n, 0
}

// Make makes n samples.
func (t *Task) Make(s *rng.Stream, n int, o Options) Data {
	d := Data{N: n}
	d.T, d.S = t.Places(o)
	switch {
	case t.values != nil:
		t.makeValues(s, &d)
	case t.pair != nil:
		for range n {
			prompt, answer := t.pair(s, t.length(o))
			d.add(lift(prompt), lift(answer), o.Layout)
		}
	default:
		t.book(o).part(o, d.T).sample(s, &d)
	}
	return d
}

// lift returns tokens by their index in the vocabulary, special ones first.
func lift(symbols []int) []int {
	tokens := make([]int, len(symbols))
	for i, v := range symbols {
		tokens[i] = v + special
	}
	return tokens
}

// add appends a pair. An answer shorter than the longest ends with End.
func (d *Data) add(prompt, answer []int, layout Layout) {
	switch layout {
	case Aligned:
		d.row(prompt, answer)
	case Separate:
		d.Source = append(d.Source, filled(prompt, d.S, Padding)...)
		answer = d.ended(answer, d.T)
		d.row(append([]int{Begin}, answer[:len(answer)-1]...), answer)
	default:
		answer = d.ended(answer, d.T-len(prompt))
		x := append(append(append([]int(nil), prompt...), Begin), answer[:len(answer)-1]...)
		target := make([]int, len(prompt), len(x))
		for i := range target {
			target[i] = Ignored
		}
		d.row(x, append(target, answer...))
	}
}

// ended returns an answer with its End, if there is room.
func (d *Data) ended(answer []int, room int) []int {
	if len(answer) < room {
		return append(append([]int(nil), answer...), End)
	}
	return answer
}

// row appends what is read and what is to be predicted.
func (d *Data) row(x, target []int) {
	d.X = append(d.X, filled(x, d.T, Padding)...)
	d.Target = append(d.Target, filled(target, d.T, Ignored)...)
}

func filled(tokens []int, n, with int) []float32 {
	row := make([]float32, n)
	for i := range row {
		row[i] = float32(with)
		if i < len(tokens) {
			row[i] = float32(tokens[i])
		}
	}
	return row
}

func (t *Task) makeValues(s *rng.Stream, d *Data) {
	d.X = make([]float32, d.N*d.T*t.Inputs)
	d.Target = make([]float32, d.N*d.T*t.Outputs)
	d.Counts = make([]float32, d.N*d.T)
	cut := func(list []float32, i, size int) []float32 { return list[i*d.T*size : (i+1)*d.T*size] }
	for i := range d.N {
		t.values(s, cut(d.X, i, t.Inputs), cut(d.Target, i, t.Outputs), cut(d.Counts, i, 1))
	}
}

// Write returns tokens as a reader writes them: words with blanks between, and
// characters without.
func Write(vocabulary []string, tokens []int) string {
	var text string
	for _, v := range tokens {
		if v < 0 || v >= len(vocabulary) {
			continue
		}
		word := vocabulary[v]
		if text != "" && utf8.RuneCountInString(word) > 1 {
			text += " "
		}
		text += word
	}
	return text
}

// Index returns a token's index of a value that was stored as a number.
func Index(v float32) int { return int(math.Round(float64(v))) }
