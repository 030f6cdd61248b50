// Program tables reads tables of people's own in a worker, so that a hostile
// one costs neither the page nor the trainer anything: whoever asked can end
// the worker. It loads when the first table is opened. What it understands is
// the table Tables of package protocol.
package main

import (
	"nnplay/wasm/protocol"
	"nnplay/wasm/worker"
)

func main() { worker.Serve(protocol.Tables, new(desk).obey) }
