//go:build !js

package browser

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// TestPad draws with a brush, erases, goes back and forth and clears, and draws
// values for a regression; what is drawn can be saved.
func TestPad(t *testing.T) {
	t.Parallel()
	p := open(t, "/#v=1&dataset=own&classes=2&networkShape=4&points=cL0a1", 1440, 1100, blank)
	eval[bool](t, p, ready+`.then(el => {
		globalThis.player = el;
		globalThis.points = async () => [...new Float32Array((await el.request({ type: 'points' })).points)];
		globalThis.press = async (id) => { (await until(() => document.querySelector('#' + id + ':enabled'))).click(); return true; };
		globalThis.slide = (id, value) => { const s = document.getElementById(id); s.value = value; s.dispatchEvent(new Event('input')); return true; };
		globalThis.tool = (value) => { document.querySelector('input[name="own-tool"][value="' + value + '"]').click(); return true; };
		return true;
	})`)
	drag := func(y float64, xs ...float64) {
		t.Helper()
		box := eval[[]float64](t, p, `(() => { const c = document.querySelector('#own-canvas'); c.scrollIntoView({ block: 'center' }); const r = c.getBoundingClientRect(); return [r.left, r.top, r.width]; })()`)
		for i, x := range xs {
			kind := chromedp.MouseMoved
			if i == 0 {
				kind = chromedp.MousePressed
			}
			do(t, p, chromedp.MouseEvent(kind, box[0]+x*box[2], box[1]+y*box[2], chromedp.ButtonLeft))
		}
		do(t, p, chromedp.MouseEvent(chromedp.MouseReleased, box[0]+xs[len(xs)-1]*box[2], box[1]+y*box[2], chromedp.ButtonLeft))
	}

	eval[bool](t, p, `press('own-clear')`)
	if n := eval[int](t, p, settled); n != 0 {
		t.Fatalf("%d points after Clear", n)
	}
	eval[bool](t, p, `tool('1') && slide('own-brush', 1)`)
	drag(0.3, 0.2, 0.35, 0.5, 0.65, 0.8)
	brushed := eval[int](t, p, settled)
	spread := eval[float64](t, p, `points().then(all => { const ys = all.filter((_, i) => i % 3 === 1); return Math.max(...ys) - Math.min(...ys); })`)
	if brushed < 15 || spread < 0.8 || spread > 2.1 {
		t.Errorf("a brush of radius 1 makes %d points, %.2f high", brushed, spread)
	}
	if classes := eval[[]int](t, p, `points().then(all => [...new Set(all.filter((_, i) => i % 3 === 2))])`); len(classes) != 1 || classes[0] != 1 {
		t.Errorf("they are of the classes %v", classes)
	}
	eval[bool](t, p, `tool('erase')`)
	drag(0.3, 0.2, 0.27, 0.34, 0.41, 0.48)
	erased := eval[int](t, p, settled)
	if erased == 0 || erased >= brushed {
		t.Errorf("the eraser leaves %d of %d points", erased, brushed)
	}
	for _, step := range []struct {
		button string
		want   int
	}{{"own-undo", brushed}, {"own-redo", erased}, {"own-clear", 0}, {"own-undo", erased}} {
		eval[bool](t, p, `press('`+step.button+`')`)
		if n := eval[int](t, p, settled); n != step.want {
			t.Errorf("%s leaves %d points, want %d", step.button, n, step.want)
		}
	}

	// Values, which a slider chooses.
	eval[bool](t, p, `player.setState('v=1&dataset=own-values&networkShape=3&points=v00000').then(() => true)`)
	eval[int](t, p, settled)
	eval[bool](t, p, `press('own-clear')`)
	eval[int](t, p, settled)
	eval[bool](t, p, `slide('own-brush', 0) && slide('own-value', -0.5)`)
	drag(0.5, 0.25)
	eval[bool](t, p, `slide('own-value', 0.75)`)
	drag(0.5, 0.75)
	if n := eval[int](t, p, settled); n != 2 {
		t.Errorf("%d values are drawn", n)
	}
	if got := eval[[]float64](t, p, `points()`); len(got) != 6 || got[0] > -2 || got[3] < 2 || got[2] > -0.4 || got[2] < -0.6 || got[5] < 0.7 || got[5] > 0.8 {
		t.Errorf("the values drawn are %.2f", got)
	}
	csv := eval[string](t, p, `new Promise((done) => {
		const create = URL.createObjectURL;
		URL.createObjectURL = (blob) => { blob.text().then(done); return create.call(URL, blob); };
		HTMLAnchorElement.prototype.click = () => {};
		press('csv-save');
	})`)
	if lines := strings.Split(strings.TrimSpace(csv), "\n"); len(lines) != 3 || !strings.HasPrefix(lines[0], "x") || !strings.Contains(lines[1], "-0.5") {
		t.Errorf("the values are saved as %q", csv)
	}
}

// TestTableChoices pastes a table, chooses one with the file button, and chooses
// its columns and what the target is; rows lack a value only where it is needed.
func TestTableChoices(t *testing.T) {
	t.Parallel()
	p := open(t, "/", 1280, 900, blank)
	eval[bool](t, p, ready+`.then(el => {
		globalThis.player = el;
		globalThis.get = (id) => document.getElementById(id);
		globalThis.role = (i) => get('csv-columns').rows[i].querySelector('.csv-role select');
		globalThis.choose = (select, value) => Object.assign(select, { value }).dispatchEvent(new Event('change'));
		globalThis.csv = 'a,b,note,size\n' + Array.from({ length: 60 }, (_, i) => [i % 6, (i * 7) % 11, i === 3 ? '' : 'n' + i % 3, i % 4 === 0 ? 2.5 : (i % 5) / 3].join(',')).join('\n');
		return true;
	})`)
	got := eval[map[string]string](t, p, `(async () => {
		const seen = {};
		get('csv-open').click();
		const data = new DataTransfer();
		data.setData('text/plain', csv);
		get('csv-text').dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
		await until(() => !get('csv-choices').hidden);
		seen.pasted = get('csv-status').textContent;
		seen.target = get('csv-target').selectedOptions[0].text + ' ' + get('csv-kind').value;
		await until(() => !get('csv-missing').hidden);
		seen.missing = get('csv-missing-rows').textContent;
		choose(role(2), 'out');
		await until(() => get('csv-missing').hidden);
		choose(get('csv-target'), '2');
		await until(() => !get('csv-missing').hidden);
		seen.kind = get('csv-kind').value + ' ' + get('csv-kind').querySelector('[value="values"]').disabled + ' ' + role(2).value + ' ' + role(3).value;
		choose(get('csv-target'), '3');
		await until(() => role(2).value === 'input');
		choose(role(2), 'out');
		await until(() => get('csv-missing').hidden);
		get('csv-use').click();
		await until(() => !get('csv-dialog').open);
		seen.values = player.state.spec.dataset;
		// The button, whose file the browser's own dialog would choose. That the dialog
		// has been closed is told after it has been opened again.
		get('csv-open').click();
		get('csv-dialog').close();
		get('csv-open').click();
		const files = new DataTransfer();
		files.items.add(new File([csv], 'table.csv'));
		get('csv-file').files = files.files;
		get('csv-file').dispatchEvent(new Event('change'));
		await until(() => !get('csv-choices').hidden);
		choose(get('csv-target'), '2');
		await until(() => role(3).value === 'input');
		choose(role(3), 'out');
		get('csv-use').click();
		await until(() => !get('csv-dialog').open);
		seen.classes = player.state.spec.dataset + ' ' + player.state.spec.classes;
		seen.points = String(new Float32Array((await player.request({ type: 'points' })).points).length / 3);
		return seen;
	})()`)
	for key, want := range map[string]string{
		"pasted": "60 rows and 4 columns; the first line names them.", "target": "size values", "missing": "Line 5: note",
		"kind": "classes true target input", "values": "own-values", "classes": "own 3", "points": "59",
	} {
		if got[key] != want {
			t.Errorf("%s: %q, want %q", key, got[key], want)
		}
	}
}
