package worker

import (
	"fmt"

	"nnplay/nn/notice"
	"nnplay/wasm/protocol"
)

// answer obeys a command of a program that is loaded late: what obey returns is
// the answer, or else {error}.
func answer(commands protocol.Commands, obey func(protocol.Message) (map[string]any, *notice.Error), from protocol.Source) map[string]any {
	fields, err := attempt(commands, obey, from)
	if err != nil {
		fields = map[string]any{"error": protocol.Fields(err)}
	}
	fields["id"] = protocol.ID(from)
	return fields
}

// attempt makes an error of a panic too.
func attempt(commands protocol.Commands, obey func(protocol.Message) (map[string]any, *notice.Error), from protocol.Source) (fields map[string]any, err *notice.Error) {
	defer func() {
		if r := recover(); r != nil {
			err = notice.Internal(fmt.Sprintf("%v", r))
		}
	}()
	c, err := commands.Decode(from)
	if err != nil {
		return nil, err
	}
	return obey(c)
}
