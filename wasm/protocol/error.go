package protocol

// An Error is why a command was not obeyed. Its code names the translation
// "error.CODE"; Args fill its {placeholders}; Text is the English sentence.
type Error struct {
	Code string            `json:"code"`
	Args map[string]string `json:"args"`
	Text string            `json:"text"`
}

// Error implements error with the English sentence.
func (e *Error) Error() string { return e.Text }

// Texts are the English sentences of the errors that every program has, each
// after its code.
var Texts = [...][2]string{
	{"bad-count", "The number of steps must be a whole number from 0 to a thousand million."},
	{"bad-field", "The command has a field that is missing or of the wrong type."},
	{"unknown-command", "The program does not know this command."},
}

// Refuse makes an error; args are names and values in turn.
//
//go:noinline
func Refuse(code string, args ...string) *Error {
	e := &Error{Code: code, Args: map[string]string{}}
	for i := range Texts {
		if Texts[i][0] == code {
			e.Text = Texts[i][1]
		}
	}
	for i := 0; i < len(args); i += 2 {
		e.Args[args[i]] = args[i+1]
	}
	return e
}

// Internal makes an error of what went wrong without anybody's fault.
func Internal(text string) *Error { return &Error{Code: "internal", Text: text} }

// Fields returns the error as fields of an answer.
func (e *Error) Fields() map[string]any {
	args := make(map[string]any, len(e.Args))
	for name, v := range e.Args {
		args[name] = v
	}
	return map[string]any{"code": e.Code, "args": args, "text": e.Text}
}
