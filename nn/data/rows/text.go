package rows

import (
	"compress/flate"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"strconv"
	"strings"
)

const (
	// MaxText is the longest text that a link carries, so that the other settings
	// find room beside it.
	MaxText = 6000

	// Above so many inputs of all rows nobody tries whether they fit.
	mostInText = 40_000
)

// digits are those of base 64 that survive messengers: an underscore may be taken
// for markup.
var digits = base64.NewEncoding("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-.").WithPadding(base64.NoPadding)

// Text returns what a link says of rows: "" of none; a text of letters, digits,
// hyphens and periods, with a letter at its ends, where there are few; else how many
// there are and the beginning of the hash of what they hold, "n569-0123456789abcdef".
func (r *Rows) Text() string {
	if r == nil {
		return ""
	}
	return r.text
}

// Carried tells whether the text of the rows is all of them.
func (r *Rows) Carried() bool { return r == nil || r.text[0] == 'a' }

func (r *Rows) describe() string {
	if len(r.X) <= mostInText {
		text := "a" + digits.EncodeToString(r.pack(flate.BestCompression)) + "z"
		if len(text) <= MaxText {
			return text
		}
	}
	return r.Reference()
}

// Reference returns the text that only says which rows are meant.
func (r *Rows) Reference() string {
	h := sha256.New()
	r.write(h)
	return "n" + strconv.Itoa(r.Len()) + "-" + hex.EncodeToString(h.Sum(nil)[:8])
}

// Parse reads the text of rows that carries them; ok says that it does.
func Parse(text string) (r *Rows, ok bool) {
	if text == "" {
		return nil, true
	}
	body, first := strings.CutPrefix(text, "a")
	body, last := strings.CutSuffix(body, "z")
	if !first || !last || len(text) > MaxText {
		return nil, false
	}
	packed, err := digits.DecodeString(body)
	if err != nil {
		return nil, false
	}
	r, err = unpack(packed, mostInText*(1+MaxTargets))
	return r, err == nil
}

// Elsewhere returns the number of rows in a text that does not carry them.
func Elsewhere(text string) (count string, ok bool) {
	rest, first := strings.CutPrefix(text, "n")
	count, hash, second := strings.Cut(rest, "-")
	n, err := strconv.ParseUint(count, 10, 32)
	return strconv.FormatUint(n, 10), first && second && err == nil && n > 0 && len(hash) == 16
}
