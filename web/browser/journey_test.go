//go:build !js

package browser

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// tabTo presses Tab until what has the focus is the element with the id.
func tabTo(t *testing.T, p *Page, id string) {
	t.Helper()
	var passed []string
	for range 150 {
		at := eval[string](t, p, `(() => {
			const a = document.activeElement;
			return a.shadowRoot ? 'player/' + (a.shadowRoot.activeElement?.contentDocument.activeElement?.id ?? '') : a.id;
		})()`)
		if at == id {
			return
		}
		passed = append(passed, at)
		press(t, p, "Tab")
	}
	t.Fatalf("Tab does not lead to %s, but to %q", id, passed)
}

// TestKeyboardAlone trains a network, edits a weight, draws a point and copies a
// link without a mouse, from the top of the page.
func TestKeyboardAlone(t *testing.T) {
	t.Parallel()
	p := open(t, "/#v=1&dataset=own&networkShape=3&points=cL0a1M0b00N0c1", 1280, 900)
	eval[bool](t, p, ready+`.then(el => { globalThis.player = el; return true })`)
	eval[bool](t, p, frame+`return true; })()`) // the drawing is there, to be tabbed to

	tabTo(t, p, "play")
	press(t, p, " ")
	wait(t, p, `player.playing && Number(document.querySelector('#n-step').textContent.replace(/\D/g, '')) > 20`)
	press(t, p, " ")
	wait(t, p, `!player.playing`)
	trained := eval[metrics](t, p, `player.metrics()`)

	tabTo(t, p, "player/net")
	press(t, p, "ArrowRight", "Enter", "0", ".", "5", "Escape")
	wait(t, p, `player.state.edited`)
	if edited := eval[metrics](t, p, `player.metrics()`); edited.Fingerprint == trained.Fingerprint || edited.Step != trained.Step {
		t.Errorf("%+v, then, with a weight edited, %+v", trained, edited)
	}

	tabTo(t, p, "own-open")
	press(t, p, "Enter")
	wait(t, p, `document.activeElement.id === 'own-canvas'`)
	count := eval[int](t, p, settled)
	press(t, p, "ArrowUp", "ArrowUp", "ArrowLeft", "Enter")
	if n := eval[int](t, p, settled); n != count+1 {
		t.Errorf("%d points, then %d", count, n)
	}
	link := eval[string](t, p, `location.hash`)

	eval[bool](t, p, `(globalThis.copied = '', document.addEventListener('copy', () => { copied = String(document.getSelection()) || document.activeElement.value; }),
		navigator.clipboard.writeText = async (text) => { copied = text; }, document.querySelector('#share').scrollIntoView(), document.activeElement.blur(), true)`)
	tabTo(t, p, "share")
	press(t, p, "Enter")
	wait(t, p, `document.querySelector('#share-dialog').open`)
	press(t, p, "Tab", "Enter")
	wait(t, p, `copied !== ''`)
	if copied := eval[string](t, p, `copied`); !strings.HasSuffix(copied, link) {
		t.Errorf("copied %q, want the link to %q", copied, link)
	}
	press(t, p, "Escape")
	wait(t, p, `document.activeElement.id === 'share'`)
}

// TestPage uses what stands around the experiment: undo and redo, help, the list
// of shortcuts, stop conditions, the gallery and the projector's layout.
func TestPage(t *testing.T) {
	t.Parallel()
	p := open(t, "/#v=1&dataset=xor", 1440, 900, blank)
	eval[bool](t, p, ready+`.then(el => { globalThis.player = el; return true })`)
	rate := func() string { return eval[string](t, p, `player.state.spec.learningRate`) }

	eval[bool](t, p, `player.set('learningRate', 0.1).then(() => true)`)
	wait(t, p, `!document.querySelector('#undo').disabled`)
	eval[bool](t, p, `(document.querySelector('#play').focus(), true)`)
	press(t, p, "Tab")
	eval[bool](t, p, `(document.querySelector('#undo').click(), true)`)
	wait(t, p, `player.state.spec.learningRate === '0.03'`)
	eval[bool](t, p, `(document.querySelector('#redo').click(), true)`)
	wait(t, p, `player.state.spec.learningRate === '0.1'`)

	help := eval[[]string](t, p, `(() => {
		const field = document.querySelector('#field-learningRate');
		const button = field.querySelector('.help-button');
		const before = field.querySelector('.help').hidden;
		button.click();
		const help = field.querySelector('.help');
		return [String(before), String(help.hidden), help.textContent, help.querySelector('a').href, button.getAttribute('aria-expanded')];
	})()`)
	if help[0] != "true" || help[1] != "false" || len(help[2]) < 80 || !strings.HasPrefix(help[3], "https://") || help[4] != "true" {
		t.Errorf("the help of the learning rate: %q", help)
	}
	without := eval[[]string](t, p, `[...document.querySelectorAll('.field')].filter(f => !f.querySelector('.help-button') || f.querySelector('.help').textContent.length < 40).map(f => f.id)`)
	if len(without) > 0 {
		t.Errorf("no help for %v", without)
	}
	const idle = `[...document.querySelectorAll('.field')].filter(f => !f.hidden && player.state.applies[f.id.replace('field-', '')]).map(f => f.id)`
	if off := eval[[]string](t, p, idle); len(off) > 0 {
		t.Errorf("%v do not apply, and are shown", off)
	}
	eval[bool](t, p, `player.set('regularization', 'l2').then(() => true)`)
	wait(t, p, `!document.querySelector('#field-regularizationRate').hidden`)

	eval[bool](t, p, `(document.activeElement.blur(), true)`)
	press(t, p, "?")
	wait(t, p, `document.querySelector('#shortcuts-dialog').open`)
	if n := eval[int](t, p, `document.querySelectorAll('#shortcuts-list dt').length`); n < 12 {
		t.Errorf("%d shortcuts are listed", n)
	}
	press(t, p, "Escape")
	wait(t, p, `!document.querySelector('#shortcuts-dialog').open && document.activeElement === document.body`)

	eval[bool](t, p, `(() => { const v = document.querySelector('#stop-steps'); v.value = '640'; v.dispatchEvent(new Event('change')); return true; })()`)
	press(t, p, "f", " ")
	wait(t, p, `!player.playing && document.querySelector('#n-step').textContent === '640'`)
	wait(t, p, `document.querySelector('.notices').textContent.includes('640')`)
	eval[bool](t, p, `(document.querySelector('#stop-steps-on').click(), true)`)

	press(t, p, "g")
	wait(t, p, `document.querySelector('#gallery-dialog').open`)
	wait(t, p, `[...document.querySelectorAll('.gallery-card img')].slice(0, 4).every(img => img.naturalHeight === 150)`)
	if cards := eval[[]string](t, p, `[...document.querySelectorAll('.gallery-card')].filter(c => c.querySelector('img')?.src !== new URL('gallery/' + c.dataset.preset + '.svg', location.href).href || c.querySelector('.gallery-watch').textContent.length < 30).map(c => c.dataset.preset)`); len(cards) > 0 {
		t.Errorf("the cards %v have no picture or no sentence", cards)
	}
	eval[bool](t, p, `(document.querySelector('[data-preset="dropout"]').click(), true)`)
	wait(t, p, `player.state.spec.dropout === '0.4' && document.querySelector('#watch-name').textContent === 'Dropout at work'`)

	press(t, p, "p")
	wait(t, p, `document.documentElement.classList.contains('projector')`)
	large := eval[float64](t, p, `parseFloat(getComputedStyle(document.body).fontSize)`)
	press(t, p, "p")
	wait(t, p, `!document.documentElement.classList.contains('projector')`)
	if usual := eval[float64](t, p, `parseFloat(getComputedStyle(document.body).fontSize)`); large < 1.3*usual {
		t.Errorf("letters of %v pixels on the projector, of %v else", large, usual)
	}
	if got := rate(); got == "" {
		t.Error("no learning rate")
	}
}

// TestSurvivesReload reloads the page in the middle of a run: it goes on where it
// was, with the same weights, those that were edited and frozen by hand included.
func TestSurvivesReload(t *testing.T) {
	t.Parallel()
	p := open(t, "/#v=1&dataset=moons&optimizer=adam", 1280, 720, blank)
	before := eval[metrics](t, p, player+`.then(async el => {
		await el.train(200);
		await el.request({ type: 'weight', name: 'output/bias', index: 0, value: -0.5 });
		await el.request({ type: 'freeze', name: 'output/bias', index: 0, frozen: true });
		await el.set('learningRate', 0.02);
		const metrics = await el.train(100);
		while (JSON.parse(sessionStorage.getItem('nnplay.run'))?.saved !== 300) {
			dispatchEvent(new Event('pagehide')); // a page that is left is remembered at once
			await new Promise(done => setTimeout(done, 50));
		}
		return metrics;
	})`)
	do(t, p, chromedp.Reload())
	wait(t, p, `document.querySelector('#n-step')?.textContent === '300' && document.querySelector('.notices').textContent.includes('300')`)
	after := eval[metrics](t, p, player+`.then(el => (globalThis.player = el).metrics())`)
	if after.Step != 300 || after.Fingerprint != before.Fingerprint {
		t.Errorf("step %d, fingerprint %.12s after the reload; %.12s before", after.Step, after.Fingerprint, before.Fingerprint)
	}
	if !eval[bool](t, p, `player.state.edited && player.state.told && player.state.log.length === 3 && player.state.spec.learningRate === '0.02'`) {
		t.Error("edits or settings are forgotten")
	}
}

// TestStops lets a run end by itself: where the accuracy is reached, and where the
// loss no longer falls.
func TestStops(t *testing.T) {
	t.Parallel()
	p := open(t, "/#v=1&dataset=gauss&noise=10", 1280, 720, blank)
	eval[bool](t, p, ready+`.then(el => { globalThis.player = el; document.querySelector('#fast').click(); return true })`)
	for _, c := range []struct{ condition, value, words string }{{"accuracy", "90", "accuracy"}, {"flat", "200", "200"}} {
		eval[bool](t, p, `(async () => {
			document.querySelector('#stop-`+c.condition+`').value = '`+c.value+`';
			document.querySelector('#stop-`+c.condition+`').dispatchEvent(new Event('change'));
			document.querySelector('.notices').replaceChildren();
			document.querySelector('#play').click();
			return true;
		})()`)
		wait(t, p, `!player.playing && document.querySelector('.notice')?.textContent.includes('`+c.words+`')`)
		if n := eval[int](t, p, `player.metrics().then(m => m.step)`); n == 0 {
			t.Errorf("%s: nothing was trained", c.condition)
		}
		eval[bool](t, p, `(document.querySelector('#stop-`+c.condition+`-on').click(), true)`)
	}
}

// TestCoach lets a run diverge: a card says which tensor, when, and what helps,
// and begins again with a smaller learning rate.
func TestCoach(t *testing.T) {
	t.Parallel()
	p := open(t, "/#v=1&dataset=reg-plane&learningRate=3&networkShape=4&activation=linear", 1280, 720, blank)
	eval[bool](t, p, ready+`.then(el => { globalThis.player = el; return true })`)
	eval[bool](t, p, `(document.querySelector('#play').click(), true)`)
	wait(t, p, `!document.querySelector('#coach').hidden`)
	text := eval[string](t, p, `document.querySelector('#coach').innerText`)
	for _, words := range []string{"step", "weights", "learning rate"} {
		if !strings.Contains(strings.ToLower(text), words) {
			t.Errorf("%q says nothing of %s", text, words)
		}
	}
	if eval[bool](t, p, `player.playing`) {
		t.Error("a diverged run goes on")
	}
	eval[bool](t, p, `(document.querySelector('#coach-smaller').click(), true)`)
	wait(t, p, `document.querySelector('#coach').hidden && Number(player.state.spec.learningRate) < 3`)
}

// TestLayout holds, at the four sizes and in both languages, that nothing is
// cut off, runs into its neighbour, or is too small to be touched on a phone.
func TestLayout(t *testing.T) {
	t.Parallel()
	const look = `(async () => {
		const player = await ` + player + `;
		const problems = [];
		const shown = (el) => el.checkVisibility({ visibilityProperty: true }) && el.getClientRects().length > 0;
		const name = (el) => el.id || el.className || el.tagName;
		const pen = document.createElement('canvas').getContext('2d');
		const cut = (select) => {
			const style = getComputedStyle(select);
			pen.font = style.font;
			return pen.measureText(select.selectedOptions[0]?.text ?? '').width > 1 + select.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
		};
		for (const link of ['v=1', 'v=1&architecture=rnn&sequence=rhymes-en&cell=lstm', 'v=1&architecture=transformer&sequence=dates-en&transformer=encoder-decoder', 'v=1&architecture=gan']) {
			await player.setState(link);
			for (let last = '', now; last !== (now = JSON.stringify(document.querySelector('.stage').getBoundingClientRect())); last = now) {
				await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
			}
			const said = (what) => problems.push(link + ': ' + what);
			if (document.documentElement.scrollWidth > innerWidth) said('the page is ' + document.documentElement.scrollWidth + ' pixels wide');
			for (const el of document.querySelectorAll('button, select, input:not([type=checkbox], [type=radio], [type=range], [type=file]), .numbers dd')) {
				if (!shown(el) || el.closest('dialog, nav')) continue;
				const r = el.getBoundingClientRect();
				if (r.left < -0.5 || r.right > innerWidth + 0.5) said(name(el) + ' sticks out to ' + Math.round(r.right));
				if (el.tagName === 'SELECT' && cut(el)) said(name(el) + ' cuts off "' + el.selectedOptions[0].text + '"');
				if (el.tagName === 'BUTTON' && el.scrollWidth > el.clientWidth + 2) said(name(el) + ' is cut off');
				if (innerWidth < 500 && el.matches('.transport button, .transport select, .top button') && (r.height < 39 || r.width < 39)) said(name(el) + ' is ' + Math.round(r.width) + ' x ' + Math.round(r.height));
			}
			for (const row of ['.transport', '.top', '.actions', '.results']) {
				const parts = [...document.querySelectorAll(row + ' :is(button, select, input, dd, canvas)')].filter((el) => shown(el) && el.tagName !== 'INPUT');
				for (let i = 1; i < parts.length; i++) for (let j = 0; j < i; j++) {
					const [a, b] = [parts[i].getBoundingClientRect(), parts[j].getBoundingClientRect()];
					if (parts[i].contains(parts[j]) || parts[j].contains(parts[i])) continue;
					if (Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1) said(name(parts[i]) + ' lies on ' + name(parts[j]));
				}
			}
			for (const el of document.querySelectorAll('.choice span')) {
				if (!shown(el)) continue;
				pen.font = getComputedStyle(el).font;
				for (const word of el.textContent.split(/[ -]/)) if (/^\w+$/.test(word) && pen.measureText(word).width > el.clientWidth + 0.5) said('"' + word + '" is broken');
			}
			const todo = [...document.querySelectorAll('#actions :is(button, input, select)')].filter(shown);
			if (innerWidth >= 1100) for (const el of todo) { // beside the canvas, where nothing lies on it
				const { left, right, top, bottom } = el.getBoundingClientRect();
				if (!el.contains(document.elementFromPoint((left + right) / 2, (top + bottom) / 2))) said(name(el) + ' is out of view');
			}
			for (const [column, parts] of [['.stage', '.stage > *'], ['.stage-head', '.transport :is(button, select)']]) {
				const { right } = document.querySelector(column).getBoundingClientRect();
				for (const el of document.querySelectorAll(parts)) {
					if (shown(el) && getComputedStyle(el).position !== 'fixed' && innerWidth >= 1100 && el.getBoundingClientRect().right > right + 1) said(name(el) + ' leaves its column');
				}
			}
			const canvas = document.querySelector('.canvas-frame').getBoundingClientRect();
			const results = document.querySelector('.results').getBoundingClientRect();
			if (innerWidth >= 1100 && (results.top < 0 || results.bottom > innerHeight)) said('the numbers end at ' + Math.round(results.bottom));
			for (const el of document.querySelectorAll('.results :is(button, dd, svg)')) {
				if (shown(el) && el.getBoundingClientRect().right > results.right) said(name(el) + ' leaves the results');
			}
			if (innerWidth >= 1280 && canvas.bottom > results.top) said('the numbers lie on the canvas');
			if (canvas.height < 260) said('the canvas is ' + Math.round(canvas.height) + ' pixels high');
		}
		await player.setState('v=1');
		const table = 'first,second,third column,fourth,kind\n' + Array.from({ length: 90 }, (_, i) => [i % 7, i % 11, i / 9, i % 9 || '', i % 2 ? 'odd' : 'even'].join()).join('\n');
		for (const id of ['gallery', 'share', 'stops', 'shortcuts', 'csv', 'runs']) {
			const dialog = document.getElementById(id + '-dialog');
			if (id === 'runs') {
				await player.train(30);
				await player.set('learningRate', '0.1');
				await until(() => !document.getElementById('pin-run').disabled && !document.getElementById('log-line').hidden);
				document.getElementById('pin-run').click();
				await until(() => document.getElementById('runs-count').textContent !== '');
			}
			document.getElementById(['csv', 'runs'].includes(id) ? id + '-open' : id).click();
			if (id === 'csv') {
				const data = new DataTransfer();
				data.setData('text/plain', table);
				dialog.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
				await until(() => !document.getElementById('csv-missing').hidden);
			}
			const said = (what) => problems.push('the ' + id + ' dialog: ' + what);
			if (!dialog.open) said('it does not open');
			if (dialog.scrollWidth > dialog.clientWidth) said('it is ' + dialog.scrollWidth + ' pixels wide within ' + dialog.clientWidth);
			for (const el of dialog.querySelectorAll('*')) {
				if (!shown(el) || el.closest('svg, table, .visually-hidden')) continue;
				const [r, box] = [el.getBoundingClientRect(), (el.parentElement.closest('li, form, dialog') ?? dialog).getBoundingClientRect()];
				if (r.left < box.left - 25 || r.right > box.right + 25 || el.parentElement.tagName === 'LI' && r.right > box.right + 0.5) said(name(el) + ' sticks out of its box');
			}
			dialog.close();
		}
		return problems;
	})()`
	for _, lang := range []string{"en", "zh-Hans"} {
		p := open(t, "/?lang="+lang, 1440, 900, blank)
		eval[bool](t, p, ready+`.then(() => true)`)
		for _, size := range []struct {
			width, height int
			workshop      bool // whether all settings are open beside the stage
		}{
			{2560, 1440, false}, {1440, 900, false}, {1280, 720, false}, {820, 1180, false}, {390, 844, false}, {360, 740, false}, {320, 640, false},
			{1440, 900, true}, {1280, 720, true}, {1100, 720, true},
		} {
			do(t, p, chromedp.EmulateViewport(int64(size.width), int64(size.height)))
			wait(t, p, fmt.Sprintf(`innerWidth === %d`, size.width))
			if size.workshop {
				eval[bool](t, p, `(document.querySelector('#workshop:not([hidden])')?.click(), true)`)
				wait(t, p, `document.documentElement.dataset.sides === 'left right'`)
			}
			for _, problem := range eval[[]string](t, p, look) {
				t.Errorf("%dx%d %s, workshop %t: %s", size.width, size.height, lang, size.workshop, problem)
			}
		}
	}
}
