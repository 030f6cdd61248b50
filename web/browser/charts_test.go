//go:build !js

package browser

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// openCharts opens an experiment, trains it and opens its charts; the page then
// has the functions chart(name), the figure of that chart if it is shown, and
// choose(name), which shows it.
func openCharts(t *testing.T, path string) *Page {
	t.Helper()
	p := open(t, path, 1280, 720, blank)
	eval[bool](t, p, player+`.then(async el => {
		window.chart = name => document.querySelector('.chart[data-chart="' + name + '"]');
		window.choose = async (name) => {
			const chooser = document.querySelector('#charts-chooser');
			chooser.value = name;
			chooser.dispatchEvent(new Event('input'));
			await until(() => chart(name)?.querySelector('svg path'));
			return chart(name);
		};
		for (let i = 0; i < 10; i++) await el.train(50);
		document.querySelector('#charts').click();
		return until(() => document.querySelector('.chart svg') !== null);
	})`)
	return p
}

// TestCharts holds which charts a page draws, one at a time, as SVG within it, each
// with a name and a description in words.
func TestCharts(t *testing.T) {
	t.Parallel()
	for path, want := range map[string][]string{
		"/":                       {"loss", "accuracy", "confusion", "roc", "weights", "activations", "rate", "landscape"},
		"/#v=1&dataset=reg-plane": {"loss", "residuals", "weights", "activations", "rate", "landscape"},
		"/#v=1&architecture=gan":  {"losses", "js", "kl", "weights", "activations", "rate"},
	} {
		p := openCharts(t, path)
		got := eval[[]string](t, p, `(async () => {
			const names = [...document.querySelector('#charts-chooser').options].map(o => o.value);
			window.labels = [];
			for (const name of names) {
				const figure = await choose(name);
				const picture = figure.querySelector('.chart-picture');
				labels.push(picture.getAttribute('role') + ' ' + picture.getAttribute('aria-label'));
				if (document.querySelectorAll('.chart').length !== 1) throw new Error('more than one chart beside ' + name);
				if (!picture.getAttribute('aria-label').startsWith(document.querySelector('#charts-chooser').selectedOptions[0].text)) throw new Error(name + ' is not what was chosen');
			}
			return names;
		})()`)
		if !slices.Equal(got, want) {
			t.Errorf("%s has the charts %v, want %v", path, got, want)
		}
		for _, label := range eval[[]string](t, p, `labels`) {
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
		const short = (v) => Number(v.toPrecision(3));
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
		const [train, test, guess] = JSON.parse(answer.charts).find(c => c.name === 'loss').series.map(s => s.points);
		for (const [name, i] of [['first', 0], ['second', 2], ['last', train.length - 2]]) {
			out[name + 'Drawn'] = ['Step ' + train[i], 'Training ' + short(train[i + 1]), 'Test ' + short(test[i + 1]), 'Guessing ' + short(guess[1])].join(' · ');
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
	if got["left"] != "" || got["marks"] != "3" || got["pointed"] != got["last"] {
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
		const color = () => getComputedStyle(chart('loss').querySelector('path.stroke-text')).stroke;
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
		await choose('confusion');
		for (let i = 0; i < 3; i++) {
			document.querySelector('#charts-export').click();
			document.querySelectorAll('#charts-formats button')[i].click();
		}
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
		document.querySelector('#charts-chooser').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
		if (!document.querySelector('#charts-panel').hidden || !document.querySelector('#curve').checkVisibility()) throw new Error('Escape does not close the charts');
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

// TestChartsByKeyboard goes to the charts, through them, to the menu that saves
// one, and back, without a mouse.
func TestChartsByKeyboard(t *testing.T) {
	t.Parallel()
	p := open(t, "/", 1280, 720, blank)
	eval[bool](t, p, player+`.then(el => el.train(100)).then(() => until(() => document.querySelector('#gallery'))).then(() => true)`)
	focused := func() string {
		return eval[string](t, p, `document.activeElement.id || document.activeElement.textContent`)
	}
	press(t, p, "c")
	if got := focused(); got != "charts-chooser" {
		t.Errorf("the key leads to %s", got)
	}
	wait(t, p, `document.querySelector('.chart[data-chart="loss"] svg')`)
	press(t, p, "ArrowDown")
	wait(t, p, `document.querySelector('.chart[data-chart="accuracy"] svg')`)
	press(t, p, "Tab", "Tab") // over the smoothing
	if got := focused(); got != "charts-export" {
		t.Errorf("Tab leads to %s", got)
	}
	press(t, p, "Enter")
	if got := focused(); got != "SVG" {
		t.Errorf("in the menu stands %s", got)
	}
	press(t, p, "ArrowDown", "ArrowDown", "ArrowDown", "ArrowUp")
	if got := focused(); got != "CSV" {
		t.Errorf("the arrows lead to %s", got)
	}
	press(t, p, "Escape")
	if got := eval[string](t, p, `document.activeElement.id + ' ' + document.querySelector('#charts-formats').hidden + ' ' + document.querySelector('#charts-panel').hidden`); got != "charts-export true false" {
		t.Errorf("Escape leads out of the menu to %s", got)
	}
	press(t, p, "Escape")
	if got := focused(); got != "charts" {
		t.Errorf("Escape leads out of the charts to %s", got)
	}
}

// TestChartsLeaveRoom holds, at the sizes in use, that an open chart can be read,
// that the numbers stay beside it and that the network keeps its picture.
func TestChartsLeaveRoom(t *testing.T) {
	t.Parallel()
	p := openCharts(t, "/#v=1&dataset=moons")
	for _, size := range [][2]int64{{1440, 900}, {1280, 720}, {820, 1180}, {390, 844}, {320, 640}} {
		do(t, p, chromedp.EmulateViewport(size[0], size[1]))
		got := eval[map[string]float64](t, p, `(async () => {
			await until(() => document.querySelector('.chart svg') && innerWidth === `+strconv.FormatInt(size[0], 10)+`);
			const box = (selector) => document.querySelector(selector).getBoundingClientRect();
			const [picture, numbers, strip] = [box('.chart-picture'), box('.numbers'), box('.results')];
			return {
				width: picture.width, height: picture.height, gap: strip.top - box('.canvas-frame').bottom, canvas: box('.canvas-frame').height, numbers: Number(document.querySelector('#n-step').checkVisibility()),
				over: Math.max(picture.right - strip.right, numbers.right - strip.right),
				overlap: Math.min(numbers.right - picture.left, numbers.bottom - picture.top),
			};
		})()`)
		if got["width"] < 230 || got["height"] < 150 || got["canvas"] < 300 || got["numbers"] != 1 || got["over"] > 0 || got["overlap"] > 0 || got["gap"] < 0 {
			t.Errorf("at %v: %v", size, got)
		}
	}
}
