package numeral

import "strings"

// Fill fills a sentence: {NAME} by an argument, and {NAME|ONE|OTHER} by the form that
// goes with it, ONE where it is 1: "{n} {n|step|steps}". What there is no argument for
// stays as it stands.
func Fill(sentence string, args map[string]string) string {
	var b strings.Builder
	for {
		before, rest, opened := strings.Cut(sentence, "{")
		place, after, closed := strings.Cut(rest, "}")
		b.WriteString(before)
		if !opened || !closed {
			b.WriteString(sentence[len(before):])
			return b.String()
		}
		name, forms, formed := strings.Cut(place, "|")
		one, other, _ := strings.Cut(forms, "|")
		value, known := args[name]
		switch {
		case !known:
			b.WriteString("{" + place + "}")
		case !formed:
			b.WriteString(value)
		case value == "1":
			b.WriteString(one)
		default:
			b.WriteString(other)
		}
		sentence = after
	}
}
