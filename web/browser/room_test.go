//go:build !js

package browser

import (
	"fmt"
	"testing"

	"github.com/chromedp/chromedp"
)

// TestTipInSight goes from neuron to neuron on a phone and on a low desktop: nothing of
// what is said of one is drawn under the buttons of a layer, which hide it.
func TestTipInSight(t *testing.T) {
	t.Parallel()
	p := open(t, "/#v=1&networkShape=4,4", 390, 844)
	for _, size := range [][2]int64{{390, 844}, {320, 568}, {1100, 720}} {
		do(t, p, chromedp.EmulateViewport(size[0], size[1]))
		wait(t, p, fmt.Sprintf(`innerWidth === %d`, size[0]))
		eval[bool](t, p, focusNet)
		if under := eval[string](t, p, frame+`
			const net = d.querySelector('#net'), live = d.querySelector('#net-live');
			const hidden = async () => {
				const picture = await createImageBitmap(await player.screenshot());
				const scale = picture.width / player.clientWidth;
				const context = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
				context.drawImage(picture, 0, 0);
				return [...d.querySelectorAll('.units')].some((buttons) => {
					const { left, top, width, height } = buttons.getBoundingClientRect();
					const pixels = new Uint32Array(context.getImageData(Math.ceil(left * scale), Math.ceil(top * scale), Math.floor(width * scale), Math.floor(height * scale)).data.buffer);
					return pixels.some((pixel) => pixel !== pixels[0]);
				});
			};
			const under = [], said = new Set();
			for (let i = 0; i < 24; i++) {
				net.dispatchEvent(new KeyboardEvent('keydown', { key: i % 2 ? 'ArrowDown' : 'ArrowRight', bubbles: true, cancelable: true }));
				const [name] = live.textContent.split(';');
				if (!/^Layer . · .$/.test(name) || said.has(name)) continue;
				said.add(name);
				if (await hidden()) under.push(name);
			}
			return said.size < 3 ? 'only ' + [...said] : under.join();
		})()`); under != "" {
			t.Errorf("%v: under the buttons is the tip of %s", size, under)
		}
	}
}

// TestCardBesidePicture opens the card of a neuron in low windows: it stands below the
// network, whose buttons stay in sight, and the picture beside it keeps its size and place.
func TestCardBesidePicture(t *testing.T) {
	t.Parallel()
	p := open(t, "/#v=1&dataset=blobs&classes=5&networkShape=6,4", 1240, 800)
	for _, size := range [][2]int{{1280, 720}, {1440, 900}, {1100, 720}} {
		before := layoutOf(t, p, size[0], size[1]).Panel
		eval[bool](t, p, focusNet)
		press(t, p, "ArrowRight", "ArrowRight", "Enter")
		inCard(t, p, `!find('card').hidden`)
		after := heard(t, p, `true`).Panel
		if size[0] > 1100 && after != before {
			t.Errorf("%v: the picture was at %v, and with a card it is at %v", size, before, after)
		}
		if on := eval[string](t, p, cardTools+`
			const box = find('card').getBoundingClientRect();
			const meets = ({ left, right, top, bottom }) => left < box.right && box.left < right && top < box.bottom && box.top < bottom;
			const { x, y, width, height } = layout_.panel;
			return [...d.querySelectorAll('.units')].map(el => el.getBoundingClientRect()).concat({ left: x, right: x + width, top: y, bottom: y + height }).map((r, i) => meets(r) ? i : '').join('');
		})()`); on != "" {
			t.Errorf("%v: the card lies on %s of the buttons and the picture", size, on)
		}
		press(t, p, "Escape")
		inCard(t, p, `find('card').hidden`)
	}
}

// TestTransportRow holds that on the narrowest phones the transport is one row, whose
// buttons can be hit, also when the visit is over.
func TestTransportRow(t *testing.T) {
	t.Parallel()
	p := open(t, "/#v=1", 390, 640, blank)
	eval[bool](t, p, ready+`.then(() => until(() => !document.querySelector('#gallery').disabled)).then(() => true)`)
	for _, width := range []int64{390, 360, 320} {
		do(t, p, chromedp.EmulateViewport(width, 640))
		wait(t, p, fmt.Sprintf(`innerWidth === %d`, width))
		if wrong := eval[string](t, p, `(() => {
			const all = [...document.querySelectorAll('#transport :is(button, select)')].filter(el => el.checkVisibility()).map(el => [el, el.getBoundingClientRect()]);
			const middle = all[0][1].top + all[0][1].height / 2;
			return all.length < 6 ? 'there are only ' + all.length : all.filter(([, r]) => Math.abs(r.top + r.height / 2 - middle) > 2 || r.left < 0 || r.right > innerWidth || r.width < 44 || r.height < 44).map(([el, r]) => el.id + ' ' + [r.left, r.top, r.width, r.height].map(Math.round)).join('; ');
		})()`); wrong != "" {
			t.Errorf("%d px: %s", width, wrong)
		}
	}
}

// TestTabletFilled comes for the first time on a tablet that stands on end: the rails are
// near its lower edge, not in the middle of nothing.
func TestTabletFilled(t *testing.T) {
	t.Parallel()
	p := open(t, "/", 820, 1180, blank)
	eval[bool](t, p, ready+`.then(() => until(() => !document.querySelector('#gallery').disabled)).then(() => true)`)
	if free := eval[float64](t, p, `innerHeight - Math.max(...[...document.querySelectorAll('.rail')].map(rail => rail.getBoundingClientRect().bottom))`); free < 0 || free > 48 {
		t.Errorf("%.0f px are free below the rails", free)
	}
}

// TestApart holds that in a low window with all settings open the numbers do not touch
// the network above them, in any family.
func TestApart(t *testing.T) {
	t.Parallel()
	p := open(t, "/#v=1", 1100, 720, blank)
	eval[bool](t, p, ready+`.then(el => { globalThis.player = el; return until(() => !document.querySelector('#gallery').disabled); }).then(() => { document.querySelector('#workshop:not([hidden])')?.click(); return true; })`)
	for _, family := range []string{"mlp", "rnn", "transformer", "gan", "autoencoder", "cnn", "diffusion"} {
		eval[bool](t, p, `player.setState('v=1&architecture=`+family+`').then(() => true)`)
		wait(t, p, `document.documentElement.dataset.architecture === '`+family+`'`)
		frames(t, p)
		// For a moment the family before has its numbers there.
		wait(t, p, `document.querySelector('.results').getBoundingClientRect().top - document.querySelector('.canvas-frame').getBoundingClientRect().bottom >= 9`)
	}
}
