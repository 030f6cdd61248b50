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
	"all-train":          "There {count|is|are} only {count} {count|row|rows}, so all train and none test.",
	"at-combination":     "“at={change}” was ignored: the value does not work with the other settings of that step.",
	"at-duplicate":       "“at={change}” was ignored: {key} is changed at that step already.",
	"at-key":             "“at={change}” was ignored: there is no setting called “{key}” here.",
	"at-most":            "“at={change}” was ignored: a link can change at most {most} things on the way.",
	"at-restarts":        "“at={change}” was ignored: {key} can't be changed on the way, as the network begins anew with it.",
	"at-shown":           "“at={change}” was ignored: {key} is only about what is shown.",
	"at-step":            "“at={change}” was ignored: the step must be from 1 to {limit}. What holds from the beginning is a setting.",
	"at-unplaced":        "“at={change}” is left out: this network has no such weight.",
	"at-unreadable":      "“at={change}” was ignored: it must be a step, a setting and its value, as in at=200:learningRate=0.01.",
	"at-value":           "“at={change}” was ignored: that is not a valid value of {key}.",
	"bad-value":          "{key}: “{given}” is not a valid value; {used} is used.",
	"changes-dropped":    "{count} {count|change|changes} that {count|was|were} to come later {count|is|are} left out: the run goes on as another one.",
	"checksum":           "The link seems to be cut off or edited; some settings may be missing.",
	"duplicate":          "{key} is given twice; the first value, {used}, is used.",
	"more":               "{count} more {count|remark|remarks} about this link {count|is|are} not shown.",
	"needs-v":            "{key} was ignored: a link with this setting must start with v=1.",
	"no-features":        "No input is chosen: the network learns one constant, its bias.",
	"other-architecture": "{key} is not a setting of this architecture; it was ignored.",
	"out-of-range":       "{key}: {given} is out of range; the nearest value, {used}, is used.",
	"points-begun":       "You are drawing on top of the points of {given}; clear them to start with none.",
	"points-converted":   "The points are of another type; they were converted.",
	"points-cut":         "The points in the link are damaged; the {used} before the damage {used|is|are} used.",
	"points-elsewhere":   "The link does not carry its {count} points: there are too many. Open their file too.",
	"pictures-elsewhere": "The link does not carry its {count} images: there are too many. Open their file too.",
	"rows-elsewhere":     "The link does not carry its {count} {count|row|rows}: there are too many. Open their file too.",
	"repaired":           "{key}: {given} does not work with the other settings; {used} is used.",
	"standardized":       "The inputs are standardized, since the columns of a table have different ranges.",
	"text-cut":           "The text has {count} characters; the first {used} are used.",
	"text-elsewhere":     "The link does not carry its text: at {count} characters it is too long. A built-in text takes its place.",
	"text-short":         "A text must have at least 200 printable characters.",
	"too-large":          "{key}: {given} needs too much time or memory; {used} is used.",
	"unknown-key":        "There is no setting called “{key}”; it was ignored.",
	"weights-unplaced":   "This network has no place for the initial weights of {given}; they are drawn.",
	"woken":              "{key} was 0, so the regularization would have had no effect; it is now {used}.",
	"unreadable":         "“{given}” in the link cannot be read and was ignored.",
}

// Errors are the English sentences of errors.
var Errors = notice.Texts{
	"bad-change":         "What is changed on the way does not work with the settings.",
	"bad-input":          "The value at position {number} is not a number.",
	"bad-run":            "This run was not saved by this version of nnplay.",
	"bad-value":          "{key}: “{given}” is not a valid value.",
	"bad-weight":         "{given} is not a valid weight: it must be from −{limit} to {limit}.",
	"combination":        "{key}: {given} does not work with the other settings.",
	"newer":              "This link is from a newer version ({given}) than this page supports ({known}).",
	"no-action":          "There is no action called {given} here.",
	"no-change":          "{key} is not changed at step {step}.",
	"no-element":         "There is no element {given}: the shape is {shape}.",
	"no-gradient":        "The loss does not depend on {given}, or by no way that is followed.",
	"no-landscape":       "The loss of this experiment is not a function of the weights alone: it has no landscape.",
	"no-moment":          "This number does not belong to the step that was made.",
	"no-part":            "There is nothing called {given} that could be switched off.",
	"no-tensor":          "There is no tensor called {given}.",
	"too-many-beside":    "At most {limit} optimizers can be compared with this one.",
	"no-way":             "The weights have not moved in two directions yet. Train for some steps first.",
	"no-update":          "{given} is computed anew at each step; only parameters and what else lasts is updated.",
	"no-weight":          "There is no weight {given}.",
	"odd-inputs":         "Each input has {inputs} {inputs|number|numbers} here; those given do not make whole inputs.",
	"too-many-parts":     "At most {limit} parts can be switched off at once.",
	"too-many-inputs":    "At most {limit} inputs can be predicted at once.",
	"out-of-range":       "{key}: {given} is out of range.",
	"text-short":         "A text must have at least 200 printable characters.",
	"pictures-elsewhere": "Images that don't fit into a link can't be set by a link.",
	"step-too-large":     "This step computes more than {limit} numbers, too many to tell where each came from.",
	"rows-elsewhere":     "Rows that don't fit into a link can't be set by a link.",
	"too-large":          "{key}: {given} needs too much time or memory.",
	"too-long":           "This link is too long: {length} characters; at most {limit} are allowed.",
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
