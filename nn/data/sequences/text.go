package sequences

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"nnplay/nn/rng"
)

// Bounds of a reader's text.
const (
	maxBytes      = 1 << 20 // that are looked at
	MaxCharacters = 20000
	MinCharacters = 200
	MaxVocabulary = 128 // characters that are told apart
)

// OwnText is the task on the reader's text, which begins as one of ours.
const OwnText = "own-text"

// Other is written for the characters of a text that are too rare to be told
// apart.
const Other = "�"

// Clean brings a reader's text into a form that can be trained on: Tidy, and of that
// the first 20,000 characters. The error says what is wrong with a text that is too
// short.
func Clean(text string) (string, error) {
	text, _ = Tidy(text[:min(len(text), maxBytes)])
	n := 0
	for i := range text {
		if n++; n > MaxCharacters {
			text = text[:i]
			break
		}
	}
	if n := Visible(text); n < MinCharacters {
		return "", fmt.Errorf("sequences: a text of %d characters; at least %d are needed", n, MinCharacters)
	}
	return text, nil
}

// Visible counts the characters between the blanks at the ends of a text.
func Visible(text string) int { return utf8.RuneCountInString(strings.TrimSpace(text)) }

// Changes counts what Tidy changes.
type Changes struct {
	Invalid    int    // bytes that are no UTF-8
	LineEnds   int    // that were none of Unix
	Blanks     int    // that lines may not break at
	EmptyLines int    // beyond one in a row
	Hidden     int    // characters that can't be shown
	Kinds      []rune // of them, each once, the first few
}

// maxKinds is how many kinds of hidden characters are listed.
const maxKinds = 5

// Tidy makes a text valid UTF-8, with lines that end with a line feed, no control
// characters but tabs, no more than one empty line in a row and none before the first.
// Indentation stays, and so do joiners, which Persian, Hindi and emoji are spelled with.
func Tidy(text string) (tidy string, c Changes) {
	valid := strings.ToValidUTF8(text, "")
	c.Invalid = len(text) - len(valid)
	var b strings.Builder
	b.Grow(len(valid))
	newlines, last := 2, rune(0) // no newline at the start
	for _, r := range valid {
		was := last
		last = r
		switch {
		case r == '\n' && was == '\r':
			continue // it was ended before
		case r == '\r' || r == '\u2028' || r == '\u2029':
			c.LineEnds++
			r = '\n'
		case r == '\u00a0':
			c.Blanks++
			r = ' '
		}
		switch {
		case r == '\n':
			if newlines++; newlines <= 2 {
				b.WriteRune(r)
			} else {
				c.EmptyLines++
			}
		case unicode.IsGraphic(r), r == '\t', r == nonJoiner, r == joiner:
			newlines = 0
			b.WriteRune(r)
		default:
			c.Hidden++
			if len(c.Kinds) < maxKinds && !slices.Contains(c.Kinds, r) {
				c.Kinds = append(c.Kinds, r)
			}
		}
	}
	return b.String(), c
}

// What keeps letters apart and what joins them, without a width of their own.
const (
	nonJoiner = '\u200c'
	joiner    = '\u200d'
)

// A book is a text as tokens: characters of a window, or lines.
type book struct {
	vocabulary []string
	text       []int
	lines      [][]int // where each line is a sample
	longest    int     // line
}

// book returns the text of a task as tokens. The vocabulary has the characters
// in the order of their code points, so that it depends on the text alone.
func (t *Task) book(o Options) *book {
	text := t.text()
	if t.Name == OwnText && o.Text != "" {
		text = o.Text
	}
	count := map[rune]int{}
	for _, r := range text {
		count[r]++
	}
	if t.lines {
		delete(count, '\n')
	}
	runes := make([]rune, 0, len(count))
	for r := range count {
		runes = append(runes, r)
	}
	slices.SortFunc(runes, func(a, b rune) int { return cmp.Or(count[b]-count[a], cmp.Compare(a, b)) })
	b := &book{}
	if t.lines {
		b.vocabulary = append(b.vocabulary, Specials[:]...)
	}
	if rare := len(b.vocabulary) + len(runes) - MaxVocabulary; rare > 0 {
		runes = runes[:len(runes)-rare-1]
		b.vocabulary = append(b.vocabulary, Other)
	}
	slices.Sort(runes)
	index := map[rune]int{}
	for _, r := range runes {
		index[r] = len(b.vocabulary)
		b.vocabulary = append(b.vocabulary, string(r))
	}
	other := slices.Index(b.vocabulary, Other)
	tokens := func(text string) (list []int) {
		for _, r := range text {
			v, ok := index[r]
			if !ok {
				v = other
			}
			list = append(list, v)
		}
		return list
	}
	if !t.lines {
		b.text = tokens(text)
		return b
	}
	for line := range strings.Lines(text) {
		if list := tokens(strings.TrimSpace(line)); len(list) > 0 {
			b.lines = append(b.lines, list)
			b.longest = max(b.longest, len(list))
		}
	}
	return b
}

// part returns what trains of a running text, or what is held back, where there is
// such: no window of one reaches into the other. Each has more than a window, as
// far as the text has as much.
func (b *book) part(o Options, window int) *book {
	n := len(b.text)
	if b.lines != nil || o.Share == 0 || o.Share >= wholeText {
		return b
	}
	least := min(window+1, n/2)
	border := min(max(n*o.Share/wholeText, least), n-least)
	if o.Held {
		return &book{vocabulary: b.vocabulary, text: b.text[border:]}
	}
	return &book{vocabulary: b.vocabulary, text: b.text[:border]}
}

// wholeText is the share of a text that is all of it, in percent.
const wholeText = 100

// sample makes samples: windows at random places, or random lines between Begin
// and End.
func (b *book) sample(s *rng.Stream, d *Data) {
	for range d.N {
		if b.lines == nil {
			at := s.IntN(max(1, len(b.text)-d.T))
			d.row(b.window(at, d.T), b.window(at+1, d.T))
			continue
		}
		line := b.lines[s.IntN(len(b.lines))]
		d.row(append([]int{Begin}, line...), append(line[:len(line):len(line)], End))
	}
}

// window returns n tokens from a place on; behind the end of the text comes its
// beginning.
func (b *book) window(at, n int) []int {
	list := make([]int, n)
	for i := range list {
		list[i] = b.text[(at+i)%len(b.text)]
	}
	return list
}

// Continuous makes the samples of a text for truncated backpropagation through
// time: minibatches of batch rows, each of which goes on in the next minibatch
// where it has ended. The rows begin evenly spread over what trains of the text.
func (t *Task) Continuous(batch, minibatches int, o Options) Data {
	d := Data{N: batch * minibatches}
	d.T, _ = t.Places(o)
	b := t.book(o).part(o, d.T)
	for m := range minibatches {
		for row := range batch {
			at := row*len(b.text)/batch + m*d.T
			d.row(b.window(at, d.T), b.window(at+1, d.T))
		}
	}
	return d
}
