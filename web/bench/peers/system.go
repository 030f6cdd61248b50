//go:build !js

package main

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

	"nnplay/nn/workload"
	"nnplay/web/browser"
)

// A system is one that can train, a row of the table.
type system struct {
	name, title string
	packages    []string // what it needs from npm, each name@version
	start       func(b *bench) (runner, func(), error)
}

// A runner trains a workload and times it.
type runner func(w workload.Workload) (result, error)

// A result is what a system answers for a workload.
type result struct {
	SamplesPerSecond float64
	Before, After    float64 // loss over all samples, w.Steps steps apart
	System           string  // what the row is called, if only the system knows
	Note             string  // how it was done, if the row's title does not say
	Differs          bool    // it was not done as the workload says
	Absent           bool    // the system has no such network
	err              error
}

// errAbsent says that a system is not on this machine.
var errAbsent = errors.New("not available")

// nnplay is measured in its page.
var nnplay = system{name: "nnplay", title: "nnplay", start: startNnplay}

// peers is the table of the others, a row each. Versions are fixed, so that a
// change of the numbers is one of nnplay's or of the machine's.
var peers = []system{
	{name: "torch", title: "PyTorch", start: startTorch},
	{name: "jax-js", title: "jax-js 0.1.25, wasm", packages: []string{"@jax-js/jax@0.1.25"}, start: inPage("jax-js")},
	{name: "tfjs", title: "TensorFlow.js 4.22", packages: []string{"@tensorflow/tfjs@4.22.0", "@tensorflow/tfjs-backend-wasm@4.22.0"}, start: inPage("tfjs")},
	{name: "convnetjs", title: "ConvNetJS 0.3", packages: []string{"convnetjs@0.3.0"}, start: inPage("convnetjs")},
}

func peerNames() []string {
	var names []string
	for _, s := range peers {
		names = append(names, s.name)
	}
	return names
}

// A bench is where systems are measured.
type bench struct {
	chromium *browser.Browser
	url      string
	seconds  float64 // of one timed run
}

// A row is what a system answered, by workload.
type row struct {
	system
	results map[string]result
}

// measure measures a system on each workload. A workload that fails does not
// keep the others from being measured.
func (b *bench) measure(s system, workloads []workload.Workload) (row, error) {
	r := row{s, map[string]result{}}
	run, stop, err := s.start(b)
	if err != nil {
		return r, err
	}
	defer stop()
	for _, w := range workloads {
		got, err := run(w)
		got.err = err
		r.results[w.Name] = got
		if got.System != "" {
			r.title = got.System
		}
		switch {
		case err != nil:
			fmt.Fprintf(os.Stderr, "%s, %s: %v\n", r.title, w.Name, err)
		case !got.Absent:
			fmt.Fprintf(os.Stderr, "%s, %s: %s samples/s, loss %.4f to %.4f\n", r.title, w.Name, human(got.SamplesPerSecond), got.Before, got.After)
		}
	}
	return r, nil
}

// limit is how long one workload may take, with all repetitions.
const limit = 3 * time.Minute

// startNnplay opens the playground, and asks its trainer.
func startNnplay(b *bench) (runner, func(), error) {
	const ready = `customElements.whenDefined('nn-play').then(() => document.querySelector('nn-play')).then((player) => player.ready.then(() => player))`
	run, stop, err := evaluate(b, "/", func(w workload.Workload) string {
		return ready + fmt.Sprintf(`.then((player) => player.request({ type: 'bench', workload: %q }))
			.then((m) => ({ SamplesPerSecond: m.samplesPerSecond, Before: m.before, After: m.after }))`, w.Name)
	})
	if err != nil {
		return nil, nil, err
	}
	// For its first seconds the browser compiles this page's programs, of which
	// peers' pages have none, with all processors.
	const settles = 8 * time.Second
	time.Sleep(settles)
	if _, err := run(workload.Workloads[0]); err != nil {
		stop()
		return nil, nil, err
	}
	return run, stop, nil
}

// inPage opens a page for a peer, whose script is pages/name.js.
func inPage(name string) func(*bench) (runner, func(), error) {
	return func(b *bench) (runner, func(), error) {
		return evaluate(b, "/peers/page.html", func(w workload.Workload) string {
			return fmt.Sprintf(`import('/peers/harness.js').then((harness) => harness.run(%q, %q))`, name, w.Name)
		})
	}
}

// evaluate opens a page in which an expression measures a workload.
func evaluate(b *bench, path string, expression func(workload.Workload) string) (runner, func(), error) {
	p, err := b.chromium.Open(b.url+path, 800, 600, false)
	if err != nil {
		return nil, nil, err
	}
	return func(w workload.Workload) (result, error) {
		r, err := browser.Eval[result](p, limit, expression(w))
		if err != nil {
			err = fmt.Errorf("%w %s", err, strings.Join(p.Errors(), "\n"))
		}
		return r, err
	}, p.Close, nil
}
