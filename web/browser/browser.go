//go:build !js

package browser

import (
	"context"
	"fmt"
	"slices"
	"strings"

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
