//go:build !js

package browser

import (
	"fmt"
	"image"
	"image/color"
	"testing"

	"nnplay/nn/experiment"
)

// sameNatively trains a link on the page and natively, reads the page's own
// link again, and holds all three to one fingerprint.
func sameNatively(t *testing.T, p *Page, link string, steps int) metrics {
	t.Helper()
	spec, _, err := families.Parse(link)
	if err != nil {
		t.Fatal(err)
	}
	run, err := experiment.New(spec)
	if err != nil {
		t.Fatal(err)
	}
	run.Step(steps)
	got := eval[metrics](t, p, fmt.Sprintf(player+`.then(el => el.train(%d))`, steps))
	if want := run.Fingerprint(); got.Step != steps || got.Fingerprint != want {
		t.Errorf("%s: fingerprint %.16s after step %d in the browser, %.16s natively", link, got.Fingerprint, got.Step, want)
	}
	again := open(t, eval[string](t, p, `location.pathname + location.hash`), 1280, 720, blank)
	if m := eval[metrics](t, again, fmt.Sprintf(player+`.then(el => el.train(%d))`, steps)); m.Fingerprint != got.Fingerprint {
		t.Errorf("%s: the page's link gives %.16s, not %.16s", link, m.Fingerprint, got.Fingerprint)
	}
	return got
}

// listen keeps the names of the actions that are done in acts.
const listen = `(() => {
	globalThis.acts = [];
	document.querySelector('nn-play').addEventListener('message', ({ detail }) => { if (detail.type === 'acted') acts.push(detail.name); });
	return true;
})()`

// actsOf waits until so many actions have been done, and returns all.
func actsOf(t *testing.T, p *Page, least int) []string {
	t.Helper()
	wait(t, p, fmt.Sprintf(`acts.length >= %d`, least))
	return eval[[]string](t, p, `acts`)
}

// drawingBox is where the drawing is: left, top, width, height.
const drawingBox = `(() => { const r = document.querySelector('nn-play').getBoundingClientRect(); return [r.left, r.top, r.width, r.height].map(Math.round); })()`

// coloredPixels waits until so many pixels of the drawing are no shade of gray, and
// returns how many are.
func coloredPixels(t *testing.T, p *Page, least int) (n int) {
	t.Helper()
	box := eval[[]int](t, p, drawingBox)
	wait(t, p, `document.querySelector('nn-play').shadowRoot.querySelector('iframe').contentDocument.getElementById('status').hidden`) // which has a color too
	until(t, p, fmt.Sprintf("%d colored pixels of the drawing", least), func(img image.Image) bool {
		n = count(img, image.Rect(box[0], box[1], box[0]+box[2], box[1]+box[3]), isColored)
		return n >= least
	})
	return n
}

func isColored(c color.RGBA) bool { return max(c.R, c.G, c.B) > min(c.R, c.G, c.B)+0x30 }
