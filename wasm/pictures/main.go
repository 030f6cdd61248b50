// Program pictures reads people's own images in a worker, so that a hostile file
// costs neither the page nor the trainer anything: whoever asked can end the
// worker. It loads when the first file is opened. What it understands is the
// table Pictures of package protocol.
package main

import (
	"nnplay/wasm/protocol"
	"nnplay/wasm/worker"
)

func main() { worker.Serve(protocol.Pictures, new(desk).obey) }
