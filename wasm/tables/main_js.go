// Program tables reads tables of people's own in a worker, so that a hostile
// one costs neither the page nor the trainer anything: whoever asked can end
// the worker. It loads when the first table is opened.
//
//	{id, text: Uint8Array}   reads a table        -> {id, json}
//	{id, check: JSON}        which rows a choice of columns leaves out -> {id, json}
//	{id, choice: JSON}       makes a drawing of it -> {id, json}
//
// What can't be done is answered by {id, error: JSON}.
package main

import (
	"fmt"
	"syscall/js"

	"nnplay/nn/data/table"
)

func main() {
	self := js.Global()
	var d desk
	self.Set("onmessage", js.FuncOf(func(_ js.Value, args []js.Value) any {
		message := args[0].Get("data")
		reply := map[string]any{"id": message.Get("id")}
		if answer, err := d.answer(message); err != nil {
			reply["error"] = string(problem(err))
		} else {
			reply["json"] = string(answer)
		}
		self.Call("postMessage", reply)
		return nil
	}))
	select {}
}

func (d *desk) answer(message js.Value) (answer []byte, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%v", r)
		}
	}()
	if text := message.Get("text"); text.Type() == js.TypeObject {
		// One byte more than is allowed is enough to be refused.
		bytes := make([]byte, min(text.Get("byteLength").Int(), table.MaxBytes+1))
		js.CopyBytesToGo(bytes, text)
		return d.read(bytes)
	}
	if choice := message.Get("check"); choice.Type() == js.TypeString {
		return d.check([]byte(choice.String()))
	}
	if choice := message.Get("choice"); choice.Type() == js.TypeString {
		return d.draw([]byte(choice.String()))
	}
	return nil, fmt.Errorf("a message without a request")
}
