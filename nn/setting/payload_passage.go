package setting

import (
	"encoding/base64"
	"strconv"
	"strings"
	"unicode/utf8"

	"nnplay/nn/data/sequences"
)

// maxTextInLink is the longest text, in bytes, that a link carries, so that the
// other settings find room beside it within MaxLink. A longer one stays on the
// page.
const maxTextInLink = 4500

// passage is a running text of one's own, as sequences.Clean leaves it. A link
// has it as letters, digits, hyphens and underscores, the last a letter.
var passage = payload{
	kind: Passage, format: formatText, put: putText, held: heldText,
	parse: parseText,
	count: func(value any) string { return strconv.Itoa(utf8.RuneCountInString(*value.(*string))) },
	toLink: func(text string) string {
		if len(text) > maxTextInLink {
			return "n" + strconv.Itoa(utf8.RuneCountInString(text))
		}
		return "t" + base64.RawURLEncoding.EncodeToString([]byte(text)) + "z"
	},
	ofLink: func(link string) (string, *Notice) {
		if count, ok := elsewhere(link); ok {
			n := Note("text-elsewhere", "count", count)
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
	cleaned, err := sequences.Clean(text)
	if err != nil {
		return "text-short"
	}
	putText(value, strings.TrimSpace(cleaned))
	return ""
}
