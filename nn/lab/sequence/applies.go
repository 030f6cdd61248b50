package sequence

import (
	"nnplay/nn/data/sequences"
	"nnplay/nn/lab"
	"nnplay/nn/setting"
)

// Reasons why a setting has no effect: the codes of the translations applies.CODE.
const (
	causalOnly  = "causal-only"
	fixedLength = "fixed-length"
	// OwnTextOnly is the reason of what only a text of one's own has.
	OwnTextOnly = "own-text-only"
	textOnly    = "text-only"
	tokensOnly  = "tokens-only"
)

// Reasons lists them all.
var Reasons = []string{causalOnly, fixedLength, OwnTextOnly, textOnly, tokensOnly}

func whenLengthIsOpen(s *lab.Spec) string {
	own := Of(s)
	return setting.Unless(own.Row().Max > 0, fixedLength)
}

func whenOwnText(s *lab.Spec) string { return setting.Unless(ownText(s), OwnTextOnly) }

// WhenRunning applies to what is made of windows of running text.
func WhenRunning(s *lab.Spec) string {
	own := Of(s)
	return setting.Unless(own.Row().Running(), textOnly)
}

// WhenTokens applies to what is made of tokens, not of numbers.
func WhenTokens(s *lab.Spec) string {
	own := Of(s)
	return setting.Unless(own.Row().Tokens(), tokensOnly)
}

// WhenReadWhole applies where the answer is a single one at the end.
func WhenReadWhole(s *lab.Spec) string {
	own := Of(s)
	return setting.Unless(own.ReadWhole(), causalOnly)
}

// ReadWhole tells whether the answer is a single one at the end: a network that
// reads backwards would see any other before it says it.
func (q *Settings) ReadWhole() bool {
	row := q.Row()
	if row.Paired() {
		answer, _ := row.Places(q.options(sequences.Separate))
		return answer == 1
	}
	return row.AtEnd
}
