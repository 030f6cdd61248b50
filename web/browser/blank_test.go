//go:build !js

package browser

import "testing"

// blank is a script that puts a program in the canvas's place that draws nothing
// and takes no time: for tests of what stands around the canvas, whose
// trainer, frame and messages are those of every page.
const blank = `(() => {
	const { fetch, HTMLCanvasElement: { prototype } } = globalThis, { getContext } = prototype;
	prototype.getContext = function (kind, ...more) { return kind === 'webgl2' ? {} : getContext.call(this, kind, ...more); };
	const empty = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0); // a module of nothing
	globalThis.fetch = async (url, ...more) => /canvas[^/]*\.wasm$/.test(url) ? new Response(empty) : fetch(url, ...more);
	const nothing = () => null;
	const canvas = Object.fromEntries(['snapshot', 'theme', 'lang', 'text', 'inset', 'aside', 'light', 'key', 'follows', 'blur', 'edit', 'moving', 'zoom'].map(name => [name, nothing]));
	canvas.describe = () => '';
	canvas.photo = (done) => done(1, 1, new Uint8ClampedArray(4));
	globalThis.nnplayCanvas = canvas;
	class Program { importObject = {}; run = () => new Promise(() => {}); }
	Object.defineProperty(globalThis, 'Go', { get: () => Program, set: nothing });
	Object.defineProperty(globalThis, 'onCanvasReady', { set: (ready) => ready() });
})()`

// TestBlank holds that a page with a blank canvas is the usual one but for what is
// drawn: it is ready, trains to the same weights, and complains of nothing.
func TestBlank(t *testing.T) {
	t.Parallel()
	p := open(t, "/#v=1&dataset=xor", 1280, 720, blank)
	got := eval[metrics](t, p, ready+`.then(el => el.train(100))`)
	if want := expected(t, "v=1&dataset=xor", 100); got.Fingerprint != want {
		t.Errorf("fingerprint %.12s, want %.12s", got.Fingerprint, want)
	}
	wait(t, p, `document.querySelector('nn-play').shadowRoot.querySelector('iframe').contentDocument.getElementById('status').hidden`)
	status := eval[string](t, p, `(() => {
		const d = document.querySelector('nn-play').shadowRoot.querySelector('iframe').contentDocument;
		return [d.querySelector('#status').hidden, d.querySelector('canvas') === null, document.querySelector('#notices').innerText].join();
	})()`)
	if status != "true,true," {
		t.Errorf("the frame is ready, has no canvas, and there are notices: %s", status)
	}
}
