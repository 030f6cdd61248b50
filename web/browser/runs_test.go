//go:build !js

package browser

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// strokes takes note of what is drawn on the loss curve's canvas: its color and
// whether it is dashed.
const strokes = `globalThis.strokes = new Set();
	const stroke = CanvasRenderingContext2D.prototype.stroke;
	CanvasRenderingContext2D.prototype.stroke = function () {
		if (this.canvas.id === 'curve') strokes.add(this.strokeStyle + ' ' + (this.getLineDash().length > 0 ? 'dashed' : 'solid'));
		return stroke.call(this);
	};`

// TestEarlierRuns begins again and again: what was trained before stays, in a color
// of its own, named by what differs, until it can't be compared.
func TestEarlierRuns(t *testing.T) {
	t.Parallel()
	p := open(t, "/#v=1&dataset=circle", 1280, 720, blank, strokes)
	eval[bool](t, p, player+`.then(el => {
		globalThis.player = el;
		globalThis.train = async (n) => { // until the page has seen it
			const { fingerprint } = await el.train(n);
			await until(() => document.querySelector('#fingerprint').textContent === fingerprint.slice(0, 8));
		};
		return until(() => document.querySelector('#gallery'));
	}).then(() => true)`)
	for _, c := range []struct {
		what  string
		names []string
	}{
		{`train(5).then(() => player.reset())`, nil}, // too short to be seen
		{`train(200).then(() => player.reset())`, []string{"● before"}},
		{`player.set('optimizer', 'adam')`, []string{"● SGD"}},
		{`player.set('learningRate', '0.01')`, []string{"● SGD 0.03"}},
		{`train(200).then(() => player.set('seed', '2'))`, []string{"● SGD 0.03, Seed 1", "■ Seed 1"}},
		{`player.set('optimizer', 'sgd')`, []string{"● Learning rate 0.03, Seed 1", "■ Adam, Seed 1"}},
		{`document.querySelector('#undo').click()`, []string{"● SGD 0.03, Seed 1", "■ Seed 1"}},
		{`train(100).then(() => player.set('activation', 'relu'))`, []string{"● Tanh, SGD 0.03, Seed 1", "■ Tanh, Seed 1", "▲ Tanh"}},
		{`train(100).then(() => player.set('seed', '3'))`, []string{"■ Tanh, Seed 1", "▲ Tanh, Seed 2", "● Seed 2"}}, // the oldest has left
		{`train(100).then(() => player.set('activation', 'tanh')).then(() => player.set('seed', '2'))`, []string{"▲ before", "● ReLU", "■ ReLU, Seed 3"}},
		{`player.set('showTestData', 'true')`, []string{"▲ before", "● ReLU", "■ ReLU, Seed 3"}}, // changes nothing that is learned
	} {
		eval[bool](t, p, `(async () => { await `+c.what+`; return true; })()`)
		want := strings.Join(c.names, "|")
		const shown = `[...document.querySelectorAll('#curve-runs:not([hidden]) li')].map(item => [...item.children].map(part => part.textContent).join(' ')).join('|')`
		if _, err := Eval[bool](p, patience, `until(() => `+shown+` === `+quote(want)+`)`); err != nil {
			t.Fatalf("after %s the curves are named %q, want %q", c.what, eval[string](t, p, shown), want)
		}
	}
	if label := eval[string](t, p, `document.querySelector('#curve').getAttribute('aria-label')`); !strings.Contains(label, "Earlier runs shown: 3 (before; ReLU; ReLU, Seed 3).") {
		t.Errorf("the curve is called %q", label)
	}
	eval[bool](t, p, `(async () => { await train(100); strokes.clear(); await train(1); await until(() => strokes.size > 8); return true; })()`)
	drawn := eval[[]string](t, p, `[...strokes]`)
	for _, kind := range []string{"solid", "dashed"} {
		colors := map[string]bool{}
		for _, s := range drawn {
			if strings.HasSuffix(s, kind) {
				colors[s] = true
			}
		}
		if want := map[string]int{"solid": 5, "dashed": 5}[kind]; len(colors) != want { // the grid too, and what guessing gives
			t.Errorf("%d colors of %s lines among %q, want %d", len(colors), kind, drawn, want)
		}
	}
	// The chart of the loss has them too.
	eval[bool](t, p, `(document.querySelector('#charts').click(), true)`)
	wait(t, p, `document.querySelectorAll('.chart[data-chart="loss"] path[class^="stroke-"][fill="none"]').length > 8`)
	texts := eval[[]string](t, p, `[...document.querySelectorAll('.chart text')].map(e => e.textContent)`)
	for _, name := range []string{"before", "ReLU", "Training", "Test"} {
		if !slices.Contains(texts, name) {
			t.Errorf("the chart names %q, and not %s", texts, name)
		}
	}
	// Other data.
	eval[bool](t, p, `player.set('dataset', 'xor').then(() => true)`)
	wait(t, p, `document.querySelector('#curve-runs').hidden`)
	if label := eval[string](t, p, `document.querySelector('#curve').getAttribute('aria-label')`); strings.Contains(label, "Earlier") {
		t.Errorf("the curve is called %q", label)
	}
}

// TestCurveFollows holds that the present run takes half of the curve's width at least,
// however long an earlier one was, and that the names of those lie beside the lines.
func TestCurveFollows(t *testing.T) {
	t.Parallel()
	const record = `globalThis.reach = new Map(); // of each color's lines, as a part of the width
	for (const name of ['moveTo', 'lineTo']) {
		const usual = CanvasRenderingContext2D.prototype[name];
		CanvasRenderingContext2D.prototype[name] = function (x, y) {
			const line = this.strokeStyle + ' ' + this.lineWidth.toFixed(1);
			if (this.canvas.id === 'curve') reach.set(line, Math.max(reach.get(line) ?? 0, x / this.canvas.clientWidth));
			return usual.call(this, x, y);
		};
	}`
	p := open(t, "/#v=1&dataset=circle", 1280, 720, blank, record)
	eval[bool](t, p, player+`.then(async el => {
		globalThis.player = el;
		await until(() => document.querySelector('#gallery'));
		for (let i = 0; i < 20; i++) await el.train(100);
		await el.set('optimizer', 'adam');
		for (let i = 0; i < 10; i++) await el.train(2);
		await until(() => document.querySelector('#n-step').textContent === '20');
		reach.clear();
		dispatchEvent(new Event('resize'));
		await el.train(1);
		await until(() => reach.size > 2);
		return true;
	})`)
	seen := eval[map[string]float64](t, p, `Object.fromEntries(reach)`)
	present := 0
	for line, part := range seen {
		if part > 1 {
			t.Errorf("a line of %s leaves the canvas: %.2f", line, part)
		}
		if strings.HasSuffix(line, " 1.8") {
			if present++; part < 0.5 {
				t.Errorf("the present run takes %.2f of the width: %v", part, seen)
			}
		}
	}
	if present == 0 {
		t.Errorf("the present run is not drawn: %v", seen)
	}
	for _, width := range []int{1280, 820, 390} {
		do(t, p, chromedp.EmulateViewport(int64(width), 800))
		wait(t, p, fmt.Sprintf(`innerWidth === %d`, width))
		if !eval[bool](t, p, `(() => {
			const [names, lines] = ['curve-runs', 'curve'].map(id => document.getElementById(id).getBoundingClientRect());
			return names.height > 0 && names.bottom <= lines.top + 0.5;
		})()`) {
			t.Errorf("at %d px the names lie on the lines", width)
		}
	}
}

// TestLineStyles holds that a test is dashed and training solid, wherever there are
// lines, and that of two players the second one's line is neither.
func TestLineStyles(t *testing.T) {
	t.Parallel()
	p := openCharts(t, "/")
	line := func(selector string) string {
		return eval[string](t, p, `getComputedStyle(document.querySelector('`+selector+`'), '::before').borderBlockStartStyle`)
	}
	if train, test := line(".is-train dt"), line(".is-test dt"); train != "solid" || test != "dashed" {
		t.Errorf("beside the numbers training is %s, the test %s", train, test)
	}
	dashes := func(name string) []string {
		return eval[[]string](t, p, `choose('`+name+`').then(figure => [...figure.querySelectorAll('path[stroke-width="1.7"]')].map(path => path.getAttribute('class') + ' ' + path.getAttribute('stroke-dasharray')))`)
	}
	// The lines, and their signs in the legend.
	want := []string{"stroke-text null", "stroke-text 5 3", "stroke-text null", "stroke-text 5 3"}
	for _, name := range []string{"loss", "accuracy"} {
		if got := dashes(name); !slices.Equal(got, want) {
			t.Errorf("%s has the lines %q, want %q", name, got, want)
		}
	}
	eval[bool](t, p, player+`.then(el => el.setState('v=1&architecture=gan')).then(() => document.querySelector('#charts-close').click()).then(() => true)`)
	wait(t, p, `document.querySelector('.is-rival dt')`)
	if numbers := eval[string](t, p, `[...document.querySelectorAll('.numbers > :not([hidden], .is-code) dd')].map(dd => dd.textContent).join(' ').replace(/\d[\d.]*/g, 'n')`); numbers != "n n n n – –" {
		t.Errorf("before the first step a GAN's numbers are %s, want no losses but those of the players, yet unknown", numbers)
	}
	if one, other := line(".is-train:not([hidden]) dt"), line(".is-rival dt"); one != "solid" || other != "dotted" {
		t.Errorf("the players' losses are %s and %s", one, other)
	}
}

// TestGlossary holds that terms among the numbers have a sentence, one at a time.
func TestGlossary(t *testing.T) {
	t.Parallel()
	p := open(t, "/#v=1&dataset=reg-plane", 1280, 720, blank)
	eval[bool](t, p, player+`.then(el => el.train(20)).then(() => until(() => document.querySelector('[data-term="r2"]'))).then(() => true)`)
	said := func(term string) string {
		return eval[string](t, p, `(() => {
			const button = document.querySelector('.help-button[data-term="`+term+`"]');
			button.click();
			return [button.getAttribute('aria-label'), button.getAttribute('aria-expanded'), document.querySelector('#about-number').innerText].join('|');
		})()`)
	}
	english := texts(t, "en")
	for term, want := range map[string]string{
		"epoch": "About: Epoch|true|" + english["page.about.epoch"], "r2": "About: R²|true|" + english["page.about.r2"],
		"fingerprint": "About: Fingerprint|true|" + english["page.fingerprintHelp"],
	} {
		if got := said(term); got != want {
			t.Errorf("%s: %q, want %q", term, got, want)
		}
		if n := eval[int](t, p, `document.querySelectorAll('.numbers .help-button[aria-expanded="true"]').length`); n != 1 {
			t.Errorf("%d terms are explained at once", n)
		}
	}
	eval[bool](t, p, player+`.then(el => el.setState('v=1&architecture=gan')).then(el => true)`)
	wait(t, p, `document.querySelector('.help-button[data-term="kl"]')`)
	if got := said("kl"); !strings.HasSuffix(got, "|true|"+english["page.about.kl"]) {
		t.Errorf("kl: %q", got)
	}
}
