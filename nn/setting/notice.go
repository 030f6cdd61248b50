package setting

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// A Notice tells a reader about something in a link, or in a changed setting,
// that was not taken as it stood. Code is stable and names the translation
// "notice.CODE"; Args fill its {placeholders}; Text is the English sentence.
// The argument "key" is the key of a field, where there is such a field.
type Notice struct {
	Code string
	Args map[string]string
	Text string
}

// String returns the English sentence.
func (n Notice) String() string { return n.Text }

// An Error refuses a link or a value. Its code names the translation
// "error.CODE".
type Error struct {
	Code string
	Args map[string]string
	Text string
}

var _ error = (*Error)(nil)

// Error implements error with the English sentence.
func (e *Error) Error() string { return e.Text }

// noticeTexts are the English sentences by code.
var noticeTexts = map[string]string{
	"bad-value":          "{key}: “{given}” is not a possible value; {used} is used.",
	"checksum":           "The link seems to be cut off or edited; some settings may be missing.",
	"duplicate":          "{key} is given twice; the first value, {used}, is used.",
	"more":               "{count} more remarks about this link are not shown.",
	"needs-v":            "{key} was ignored: a link with this setting must begin with v=1.",
	"other-architecture": "{key} is no setting of this architecture; it was ignored.",
	"out-of-range":       "{key}: {given} is not possible; the nearest value, {used}, is used.",
	"points-begun":       "You draw on the points of {given}; clear them to begin with none.",
	"points-converted":   "The points are of another kind; they were converted.",
	"points-cut":         "The points in the link are damaged; the {used} before that are used.",
	"points-elsewhere":   "The link does not carry its {count} points, which are too many for it; open their file too.",
	"pictures-elsewhere": "The link does not carry its {count} images, which are too many for it; open their file too.",
	"repaired":           "{key}: {given} does not go with the other settings; {used} is used.",
	"text-elsewhere":     "The link does not carry its text of {count} characters, which is too long for it; one of ours takes its place.",
	"text-short":         "A text must have at least 200 characters that can be shown.",
	"too-large":          "{key}: {given} makes the training step too large; {used} is used.",
	"unknown-key":        "There is no setting called “{key}”; it was ignored.",
	"unreadable":         "“{given}” in the link cannot be read and was ignored.",
}

// errorTexts are the English sentences by code.
var errorTexts = map[string]string{
	"bad-input":          "Value number {number} is not a number.",
	"bad-run":            "This is no run that this version of nnplay has saved.",
	"bad-value":          "{key}: “{given}” is not a possible value.",
	"bad-weight":         "{given} is not a possible weight: it must be from -{limit} to {limit}.",
	"combination":        "{key}: {given} does not go with the other settings.",
	"newer":              "This link is from a newer version ({given}) than this page knows ({known}).",
	"no-action":          "There is nothing called {given} to do here.",
	"no-weight":          "There is no weight {given}.",
	"odd-inputs":         "An input has {inputs} numbers here; these make no whole inputs.",
	"too-many-inputs":    "At most {limit} questions can be asked at once.",
	"out-of-range":       "{key}: {given} is not among the possible values.",
	"text-short":         "A text must have at least 200 characters that can be shown.",
	"pictures-elsewhere": "Images that no link carries can not be set by a link.",
	"too-large":          "{key}: {given} makes the training step too large.",
	"too-long":           "This link is too long: {length} characters, where {limit} are allowed.",
	"unknown-key":        "There is no setting called “{key}”.",
}

// Note makes a notice; args are names and values in turn.
func Note(code string, args ...string) Notice {
	m := arguments(args)
	return Notice{Code: code, Args: m, Text: fill(noticeTexts[code], m)}
}

// Refuse makes an error; args are names and values in turn.
func Refuse(code string, args ...string) *Error {
	m := arguments(args)
	return &Error{Code: code, Args: m, Text: fill(errorTexts[code], m)}
}

func arguments(pairs []string) map[string]string {
	m := make(map[string]string, len(pairs)/2)
	for i := 0; i < len(pairs); i += 2 {
		m[pairs[i]] = clean(pairs[i+1])
	}
	return m
}

// fill replaces each {name} of a template by its argument.
func fill(template string, args map[string]string) string {
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(template, "{")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		name, after, _ := strings.Cut(rest, "}")
		b.WriteString(args[name])
		template = after
	}
}

// shown is how much of a foreign text a notice repeats, in characters.
const shown = 32

// clean makes a foreign text fit for showing: short, valid, printable.
func clean(text string) string {
	var b strings.Builder
	n := 0
	for _, r := range text {
		if n == shown {
			b.WriteString("…")
			break
		}
		if r == utf8.RuneError || !strconv.IsPrint(r) {
			r = '·'
		}
		b.WriteRune(r)
		n++
	}
	return b.String()
}

// Limited keeps the first few notices and counts the rest.
func Limited(notices []Notice) []Notice {
	if len(notices) <= maxNotices {
		return notices
	}
	more := strconv.Itoa(len(notices) - maxNotices)
	return append(notices[:maxNotices:maxNotices], Note("more", "count", more))
}

// maxNotices is how many notices a link can cause, not counting their count.
const maxNotices = 8

// NoticeCodes lists the codes of notices.
func NoticeCodes() []string { return slices.Sorted(maps.Keys(noticeTexts)) }

// ErrorCodes lists the codes of errors.
func ErrorCodes() []string { return slices.Sorted(maps.Keys(errorTexts)) }
