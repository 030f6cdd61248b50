package rows

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// shown returns what can be shown of a name: a line, of no more than MaxName
// characters.
func shown(name string) string {
	var b strings.Builder
	n := 0
	for _, r := range strings.TrimSpace(name) {
		switch {
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
