//go:build !js

package browser

import (
	"flag"
	"fmt"
	"os"
	"testing"
	"time"
)

// The tests share a server and a few browsers.
var (
	server   *Server
	browsers pool
)

func TestMain(m *testing.M) {
	os.Exit(start(m))
}

func start(m *testing.M) int {
	if os.Getenv("NNPLAY_BROWSER") == "none" {
		fmt.Println("browser tests left out, because NNPLAY_BROWSER=none")
		return 0
	}
	var err error
	if server, err = Serve("../.."); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer server.Close()
	flag.Parse()
	if err := browsers.start(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer browsers.close()
	return m.Run()
}

// open opens a page of the site and, at the end of the test, fails if it
// complained on the console. Scripts run first in each of its documents.
func open(t *testing.T, path string, width, height int, scripts ...string) *Page {
	t.Helper()
	p, err := browsers.browser(t).Open(server.URL+path, width, height, false, scripts...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		for _, e := range p.Errors() {
			t.Errorf("console: %s", e)
		}
		p.Close()
	})
	return p
}

// patience is how long something may take that takes a second: machines that test
// are slow at times, and what hangs is found all the same.
const patience = 3 * time.Minute

// eval evaluates an expression or fails the test.
func eval[T any](t *testing.T, p *Page, expression string) T {
	t.Helper()
	v, err := Eval[T](p, patience, expression)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// player is an expression for the page's <nn-play>, ready.
const player = `(async () => { const el = document.querySelector('nn-play'); await customElements.whenDefined('nn-play'); await el.ready; return el; })()`

// metrics is what the element's API tells.
type metrics struct {
	Step        int      `json:"step"`
	Epoch       float64  `json:"epoch"`
	TrainLoss   *float64 `json:"trainLoss"`
	TestLoss    *float64 `json:"testLoss"`
	Accuracy    *float64 `json:"accuracy"`
	Fingerprint string   `json:"fingerprint"`
}
