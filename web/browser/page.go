//go:build !js

package browser

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/css"
	"github.com/chromedp/cdproto/dom"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/performance"
	"github.com/chromedp/chromedp"
)

// A Page is a tab and what it shows. The tab has a profile of its own: it knows
// nothing of what other tabs have stored.
type Page struct {
	ctx     context.Context
	cancel  func()
	scripts []page.ScriptIdentifier // that run first in each document

	mu     sync.Mutex
	errors []string
	strict bool
	fail   context.CancelCauseFunc // ends what is being evaluated
}

// A View is how a page is looked at.
type View struct {
	Width, Height int      // of the viewport, in CSS pixels
	Dark          bool     // whether the reader prefers the dark theme
	Scripts       []string // run first in each of the page's documents
	Strict        bool     // whether a complaint on its console ends what is being evaluated
}

// Tab opens an empty tab.
func (b *Browser) Tab() (*Page, error) { return b.tab(chromedp.WithNewBrowserContext()) }

func (b *Browser) tab(options ...chromedp.ContextOption) (*Page, error) {
	ctx, cancel := chromedp.NewContext(b.ctx, options...)
	p := &Page{ctx: ctx, cancel: cancel, fail: func(error) {}}
	// As in the only window on a screen.
	focused := command(emulation.SetFocusEmulationEnabled, emulation.SetFocusEmulationEnabledParams{Enabled: true})
	// Of what a client is told of by default, none that nobody here listens to: it
	// takes a tenth of the time of a visit.
	if err := chromedp.Do(ctx, focused, command(css.Disable, cdp.Empty{}), command(dom.Disable, cdp.Empty{}), command(network.Disable, cdp.Empty{})); err != nil {
		cancel()
		return nil, err
	}
	messages := chromedp.Console(ctx)
	go func() {
		for m, err := range messages {
			if err != nil {
				return
			}
			if m.Type == chromedp.ConsoleError || m.IsException() {
				p.complain(m.String() + " (" + m.URL + ")")
			}
		}
	}()
	return p, nil
}

// Open opens an address in a new tab with a viewport of that size, light or dark.
func (b *Browser) Open(url string, width, height int, dark bool) (*Page, error) {
	p, err := b.Tab()
	if err != nil {
		return nil, err
	}
	if err := p.Visit(url, View{Width: width, Height: height, Dark: dark}); err != nil {
		p.Close()
		return nil, err
	}
	return p, nil
}

// Visit goes to an address, and forgets what was complained about before.
func (p *Page) Visit(url string, v View) error {
	ctx, cancel := context.WithTimeout(p.ctx, visitTime)
	defer cancel()
	if err := p.expect(ctx, v.Strict, v.Scripts...); err != nil {
		return err
	}
	return chromedp.Do(ctx, chromedp.EmulateViewport(int64(v.Width), int64(v.Height)), colorScheme(v.Dark), chromedp.Navigate(url))
}

// visitTime is how long it may take to go somewhere.
const visitTime = 2 * time.Minute

// expect forgets what was complained about and which scripts ran first, for the
// sake of the next document.
func (p *Page) expect(ctx context.Context, strict bool, scripts ...string) error {
	p.mu.Lock()
	p.errors, p.strict = nil, strict
	p.mu.Unlock()
	for _, id := range p.scripts {
		if err := chromedp.Do(ctx, command(page.RemoveScriptToEvaluateOnNewDocument, page.RemoveScriptToEvaluateOnNewDocumentParams{Identifier: id})); err != nil {
			return err
		}
	}
	p.scripts = nil
	for _, script := range scripts {
		added, err := chromedp.Run(ctx, func(ctx context.Context, t *chromedp.Target) (page.AddScriptToEvaluateOnNewDocumentResult, error) {
			return cdp.Call(ctx, t, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: script})
		})
		if err != nil {
			return err
		}
		p.scripts = append(p.scripts, added.Identifier)
	}
	return nil
}

// forget empties what a site has stored, and returns what is still there.
const forget = `(async () => {
	localStorage.clear();
	sessionStorage.clear();
	for (const { name } of await indexedDB.databases()) {
		await new Promise((done, failed) => Object.assign(indexedDB.deleteDatabase(name), { onsuccess: done, onerror: failed }));
	}
	return [...Object.keys(localStorage), ...Object.keys(sessionStorage), ...(await indexedDB.databases()).map(({ name }) => name)].join();
})()`

// iconless is a script for a document that names no icon, after whose load the
// browser would ask the site for favicon.ico: the answer that there is none may
// come when the tab is on its next page already, as that page's complaint.
const iconless = `addEventListener('DOMContentLoaded', () => document.head.append(Object.assign(document.createElement('link'), { rel: 'icon', href: 'data:,' })))`

// Leave goes to an address of the site that has no page of its own, empties all
// that the site has stored, takes the mouse away and makes the screen a usual
// one: the next visit is one to a site where nobody was before. What is left
// sees nothing of it, as it might load itself anew.
func (p *Page) Leave(empty string) error {
	ctx, cancel := context.WithTimeout(p.ctx, visitTime)
	defer cancel()
	if err := p.expect(ctx, false, iconless); err != nil {
		return err
	}
	if err := chromedp.Do(ctx, chromedp.Navigate(empty), chromedp.EmulateViewport(800, 600), colorScheme(false),
		command(input.DispatchMouseEvent, input.DispatchMouseEventParams{Type: input.DispatchMouseEventTypeMouseMoved})); err != nil {
		return err
	}
	left, err := Eval[string](p, 30*time.Second, forget)
	if err == nil && left != "" {
		err = fmt.Errorf("the site still has %s", left)
	}
	return err
}

// command is an action: a command of the DevTools protocol, whose answer nobody needs.
func command[P, R any](c cdp.Command[P, R], params P) chromedp.Action[chromedp.Void] {
	return func(ctx context.Context, t *chromedp.Target) (chromedp.Void, error) {
		_, err := cdp.Call(ctx, t, c, params)
		return chromedp.Void{}, err
	}
}

// colorScheme makes the page see a preference for light or dark, and no other.
func colorScheme(dark bool) chromedp.Action[chromedp.Void] {
	feature := emulation.MediaFeature{Name: "prefers-color-scheme", Value: "light"}
	if dark {
		feature.Value = "dark"
	}
	return command(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{&feature}})
}

// Close closes the tab.
func (p *Page) Close() { p.cancel() }

// Dark makes the page see a preference for the dark theme, or the light one.
func (p *Page) Dark(dark bool) error { return chromedp.Do(p.ctx, colorScheme(dark)) }

// complain takes note of what the page says on its console.
func (p *Page) complain(text string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.errors = append(p.errors, text)
	if p.strict {
		p.fail(errors.New("console: " + text))
	}
}

// Errors returns what the page complained about on its console so far.
func (p *Page) Errors() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return append([]string(nil), p.errors...)
}

// tolerate lets complaints end nothing any more.
func (p *Page) tolerate() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.strict = false
}

// guard returns a context that ends when a strict page complains, with the
// complaint as its cause.
func (p *Page) guard(ctx context.Context) context.Context {
	ctx, fail := context.WithCancelCause(ctx)
	p.mu.Lock()
	defer p.mu.Unlock()
	p.fail = fail
	if p.strict && len(p.errors) > 0 {
		fail(errors.New("console: " + p.errors[0]))
	}
	return ctx
}

// Eval evaluates a JavaScript expression, awaiting a promise, within a time.
func Eval[T any](p *Page, within time.Duration, expression string) (T, error) {
	ctx, cancel := context.WithTimeout(p.ctx, within)
	defer cancel()
	ctx = p.guard(ctx)
	v, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if cause := context.Cause(ctx); err != nil && cause != nil {
		err = cause
	}
	if err != nil {
		return v, fmt.Errorf("%.200s: %w", expression, err)
	}
	return v, nil
}

// Screenshot returns the viewport as PNG.
func (p *Page) Screenshot() ([]byte, error) {
	ctx, cancel := context.WithTimeout(p.ctx, 30*time.Second)
	defer cancel()
	return chromedp.Run(p.guard(ctx), chromedp.CaptureScreenshot())
}

// BusySeconds returns how long the page's main thread has worked: processor
// time, so that waiting for software WebGL or for its turn does not count.
func (p *Page) BusySeconds() (float64, error) {
	return chromedp.Run(p.ctx, func(ctx context.Context, t *chromedp.Target) (float64, error) {
		if _, err := cdp.Call(ctx, t, performance.Enable, performance.EnableParams{TimeDomain: performance.EnableTimeDomainThreadTicks}); err != nil {
			return 0, err
		}
		r, err := cdp.Call(ctx, t, performance.GetMetrics, cdp.Empty{})
		if err != nil {
			return 0, err
		}
		for _, m := range r.Metrics {
			if m.Name == "TaskDuration" {
				return m.Value, nil
			}
		}
		return 0, errors.New("the browser does not tell how busy it is")
	})
}
