//go:build !js

package browser

import (
	"os"
	"slices"
	"strings"
	"testing"
)

// TestLacking opens the page in browsers that lack something: it says so, and
// what still works works.
func TestLacking(t *testing.T) {
	t.Parallel()
	const without2 = `const getContext = HTMLCanvasElement.prototype.getContext;
		HTMLCanvasElement.prototype.getContext = function (kind, ...more) { return kind === 'webgl2' ? null : getContext.call(this, kind, ...more); };`
	english := texts(t, "en")
	said := func(t *testing.T, p *Page, key string) {
		t.Helper()
		eval[bool](t, p, `(globalThis.inFrame = (id) => document.querySelector('nn-play').shadowRoot.querySelector('iframe').contentDocument.getElementById(id), true)`)
		for _, place := range []string{`document.querySelector('.notices')?.innerText`, `inFrame('status-text')?.textContent`} {
			wait(t, p, `(`+place+` ?? '').includes(`+quote(english[key])+`)`)
		}
	}
	t.Run("WebGL 2", func(t *testing.T) {
		p := openWith(t, "/#v=1&dataset=gauss", without2)
		said(t, p, "error.no-webgl2")
		got := eval[metrics](t, p, player+`.then(async el => {
			await el.train(500);
			document.querySelector('#charts').click();
			await until(() => document.querySelector('.chart svg'));
			return el.metrics();
		})`)
		if want := expected(t, "v=1&dataset=gauss", 500); got.Fingerprint != want || *got.Accuracy < 0.9 {
			t.Errorf("without a canvas it trains to %.12s, accuracy %s", got.Fingerprint, value(got.Accuracy))
		}
		if text := eval[string](t, p, `document.querySelector('#canvas-text').textContent`); !strings.Contains(text, "Two Gaussians") {
			t.Errorf("the experiment is described as %q", text)
		}
	})
	t.Run("workers", func(t *testing.T) {
		p := openWith(t, "/#v=1&dataset=gauss", `delete globalThis.Worker;`)
		said(t, p, "error.no-worker")
	})
	t.Run("WebAssembly", func(t *testing.T) {
		p := openWith(t, "/#v=1&dataset=gauss", `
			delete globalThis.WebAssembly;
			const Original = Worker;
			globalThis.Worker = class extends Original {
				constructor(url, options) {
					const script = 'delete self.WebAssembly; self.nnplayBase = ' + JSON.stringify(new URL('./', url).href) + '; importScripts(' + JSON.stringify(String(url)) + ');';
					super(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })), options);
				}
			};`)
		said(t, p, "error.no-wasm")
		if got := eval[[]string](t, p, `[location.hash, document.querySelector('#guide').href]`); got[0] != "#v=1&dataset=gauss" || !strings.Contains(got[1], "tutorial/") {
			t.Errorf("link and tutorial: %q", got)
		}
	})
}

// quote writes a text as a string of JavaScript.
func quote(text string) string { return "`" + strings.ReplaceAll(text, "`", "\\`") + "`" }

// TestProgress watches the bar while the programs load: it moves from little to
// much of what there is to load.
func TestProgress(t *testing.T) {
	t.Parallel()
	p := openWith(t, "/embed.html", `
		globalThis.shares = [];
		addEventListener('DOMContentLoaded', () => {
			// Each value that it is given: much may come between two looks at it.
			const value = Object.getOwnPropertyDescriptor(HTMLProgressElement.prototype, 'value');
			Object.defineProperty(document.getElementById('status-progress'), 'value', {
				set(share) { value.set.call(this, share); shares.push(share / this.max, this.max); },
			});
		});`)
	wait(t, p, `document.getElementById('status').hidden && document.querySelector('canvas')`)
	seen := eval[[]float64](t, p, `shares`)
	var shares, sizes []float64
	for i := 0; i+1 < len(seen); i += 2 {
		shares, sizes = append(shares, seen[i]), append(sizes, seen[i+1])
	}
	if len(shares) < 10 || shares[0] > 0.4 || slices.Max(shares) < 0.9 || !slices.IsSorted(shares) {
		t.Errorf("the bar shows %.2f", shares)
	}
	var size float64
	for _, name := range []string{"trainer", "canvas"} {
		info, err := os.Stat("../dist/" + name + ".wasm")
		if err != nil {
			t.Fatal(err)
		}
		size += float64(info.Size())
	}
	if len(sizes) > 0 && slices.Max(sizes) != size {
		t.Errorf("%.0f bytes are to be loaded, the programs have %.0f", slices.Max(sizes), size)
	}
}

// TestChartsUnreachable opens the charts where their program can't be had: the
// page says so, and draws them when it is there. Nobody asked for it before.
func TestChartsUnreachable(t *testing.T) {
	t.Parallel()
	p := openWith(t, "/", blank, `
		globalThis.workers = [];
		const Original = Worker;
		globalThis.Worker = class extends Original {
			constructor(url, options) {
				workers.push(String(url));
				super(String(url).includes('plots') && !globalThis.reachable ? new URL('nosuch-worker.js', url) : url, options);
			}
		};`)
	eval[bool](t, p, player+`.then(el => el.train(100)).then(() => true)`)
	if asked := eval[[]string](t, p, `workers`); slices.ContainsFunc(asked, func(url string) bool { return strings.Contains(url, "plots") || strings.Contains(url, "tables") }) {
		t.Errorf("before the charts open the page starts %v", asked)
	}
	eval[bool](t, p, `(document.querySelector('#charts').click(), true)`)
	wait(t, p, `document.querySelector('#charts-status button')`)
	before, _, _ := strings.Cut(texts(t, "en")["page.charts.unreachable"], "{")
	if got := eval[string](t, p, `document.querySelector('#charts-status').textContent`); !strings.HasPrefix(got, before) {
		t.Errorf("the page says %q", got)
	}
	eval[bool](t, p, `(globalThis.reachable = true, document.querySelector('#charts-status button').click(), true)`)
	wait(t, p, `document.querySelector('.chart svg')`)
	// Another language, while nothing trains.
	eval[bool](t, p, `(() => { const select = document.querySelector('#language'); select.value = 'zh-Hans'; select.dispatchEvent(new Event('change')); return true; })()`)
	chinese := texts(t, "zh-Hans")
	wait(t, p, `document.querySelector('#charts-chooser').selectedOptions[0].text === '损失' && document.querySelector('.chart[data-chart="loss"]').getAttribute('aria-label') === '损失'`)
	save := strings.ReplaceAll(chinese["page.charts.save"], "{format}", "SVG")
	wait(t, p, `document.querySelector('#charts-formats button').getAttribute('aria-label') === `+quote(save)+` && document.querySelector('#charts-export').textContent === `+quote(chinese["page.charts.export"]))
}
