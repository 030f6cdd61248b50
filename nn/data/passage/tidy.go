package passage

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"

	"nnplay/nn/data/sequences"
)

// tidy brings a text into the form that is learned from, and tells what it changes.
// Letters and accents that are characters of their own become one where Unicode has it
// (normalization form C), so that é is one token however it was typed.
func (p *Passage) tidy(text string) string {
	pages := strings.Count(text, "\f") + strings.Count(text, "\v")
	text, c := sequences.Tidy(strings.NewReplacer("\f", "\n", "\v", "\n").Replace(text))
	c.LineEnds += pages
	if composed := norm.NFC.String(text); composed != text {
		p.tell("composed")
		text = composed
	}
	if c.Hidden > 0 {
		p.tell("hidden", "count", strconv.Itoa(c.Hidden), "characters", codePoints(c.Kinds))
	}
	for _, row := range []struct {
		code  string
		count int
	}{{"line-ends", c.LineEnds}, {"blanks", c.Blanks}, {"empty-lines", c.EmptyLines}} {
		if row.count > 0 {
			p.tell(row.code, "count", strconv.Itoa(row.count))
		}
	}
	trimmed := strings.TrimSpace(text)
	if indent := len(text) - len(strings.TrimLeft(text, " \t")); indent > 0 && trimmed != "" {
		p.tell("indent", "count", strconv.Itoa(indent))
	}
	return trimmed
}

// codePoints lists characters that can't be shown, "U+200B, U+FEFF".
func codePoints(list []rune) string {
	var names []string
	for _, r := range list {
		names = append(names, fmt.Sprintf("U+%04X", r))
	}
	return strings.Join(names, ", ")
}

// tellRare tells how many kinds of characters are too rare to be told apart.
func (p *Passage) tellRare() {
	var kinds []rune
	seen := map[rune]bool{}
	for _, r := range p.Text {
		if !seen[r] {
			seen[r] = true
			kinds = append(kinds, r)
		}
	}
	if n := len(kinds); n > sequences.MaxVocabulary {
		slices.Sort(kinds)
		p.tell("rare", "kinds", strconv.Itoa(n), "kept", strconv.Itoa(sequences.MaxVocabulary-1), "other", sequences.Other)
	}
}
