// Command protocol writes the messages between a page and the programs in
// workers as TypeScript, into the file that it is told: see go generate in
// wasm/protocol.
package main

import (
	"fmt"
	"os"

	"nnplay/wasm/protocol"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: protocol FILE")
		os.Exit(2)
	}
	if err := os.WriteFile(os.Args[1], []byte(protocol.TypeScript()), 0o666); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
