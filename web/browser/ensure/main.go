//go:build !js

// Ensure prints the path of the Chromium that the browser tests will use. If
// there is none it installs one where it can, and else says what is missing. It
// fetches axe-core too, and says aloud what will be left out: tests that pass are silent.
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
	if _, err := browser.Axe(); err != nil {
		fmt.Printf("TestAccessible WILL BE LEFT OUT: %v\n", err)
	}
}
