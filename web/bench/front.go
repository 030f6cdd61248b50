//go:build !js

package main

import (
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"path"
	"strings"
	"sync"
	"time"
)

// A front stands before a server: it answers each request a time later, as over a
// long line, and counts those that come before a program is asked for.
type front struct {
	*httptest.Server
	mu     sync.Mutex
	delay  time.Duration
	before int  // requests before trainer.wasm
	asked  bool // it has been asked for
}

// newFront puts a front before the server at an address.
func newFront(address string) (*front, error) {
	to, err := url.Parse(address)
	if err != nil {
		return nil, err
	}
	proxy := &httputil.ReverseProxy{Rewrite: func(r *httputil.ProxyRequest) { r.SetURL(to) }, Transport: &http.Transport{MaxIdleConnsPerHost: 16, DisableCompression: true}}
	f := &front{}
	f.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		time.Sleep(f.note(r.URL.Path))
		proxy.ServeHTTP(w, r)
	}))
	return f, nil
}

// begin forgets what was asked, and sets how much later an answer comes.
func (f *front) begin(delay time.Duration) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.delay, f.before, f.asked = delay, 0, false
}

// note takes note of a request and returns how long it waits.
func (f *front) note(address string) time.Duration {
	f.mu.Lock()
	defer f.mu.Unlock()
	name := path.Base(address)
	f.asked = f.asked || strings.HasPrefix(name, "trainer.") && strings.HasSuffix(name, ".wasm")
	if !f.asked {
		f.before++
	}
	return f.delay
}

// requests returns how many requests came before trainer.wasm was asked for.
func (f *front) requests() int {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.before
}
