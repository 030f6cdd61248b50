//go:build !js

// Ensure prints the path of the Chromium that the browser tests will use. If
// there is none it installs one where it can, and else says what is missing.
package main

import (
	"fmt"
	"os"

	"nnplay/web/browser"
)

func main() {
	if os.Getenv(browser.Variable) == "none" {
		fmt.Println(browser.Variable + "=none: THE BROWSER TESTS WILL BE LEFT OUT")
		return
	}
	path, err := browser.Ensure(os.Stdout)
	if err != nil {
		fmt.Fprintln(os.Stderr, "ensure:", err)
		os.Exit(1)
	}
	fmt.Println(path)
}
