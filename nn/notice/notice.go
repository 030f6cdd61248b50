// Package notice is what a reader is told about what comes from outside: a link,
// a value, a file, a command. It is told by codes, which a page translates, and
// as an English sentence for those who have no page.
package notice

import (
	"errors"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"nnplay/nn/numeral"
)

// A Notice tells of something that was not taken as it stood. Code is stable and
// names the translation "notice.CODE"; Args fill its {names}; Text is the English
// sentence.
type Notice struct {
	Code string            `json:"code"`
	Args map[string]string `json:"args"`
	Text string            `json:"text"`
}

// String returns the English sentence.
func (n Notice) String() string { return n.Text }

// An Error is a notice of what was refused. Its code names the translation
// "error.CODE".
type Error Notice

var _ error = (*Error)(nil)

// Error implements error with the English sentence.
func (e *Error) Error() string { return e.Text }

// Internal makes an error of what went wrong without anybody's fault.
func Internal(detail string) *Error {
	return &Error{Code: "internal", Args: map[string]string{"detail": detail}, Text: detail}
}

// Of returns an error as a page is told it: the notice that it is or wraps, else
// an internal one.
func Of(err error) *Error {
	if e, ok := errors.AsType[*Error](err); ok {
		return e
	}
	return Internal(err.Error())
}

// Texts are English sentences by code, as numeral.Fill takes them.
type Texts map[string]string

// Note makes a notice; args are names and values in turn. Of a value, which may
// be foreign text, as much is repeated as can be shown.
func (t Texts) Note(code string, args ...string) Notice {
	n := Notice{Code: code, Args: make(map[string]string, len(args)/2)}
	for i := 0; i < len(args); i += 2 {
		n.Args[args[i]] = Clean(args[i+1], Shown)
	}
	n.Text = numeral.Fill(t[code], n.Args)
	return n
}

// Refuse makes an error like Note.
func (t Texts) Refuse(code string, args ...string) *Error {
	e := Error(t.Note(code, args...))
	return &e
}

// Codes lists the codes, sorted.
func (t Texts) Codes() []string { return slices.Sorted(maps.Keys(t)) }

// Shown is how much of a value is repeated, in characters.
const Shown = 32

// What joins characters or keeps them apart is seen by what it does.
const (
	nonJoiner = '\u200c'
	joiner    = '\u200d'
)

// Clean makes a foreign text fit for showing: valid, printable, and of at most so
// many characters.
func Clean(text string, most int) string {
	var b strings.Builder
	n := 0
	for _, r := range text {
		if n == most {
			b.WriteString("…")
			break
		}
		switch {
		case unicode.IsSpace(r):
			r = ' '
		case r == joiner || r == nonJoiner: // within emoji, and words of Persian
		case r == utf8.RuneError || !strconv.IsPrint(r):
			r = '·'
		}
		b.WriteRune(r)
		n++
	}
	return b.String()
}
