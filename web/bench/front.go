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
	began  time.Time // the first request
	before int       // requests before trainer.wasm
	asked  time.Time // when that was asked for
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
	f.delay, f.before, f.began, f.asked = delay, 0, time.Time{}, time.Time{}
}

// note takes note of a request and returns how long it waits.
func (f *front) note(address string) time.Duration {
	f.mu.Lock()
	defer f.mu.Unlock()
	name := path.Base(address)
	if f.began.IsZero() {
		f.began = time.Now()
	}
	if f.asked.IsZero() {
		if strings.HasPrefix(name, "trainer.") && strings.HasSuffix(name, ".wasm") {
			f.asked = time.Now()
		} else {
			f.before++
		}
	}
	return f.delay
}

// requests returns how many requests came before trainer.wasm was asked for, and how
// many milliseconds after the first.
func (f *front) requests() (n int, ms float64) {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.before, f.asked.Sub(f.began).Seconds() * 1000
}
