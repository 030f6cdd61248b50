package setting

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"strconv"
	"strings"
	"unicode/utf8"

	"nnplay/nn/data/sequences"
)

// maxTextInLink is the longest text, in bytes, that a link carries, so that the
// other settings find room beside it within MaxLink. A longer one stays on the
// page.
const maxTextInLink = 4500

// hashBytes is how much of the SHA-256 of a text a link has that does not carry it.
const hashBytes = 8

// passage is a running text of one's own, as sequences.Clean leaves it. A link
// has it as letters, digits, hyphens and underscores, the last a letter; of a longer
// one it says the number of characters and, unless it is an old one, the beginning of
// a hash, by which a page knows it again.
var passage = payload{
	kind: Passage, format: formatText, put: putText, held: heldText,
	parse: parseText,
	count: func(value any) string { return strconv.Itoa(utf8.RuneCountInString(*value.(*string))) },
	toLink: func(text string) string {
		if len(text) > maxTextInLink {
			hash := sha256.Sum256([]byte(text))
			return "n" + strconv.Itoa(utf8.RuneCountInString(text)) + "-" + hex.EncodeToString(hash[:hashBytes])
		}
		return "t" + base64.RawURLEncoding.EncodeToString([]byte(text)) + "z"
	},
	ofLink: func(link string) (string, *Notice) {
		number, hash, named := strings.Cut(link, "-")
		if count, ok := elsewhere(number); ok && (!named || len(hash) == hex.EncodedLen(hashBytes)) {
			n := Note("text-elsewhere", "count", count, "given", link)
			return "", &n
		}
		text, ok := textOfLink(link)
		if !ok {
			n := Note("unreadable", "given", link)
			return "", &n
		}
		return text, nil
	},
}

func textOfLink(link string) (text string, ok bool) {
	body, first := strings.CutPrefix(link, "t")
	body, last := strings.CutSuffix(body, "z")
	if !first || !last || len(body) > 2*maxTextInLink {
		return "", false
	}
	b, err := base64.RawURLEncoding.DecodeString(body)
	return string(b), err == nil
}

// parseText sets a text and returns what was wrong with it.
func parseText(value any, text string) (problem string) {
	if text == "" || text == "none" {
		putText(value, "")
		return ""
	}
	cleaned, problem := CleanText(text)
	if problem == "" {
		putText(value, cleaned)
	}
	return problem
}

// CleanText returns a running text as a setting holds it, or what is wrong with it.
func CleanText(text string) (cleaned, problem string) {
	cleaned, err := sequences.Clean(text)
	if err != nil {
		return "", "text-short"
	}
	return strings.TrimSpace(cleaned), ""
}

// TextCut tells of a running text that is longer than what a setting holds of it.
func TextCut(text string) []Notice {
	tidy, _ := sequences.Tidy(text)
	n := utf8.RuneCountInString(strings.TrimSpace(tidy))
	if n <= sequences.MaxCharacters {
		return nil
	}
	return []Notice{Note("text-cut", "count", strconv.Itoa(n), "used", strconv.Itoa(sequences.MaxCharacters))}
}
