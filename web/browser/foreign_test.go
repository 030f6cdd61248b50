//go:build !js

package browser

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"nnplay/nn/experiment"
)

// A foreign site is a page of another origin, and what it is served with.
type foreign struct {
	headers map[string]string
	body    string // %[1]s is nnplay's origin
	script  string // the page's own module, at /page.js
}

// openForeign serves a site and opens it. Its console must stay silent.
func openForeign(t *testing.T, f foreign, width, height int) *Page {
	t.Helper()
	site := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		for name, value := range f.headers {
			w.Header().Set(name, strings.ReplaceAll(value, "HOST", server.URL))
		}
		if r.URL.Path == "/page.js" {
			w.Header().Set("Content-Type", "text/javascript")
			fmt.Fprint(w, strings.ReplaceAll(f.script, "HOST", server.URL))
			return
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprint(w, "<!doctype html><html lang=en><title>foreign</title><link rel=icon href=data:,>", strings.ReplaceAll(f.body, "HOST", server.URL))
		if f.script != "" {
			fmt.Fprint(w, `<script type=module src=/page.js></script>`)
		}
	}))
	t.Cleanup(site.Close)
	return visit(t, site.URL, View{Width: width, Height: height, Strict: true})
}

// expected returns the fingerprint after some steps of an experiment.
func expected(t *testing.T, link string, steps int) string {
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
	return run.Fingerprint()
}

// TestForeign uses the element on pages of another origin: a plain one, one with
// a strict Content-Security-Policy, and one that is cross-origin isolated.
func TestForeign(t *testing.T) {
	t.Parallel()
	const link = "v=1&dataset=xor&networkShape=6"
	const body = `<script type=module src="HOST/element.js"></script><nn-play experiment="` + link + `"><a href="HOST/#` + link + `">Open</a></nn-play>`
	for name, headers := range map[string]map[string]string{
		"plain": nil,
		"strict policy": {"Content-Security-Policy": "default-src 'none'; script-src 'self' HOST; frame-src HOST; img-src data:; " +
			"base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'"},
		"isolated": {"Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Embedder-Policy": "require-corp"},
	} {
		t.Run(name, func(t *testing.T) {
			p := openForeign(t, foreign{headers: headers, body: body}, 800, 640)
			got := eval[struct {
				Isolated bool
				Metrics  metrics
				Type     string
				Size     int
				Outputs  [][]float64
			}](t, p, player+`.then(async el => {
				const metrics = await el.train(50);
				const picture = await el.screenshot();
				return { Isolated: crossOriginIsolated, Metrics: metrics, Type: picture.type, Size: picture.size, Outputs: await el.predict([[1, 1], [-1, 1]]) };
			})`)
			if want := expected(t, link, 50); got.Metrics.Fingerprint != want || got.Isolated != (name == "isolated") {
				t.Errorf("%+v, want the fingerprint %.12s", got, want)
			}
			if got.Type != "image/png" || got.Size < 5000 {
				t.Errorf("the picture is %d bytes of %q", got.Size, got.Type)
			}
			if len(got.Outputs) != 2 {
				t.Errorf("%v predicted", got.Outputs)
			}
		})
	}
}

// TestTenEmbeds holds that of many embeds on a page those train that are in
// view, and that the others sleep until they come into view: whether they began by
// themselves or, like the last, were started by hand.
func TestTenEmbeds(t *testing.T) {
	t.Parallel()
	var body strings.Builder
	body.WriteString(`<script type=module src="HOST/element.js"></script>`)
	for i := range 10 {
		attributes := "autoplay loading=lazy"
		if i == 9 {
			attributes = "loading=lazy"
		}
		fmt.Fprintf(&body, `<nn-play experiment="v=1&dataset=xor&seed=%d" speed=2500 %s></nn-play><div class=gap></div>`, i+1, attributes)
	}
	p := openForeign(t, foreign{body: body.String(), script: `
		const sheet = new CSSStyleSheet();
		sheet.replaceSync('nn-play { inline-size: 400px; block-size: 300px; } .gap { block-size: 900px; }');
		document.adoptedStyleSheets = [sheet];
		const all = [...document.querySelectorAll('nn-play')];
		const steps = all.map(() => 0);
		all.forEach((el, i) => el.addEventListener('step', (event) => { steps[i] = event.detail.step; }));
		globalThis.walk = async () => {
			await until(() => steps[0] > 20);
			const first = steps.map((n) => n > 0);
			all[9].scrollIntoView();
			all[9].play();
			const made = async (el) => (await el.metrics()).step;
			const onBy = async (i, n) => { const most = steps[i] + n; await until(() => steps[i] > most); };
			await until(() => steps[9] > 20 && !all[0].playing);
			const kept = await made(all[0]);
			const frames = all.map((el) => el.shadowRoot.querySelector('iframe') !== null);
			await onBy(9, 1000);
			const slept = await made(all[0]) === kept && !all[0].playing;
			const last = steps.map((n) => n > 0);
			all[0].scrollIntoView();
			await until(() => steps[0] > kept && !all[9].playing);
			const still = await made(all[9]);
			await onBy(0, 500);
			const both = slept && await made(all[9]) === still;
			all[9].scrollIntoView();
			await until(() => steps[9] > still);
			await all[9].pause();
			all[0].scrollIntoView();
			await until(() => all[0].playing);
			all[9].scrollIntoView();
			await until(() => !all[0].playing);
			return { first, last, slept: both && !all[9].playing, frames };
		};
	`}, 800, 640)
	got := eval[struct {
		First, Last, Frames []bool
		Slept               bool
	}](t, p, `until(() => globalThis.walk).then(() => walk())`)
	for i := range 10 {
		if got.First[i] != (i == 0) {
			t.Errorf("embed %d trains: %t, with the first in view", i, got.First[i])
		}
		if got.Last[i] != (i == 0 || i == 9) {
			t.Errorf("embed %d has trained: %t, after the last came into view", i, got.Last[i])
		}
	}
	if !got.Slept {
		t.Error("one goes on training out of view, or wakes up though it was paused")
	}
	if got.Frames[4] {
		t.Error("an embed that was never near the view has loaded")
	}
}

// TestHostileMessages sends an embed what no page of ours would. It answers or
// ignores it, and then trains as if nothing had happened.
func TestHostileMessages(t *testing.T) {
	t.Parallel()
	p := openForeign(t, foreign{body: `<iframe src="HOST/embed.html?host=it" width=600 height=400></iframe>`, script: `
		globalThis.run = new Promise((done) => {
			addEventListener('message', (event) => {
				if (event.data?.nnplay !== 'hello') return;
				const frame = event.source;
				for (const junk of [null, 1, 'x', [], { nnplay: 'connect' }, { nnplay: 'connect', id: 'other' }, { nnplay: 'connect', id: 'it' }]) frame.postMessage(junk, '*');
				const { port1, port2 } = new MessageChannel();
				let errors = 0;
				port1.onmessage = ({ data }) => {
					if (data.type === 'error') errors++;
					if (data.type === 'trained' && data.id === 'good') done({ errors, metrics: data.metrics });
					if (data.fatal) done({ error: data.text });
				};
				frame.postMessage({ nnplay: 'connect', id: 'it' }, '*', [port2]);
				const long = 'x'.repeat(5e6);
				const deep = {};
				for (let at = deep, i = 0; i < 500; i++) at = at.a = {};
				for (const message of [
					null, undefined, 0, '', 'train', [], {}, deep, new ArrayBuffer(1e6), { type: null }, { type: 1 }, { type: {} }, { type: '__proto__' }, { type: 'constructor' },
					{ type: 'load', link: long, id: 'a' }, { type: 'load', link: {}, id: 'b' }, { type: 'load', id: 'c' }, { type: 'set', key: '__proto__', value: {} },
					{ type: 'set', key: 'learningRate', value: long }, { type: 'set', key: 'networkShape', value: '64,'.repeat(1e5) },
					{ type: 'step', n: -1 }, { type: 'step', n: NaN }, { type: 'step', n: 'many' }, { type: 'train', n: Infinity, id: 'd' }, { type: 'train', n: -5, id: 'e' },
					{ type: 'speed', value: -1 }, { type: 'speed', stepsPerSecond: 'x' }, { type: 'predict', points: long }, { type: 'predict', points: 7 }, { type: 'act', name: long, value: long },
					{ type: 'act' }, { type: 'frame', snapshot: 'yes' }, { type: 'weight', name: 'x', index: -1, value: NaN }, { type: 'draw', points: new Float32Array(10) },
					{ type: 'theme', value: {} }, { type: 'lang', value: long }, { type: 'lang', value: '../../x' }, { type: 'restore', link: 5 }, { type: 'resume', saved: new Uint8Array(1e6), id: 'f' }, { type: 'resume', saved: long }, { type: 'save' }, { type: 'locked', value: {} },
					{ type: 'screenshot' }, { type: 'play' }, { type: 'pause' },
				]) port1.postMessage(message);
				port1.postMessage({ type: 'load', link: '', id: 'home' }); // what came before has made a network of 64 units a layer
				for (let i = 0; i < 2000; i++) port1.postMessage({ type: 'metrics' });
				port1.postMessage({ type: 'train', n: 20, id: 'good' });
			});
		});
	`}, 640, 480)
	got := eval[struct {
		Errors  int
		Metrics metrics
		Error   string
	}](t, p, `until(() => globalThis.run).then(() => run)`)
	if want := expected(t, "", 20); got.Error != "" || got.Metrics.Fingerprint != want {
		t.Errorf("error %q, fingerprint %.12s, want %.12s", got.Error, got.Metrics.Fingerprint, want)
	}
	if got.Errors < 10 {
		t.Errorf("only %d complaints", got.Errors)
	}
}
