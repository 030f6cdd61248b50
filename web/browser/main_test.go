//go:build !js

package browser

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"strconv"
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

// open opens a page of the site. What it complains about on its console ends the
// test. Scripts run first in each of its documents.
func open(t *testing.T, path string, width, height int, scripts ...string) *Page {
	t.Helper()
	return visit(t, server.URL+path, View{Width: width, Height: height, Scripts: scripts, Strict: true})
}

// openWith opens a page after scripts, without holding that its console is silent.
func openWith(t *testing.T, path string, scripts ...string) *Page {
	t.Helper()
	return visit(t, server.URL+path, View{Width: 1280, Height: 720, Scripts: scripts})
}

// tools run first in each document. What leaves nothing to go on with becomes a
// complaint; until waits for something to become true and gives it.
var tools = `
	addEventListener('error', ({ detail }) => { if (detail?.fatal) console.error(detail.text); }, { capture: true });
	globalThis.until = async (is) => {
		for (const end = performance.now() + ` + strconv.FormatInt((patience-time.Second).Milliseconds(), 10) + `; performance.now() < end;) {
			const v = await is();
			if (v) return v;
			await new Promise(done => setTimeout(done, 20));
		}
		throw new Error('in vain: ' + is);
	};
`

// visit opens an address in a tab that a test before has left, or in a new one.
func visit(t *testing.T, url string, v View) *Page {
	t.Helper()
	l := browsers.browser(t)
	p, err := l.tab()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if v.Strict {
			for _, e := range p.Errors() {
				t.Errorf("console: %s", e)
			}
		}
		if err := l.giveBack(p); err != nil {
			t.Errorf("the page is not left as it was found: %v", err)
		}
	})
	v.Scripts = append(v.Scripts, tools)
	if err := p.Visit(url, v); err != nil {
		t.Fatal(err)
	}
	return p
}

// patience is how long something may take that takes a second: machines that test
// are slow at times, and what hangs is found all the same.
const patience = time.Minute

// eval evaluates an expression or fails the test, and tells then what is seen.
func eval[T any](t *testing.T, p *Page, expression string) T {
	t.Helper()
	v, err := Eval[T](p, patience, expression)
	if err != nil {
		t.Fatalf("%v\nseen: %s", err, seen(p))
	}
	return v
}

// wait waits until an expression is true.
func wait(t *testing.T, p *Page, expression string) {
	t.Helper()
	_, err := Eval[bool](p, patience, `(async () => {
		while (!(`+expression+`)) await new Promise(done => setTimeout(done, 20));
		return true;
	})()`)
	if err != nil {
		t.Fatalf("in vain: %s: %v\nseen: %s", expression, errors.Unwrap(err), seen(p))
	}
}

// seen returns what the page tells about itself.
func seen(p *Page) string {
	p.tolerate()
	text, err := Eval[string](p, 5*time.Second, `[location.href, ...['#status-text', '#n-step', '#notices', '#canvas-text', '#charts-status', '#csv-status', '#actions-said', '#remark']
		.map(name => [name, document.querySelector(name)?.innerText.trim()]).filter(([, text]) => text).map(([name, text]) => name + ' ' + text.slice(0, 200))].join(' | ')`)
	if err != nil {
		return fmt.Sprintf("nothing: %v", err)
	}
	return text
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
