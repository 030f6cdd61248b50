//go:build !js

package browser

import (
	"bytes"
	"image/png"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
)

// TestAttributes holds what an embedding page sets on the element: when it loads,
// and the theme, language and name that may change at any time; and that nothing
// is left when it is destroyed.
func TestAttributes(t *testing.T) {
	t.Parallel()
	p := openForeign(t, foreign{body: `<script type=module src="HOST/element.js"></script>
		<nn-play id=click loading=click title="A ring" experiment="v=1&networkShape=3"></nn-play>
		<nn-play id=bare controls=0 lang=en theme=light></nn-play>`, script: `
		const sheet = new CSSStyleSheet();
		sheet.replaceSync('nn-play { inline-size: 460px; block-size: 330px; }');
		document.adoptedStyleSheets = [sheet];
	`}, 600, 760)
	got := eval[map[string]string](t, p, `(async () => {
		await customElements.whenDefined('nn-play');
		const [click, bare] = [document.querySelector('#click'), document.querySelector('#bare')];
		const seen = {};
		await bare.ready;
		seen.waits = String(click.shadowRoot.querySelector('iframe') === null);
		const poster = click.shadowRoot.querySelector('button');
		seen.poster = poster.textContent;
		poster.click();
		await click.ready;
		const frame = click.shadowRoot.querySelector('iframe');
		seen.named = frame.title;
		click.title = 'Another ring';
		seen.renamed = frame.title;
		seen.controls = new URL(bare.shadowRoot.querySelector('iframe').src).searchParams.get('controls');
		const told = new Promise((done) => click.addEventListener('message', function hear(event) {
			if (event.detail.type !== 'error' || event.detail.id !== 'probe') return;
			click.removeEventListener('message', hear);
			done();
		}));
		click.send({ type: 'nosuch', id: 'probe' });
		await told;
		const waiting = click.train(1e9).catch((error) => error.message);
		click.destroy();
		seen.destroyed = (await waiting) + '; ' + click.shadowRoot.childElementCount;
		return seen;
	})()`)
	for key, want := range map[string]string{
		"waits": "true", "poster": "▶ A ring", "named": "A ring", "renamed": "Another ring", "controls": "0", "destroyed": "nn-play was destroyed; 0",
	} {
		if got[key] != want {
			t.Errorf("%s: %q, want %q", key, got[key], want)
		}
	}
	// The picture is dark in the dark, and light again in the light.
	brightness := func(theme string) float64 {
		t.Helper()
		shot := eval[[]int](t, p, `(async () => {
			const el = document.querySelector('#bare');
			el.setAttribute('theme', '`+theme+`');
			return [...new Uint8Array(await (await el.screenshot()).arrayBuffer())];
		})()`)
		data := make([]byte, len(shot))
		for i, b := range shot {
			data[i] = byte(b)
		}
		img, err := png.Decode(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		var sum, n float64
		for y := img.Bounds().Min.Y; y < img.Bounds().Max.Y; y += 3 {
			for x := img.Bounds().Min.X; x < img.Bounds().Max.X; x += 3 {
				r, g, b, _ := img.At(x, y).RGBA()
				sum += float64(r+g+b) / 3 / 0xffff
				n++
			}
		}
		return sum / n
	}
	for _, theme := range []string{"light", "dark", "light"} {
		for end := time.Now().Add(patience); ; {
			v := brightness(theme)
			if (v > 0.6) == (theme == "light") && (v < 0.4) == (theme == "dark") {
				break
			}
			if time.Now().After(end) {
				t.Fatalf("%s: the mean brightness is %.2f", theme, v)
			}
		}
	}
}

// TestReducedMotion opens embeds that begin by themselves for a reader who wants
// little motion: they wait to be started, and start when they are.
func TestReducedMotion(t *testing.T) {
	t.Parallel()
	p := openWith(t, "/tutorial/one-neuron.html", blank)
	call(t, p, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-reduced-motion", Value: "reduce"}}})
	got := eval[[]bool](t, p, `(async () => {
		await customElements.whenDefined('nn-play');
		const el = document.createElement('nn-play');
		el.setAttribute('autoplay', '');
		el.setAttribute('experiment', 'v=1');
		document.querySelector('main').prepend(el);
		el.scrollIntoView();
		await el.ready;
		// By now it knows that it is in view: it began to look before this one does.
		await new Promise(done => new IntersectionObserver(([entry]) => entry.intersectionRatio >= 0.2 && done(), { threshold: [0, 0.2] }).observe(el));
		await el.metrics();
		const waits = !el.playing && (await el.metrics()).step === 0;
		await el.play();
		return [waits, el.playing];
	})()`)
	if !got[0] || !got[1] {
		t.Errorf("it waits: %t, and starts: %t", got[0], got[1])
	}
}
