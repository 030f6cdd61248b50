//go:build !js

package browser

import (
	"context"
	"flag"
	"net/http"
	"net/http/httptest"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/emulation"
)

// A pool lends browsers to tests that run beside each other: which window has the
// focus is then no other test's concern.
type pool struct {
	idle chan *lender

	mu   sync.Mutex
	lent map[string]*lender // by the name of the test
}

// A lender is a browser and the tabs that wait in it for another page. Where they
// are, programs are compiled and processes run already: the next page opens in
// a third of the time of one in a new tab.
type lender struct {
	*Browser
	tabs []*Page
}

// thrifty returns flags that spare a machine without a graphics card more than a
// third of the processor time: Painted; WebAssembly is optimized only where it
// really takes long; no page that was left is kept.
// V8 takes other flags besides.
func thrifty(engine ...string) []string {
	engine = append(engine, "--wasm-tiering-budget=1000000000")
	return append(slices.Clone(Painted), "--disable-back-forward-cache", "--js-flags="+strings.Join(engine, " "))
}

// start starts as many browsers as tests run in parallel.
func (p *pool) start() error {
	n, err := strconv.Atoi(flag.Lookup("test.parallel").Value.String())
	if err != nil {
		return err
	}
	p.idle, p.lent = make(chan *lender, n), map[string]*lender{}
	for range n {
		b, err := Start(context.Background(), thrifty()...)
		if err != nil {
			p.close()
			return err
		}
		p.idle <- &lender{Browser: b}
	}
	return nil
}

// close closes the browsers that nobody has.
func (p *pool) close() {
	for len(p.idle) > 0 {
		(<-p.idle).Close()
	}
}

// browser returns the browser that the test or a test around it has, or lends
// it one until it ends.
func (p *pool) browser(t *testing.T) *lender {
	p.mu.Lock()
	for name := t.Name(); ; {
		if b, ok := p.lent[name]; ok {
			p.mu.Unlock()
			return b
		}
		i := strings.LastIndexByte(name, '/')
		if i < 0 {
			break
		}
		name = name[:i]
	}
	p.mu.Unlock()
	b := <-p.idle
	p.mu.Lock()
	defer p.mu.Unlock()
	p.lent[t.Name()] = b
	t.Cleanup(func() {
		p.mu.Lock()
		delete(p.lent, t.Name())
		p.mu.Unlock()
		p.idle <- b
	})
	return b
}

// tab takes a tab that waits, or a new one.
func (l *lender) tab() (*Page, error) {
	if n := len(l.tabs); n > 0 {
		p := l.tabs[n-1]
		l.tabs = l.tabs[:n-1]
		return p, nil
	}
	return l.Tab()
}

// giveBack lets a tab wait for its next page, if nothing of the last is left.
func (l *lender) giveBack(p *Page) error {
	if err := p.Leave(server.URL + "/healthz"); err != nil {
		p.Close()
		return err
	}
	l.tabs = append(l.tabs, p)
	return nil
}

// TestLeave leaves to a site where this browser was never before: nothing is
// asked of it but what was gone to, so that no answer comes later, into the
// next visit.
func TestLeave(t *testing.T) {
	t.Parallel()
	var mu sync.Mutex
	var asked []string
	site := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		defer mu.Unlock()
		asked = append(asked, r.URL.Path)
		if !strings.HasPrefix(r.URL.Path, "/empty") {
			http.NotFound(w, r)
		}
	}))
	defer site.Close()
	p, err := browsers.browser(t).Tab()
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	want := []string{"/empty1", "/empty2", "/empty3"}
	for _, path := range want {
		if err := p.Leave(site.URL + path); err != nil {
			t.Fatal(err)
		}
	}
	mu.Lock()
	defer mu.Unlock()
	if !slices.Equal(asked, want) {
		t.Errorf("the site was asked for %q, want %q", asked, want)
	}
}

// whole is an expression for all that the page and the site keep of a visit.
const whole = ready + `.then(async el => JSON.stringify({
	link: [location.hash, el.state.link, el.state.edited],
	run: [el.playing, (await el.metrics()).step],
	speed: document.querySelector('#speed').value,
	stops: [...document.querySelectorAll('#stops-dialog input')].map(input => [input.id, input.checked, input.value]),
	undo: ['undo', 'redo'].map(id => document.getElementById(id).disabled),
	reader: [document.querySelector('#theme').value, document.documentElement.lang, document.documentElement.className],
	local: { ...localStorage },
	session: ['history', 'tabs', 'points'].map(name => sessionStorage['nnplay.' + name]),
	databases: (await indexedDB.databases()).map(({ name }) => name),
	view: [innerWidth, innerHeight, devicePixelRatio, ...['prefers-color-scheme: dark', 'prefers-reduced-motion: reduce'].map(media => matchMedia('(' + media + ')').matches)],
	shown: [document.querySelector('#notices').innerText, document.querySelectorAll('dialog[open]').length],
	script: typeof globalThis.mark,
}))`

// use is an expression that changes all of that.
const use = ready + `.then(async el => {
	const choose = (id, value) => { const input = document.getElementById(id); input.value = value; input.dispatchEvent(new Event('change')); };
	choose('speed', '10');
	choose('stop-steps', '123456');
	choose('theme', 'dark');
	choose('language', 'zh-Hans');
	document.querySelector('#projector').click();
	await el.set('architecture', 'gan');
	await el.set('architecture', 'mlp');
	await el.set('noise', 10);
	await el.request({ type: 'weight', name: 'output/bias', index: 0, value: -0.5 });
	await el.train(20);
	document.querySelector('#undo').click();
	await until(() => !document.querySelector('#redo').disabled);
	document.querySelector('#stops').click();
	document.querySelector('#play').click();
	await until(() => sessionStorage['nnplay.tab'] && el.playing && document.documentElement.lang === 'zh-Hans');
	while ((await indexedDB.databases()).length === 0) await new Promise(done => setTimeout(done, 20));
	return true;
})`

// TestTabsAreClean changes all that can be kept of a visit and gives the tab back:
// the next page in it is to the last detail what it is in a new tab.
func TestTabsAreClean(t *testing.T) {
	t.Parallel()
	l := browsers.browser(t)
	look := func(p *Page, address string, v View) string {
		t.Helper()
		if err := p.Visit(address, v); err != nil {
			t.Fatal(err)
		}
		return eval[string](t, p, whole)
	}
	usual := View{Width: 1280, Height: 720, Scripts: []string{tools, blank}}
	p, err := l.Tab()
	if err != nil {
		t.Fatal(err)
	}
	want := look(p, server.URL+"/", usual)
	look(p, server.URL+"/#v=1&dataset=xor", View{Width: 390, Height: 844, Dark: true, Scripts: []string{tools, blank, `globalThis.mark = 1`}})
	eval[bool](t, p, use)
	little := []*emulation.MediaFeature{{Name: "prefers-reduced-motion", Value: "reduce"}}
	call(t, p, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: little})
	if used := eval[string](t, p, whole); used == want {
		t.Fatalf("nothing shows that it was used: %s", used)
	}
	if err := l.giveBack(p); err != nil {
		t.Fatal(err)
	}
	q, err := l.tab()
	if err != nil || q != p {
		t.Fatalf("the tab was not kept: %v", err)
	}
	defer q.Close()
	if got := look(q, server.URL+"/", usual); got != want {
		t.Errorf("a tab that was used has\n%s, a new one\n%s", got, want)
	}
}
