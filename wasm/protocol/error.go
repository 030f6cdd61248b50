package protocol

import "nnplay/nn/notice"

// Errors are the English sentences of the errors that every program has, by code.
var Errors = notice.Texts{
	"bad-count":       "The number of steps must be a whole number from 0 to one billion.",
	"bad-field":       "A field of the command is missing or has the wrong type.",
	"unknown-command": "The program does not know this command.",
}

// Fields returns an error as fields of an answer.
func Fields(e *notice.Error) map[string]any {
	args := make(map[string]any, len(e.Args))
	for name, v := range e.Args {
		args[name] = v
	}
	return map[string]any{"code": e.Code, "args": args, "text": e.Text}
}
