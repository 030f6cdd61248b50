// Program plots draws charts with gonum/plot in a worker of its own. It loads
// when the first chart is asked for: {id, request} with the request as JSON
// text is answered by {id, file, box, range} with the file's text, where its data
// are in it and the ends of its axes, or by {id, error, nothing}: nothing tells
// that there is nothing to draw.
package main

import (
	"errors"
	"syscall/js"

	"nnplay/plotting"
)

func main() {
	self := js.Global()
	onMessage := js.FuncOf(func(_ js.Value, args []js.Value) any {
		data := args[0].Get("data")
		reply := map[string]any{"id": data.Get("id")}
		if request := data.Get("request"); request.Type() == js.TypeString {
			file, box, span, err := answer([]byte(request.String()))
			if err != nil {
				reply["error"], reply["nothing"] = err.Error(), errors.Is(err, plotting.ErrNothing)
			} else {
				reply["file"], reply["box"], reply["range"] = string(file), numbers(box), numbers(span)
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

func numbers(v [4]float64) []any { return []any{v[0], v[1], v[2], v[3]} }
