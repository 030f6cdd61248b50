//go:build !js

package browser

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/performance"
	"github.com/chromedp/chromedp"
)

// A Browser is a headless Chromium.
type Browser struct {
	ctx    context.Context
	cancel func()
}

// Start starts the Chromium that Find finds, with Flags and others.
func Start(ctx context.Context, others ...string) (*Browser, error) {
	path, err := Find()
	if err != nil {
		return nil, err
	}
	options := append([]chromedp.ExecAllocatorOption{chromedp.ExecPath(path)}, chromedp.DefaultExecAllocatorOptions[:]...)
	for _, f := range slices.Concat(Flags, others) {
		name, value, _ := strings.Cut(strings.TrimLeft(f, "-"), "=")
		if value == "" {
			options = append(options, chromedp.Flag(name, true))
		} else {
			options = append(options, chromedp.Flag(name, value))
		}
	}
	allocated, cancel := chromedp.NewExecAllocator(ctx, options...)
	browser, cancelBrowser := chromedp.NewContext(allocated)
	stop := func() { cancelBrowser(); cancel() }
	if err := chromedp.Do(browser); err != nil {
		stop()
		return nil, fmt.Errorf("start %s: %w", path, err)
	}
	return &Browser{browser, stop}, nil
}

// Close ends the browser.
func (b *Browser) Close() { b.cancel() }

// A Page is a tab.
type Page struct {
	ctx    context.Context
	cancel func()

	mu     sync.Mutex
	errors []string
}

// Open opens an address in a new tab with a viewport of that size in CSS
// pixels, light or dark. The tab has a profile of its own: it remembers nothing
// of what other tabs have stored. Scripts run first in each of its documents.
func (b *Browser) Open(url string, width, height int, dark bool, scripts ...string) (*Page, error) {
	ctx, cancel := chromedp.NewContext(b.ctx, chromedp.WithNewBrowserContext())
	p := &Page{ctx: ctx, cancel: cancel}
	if err := chromedp.Do(ctx, chromedp.EmulateViewport(int64(width), int64(height)), colorScheme(dark)); err != nil {
		cancel()
		return nil, err
	}
	for _, script := range scripts {
		if err := chromedp.Do(ctx, before(script)); err != nil {
			cancel()
			return nil, err
		}
	}
	messages := chromedp.Console(ctx)
	go func() {
		for m, err := range messages {
			if err != nil {
				return
			}
			if m.Type == chromedp.ConsoleError || m.IsException() {
				p.mu.Lock()
				p.errors = append(p.errors, m.String())
				p.mu.Unlock()
			}
		}
	}()
	if err := chromedp.Do(ctx, chromedp.Navigate(url)); err != nil {
		cancel()
		return nil, err
	}
	return p, nil
}

// colorScheme makes the page see a preference for light or dark.
func colorScheme(dark bool) chromedp.Action[chromedp.Void] {
	feature := emulation.MediaFeature{Name: "prefers-color-scheme", Value: "light"}
	if dark {
		feature.Value = "dark"
	}
	return func(ctx context.Context, t *chromedp.Target) (chromedp.Void, error) {
		_, err := cdp.Call(ctx, t, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{&feature}})
		return chromedp.Void{}, err
	}
}

// before makes a script run in each document before its own.
func before(script string) chromedp.Action[chromedp.Void] {
	return func(ctx context.Context, t *chromedp.Target) (chromedp.Void, error) {
		_, err := cdp.Call(ctx, t, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: script})
		return chromedp.Void{}, err
	}
}

// Close closes the tab.
func (p *Page) Close() { p.cancel() }

// Dark makes the page see a preference for the dark theme, or the light one.
func (p *Page) Dark(dark bool) error { return chromedp.Do(p.ctx, colorScheme(dark)) }

// Errors returns what the page complained about on its console so far.
func (p *Page) Errors() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return append([]string(nil), p.errors...)
}

// Eval evaluates a JavaScript expression, awaiting a promise, within a time.
func Eval[T any](p *Page, within time.Duration, expression string) (T, error) {
	ctx, cancel := context.WithTimeout(p.ctx, within)
	defer cancel()
	v, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		return v, fmt.Errorf("%.200s: %w", expression, err)
	}
	return v, nil
}

// Screenshot returns the viewport as PNG.
func (p *Page) Screenshot() ([]byte, error) {
	ctx, cancel := context.WithTimeout(p.ctx, 30*time.Second)
	defer cancel()
	return chromedp.Run(ctx, chromedp.CaptureScreenshot())
}

// A Server is the playground's own, built from the module and started on a
// free port.
type Server struct {
	URL string // without a slash at the end

	cmd *exec.Cmd
	dir string
}

// Serve builds and starts the server in the module's root folder. The site
// must have been built.
func Serve(root string) (*Server, error) {
	dir, err := os.MkdirTemp("", "nnplay")
	if err != nil {
		return nil, err
	}
	s := &Server{dir: dir}
	binary := filepath.Join(dir, "nnplay")
	build := exec.Command("go", "build", "-o", binary, ".")
	build.Dir, build.Stderr = root, os.Stderr
	if err := build.Run(); err != nil {
		s.Close()
		return nil, fmt.Errorf("build the server: %w", err)
	}
	port, err := freePort()
	if err != nil {
		s.Close()
		return nil, err
	}
	address := fmt.Sprintf("127.0.0.1:%d", port)
	s.URL = "http://" + address
	s.cmd = exec.Command(binary, "-addr", address)
	s.cmd.Stderr = os.Stderr
	if err := s.cmd.Start(); err != nil {
		s.Close()
		return nil, err
	}
	if err := answers(s.URL + "/healthz"); err != nil {
		s.Close()
		return nil, err
	}
	return s, nil
}

// Close stops the server and removes what it needed.
func (s *Server) Close() {
	if s.cmd != nil && s.cmd.Process != nil {
		s.cmd.Process.Signal(os.Interrupt)
		s.cmd.Wait()
	}
	os.RemoveAll(s.dir)
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
