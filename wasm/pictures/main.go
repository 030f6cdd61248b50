//go:build !js

// Program pictures reads pictures in a worker of the browser; see main_js.go.
package main

import (
	"fmt"
	"os"
)

func main() {
	fmt.Fprintln(os.Stderr, "pictures runs in a browser: build it with GOOS=js GOARCH=wasm")
	os.Exit(1)
}
