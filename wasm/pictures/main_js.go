// Program pictures reads people's own images in a worker, so that a hostile file
// costs neither the page nor the trainer anything: whoever asked can end the
// worker. It loads when the first file is opened.
//
//	{id, bytes: Uint8Array, class}   reads a file for a class   -> {id, json}
//	{id, finish: true}               what was read, as an album -> {id, json, file}
//
// What can't be done is answered by {id, error: JSON}.
package main

import (
	"fmt"
	"syscall/js"
)

func main() {
	self := js.Global()
	var d desk
	self.Set("onmessage", js.FuncOf(func(_ js.Value, args []js.Value) any {
		message := args[0].Get("data")
		reply := map[string]any{"id": message.Get("id")}
		transfer := []any{}
		answer, file, err := d.answer(message)
		if err != nil {
			reply["error"] = string(problem(err))
		} else {
			reply["json"] = string(answer)
		}
		if file != nil {
			array := self.Get("Uint8Array").New(len(file))
			js.CopyBytesToJS(array, file)
			reply["file"] = array
			transfer = append(transfer, array.Get("buffer"))
		}
		self.Call("postMessage", reply, transfer)
		return nil
	}))
	select {}
}

func (d *desk) answer(message js.Value) (answer, file []byte, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%v", r)
		}
	}()
	if finish := message.Get("finish"); finish.Type() == js.TypeBoolean {
		return d.finish()
	}
	content, class := message.Get("bytes"), message.Get("class")
	if content.Type() != js.TypeObject || class.Type() != js.TypeString {
		return nil, nil, fmt.Errorf("a message without a request")
	}
	// One byte more than is allowed is enough to be refused.
	b := make([]byte, min(content.Get("byteLength").Int(), maxFile+1))
	js.CopyBytesToGo(b, content)
	answer, err = d.read(b, class.String())
	return answer, nil, err
}
