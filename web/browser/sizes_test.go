//go:build !js

package browser

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// TestFoundStays learns at the first visit: what comes next is in view, whole, and the
// network is as large and stands where it did while it learned.
func TestFoundStays(t *testing.T) {
	t.Parallel()
	const box = `(() => { const { left, top, width, height } = document.querySelector('.canvas-frame').getBoundingClientRect(); return [left, top, width, height].map(Math.round).join(); })()`
	for _, lang := range []string{"en", "zh-Hans"} {
		for _, size := range [][2]int{{2560, 1440}, {1440, 900}, {1280, 720}, {1100, 720}} {
			t.Run(fmt.Sprint(lang, size), func(t *testing.T) {
				p := open(t, "/?lang="+lang, size[0], size[1], blank)
				eval[bool](t, p, ready+`.then(el => { globalThis.player = el; return until(() => !document.querySelector('#gallery').disabled && document.querySelector('.next-card')); }).then(() => true)`)
				before := eval[string](t, p, box)
				eval[bool](t, p, `player.train(2000).then(() => true)`)
				wait(t, p, `document.querySelector('#next').checkVisibility() && document.querySelector('#ask').dataset.i18n === 'visit.found'`)
				if after := eval[string](t, p, box); after != before {
					t.Errorf("the network's left, top, width and height were %s, and are %s", before, after)
				}
				// The slider over the curve is laid out with the curve's next picture.
				wait(t, p, `[...document.querySelectorAll('.next-card')].every((card) => {
					const { left, right, top, bottom } = card.getBoundingClientRect();
					return card.scrollWidth <= card.clientWidth && [[left + 4, top + 4], [right - 4, bottom - 4]].every(([x, y]) => card.contains(document.elementFromPoint(x, y)));
				})`)
			})
		}
	}
}

// TestFirstPhone comes for the first time on a phone: the button of which the question
// speaks says its word, and points of one's own are in reach without scrolling.
func TestFirstPhone(t *testing.T) {
	t.Parallel()
	p := open(t, "/", 390, 844, blank)
	eval[bool](t, p, ready+`.then(() => until(() => !document.querySelector('#gallery').disabled)).then(() => true)`)
	for _, lang := range []string{"en", "zh-Hans"} {
		eval[bool](t, p, `(() => { const language = document.querySelector('#language'); language.value = '`+lang+`'; language.dispatchEvent(new Event('change', { bubbles: true })); return true; })()`)
		wait(t, p, `document.documentElement.lang === '`+lang+`'`)
		for _, size := range [][2]int64{{390, 844}, {360, 640}, {320, 568}} {
			do(t, p, chromedp.EmulateViewport(size[0], size[1]))
			wait(t, p, fmt.Sprintf(`innerWidth === %d`, size[0]))
			if wrong := eval[string](t, p, `['#play', '#draw-own'].filter((id) => {
				const button = document.querySelector(id), words = button.querySelector('span');
				const range = document.createRange();
				range.selectNodeContents(words);
				const seen = range.getBoundingClientRect(), { left, right, top, bottom } = button.getBoundingClientRect();
				const whole = seen.left >= left && seen.right <= right && seen.top >= top && seen.bottom <= bottom;
				const there = document.elementFromPoint((seen.left + seen.right) / 2, (seen.top + seen.bottom) / 2);
				return !whole || getComputedStyle(words).clipPath !== 'none' || !button.contains(there) || right > innerWidth;
			}).join()`); wrong != "" {
				t.Errorf("%s, %d px: what they say is not to be read: %s", lang, size[0], wrong)
			}
		}
	}
}

// TestTabStays makes the window narrower and wider: the present family's tab stays in
// view, clear of the edge where the row fades.
func TestTabStays(t *testing.T) {
	t.Parallel()
	p := open(t, "/#v=1&architecture=gan", 1280, 720, blank)
	wait(t, p, `document.querySelector('nn-play').state`)
	for _, width := range []int64{390, 820, 320, 1440, 360} {
		do(t, p, chromedp.EmulateViewport(width, 640))
		wait(t, p, fmt.Sprintf(`innerWidth === %d`, width))
		wait(t, p, `(() => {
			const row = document.querySelector('#architectures').getBoundingClientRect();
			const tab = document.querySelector('#architectures [aria-current]').getBoundingClientRect();
			return tab.left >= row.left && tab.right <= row.right - (innerWidth < 1240 ? 30 : 0);
		})()`)
	}
}

// TestLargeScreen holds that on a large screen words grow with the drawing, and that
// whatever is open stands beside it, whole.
func TestLargeScreen(t *testing.T) {
	t.Parallel()
	p := open(t, "/", 1440, 900, blank)
	eval[bool](t, p, ready+`.then(() => until(() => !document.querySelector('#gallery').disabled)).then(() => true)`)
	const words = `['#ask', '#watch-text', '.rail-value', '#n-step', '#curve'].map((part) => parseFloat(getComputedStyle(document.querySelector(part)).fontSize))`
	usual := eval[[]float64](t, p, words)
	for _, size := range []struct {
		width, height int64
		grown         float64
	}{{1920, 1080, 1.12}, {2560, 1440, 1.3}} {
		do(t, p, chromedp.EmulateViewport(size.width, size.height))
		wait(t, p, fmt.Sprintf(`innerWidth === %d`, size.width))
		for i, now := range eval[[]float64](t, p, words) {
			if now < size.grown*usual[i] {
				t.Errorf("%d px: words of %.4g px are %.4g px high", size.width, usual[i], now)
			}
		}
	}
	eval[bool](t, p, `(document.querySelector('#workshop').click(), true)`)
	if cut := eval[[]string](t, p, `[...document.querySelectorAll('.flank .label, .flank h2')].filter(el => el.checkVisibility() && el.scrollWidth > el.clientWidth + 1).map(el => el.textContent)`); len(cut) > 0 {
		t.Errorf("cut off: %s", strings.Join(cut, ", "))
	}
}

// TestPhonePlane holds that on a phone the plane of every family that has one uses the
// width, and that there is room for a network above it.
func TestPhonePlane(t *testing.T) {
	t.Parallel()
	p := open(t, "/#v=1", 390, 844, blank)
	eval[bool](t, p, ready+`.then(el => { globalThis.player = el; return true; })`)
	for family, rest := range map[string]int{"mlp": 250, "gan": 250, "autoencoder": 160, "diffusion": 90} { // px beside the plane
		eval[bool](t, p, `player.setState('v=1&architecture=`+family+`').then(() => true)`)
		wait(t, p, `document.documentElement.dataset.architecture === '`+family+`'`)
		for _, width := range []int64{390, 360, 320} {
			do(t, p, chromedp.EmulateViewport(width, 844))
			wait(t, p, fmt.Sprintf(`innerWidth === %d`, width))
			if height := eval[int](t, p, `Math.round(document.querySelector('.canvas-frame').clientHeight)`); height < int(width)+rest {
				t.Errorf("%s, %d px: the drawing is %d px high", family, width, height)
			}
		}
	}
}

// TestPressedOnPhone presses a neuron on a phone, where the drawing goes on below the
// window: the page stays, so that what was pressed is what opens.
func TestPressedOnPhone(t *testing.T) {
	t.Parallel()
	p := open(t, "/#v=1", 390, 740)
	eval[bool](t, p, frame+`
		globalThis.heard = [];
		player.addEventListener('message', ({ detail }) => { if (detail.type === 'canvas') heard.push(detail.event); });
		return true;
	})()`)
	eval[bool](t, p, focusNet)
	press(t, p, "ArrowRight", "ArrowRight")
	at := eval[[]float64](t, p, frame+`
		const neuron = await until(() => heard.findLast(e => e.type === 'hover' && e.kind === 'neuron' && e.name === 'Layer 1 · 1'));
		heard.length = 0;
		d.querySelector('#net').blur();
		await until(() => heard.some(e => e.type === 'hover' && e.kind === ''));
		scrollTo(0, 0);
		const { left, top } = player.getBoundingClientRect();
		return [left + neuron.x + neuron.width / 2, top + neuron.y + neuron.height / 2];
	})()`)
	do(t, p, chromedp.MouseEvent(chromedp.MouseMoved, at[0], at[1]))
	eval[bool](t, p, `until(() => heard.some(e => e.type === 'hover' && e.name === 'Layer 1 · 1')).then(() => true)`)
	do(t, p, chromedp.MouseClickXY(at[0], at[1]))
	if opened := eval[string](t, p, frame+`
		await until(() => !d.querySelector('#card').hidden);
		return d.querySelector('#card-name').textContent;
	})()`); opened != "Layer 1 · 1" {
		t.Errorf("what opens is %q", opened)
	}
}
