//go:build !js

package browser

import (
	"bytes"
	"fmt"
	"image/png"
	"testing"
	"time"

	"nnplay/nn/experiment"
)

// architectures has an experiment of each architecture that is no network of
// points, and something to do there.
var architectures = []struct {
	link string
	act  string // an action that the page offers, "" for none
	says bool   // the action answers with a text
}{
	{"v=1&architecture=rnn&sequence=rhymes-en&length=32&cell=lstm&units=24&batchSize=8&samples=400", "generate", true},
	{"v=1&architecture=rnn&sequence=copy&length=6&cell=rnn&rival=gru&units=12&samples=400", "nextSample", false},
	{"v=1&architecture=gan&generatorShape=8,8&discriminatorShape=8,8", "stepD", false},
}

// TestArchitectures trains each in the browser and natively, to the same bits,
// and looks whether there is something to see.
func TestArchitectures(t *testing.T) {
	t.Parallel()
	const steps = 12
	for _, c := range architectures {
		t.Run(c.link, func(t *testing.T) {
			spec, notices, err := families.Parse(c.link)
			if err != nil || len(notices) > 0 {
				t.Fatal(err, notices)
			}
			run, err := experiment.New(spec)
			if err != nil {
				t.Fatal(err)
			}
			run.Step(steps)

			p := open(t, "/#"+c.link, 1280, 720)
			eval[bool](t, p, player+`.then(el => { globalThis.player = el; return true })`)
			got := eval[metrics](t, p, fmt.Sprintf(`player.train(%d)`, steps))
			if want := run.Fingerprint(); got.Fingerprint != want || got.Step != steps {
				t.Errorf("step %d, fingerprint %.16s in the browser, %.16s natively", got.Step, got.Fingerprint, want)
			}
			if n := colorsOf(t, p, 12); n < 12 {
				t.Errorf("the canvas shows %d colors", n)
			}
			if c.act != "" {
				eval[bool](t, p, fmt.Sprintf(`(document.querySelector('#action-%s').closest('.action').querySelector('button').click(), true)`, c.act))
				if c.says {
					eval[bool](t, p, `until(() => !document.querySelector('#actions-said').hidden)`)
				}
			}
			// What a reader does or sees changes nothing that is trained.
			before := eval[metrics](t, p, `player.metrics()`)
			if c.act != "stepD" && (before.Fingerprint != got.Fingerprint || before.Step != got.Step) {
				t.Errorf("%s changes the network: %+v, then %+v", c.act, got, before)
			}
			text := eval[string](t, p, `document.querySelector('#canvas-text').textContent`)
			if len(text) < 20 {
				t.Errorf("the canvas is described as %q", text)
			}
		})
	}
}

// colorsOf counts the colors of the canvas, coarsely, until there are so many.
func colorsOf(t *testing.T, p *Page, least int) (n int) {
	t.Helper()
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(100 * time.Millisecond) {
		shot, err := p.Screenshot()
		if err != nil {
			t.Fatal(err)
		}
		img, err := png.Decode(bytes.NewReader(shot))
		if err != nil {
			t.Fatal(err)
		}
		box := eval[[]float64](t, p, `(() => { const r = document.querySelector('.canvas-frame').getBoundingClientRect(); return [r.left, r.top, r.right, Math.min(r.bottom, innerHeight)] })()`)
		seen := map[[3]uint32]bool{}
		for y := int(box[1]) + 4; y < int(box[3])-4; y += 3 {
			for x := int(box[0]) + 4; x < int(box[2])-4; x += 3 {
				r, g, b, _ := img.At(x, y).RGBA()
				seen[[3]uint32{r >> 12, g >> 12, b >> 12}] = true
			}
		}
		if n = len(seen); n >= least {
			break
		}
	}
	return n
}
