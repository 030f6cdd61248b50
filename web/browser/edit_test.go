//go:build !js

package browser

import (
	"image"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/input"
)

// press presses keys, as a keyboard does: they go to what has the focus.
func press(t *testing.T, p *Page, keys ...string) {
	t.Helper()
	codes := map[string]int64{"Enter": 13, "Escape": 27, "Tab": 9, " ": 32, "ArrowLeft": 37, "ArrowUp": 38, "ArrowRight": 39, "ArrowDown": 40}
	for _, key := range keys {
		text := ""
		switch {
		case len(key) == 1:
			text = key
		case key == "Enter":
			text = "\r"
		}
		for _, kind := range []input.DispatchKeyEventType{input.DispatchKeyEventTypeKeyDown, input.DispatchKeyEventTypeKeyUp} {
			call(t, p, input.DispatchKeyEvent, input.DispatchKeyEventParams{Type: kind, Key: key, Code: key, Text: text, WindowsVirtualKeyCode: codes[key]})
			text = ""
		}
		frames(t, p)
	}
}

// frames waits until the page has drawn what was done: two frames, as the first may
// have begun before.
func frames(t *testing.T, p *Page) {
	t.Helper()
	eval[bool](t, p, `new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))`)
}

// mouse moves the mouse to a place, and clicks there if it shall.
func mouse(t *testing.T, p *Page, x, y float64, click bool) {
	t.Helper()
	kinds := []input.DispatchMouseEventType{input.DispatchMouseEventTypeMouseMoved}
	if click {
		kinds = append(kinds, input.DispatchMouseEventTypeMousePressed, input.DispatchMouseEventTypeMouseReleased)
	}
	for i, kind := range kinds {
		params := input.DispatchMouseEventParams{Type: kind, X: x, Y: y}
		if i > 0 {
			params.Button, params.ClickCount = input.MouseButtonLeft, 1
		}
		call(t, p, input.DispatchMouseEvent, params)
	}
}

// frame is the start of an expression within the page's frame: its document is
// d, the element player.
const frame = `(async () => {
	const player = await ` + player + `;
	const d = player.shadowRoot.querySelector('iframe').contentDocument;
	await until(() => d.querySelector('#status').hidden && d.querySelector('canvas') && !d.querySelector('#net').hidden);
`

// focusNet puts the focus on the drawing, and trains a little first.
const focusNet = frame + `
	const drawn = new Promise(resolve => player.addEventListener('step', event => event.detail.step >= 20 && resolve()));
	await player.train(20);
	await drawn;
	return until(() => { // when there is something on it
		d.querySelector('#net').blur();
		d.querySelector('#net').focus();
		return d.querySelector('#net-live').textContent !== '';
	});
})()`

// walkTo presses a key on the drawing until it says some words: it may have to be
// pressed hundreds of times, a frame each.
func walkTo(t *testing.T, p *Page, key, words string) {
	t.Helper()
	var told string
	for range 15 {
		told = eval[string](t, p, frame+`
			const said = () => d.querySelector('#net-live').textContent;
			for (let i = 0; i < 20 && !said().includes('`+words+`'); i++) {
				d.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: '`+key+`', bubbles: true, cancelable: true }));
				await new Promise(requestAnimationFrame);
			}
			return said();
		})()`)
		if strings.Contains(told, words) {
			return
		}
	}
	t.Errorf("on the way to %q it says %q", words, told)
}

// TestHover walks to a weight by keyboard and then by mouse: its number and its
// gradient are told.
func TestHover(t *testing.T) {
	t.Parallel()
	p := open(t, "/#v=1&dataset=xor&networkShape=3,2", 1280, 800)
	eval[bool](t, p, frame+`
		globalThis.heard = [];
		player.addEventListener('message', ({ detail }) => { if (detail.type === 'canvas') heard.push(detail.event); });
		return true;
	})()`)
	eval[bool](t, p, focusNet)
	press(t, p, "ArrowRight")
	live := eval[string](t, p, frame+`return until(() => { const s = d.querySelector('#net-live').textContent; return s.includes('→') && s; }); })()`)
	if !strings.Contains(live, "w = ") || !strings.Contains(live, "∂L/∂w = ") {
		t.Errorf("of the weight in focus it says %q", live)
	}
	at := eval[[]float64](t, p, frame+`
		const event = await until(() => heard.findLast(e => e.type === 'hover' && e.kind === 'link'));
		const box = player.getBoundingClientRect();
		return [box.left + event.x, box.top + event.y];
	})()`)
	eval[bool](t, p, frame+`
		heard.length = 0;
		d.querySelector('#net').blur();
		return until(() => heard.some(e => e.type === 'hover' && e.kind === ''));
	})()`)
	mouse(t, p, at[0], at[1], false)
	told := eval[[]any](t, p, frame+`
		const event = await until(() => heard.findLast(e => e.type === 'hover' && e.kind === 'link'));
		return [event.weight, event.gradient, event.text];
	})()`)
	if _, ok := told[0].(float64); !ok || told[1] == nil || !strings.Contains(told[2].(string), "∂L/∂w") {
		t.Errorf("of the weight under the mouse it tells %v", told)
	}
	mouse(t, p, at[0], at[1], true)
	if name := eval[string](t, p, frame+`await until(() => !d.querySelector('#edit').hidden); return d.querySelector('#edit-name').textContent; })()`); !strings.Contains(name, "→") {
		t.Errorf("a click opens the editor of %q", name)
	}
}

// TestEditByKeyboard edits a weight without a mouse, freezes it and lets the
// others train; Tab leaves the drawing.
func TestEditByKeyboard(t *testing.T) {
	t.Parallel()
	p := open(t, "/#v=1&dataset=xor&networkShape=3,2", 1280, 800)
	before := eval[metrics](t, p, player+`.then(el => el.metrics())`)
	eval[bool](t, p, focusNet)
	trained := eval[metrics](t, p, player+`.then(el => el.metrics())`)
	press(t, p, "ArrowRight", "Enter", "1", ".", "2", "5")
	type state struct {
		Value, Focus string
		Edited       bool
		Fingerprint  string
	}
	// look waits for a value, and for it to have reached a network that had a fingerprint.
	look := func(value, was string) state {
		t.Helper()
		return eval[state](t, p, frame+`
		await until(() => d.querySelector('#edit-value').value === '`+value+`' && player.state.edited);
		let fingerprint;
		do ({ fingerprint } = await player.metrics()); while (fingerprint === '`+was+`');
		return { Value: d.querySelector('#edit-value').value, Focus: d.activeElement.id, Edited: player.state.edited, Fingerprint: fingerprint };
	})()`)
	}
	got := look("1.25", trained.Fingerprint)
	if got.Value != "1.25" || got.Focus != "edit-value" || !got.Edited || got.Fingerprint == trained.Fingerprint {
		t.Errorf("%+v after %.12s", got, trained.Fingerprint)
	}
	press(t, p, "ArrowUp")
	if up := look("1.35", got.Fingerprint); up.Value != "1.35" || up.Fingerprint == got.Fingerprint {
		t.Errorf("an arrow makes 1.25 %s", up.Value)
	}
	press(t, p, "Tab", "Tab", "Tab", " ") // past the slider and where it comes from
	frozen := eval[bool](t, p, frame+`
		const box = await until(() => d.querySelector('#edit-frozen').checked);
		await player.metrics(); // what was told before has been obeyed then
		return player.playing === false && box;
	})()`)
	weight := eval[metrics](t, p, player+`.then(el => el.metrics())`)
	after := eval[metrics](t, p, player+`.then(el => el.train(200))`)
	got = look("1.35", got.Fingerprint)
	if !frozen || got.Value != "1.35" || after.Fingerprint == weight.Fingerprint {
		t.Errorf("frozen at 1.35 the weight is %s; the others train: %v", got.Value, after.Fingerprint != weight.Fingerprint)
	}
	press(t, p, "Escape")
	if focus := eval[string](t, p, frame+`return d.querySelector('#edit').hidden ? d.activeElement.id : 'still open'; })()`); focus != "net" {
		t.Errorf("Escape leads to %s", focus)
	}
	press(t, p, "Tab")
	if focus := eval[string](t, p, frame+`return d.activeElement.id; })()`); focus == "net" {
		t.Error("Tab is trapped")
	}
	if first := eval[metrics](t, p, player+`.then(async el => { await el.reset(); return el.metrics(); })`); first.Fingerprint != before.Fingerprint {
		t.Error("a reset does not forget the edit")
	}
}

// TestGrow adds and removes neurons and layers on the drawing.
func TestGrow(t *testing.T) {
	t.Parallel()
	p := open(t, "/#v=1&dataset=xor&networkShape=3,2", 1280, 800)
	got := eval[[]string](t, p, frame+`
		const shapes = [];
		const press = async (selector) => {
			const before = player.state.spec.networkShape;
			(await until(() => d.querySelector(selector))).click();
			await until(() => player.state.spec.networkShape !== before);
			shapes.push(player.state.spec.networkShape);
			await until(() => [...d.querySelectorAll('.units')].map(u => u.children[1].textContent).join() === player.state.spec.networkShape);
		};
		await until(() => d.querySelectorAll('.units').length === 2);
		await press('.units:nth-child(2) button:last-child');
		await press('.units:nth-child(1) button:first-child');
		await press('#layers-more');
		await press('#layers-less');
		await press('#layers-less');
		// The menu of the first layer of two.
		const open = async (i) => {
			await until(() => d.querySelectorAll('.units').length === player.state.spec.networkShape.split(',').length);
			d.querySelectorAll('.units')[i].children[1].click();
			await until(() => !d.querySelector('#layer').hidden);
			const small = [...d.querySelectorAll('.units button, #layer button')].filter(b => b.checkVisibility() && Math.min(b.getBoundingClientRect().width, b.getBoundingClientRect().height) < 24);
			if (small.length > 0) shapes.push('small: ' + small.map(b => b.outerHTML));
		};
		await press('.units:nth-child(1) button:last-child');
		await open(0);
		await press('#layer-before');
		if (!d.querySelector('#layer').hidden) shapes.push('still open');
		await open(0);
		await press('#layer-fewer');
		await press('#layer-remove');
		await open(0);
		await press('#layer-after');
		return shapes;
	})()`)
	if want := "3,3 2,3 2,3,3 2,3 2 3 3,3 2,3 3 3,3"; strings.Join(got, " ") != want {
		t.Errorf("%v, want %s", got, want)
	}
	// Any layer of the deepest network is reached on a phone too.
	phone := open(t, "/#v=1&dataset=xor&networkShape=3,3,3,3,3,3,3,3,3,3,3,3", 390, 844)
	shape := eval[string](t, phone, frame+`
		await until(() => d.querySelectorAll('.units').length === 12);
		const counts = [...d.querySelectorAll('.units')].map(u => u.children[1].getBoundingClientRect());
		for (const [i, a] of counts.entries()) for (const b of counts.slice(i + 1)) {
			if (Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.5 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.5) return 'the buttons of two layers overlap';
		}
		d.querySelectorAll('.units')[5].children[1].click();
		d.querySelector('#layer-more').click();
		await until(() => player.state.spec.networkShape !== '3,3,3,3,3,3,3,3,3,3,3,3');
		return player.state.spec.networkShape;
	})()`)
	if want := "3,3,3,3,3,4,3,3,3,3,3,3"; shape != want {
		t.Errorf("%s, want %s", shape, want)
	}
}

// TestEditBias edits a neuron's bias by the slider, with the keyboard alone: from its
// card on.
func TestEditBias(t *testing.T) {
	t.Parallel()
	p := open(t, "/#v=1&dataset=xor&networkShape=3,2", 1280, 800)
	eval[bool](t, p, focusNet)
	before := eval[metrics](t, p, player+`.then(el => el.metrics())`)
	press(t, p, "ArrowRight", "ArrowRight", "Enter")
	eval[bool](t, p, cardTools+`return open(); })()`)
	press(t, p, "Tab", "Tab", "Tab", "Enter") // on by a name, a weight, and another name
	opened := eval[[]string](t, p, frame+`
		await until(() => !d.querySelector('#edit').hidden);
		return [d.querySelector('#edit-name').textContent, d.querySelector('#edit-value-name').textContent, '', d.querySelector('#edit-value').value];
	})()`)
	if opened[0] != "Layer 1 · 1" || opened[1] != "Bias" {
		t.Errorf("the editor says %q", opened)
	}
	press(t, p, "Tab", "ArrowRight", "ArrowRight", "ArrowRight")
	after := eval[[]string](t, p, frame+`
		const slider = await until(() => d.activeElement.id === 'edit-slider' && d.activeElement);
		await until(() => player.state.edited);
		const m = await player.metrics();
		return [d.querySelector('#edit-value').value, slider.getAttribute('aria-label'), m.fingerprint, String(player.state.edited)];
	})()`)
	if after[0] == opened[3] || !strings.Contains(after[1], "Bias") || after[2] == before.Fingerprint || after[3] != "true" {
		t.Errorf("the slider makes %s %q", opened[3], after)
	}
}

// TestParameter shows the queries of an attention by themselves and edits a weight
// of the second head, with the keyboard alone: it keeps its value while the network learns on,
// and the drawing of the network is there again.
func TestParameter(t *testing.T) {
	t.Parallel()
	p := open(t, "/#"+transformerLink, 1000, 700)
	eval[bool](t, p, focusNet)
	show := func(name, words string) {
		t.Helper()
		eval[bool](t, p, frame+`
			globalThis.player = player;
			const select = d.querySelector('#parameter');
			await until(() => [...select.options].some(option => option.value === '`+name+`'));
			select.value = '`+name+`';
			select.dispatchEvent(new Event('change'));
			return until(() => { // when it is drawn
				d.querySelector('#net').blur();
				d.querySelector('#net').focus();
				return d.querySelector('#net-live').textContent.includes('`+words+`');
			});
		})()`)
	}
	show("block0/attention/query/weight", "Query")
	before := eval[metrics](t, p, `player.metrics()`)
	walkTo(t, p, "ArrowRight", "Head 2")
	press(t, p, "Enter", "0", ".", "5")
	wait(t, p, `player.state.edited`)
	after := eval[metrics](t, p, `player.metrics()`)
	if after.Fingerprint == before.Fingerprint {
		t.Error("the weight is what it was")
	}
	kept := eval[string](t, p, frame+`
		d.querySelector('#edit-frozen').click();
		await player.train(5);
		return d.querySelector('#edit-name').textContent + ' ' + d.querySelector('#edit-value').value;
	})()`)
	if !strings.Contains(kept, "Query") || !strings.HasSuffix(kept, " 0.5") {
		t.Errorf("after training on, %q", kept)
	}
	show("", "→")
}

// TestReadOutput reads values of the output's picture by keyboard: behind the last
// neuron the arrow keys move a crosshair, and what it stands on is told.
func TestReadOutput(t *testing.T) {
	t.Parallel()
	p := open(t, "/#v=1&dataset=xor&networkShape=3", 1280, 800)
	eval[bool](t, p, focusNet)
	says := func(keys ...string) string {
		t.Helper()
		press(t, p, keys...)
		return eval[string](t, p, frame+`return d.querySelector('#net-live').textContent; })()`)
	}
	if s := says("End", "ArrowRight"); !strings.HasPrefix(s, "(0, 0) → ") {
		t.Errorf("in the middle of the output it says %q", s)
	}
	corner := says("ArrowRight", "ArrowRight", "ArrowUp")
	if !strings.HasPrefix(corner, "(0.6, 0.3) → ") {
		t.Errorf("up and to the right of it, %q", corner)
	}
	for range crossing {
		press(t, p, "ArrowLeft")
	}
	if s := says("ArrowLeft"); !strings.HasPrefix(s, "Output") {
		t.Errorf("to the left of the output's picture is %q", s)
	}
	if s := says("Home"); s != "X₁" {
		t.Errorf("the first neuron is %q", s)
	}
}

// crossing is how often a key leads from where TestReadOutput has been to the
// left edge of the picture.
const crossing = 22

// TestWarp shows the space of a layer: the picture is another, and not blank.
func TestWarp(t *testing.T) {
	t.Parallel()
	p := open(t, "/#v=1&dataset=circle&networkShape=4,2", 1280, 800)
	eval[metrics](t, p, player+`.then(el => el.train(2000))`)
	at := layoutOf(t, p, 1280, 780)
	panel := at.Panel.Inset(3)
	plain := until(t, p, "the ring is learned", func(img image.Image) bool {
		return count(img, panel, isBlue) > 2000 && count(img, panel, isOrange) > 2000
	})
	eval[bool](t, p, frame+`
		const select = d.querySelector('#warp-layer');
		select.value = '2';
		select.dispatchEvent(new Event('change'));
		return true;
	})()`)
	until(t, p, "the picture is another, and not blank", func(img image.Image) bool {
		return differ(img, plain, panel) > 0.2 && count(img, panel, isColored) > panel.Dx()*panel.Dy()/25
	})
}
