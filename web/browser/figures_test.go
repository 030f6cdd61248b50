//go:build !js

package browser

import (
	"bytes"
	"fmt"
	"image/png"
	"testing"

	"nnplay/nn/experiment"
)

// sameNatively trains a link on the page and natively, reads the page's own
// link again, and holds all three to one fingerprint.
func sameNatively(t *testing.T, p *Page, link string, steps int) metrics {
	t.Helper()
	spec, _, err := experiment.Parse(link)
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
	again := open(t, eval[string](t, p, `location.pathname + location.hash`), 1280, 720)
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

const actsSoFar = `new Promise(done => setTimeout(() => done(acts), 1500))`

// drawingBox is where the drawing is: left, top, width, height.
const drawingBox = `(() => { const r = document.querySelector('nn-play').getBoundingClientRect(); return [r.left, r.top, r.width, r.height]; })()`

// coloredPixels returns how many pixels of the drawing are no shade of gray.
func coloredPixels(t *testing.T, p *Page) (n int) {
	t.Helper()
	eval[bool](t, p, `new Promise(done => setTimeout(() => done(true), 1500))`)
	shot, err := p.Screenshot()
	if err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(bytes.NewReader(shot))
	if err != nil {
		t.Fatal(err)
	}
	box := eval[[]float64](t, p, drawingBox)
	for y := int(box[1]); y < int(box[1]+box[3]); y++ {
		for x := int(box[0]); x < int(box[0]+box[2]); x++ {
			r, g, b, _ := img.At(x, y).RGBA()
			if max(r, g, b) > min(r, g, b)+0x3000 {
				n++
			}
		}
	}
	return n
}
