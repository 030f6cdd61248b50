//go:build !js

// Program tables reads tables in a worker of the browser; see main_js.go.
package main

import (
	"fmt"
	"os"
)

func main() {
	fmt.Fprintln(os.Stderr, "tables runs in a browser: build it with GOOS=js GOARCH=wasm")
	os.Exit(1)
}
