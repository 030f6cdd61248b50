//go:build !js

package browser

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
)

// openCharts opens an experiment, trains it and opens its charts; the page then
// has the function chart(name).
func openCharts(t *testing.T, path string) *Page {
	t.Helper()
	p := open(t, path, 1280, 720, blank)
	eval[bool](t, p, player+`.then(async el => {
		window.chart = name => document.querySelector('.chart[data-chart="' + name + '"]');
		for (let i = 0; i < 10; i++) await el.train(50);
		document.querySelector('#charts').click();
		return until(() => document.querySelector('.chart svg') !== null);
	})`)
	return p
}

// TestCharts holds which charts a page draws, as SVG within it, each with a name
// and a description in words.
func TestCharts(t *testing.T) {
	t.Parallel()
	for path, want := range map[string][]string{
		"/":                       {"loss", "accuracy", "confusion", "roc", "weights", "activations", "rate"},
		"/#v=1&dataset=reg-plane": {"loss", "residuals", "weights", "activations", "rate"},
		"/#v=1&architecture=gan":  {"losses", "js", "kl", "weights", "activations", "rate"},
	} {
		p := openCharts(t, path)
		got := eval[[]string](t, p, `(async () => {
			for (const figure of document.querySelectorAll('.chart')) {
				figure.scrollIntoView();
				await until(() => figure.querySelector('svg path') !== null);
			}
			return [...document.querySelectorAll('.chart')].map(f => f.dataset.chart);
		})()`)
		if !slices.Equal(got, want) {
			t.Errorf("%s has the charts %v, want %v", path, got, want)
		}
		for _, label := range eval[[]string](t, p, `[...document.querySelectorAll('.chart-picture')].map(e => e.getAttribute('role') + ' ' + e.getAttribute('aria-label'))`) {
			if !strings.HasPrefix(label, "img ") || len(label) < 40 || strings.Contains(label, "NaN") || strings.Contains(label, "undefined") {
				t.Errorf("%s: a chart is described as %q", path, label)
			}
		}
	}
}

// TestChartValues reads values with the pointer and with the keyboard, and
// holds them against the numbers that are drawn.
func TestChartValues(t *testing.T) {
	t.Parallel()
	p := openCharts(t, "/")
	got := eval[map[string]string](t, p, `(async () => {
		const figure = chart('loss');
		const picture = figure.querySelector('.chart-picture');
		const value = () => figure.querySelector('.chart-value').textContent;
		const out = {};
		const key = name => picture.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }));
		picture.focus();
		key('End');
		out.last = value();
		key('Home');
		out.first = value();
		key('ArrowRight');
		out.second = value();
		picture.blur();
		out.left = value();
		const box = picture.getBoundingClientRect();
		picture.dispatchEvent(new PointerEvent('pointermove', { clientX: box.right - 12, clientY: box.top + 90, bubbles: true }));
		out.pointed = value();
		out.marks = String(figure.querySelectorAll('.marks circle').length);
		const answer = await document.querySelector('nn-play').request({ type: 'charts' });
		const [train, test] = JSON.parse(answer.charts).find(c => c.name === 'loss').series.map(s => s.points);
		for (const [name, i] of [['first', 0], ['second', 2], ['last', train.length - 2]]) {
			out[name + 'Drawn'] = ['Step ' + train[i], 'Training ' + train[i + 1].toPrecision(3), 'Test ' + test[i + 1].toPrecision(3)].join(' · ');
		}
		return out;
	})()`)
	for _, name := range []string{"first", "second", "last"} {
		if got[name] != got[name+"Drawn"] {
			t.Errorf("%s: %q, and %q is drawn", name, got[name], got[name+"Drawn"])
		}
	}
	if !strings.HasPrefix(got["first"], "Step 0 ") || got["second"] == got["first"] || !strings.HasPrefix(got["last"], "Step 500 ") {
		t.Errorf("Home, an arrow and End lead to %q, %q and %q", got["first"], got["second"], got["last"])
	}
	if got["left"] != "" || got["marks"] != "2" || got["pointed"] != got["last"] {
		t.Errorf("left %q, %s marks, pointed at %q", got["left"], got["marks"], got["pointed"])
	}
}

// TestChartControls holds that the loss turns logarithmic and is smoothed, and
// that the colors are the theme's.
func TestChartControls(t *testing.T) {
	t.Parallel()
	p := openCharts(t, "/")
	if ok := eval[bool](t, p, `(async () => {
		const svg = () => chart('loss').querySelector('svg').outerHTML;
		const texts = () => [...chart('loss').querySelectorAll('text')].map(e => e.textContent).join(' ');
		const [linear, axis] = [svg(), texts()];
		document.querySelector('#charts-log').click();
		await until(() => svg() !== linear);
		if (texts() === axis) throw new Error('the axis is still ' + axis);
		const logarithmic = svg();
		const smooth = document.querySelector('#charts-smooth');
		smooth.value = 80;
		smooth.dispatchEvent(new Event('input'));
		await until(() => svg() !== logarithmic);
		return chart('loss').querySelectorAll('path[stroke-opacity]').length === 2;
	})()`); !ok {
		t.Error("smoothed lines do not show what they smooth")
	}
	colors := eval[[]string](t, p, `(async () => {
		const color = () => getComputedStyle(chart('loss').querySelector('.stroke-first')).stroke;
		const light = color();
		document.documentElement.dataset.theme = 'dark';
		return [light, color()];
	})()`)
	if colors[0] == colors[1] || colors[0] == "none" {
		t.Errorf("the first series is %v in light and dark", colors)
	}
}

// TestChartSaved saves a chart as SVG, PNG and CSV and looks into the files.
func TestChartSaved(t *testing.T) {
	t.Parallel()
	p := openCharts(t, "/")
	files := eval[map[string]string](t, p, `(async () => {
		const out = {};
		const blobs = new Map();
		const create = URL.createObjectURL;
		URL.createObjectURL = blob => { const address = create.call(URL, blob); blobs.set(address, blob); return address; };
		HTMLAnchorElement.prototype.click = async function () {
			const blob = blobs.get(this.href);
			out[this.download] = blob.type === 'image/png' ? (b => b.width + 'x' + b.height)(await createImageBitmap(blob)) : await blob.text();
		};
		for (const button of chart('confusion').querySelectorAll('.chart-save button')) button.click();
		await until(() => Object.keys(out).length === 3);
		return out;
	})()`)
	if got := files["nnplay-confusion.png"]; got != "1920x1260" {
		t.Errorf("the PNG is %s", got)
	}
	if svg := files["nnplay-confusion.svg"]; !strings.Contains(svg, `width="640"`) || strings.Contains(svg, "class=") || !strings.Contains(svg, "Predicted class") {
		t.Errorf("the SVG is %.200s", svg)
	}
	rows := strings.Split(strings.TrimSpace(files["nnplay-confusion.csv"]), "\r\n")
	if len(rows) != 3 || len(strings.Split(rows[2], ",")) != 3 {
		t.Errorf("the CSV is %q", rows)
	}
}

// TestChartsLive holds that charts follow training, at most five times a second,
// while the page stays in use, and stop when they are closed.
func TestChartsLive(t *testing.T) {
	t.Parallel()
	p := openCharts(t, "/")
	var got struct {
		Rate         float64
		After, Steps int
	}
	text := eval[string](t, p, player+`.then(async el => {
		let drawn = 0;
		const observer = new MutationObserver(list => { if (list.some(r => [...r.addedNodes].some(n => n.nodeName === 'svg'))) drawn++; });
		observer.observe(chart('loss').querySelector('.chart-picture'), { childList: true });
		el.send({ type: 'speed', stepsPerSecond: 2500 });
		document.querySelector('#play').click();
		const start = performance.now();
		await until(() => drawn >= 6);
		const rate = drawn / (performance.now() - start) * 1000;
		document.querySelector('#charts-dialog').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
		if (document.querySelector('#charts-dialog').open) throw new Error('Escape does not close the charts');
		const onBy = async (steps) => { const { step } = await el.metrics(); while ((await el.metrics()).step < step + steps) await new Promise(done => setTimeout(done, 50)); };
		await onBy(500); // what was on its way has come
		drawn = 0;
		await onBy(1500);
		document.querySelector('#play').click();
		return JSON.stringify({ Rate: rate, After: drawn, Steps: (await el.metrics()).step });
	})`)
	if err := json.Unmarshal([]byte(text), &got); err != nil {
		t.Fatal(err)
	}
	if got.Rate > 5.5 || got.After != 0 || got.Steps <= 500 {
		t.Errorf("%.1f drawings a second and %d when closed, at step %d", got.Rate, got.After, got.Steps)
	}
}
