//go:build !js

package browser

import "github.com/chromedp/chromedp"

// Resize gives the page a viewport of another size, in CSS pixels, as when
// somebody drags the window's edge: nothing loads anew.
func (p *Page) Resize(width, height int) error {
	return chromedp.Do(p.ctx, chromedp.EmulateViewport(int64(width), int64(height)))
}
