//go:build !js

package browser

import (
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/systeminfo"
	"github.com/chromedp/chromedp"
)

// A Process is one of the browser's.
type Process struct {
	Kind    string  // as the browser calls it: browser, renderer, GPU, utility
	Seconds float64 // of processor time, of all its threads since it began
}

// Processes returns the browser's processes that run at the moment, by their ids.
func (b *Browser) Processes() (map[int64]Process, error) {
	r, err := cdp.Call(b.ctx, chromedp.FromContext(b.ctx).Browser, systeminfo.GetProcessInfo, cdp.Empty{})
	if err != nil {
		return nil, err
	}
	processes := map[int64]Process{}
	for _, p := range r.ProcessInfo {
		processes[p.ID] = Process{p.Type, p.CPUTime}
	}
	return processes, nil
}

// Keep opens an empty tab of the browser's own profile: what it stores, and what the
// browser has compiled for it, the next such tab finds again.
func (b *Browser) Keep() (*Page, error) { return b.tab() }
