// Program plots draws charts with gonum/plot in a worker of its own. It loads
// when the first chart is asked for. What it understands is the table Plots of
// package protocol.
package main

import (
	"nnplay/wasm/protocol"
	"nnplay/wasm/worker"
)

func main() { worker.Serve(protocol.Plots, obey) }
