//go:build !js

package browser

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"nnplay/nn/experiment"
)

// legend lists the runs that are named at the curve.
const legend = `[...document.querySelectorAll('#curve-runs:not([hidden]) li')].map(item => [...item.children].map(part => part.textContent).join(' ')).join('|')`

// openPins opens the page for what is done to runs: train(n) waits until the page has seen it.
func openPins(t *testing.T, link string, width int) *Page {
	t.Helper()
	p := open(t, "/#"+link, width, 800, blank)
	eval[bool](t, p, player+`.then(el => {
		globalThis.player = el;
		globalThis.train = async (n) => {
			const { fingerprint } = await el.train(n);
			await until(() => document.querySelector('#fingerprint').textContent === fingerprint.slice(0, 8));
			return fingerprint;
		};
		return until(() => document.querySelector('#gallery'));
	}).then(() => true)`)
	return p
}

// TestPins pins runs, forks, names, hides, removes and takes up again, by keyboard as far as
// there are keys, and reloads the page.
func TestPins(t *testing.T) {
	t.Parallel()
	p := openPins(t, "v=1&dataset=circle", 1280)
	click := func(id string) { eval[bool](t, p, `(document.querySelector('`+id+`').click(), true)`) }
	named := func(what, want string) {
		t.Helper()
		if _, err := Eval[bool](p, patience, `until(() => `+legend+` === `+quote(want)+`)`); err != nil {
			t.Fatalf("%s: the curves are named %q, want %q", what, eval[string](t, p, legend), want)
		}
	}
	first := eval[string](t, p, `train(200)`)
	press(t, p, "k")
	wait(t, p, `document.querySelector('#runs-count').textContent === '1'`)
	named("pinned", "● before")

	// Back in its past the button forks: the run to its end is pinned, and another one goes on.
	second := eval[string](t, p, `train(200)`)
	wait(t, p, `document.querySelector('#pin-name').textContent === 'Pin'`)
	eval[bool](t, p, `player.goTo(100).then(() => true)`)
	wait(t, p, `document.querySelector('#pin-name').textContent === 'Fork here'`)
	click("#pin-run")
	wait(t, p, `document.querySelector('#runs-count').textContent === '2' && player.state.to === 100 && document.querySelector('#pin-name').textContent === 'Pin'`)
	eval[bool](t, p, `player.set('learningRate', '0.3').then(() => train(100)).then(() => true)`)
	named("forked", "● Learning rate 0.03|■ Learning rate 0.03")

	// The list: what differs; a name of one's own; hidden, and shown again.
	click("#runs-open")
	wait(t, p, `document.querySelector('#runs-dialog').open`)
	if what := eval[string](t, p, `[...document.querySelectorAll('#runs-list .hint')].map(e => e.textContent).join('|')`); what != "Up to step 200. Unlike now: Learning rate 0.03.|Up to step 400. Unlike now: Learning rate 0.03." {
		t.Errorf("the list says %q", what)
	}
	eval[bool](t, p, `(document.querySelector('.runs-name').focus(), true)`)
	do(t, p, chromedp.KeyEvent("slow & <b>steady</b>"), chromedp.KeyEvent(kb.Enter))
	named("renamed", "● slow & <b>steady</b>|■ Learning rate 0.03")
	do(t, p, chromedp.KeyEvent(kb.Tab), chromedp.KeyEvent(" "))
	named("hidden", "■ Learning rate 0.03")
	do(t, p, chromedp.KeyEvent(" "))
	named("shown", "● slow & <b>steady</b>|■ Learning rate 0.03")

	// Removed, and back again: the focus is where one goes on.
	eval[bool](t, p, `(document.querySelector('#runs-list li .runs-actions .button:last-child').focus(), true)`)
	do(t, p, chromedp.KeyEvent(kb.Enter))
	named("removed", "■ Learning rate 0.03")
	do(t, p, chromedp.KeyEvent(kb.Enter))
	named("undone", "■ Learning rate 0.03|● slow & <b>steady</b>")
	do(t, p, chromedp.KeyEvent(kb.Escape))
	wait(t, p, `!document.querySelector('#runs-dialog').open`)

	// The chart has them, with their marks, and so has the picture that is saved.
	click("#charts")
	wait(t, p, `document.querySelectorAll('.chart[data-chart="loss"] .stroke-third, .chart[data-chart="loss"] .stroke-fourth').length > 3`)
	if !eval[bool](t, p, `[...document.querySelectorAll('.chart text')].some(e => e.textContent === 'slow & <b>steady</b>') && document.querySelector('.chart .fill-third') !== null`) {
		t.Error("the chart does not name a pinned run, or has no mark for it")
	}
	click("#charts-close")

	// They outlive a reload.
	do(t, p, chromedp.Reload())
	wait(t, p, `document.querySelector('#runs-count')?.textContent === '2'`)
	eval[bool](t, p, player+`.then(el => { globalThis.player = el; return until(() => document.querySelector('#n-step').textContent === '200'); }).then(() => true)`)
	named("reloaded", "■ Learning rate 0.03|● slow & <b>steady</b>")

	// Taken up again they have the same weights, and the settings of then.
	for i, want := range []struct {
		step        int
		fingerprint string
	}{{400, second}, {200, first}} {
		click("#runs-open")
		eval[bool](t, p, fmt.Sprintf(`(document.querySelectorAll('#runs-list .runs-actions .button:first-child')[%d].click(), true)`, i))
		wait(t, p, fmt.Sprintf(`document.querySelector('#n-step').textContent === '%d' && document.querySelector('#fingerprint').textContent === '%s'`, want.step, want.fingerprint[:8]))
		if !eval[bool](t, p, `player.state.spec.learningRate === '0.03' && player.state.log.length === 0`) {
			t.Error("the settings are not those of then")
		}
	}
	wait(t, p, `document.querySelector('.notices').textContent.includes('step 200, with the same weights')`)

	// Eight have room.
	eval[bool](t, p, `(async () => {
		for (let i = 3; i < 12; i++) {
			document.querySelector('#pin-run').click();
			await until(() => document.querySelector('#runs-count').textContent === String(Math.min(i, 8)) || i > 8);
		}
		await until(() => document.querySelector('.notices').textContent.includes('At most 8 runs'));
		return true;
	})()`)
	if n := eval[int](t, p, `new Set([...document.querySelectorAll('#curve-runs .curve-mark')].map(e => e.textContent + getComputedStyle(e).color)).size`); n != 8 {
		t.Errorf("%d looks of eight runs", n)
	}
	// Other data: nothing is drawn that can't be compared, and nothing lost.
	eval[bool](t, p, `player.set('dataset', 'xor').then(() => true)`)
	wait(t, p, `document.querySelector('#curve-runs').hidden && document.querySelector('#runs-count').textContent === '8'`)
}

// TestChangedOnTheWay changes a run by hand in the page: its link, opened elsewhere and
// natively, and its file come to the same bits; the list tells what was changed, and leaves it out.
func TestChangedOnTheWay(t *testing.T) {
	t.Parallel()
	p := openPins(t, "v=1&dataset=circle&clip=1&optimizer=adam", 390)
	if !eval[bool](t, p, `document.querySelector('#log-line').hidden`) {
		t.Error("there is a log of nothing")
	}
	link := eval[string](t, p, `(async () => {
		await train(50);
		await player.set('learningRate', '0.1');
		await train(50);
		await player.request({ type: 'weight', name: 'output/weight', index: 1, value: -0.5 });
		await player.request({ type: 'freeze', name: 'output/weight', index: 1, frozen: true });
		await train(30);
		await player.set('clip', '0.5');
		return location.hash.slice(1);
	})()`)
	if want := "&at=50:learningRate=0.1&at=100:freeze.output.weight.1.0=true&at=100:output.weight.1.0=-0.5&at=130:clip=0.5"; !strings.HasSuffix(link, want) {
		t.Fatalf("the address is %s", link)
	}
	print := eval[string](t, p, `train(20)`)
	if natively(t, link, 150) != print {
		t.Error("natively the link leads to other weights")
	}
	const line = `document.querySelector('#log-line').textContent`
	if said := eval[string](t, p, line); said != "Changed on the way: at step 50: Learning rate 0.03 → 0.1 +3" {
		t.Errorf("the page says %q", said)
	}
	if over := eval[int](t, p, `document.documentElement.scrollWidth - innerWidth`); over > 0 {
		t.Errorf("the page is %d px too wide", over)
	}

	// A file.
	file := eval[string](t, p, `(async () => {
		const { createObjectURL } = URL;
		const got = new Promise(done => { URL.createObjectURL = (blob) => { done(blob.text()); return createObjectURL(blob); }; });
		HTMLAnchorElement.prototype.click = () => {};
		document.querySelector('#pin-run').click();
		await until(() => document.querySelector('#runs-count').textContent === '1');
		document.querySelector('#runs-open').click();
		document.querySelector('#runs-save').click();
		return got;
	})()`)

	// Without the first change it is another run, and the one with it stays as a curve.
	eval[bool](t, p, `(document.querySelector('#runs-log-list button').click(), true)`)
	wait(t, p, `document.querySelectorAll('#runs-log-list li').length === 3 && document.querySelector('#runs-said').textContent.startsWith('Trained again')`)
	wait(t, p, `document.querySelector('#fingerprint').textContent === `+quote(natively(t, eval[string](t, p, `location.hash`), 150)[:8]))

	// Opened: the link, in steps, with controls that follow; and the file.
	eval[bool](t, p, `(document.querySelector('#runs-dialog').close(), player.setState(`+quote(link)+`)).then(() => player.train(60)).then(() => true)`)
	wait(t, p, `document.querySelector('#field-learningRate output, #field-learningRate input')?.value?.includes('0.1') || player.state.spec.learningRate === '0.1'`)
	if got := eval[string](t, p, `train(90)`); got != print {
		t.Error("the link leads to other weights in the page")
	}
	const chooser = `#runs-file`
	for _, bad := range []string{"{}", "nonsense", `{"nnplay":"run","version":1,"link":"v=1","step":0,"saved":"AAAA","pins":[]}`} {
		eval[bool](t, p, `(document.querySelector('#runs-said').textContent = '', true)`)
		upload(t, p, chooser, "bad.nnplay", bad)
		wait(t, p, `document.querySelector('#runs-said').textContent.startsWith('bad.nnplay is no run')`)
		if step := eval[int](t, p, `player.metrics().then(m => m.step)`); step != 150 {
			t.Errorf("a bad file takes the run to step %d", step)
		}
	}
	eval[bool](t, p, `player.setState('v=1').then(() => true)`)
	upload(t, p, chooser, "run.nnplay", file)
	wait(t, p, `document.querySelector('#fingerprint').textContent === `+quote(print[:8])+` && document.querySelector('#n-step').textContent === '150' && player.state.log.length === 4`)

	// Dropped on the page, a bad one and the good one.
	eval[bool](t, p, `player.setState('v=1').then(() => {
		globalThis.dropRun = (name, content) => {
			const data = new DataTransfer();
			data.items.add(new File([content], name));
			document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
			return true;
		};
		return dropRun('bad.nnplay', '{}');
	})`)
	wait(t, p, `[...document.querySelectorAll('.notice p')].some((said) => said.textContent.startsWith('bad.nnplay is no run'))`)
	eval[bool](t, p, `dropRun('run.nnplay', `+strconv.Quote(file)+`)`)
	wait(t, p, `document.querySelector('#fingerprint').textContent === `+quote(print[:8])+` && document.querySelector('#n-step').textContent === '150' && player.state.log.length === 4`)

	// In Chinese.
	eval[bool](t, p, `(() => {
		const select = document.querySelector('#language');
		select.value = 'zh-Hans';
		select.dispatchEvent(new Event('change'));
		return true;
	})()`)
	wait(t, p, line+`.startsWith('途中的更改：第 50 步') && document.querySelector('#pin-name').textContent === '固定'`)
}

// natively trains the experiment of a link, and returns the fingerprint of its weights.
func natively(t *testing.T, link string, steps int) string {
	t.Helper()
	spec, notices, err := families.Parse(link)
	if err != nil || len(notices) > 0 {
		t.Fatal(notices, err)
	}
	run, err := experiment.New(spec)
	if err != nil {
		t.Fatal(err)
	}
	run.Step(steps)
	return run.Fingerprint()
}

// upload chooses a file of a name and a content.
func upload(t *testing.T, p *Page, selector, name, content string) {
	t.Helper()
	eval[bool](t, p, `(() => {
		const data = new DataTransfer();
		data.items.add(new File([`+strconv.Quote(content)+`], '`+name+`'));
		const input = document.querySelector('`+selector+`');
		input.files = data.files;
		input.dispatchEvent(new Event('change'));
		return true;
	})()`)
}

// TestPinsWithoutStorage pins where the tab's memory is full: that is said, and nothing is lost.
func TestPinsWithoutStorage(t *testing.T) {
	t.Parallel()
	const full = `const set = Storage.prototype.setItem;
		Storage.prototype.setItem = function (key, value) {
			if (key === 'nnplay.pins') throw new DOMException('full', 'QuotaExceededError');
			return set.call(this, key, value);
		};`
	p := open(t, "/#v=1", 1280, 800, blank, full)
	eval[bool](t, p, player+`.then(el => el.train(100)).then(() => until(() => !document.querySelector('#pin-run').disabled)).then(() => {
		document.querySelector('#pin-run').click();
		return true;
	})`)
	wait(t, p, `document.querySelector('#runs-count').textContent === '1' && document.querySelector('.notices').textContent.includes('no room for the pinned runs')`)
}

// TestUntoldRun does what no link says: the page says so, in the dialog that shares it too; a
// pinned run is saved then, and is taken up again with the same weights, after a reload too.
func TestUntoldRun(t *testing.T) {
	t.Parallel()
	p := openPins(t, "v=1&architecture=gan&generatorShape=4&discriminatorShape=4", 1280)
	print := eval[string](t, p, `(async () => {
		await train(20);
		await player.request({ type: 'act', name: 'stepD', value: '' });
		return train(5);
	})()`)
	wait(t, p, `document.querySelector('#log-line').textContent === 'Not all that was done by hand is in the link.'`)
	eval[bool](t, p, `(document.querySelector('#share').click(), true)`)
	wait(t, p, `document.querySelector('#share-dialog').open && !document.querySelector('#share-untold').hidden`)
	eval[bool](t, p, `(document.querySelector('#share-dialog').close(), document.querySelector('#pin-run').click(), true)`)
	wait(t, p, `document.querySelector('#runs-count').textContent === '1'`)
	eval[bool](t, p, `player.reset().then(() => train(7)).then(() => true)`)
	do(t, p, chromedp.Reload())
	wait(t, p, `document.querySelector('#runs-count')?.textContent === '1' && document.querySelector('#n-step').textContent === '7'`)
	eval[bool](t, p, `(document.querySelector('#runs-open').click(), document.querySelector('#runs-list .runs-actions .button').click(), true)`)
	wait(t, p, `document.querySelector('#n-step').textContent === '25' && document.querySelector('#fingerprint').textContent === `+quote(print[:8]))
}

// TestReloadByLink reloads the page in the midst of a run that can't be saved: its link leads
// there again, with what was changed on the way.
func TestReloadByLink(t *testing.T) {
	t.Parallel()
	p := openPins(t, "v=1&optimizer=lbfgs&samples=60&regularization=l2&regularizationRate=0.01", 1280)
	print := eval[string](t, p, `(async () => {
		await train(6);
		await player.request({ type: 'weight', name: 'output/weight', index: 1, value: -0.5 });
		await train(3);
		await player.set('regularizationRate', '0.1');
		const print = await train(4);
		dispatchEvent(new Event('pagehide'));
		return print;
	})()`)
	do(t, p, chromedp.Reload())
	wait(t, p, `document.querySelector('#n-step')?.textContent === '13' && document.querySelector('.notices').textContent.includes('step 13, with the same weights')`)
	if got := eval[string](t, p, player+`.then(el => el.metrics()).then(m => m.fingerprint)`); got != print {
		t.Error("after a reload it has other weights")
	}
}

// TestHostilePins opens the page with anything in the place of the pinned runs: what is one is
// there, and all else is left out.
func TestHostilePins(t *testing.T) {
	t.Parallel()
	const pins = `if (sessionStorage.getItem('nnplay.pins') === null) {
		const state = { link: 'v=1', spec: { learningRate: '0.03' }, effective: {}, applies: {}, told: true };
		const good = { points: [[0, 1, 1], [100, 0.5, null]], state, task: 'another', look: 1e9, shown: 'yes', name: '<img src=x onerror=alert(1)>'.repeat(9), print: '', saved: '' };
		sessionStorage.setItem('nnplay.pins', JSON.stringify([
			null, 5, 'x', [], {}, good,
			{ ...good, points: 'x' }, { ...good, points: [[1, 0, 0], [1, 0, 0]] }, { ...good, points: [['1', 0, 0]] }, { ...good, points: Array(601).fill(0).map((_, i) => [i, 0, 0]) },
			{ ...good, print: '"' },
		]));
	}`
	p := open(t, "/#v=1", 1280, 800, blank, pins)
	wait(t, p, `document.querySelector('#runs-count')?.textContent === '1' && document.querySelector('#gallery') !== null`)
	eval[bool](t, p, player+`.then(el => el.train(30)).then(() => { document.querySelector('#runs-open').click(); return true; })`)
	wait(t, p, `document.querySelector('.runs-name')?.value.length === 60 && document.querySelector('#runs-list img') === null`)
}
