//go:build !js

package worker

import (
	"fmt"
	"os"
	"path/filepath"

	"nnplay/nn/notice"
	"nnplay/wasm/protocol"
)

// Serve says that there is no page here.
func Serve(protocol.Commands, func(protocol.Message) (map[string]any, *notice.Error)) {
	fmt.Fprintln(os.Stderr, filepath.Base(os.Args[0])+" runs in a browser: build it with GOOS=js GOARCH=wasm")
	os.Exit(1)
}
