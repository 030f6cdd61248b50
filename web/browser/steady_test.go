//go:build !js

package browser

import (
	"fmt"
	"strings"
	"testing"
)

// TestSteady holds that what is pressed stays under the pointer: nothing that somebody is
// about to press moves by what was pressed just now.
func TestSteady(t *testing.T) {
	t.Parallel()
	const (
		inFrame = `document.querySelector('nn-play').shadowRoot.querySelector('iframe').contentDocument`
		chosen  = `(name) => { const radio = document.querySelector('input[name="choice-dataset"][value="' + name + '"]'); radio.click(); return until(() => document.querySelector('nn-play').state.spec.dataset === name); }`
	)
	wide := [][2]int{{1440, 900}, {1280, 720}, {820, 1180}, {390, 844}}
	for _, c := range []struct {
		name, path string
		sizes      [][2]int
		drawn      bool     // what is drawn matters: it is watched or pressed
		before     string   // what is done before, as a statement
		watched    string   // an expression: the element that must stay
		presses    []string // what is done, one after the other
	}{
		{"Train while the visit ends and the settings open and close", "/", wide, false, ``, `document.querySelector('#play')`, []string{
			`document.querySelector('.rail[data-side=left]').click()`,
			`(` + chosen + `)('xor')`,
			`document.querySelector('.rail[data-side=right]').click()`,
			`document.querySelector('.fold[data-side=left]').click()`,
			`document.querySelector('.fold[data-side=right]').click()`,
			`document.querySelector('#workshop').click()`,
			`document.querySelector('#watch-more').click()`,
			`document.querySelector('nn-play').train(5)`,
			`document.querySelector('nn-play').play().then(() => until(() => document.querySelector('#transport').classList.contains('is-playing')))`,
			`document.querySelector('nn-play').pause().then(() => until(() => !document.querySelector('#transport').classList.contains('is-playing')))`,
		}},
		{"Step while the visit ends", "/", [][2]int{{1280, 720}}, false, ``, `document.querySelector('#step')`, []string{
			`document.querySelector('.rail[data-side=left]').click()`,
			`(` + chosen + `)('xor')`,
		}},
		{"Show me while what it speaks of changes", "/#v=1", [][2]int{{1280, 720}, {390, 844}}, false, ``, `document.querySelector('#watch-show')`, []string{
			fromGallery("underfitting"), fromGallery("overfitting"), fromGallery("worked-example"), `document.querySelector('nn-play').setState('v=1&dataset=moons&networkShape=5')`,
		}},
		{"Show me while all settings open and close", "/", [][2]int{{1440, 900}, {1280, 720}, {390, 844}}, false, ``, `document.querySelector('#watch-show')`, []string{
			`document.querySelector('.rail[data-side=right]').click()`,
			`document.querySelector('#workshop').click()`,
			`document.querySelector('.fold[data-side=left]').click()`,
			`document.querySelector('.fold[data-side=right]').click()`,
		}},
		{"the forms of Share", "/#v=1", [][2]int{{1280, 720}, {390, 844}}, false, `document.querySelector('#share').click()`, `document.querySelector('.share-forms')`, []string{
			share("element"), share("iframe"), share("link"), share("element"),
			`(document.querySelector('#share-sizes').selectedIndex = document.querySelector('#share-sizes').length - 1, document.querySelector('#share-sizes').dispatchEvent(new Event('change', { bubbles: true })))`,
		}},
		{"one layer less, again and again", "/", [][2]int{{1280, 720}, {820, 1180}, {390, 844}}, true, ``, inFrame + `.querySelector('#layers-less')`, []string{fewer(inFrame, 1), fewer(inFrame, 0)}},
		{"one layer more, again and again", "/#v=1&networkShape=8,8,8,8,8,8,8,8", [][2]int{{1440, 900}}, true, ``, inFrame + `.querySelector('#layers-more')`, []string{more(inFrame, 9), more(inFrame, 10), more(inFrame, 11)}},
		{"Train while a card opens", "/#v=1&networkShape=6,6,4", [][2]int{{1280, 720}}, true, ``, `document.querySelector('#play')`, []string{card(inFrame)}},
		{"the pad of digits", "/#v=1&architecture=cnn&samples=200", [][2]int{{1280, 720}, {390, 844}}, false, ``, `document.querySelector('.sketch canvas')`, []string{
			stroke(`.sketch canvas`), `until(() => document.querySelector('#actions-said').textContent !== '')`, `document.querySelector('.sketch .button').click()`,
		}},
		{"the pad of points", "/#v=1&dataset=own&classes=2&points=cL0a1", [][2]int{{1440, 1100}}, false, `(await until(() => document.querySelector('#own-clear:enabled'))).click(); await until(() => document.querySelector('#own-turn').hidden)`, `document.querySelector('#own-canvas')`, []string{
			stroke(`#own-canvas`), `until(() => !document.querySelector('#own-turn').hidden)`,
		}},
		{"the pad of an album", "/#v=1&architecture=cnn&images=own", [][2]int{{1280, 720}}, false, `document.querySelector('[data-panel=data]').open = true`, `document.querySelector('#album-sketch')`, []string{
			stroke(`#album-sketch`), `(document.querySelector('#album-put').click(), until(() => document.querySelector('.thumbnail')))`,
		}},
	} {
		for _, size := range c.sizes {
			t.Run(fmt.Sprint(c.name, size), func(t *testing.T) {
				scripts := []string{blank}
				if c.drawn {
					scripts = nil
				}
				p := open(t, c.path, size[0], size[1], scripts...)
				presses := ""
				for _, press := range c.presses {
					presses += "[() => " + press + ", `" + strings.Join(strings.Fields(press), " ") + "`],\n"
				}
				moved := eval[[]string](t, p, ready+`.then(async (player) => {
					await until(() => !document.querySelector('#gallery').disabled);
					const watched = () => `+c.watched+`;
					`+c.before+`;
					await until(() => watched()?.getBoundingClientRect().width > 0 && `+inFrame+`.querySelector('#status').hidden);
					// Where it is, once two frames in a row agree, as a reader sees it who has not scrolled.
					const place = async () => {
						for (let last = '', same = 0;;) {
							await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
							const frame = watched().ownerDocument === document ? { left: 0, top: 0 } : document.querySelector('nn-play').getBoundingClientRect();
							const { left, top } = watched().getBoundingClientRect();
							const fixed = innerWidth < 700 && watched().closest('.transport, dialog') !== null;
							const at = [frame.left + left, frame.top + top + (fixed ? 0 : scrollY)];
							const now = at.map(Math.round).join();
							if (now === last && ++same > 3) return at;
							if (now !== last) same = 0;
							last = now;
						}
					};
					const moved = [];
					for (const [press, what] of [`+presses+`]) {
						const before = await place();
						await press();
						const after = await place();
						const by = Math.hypot(after[0] - before[0], after[1] - before[1]);
						if (by > 1) moved.push(what + ' moves it by ' + Math.round(by) + ' px, from ' + before.map(Math.round) + ' to ' + after.map(Math.round));
					}
					return moved;
				})`)
				for _, m := range moved {
					t.Error(m)
				}
			})
		}
	}
}

// fromGallery starts an experiment of the gallery, whose cards are made when it opens first.
func fromGallery(name string) string {
	return `(async () => {
		const card = () => document.querySelector('[data-preset="` + name + `"]');
		if (card() === null) (await until(() => document.querySelector('#gallery:enabled'))).click();
		(await until(card)).click();
		return until(() => document.querySelector('#watch-name').textContent === card().querySelector('strong').textContent);
	})()`
}

// share chooses a form of what is shared.
func share(form string) string {
	return `(document.querySelector('[name="share-form"][value="` + form + `"]').click())`
}

// fewer takes the last layer away, of which so many are left; more adds one.
func fewer(frame string, left int) string { return layers(frame, "less", left) }
func more(frame string, now int) string   { return layers(frame, "more", now) }

func layers(frame, button string, now int) string {
	return fmt.Sprintf(`(%s.querySelector('#layers-%s').click(), until(() => document.querySelector('nn-play').state.spec.networkShape.split(',').filter(Boolean).length === %d))`, frame, button, now)
}

// card opens the card of a neuron by keyboard, and waits until all of it is in view.
func card(frame string) string {
	return `(async () => {
		const d = ` + frame + `, net = d.querySelector('#net'), card = d.querySelector('#card');
		net.focus();
		await until(() => d.querySelector('#net-live').textContent !== '');
		for (let i = 0; i < 90 && !d.querySelector('#net-live').textContent.startsWith('Layer 1'); i++) {
			net.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true, cancelable: true }));
			await new Promise(requestAnimationFrame);
		}
		net.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
		await until(() => !card.hidden && document.querySelector('nn-play').getBoundingClientRect().top + card.getBoundingClientRect().bottom <= document.querySelector('.results').getBoundingClientRect().top + 1);
	})()`
}

// stroke draws a line on a pad.
func stroke(pad string) string {
	return `(() => {
		const canvas = document.querySelector('` + pad + `');
		const { left, top, width, height } = canvas.getBoundingClientRect();
		canvas.setPointerCapture = () => {};
		const at = (type, x) => canvas.dispatchEvent(new PointerEvent(type, { bubbles: true, pointerId: 1, clientX: left + x * width, clientY: top + 0.5 * height }));
		at('pointerdown', 0.3);
		at('pointermove', 0.6);
		at('pointerup', 0.6);
	})()`
}
