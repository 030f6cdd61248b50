//go:build !js

// Verify trains every preset by the interpreter, compiled natively, and in the
// built page in Chromium, and compares the fingerprints of the weights: the
// whole of the promise that a link computes the same bits everywhere, of which
// the tests hold as much as there is time for.
//
//	go run ./web/verify -steps 1000 -presets circle,digits
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"runtime"
	"strings"
	"sync"
	"time"

	"nnplay/nn/experiment/verify"
	"nnplay/nn/lab/all"
	"nnplay/nn/program"
	"nnplay/nn/simd/simdtest"
	"nnplay/web/browser"
)

func main() {
	steps := flag.Int("steps", 1000, "number of optimizer `steps`")
	names := flag.String("presets", "", "these `presets` only, as in circle,digits")
	workers := flag.Int("workers", runtime.NumCPU(), "train so `many` at once")
	flag.Parse()
	if err := run(*names, *steps, *workers); err != nil {
		fmt.Fprintln(os.Stderr, "verify:", err)
		os.Exit(1)
	}
}

func run(names string, steps, workers int) error {
	presets, err := verify.Choose(all.Families, names)
	if err != nil {
		return err
	}
	server, err := browser.Serve(".")
	if err != nil {
		return err
	}
	defer server.Close()
	chromium, err := browser.Start(context.Background())
	if err != nil {
		return err
	}
	defer chromium.Close()
	page, err := chromium.Open(server.URL+"/", 800, 600, false)
	if err != nil {
		return err
	}
	defer page.Close()
	return verify.Presets(os.Stdout, presets, steps, []verify.Engine{
		verify.Native("interpreter", all.Families, program.Interpret),
		verify.Native("wazero", all.Families, simdtest.New),
		inPage(page),
	}, workers)
}

// limit is how long a preset may take in the page.
const limit = 10 * time.Minute

// inPage is the engine of the page, in which one experiment is open at a time.
func inPage(page *browser.Page) verify.Engine {
	var alone sync.Mutex
	const ready = `customElements.whenDefined('nn-play').then(() => document.querySelector('nn-play')).then((player) => player.ready.then(() => player))`
	return verify.Engine{Name: "chromium", Train: func(link string, steps int) (string, error) {
		alone.Lock()
		defer alone.Unlock()
		expression := ready + fmt.Sprintf(`.then((player) => player.setState(%q).then(() => player.train(%d))).then((m) => m.fingerprint)`, link, steps)
		fingerprint, err := browser.Eval[string](page, limit, expression)
		if err != nil {
			err = fmt.Errorf("%w %s", err, strings.Join(page.Errors(), "\n"))
		}
		return fingerprint, err
	}}
}
