package rows

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// What keeps letters apart and what joins them, without a width of their own.
const (
	nonJoiner = '\u200c'
	joiner    = '\u200d'
)

// shown returns what can be shown of a name: a line, of no more than MaxName
// characters.
func shown(name string) string {
	var b strings.Builder
	n := 0
	for _, r := range strings.TrimSpace(name) {
		switch {
		case r == nonJoiner || r == joiner: // within emoji, and words of Persian
		case r == utf8.RuneError, !unicode.IsGraphic(r) && !unicode.IsSpace(r):
			continue
		case n == MaxName-1 && utf8.RuneCountInString(name) > MaxName:
			return strings.TrimSpace(b.String()) + "…"
		case unicode.IsSpace(r):
			r = ' '
		}
		b.WriteRune(r)
		n++
	}
	return strings.TrimSpace(b.String())
}
