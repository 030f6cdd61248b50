package numeral

import "testing"

func TestFill(t *testing.T) {
	args := map[string]string{"n": "1", "m": "12", "name": "{n}", "empty": ""}
	for sentence, want := range map[string]string{
		"": "", "plain": "plain", "{n} of {m}": "1 of 12",
		"{n} {n|step|steps}, {m} {m|step|steps}": "1 step, 12 steps",
		"{n|is|are} {m|is|are} {n||s}{m||s}":     "is are s",
		"{name}":                                 "{n}", // an argument is no sentence
		"[{empty}]":                              "[]",
		"{unknown} {unknown|a|b} {open":          "{unknown} {unknown|a|b} {open",
	} {
		if got := Fill(sentence, args); got != want {
			t.Errorf("%q: %q, want %q", sentence, got, want)
		}
	}
}
