package worker

import (
	"syscall/js"

	"nnplay/nn/notice"
	"nnplay/wasm/protocol"
)

// Serve is the main program of those that are loaded late: it answers what the
// page asks, one question after the other, until the page ends the worker.
func Serve(commands protocol.Commands, obey func(protocol.Message) (map[string]any, *notice.Error)) {
	js.Global().Set("onmessage", js.FuncOf(func(_ js.Value, args []js.Value) any {
		Post(answer(commands, obey, Source(args[0].Get("data"))))
		return nil
	}))
	select {}
}
