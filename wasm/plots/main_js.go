// Program plots draws charts with gonum/plot in a worker of its own. It loads
// when the first chart is asked for: {id, request} with the request as JSON
// text is answered by {id, file} with the file's bytes, or {id, error}.
package main

import (
	"syscall/js"
)

func main() {
	self := js.Global()
	onMessage := js.FuncOf(func(_ js.Value, args []js.Value) any {
		data := args[0].Get("data")
		reply := map[string]any{"id": data.Get("id")}
		if request := data.Get("request"); request.Type() == js.TypeString {
			file, err := answer([]byte(request.String()))
			if err != nil {
				reply["error"] = err.Error()
			} else {
				bytes := self.Get("Uint8Array").New(len(file))
				js.CopyBytesToJS(bytes, file)
				reply["file"] = bytes
			}
		} else {
			reply["error"] = "plots: a message without a request"
		}
		self.Call("postMessage", reply)
		return nil
	})
	self.Set("onmessage", onMessage)
	select {}
}
