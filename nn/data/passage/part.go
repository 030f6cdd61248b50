package passage

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"nnplay/nn/data/sequences"
	"nnplay/nn/rng"
)

// Parts of a text that is too long.
const (
	Beginning = "beginning"
	Passages  = "passages" // drawn at random, in the order of the text
)

// Parts lists them, the usual one first.
var Parts = []string{Beginning, Passages}

// passages is how many are drawn.
const passages = 20

// take returns as much of a text as is learned from.
func (p *Passage) take(text string, c Choices) string {
	runes := []rune(text)
	p.Total = len(runes)
	if p.Long = p.Total > sequences.MaxCharacters; !p.Long {
		return text
	}
	if c.Part == Beginning {
		p.tell("beginning", "total", strconv.Itoa(p.Total), "used", strconv.Itoa(sequences.MaxCharacters))
		return strings.TrimSpace(string(runes[:sequences.MaxCharacters]))
	}
	drawn := draw(runes, c.Seed)
	p.tell("passages", "total", strconv.Itoa(p.Total), "count", strconv.Itoa(sequences.Visible(drawn)),
		"passages", strconv.Itoa(passages), "seed", strconv.FormatUint(c.Seed, 10))
	return drawn
}

// draw cuts a text into pieces, draws some of them, and lets each begin with a word.
func draw(text []rune, seed uint64) string {
	const size = sequences.MaxCharacters/passages - len("\n\n")
	places := make([]int, len(text)/size)
	for i := range places {
		places[i] = i * size
	}
	s := rng.New(seed, rng.Data)
	for i := range passages {
		k := i + s.IntN(len(places)-i)
		places[i], places[k] = places[k], places[i]
	}
	places = places[:passages]
	slices.Sort(places)
	var pieces []string
	for _, at := range places {
		piece := text[at : at+size]
		if at > 0 && !unicode.IsSpace(text[at-1]) {
			if blank := slices.IndexFunc(piece[:size/4], unicode.IsSpace); blank >= 0 {
				piece = piece[blank:] // Chinese has none
			}
		}
		if words := strings.TrimSpace(string(piece)); words != "" {
			pieces = append(pieces, words)
		}
	}
	return strings.Join(pieces, "\n\n")
}
