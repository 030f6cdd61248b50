package setting

import (
	"strconv"

	"nnplay/nn/notice"
)

// A Notice tells a reader about something in a link, or in a changed setting,
// that was not taken as it stood. The argument "key" is the key of a field,
// where there is such a field.
type Notice = notice.Notice

// An Error refuses a link or a value.
type Error = notice.Error

// Notices are the English sentences of notices.
var Notices = notice.Texts{
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

// Errors are the English sentences of errors.
var Errors = notice.Texts{
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
func Note(code string, args ...string) Notice { return Notices.Note(code, args...) }

// Refuse makes an error; args are names and values in turn.
func Refuse(code string, args ...string) *Error { return Errors.Refuse(code, args...) }

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
