package setting

import (
	"encoding/hex"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxLabel is the longest name, in characters.
const maxLabel = 24

// labels are what columns of one's own data are called, and classLabels what their
// classes are.
var (
	labels      = labelsOf(Labels, 2)
	classLabels = labelsOf(ClassLabels, 10)
)

// labelsOf is so many names at most, with line feeds between them. They come from
// files and links, so no more is kept than can be shown. A link has them as
// hexadecimal digits.
func labelsOf(kind Kind, most int) payload {
	return payload{
		kind: kind, format: formatText, put: putText, held: heldText,
		parse:  func(value any, text string) string { return parseLabels(value, text, most) },
		count:  func(value any) string { return strings.Join(SplitLabels(*value.(*string)), ", ") },
		toLink: func(text string) string { return hex.EncodeToString([]byte(text)) },
		ofLink: func(link string) (string, *Notice) {
			text, err := hex.DecodeString(link)
			if err != nil || len(text) > most*(maxLabel*utf8.UTFMax+1) {
				n := Note("unreadable", "given", link)
				return "", &n
			}
			return string(text), nil
		},
	}
}

// parseLabels sets names, as many and as long as they may be.
func parseLabels(value any, text string, most int) (problem string) {
	if text == "none" {
		text = ""
	}
	var kept []string
	for name := range strings.SplitSeq(strings.ToValidUTF8(text, ""), "\n") {
		if name = cleanLabel(name); name == "" || len(kept) == most {
			break
		}
		kept = append(kept, name)
	}
	putText(value, strings.Join(kept, "\n"))
	return ""
}

// cleanLabel returns what can be shown of a name.
func cleanLabel(name string) string {
	var kept []rune
	for _, r := range name {
		if unicode.IsGraphic(r) && len(kept) < maxLabel {
			kept = append(kept, r)
		}
	}
	return strings.Join(strings.Fields(string(kept)), " ")
}

// SplitLabels returns the names of a text.
func SplitLabels(text string) []string {
	if text == "" {
		return nil
	}
	return strings.Split(text, "\n")
}
