//go:build !js

// Program plots draws charts in a worker of the browser; see main_js.go.
package main

import (
	"fmt"
	"os"
)

func main() {
	fmt.Fprintln(os.Stderr, "plots runs in a browser: build it with GOOS=js GOARCH=wasm")
	os.Exit(1)
}
