//go:build !js

package browser

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
)

// call sends a command of the DevTools protocol.
func call[P, R any](t *testing.T, p *Page, c cdp.Command[P, R], params P) {
	t.Helper()
	do(t, p, command(c, params))
}

// drag draws a finger down or up from a place, or taps there.
func drag(t *testing.T, p *Page, x, y, by float64) {
	t.Helper()
	touch := func(kind input.DispatchTouchEventType, points ...*input.TouchPoint) {
		call(t, p, input.DispatchTouchEvent, input.DispatchTouchEventParams{Type: kind, TouchPoints: points})
	}
	touch(input.DispatchTouchEventTypeTouchStart, &input.TouchPoint{X: x, Y: y})
	for i := range 12 {
		if by != 0 {
			touch(input.DispatchTouchEventTypeTouchMove, &input.TouchPoint{X: x, Y: y + by*float64(i+1)/12})
			frames(t, p)
		}
	}
	touch(input.DispatchTouchEventTypeTouchEnd)
}

// TestFigureDrag draws a finger over the plane of codes of an autoencoder: that is
// walked over, and the page does not scroll.
func TestFigureDrag(t *testing.T) {
	t.Parallel()
	p := open(t, "/#v=1&architecture=autoencoder&samples=200", 390, 844)
	eval[bool](t, p, frame+`return true; })()`)
	eval[bool](t, p, listen)
	place := eval[[]float64](t, p, frame+`
		let place = [], still = 0;
		await until(() => { // it stands still, 300 px below the top
			const grip = d.querySelector('.grip')?.getBoundingClientRect();
			if (!grip) return false;
			scrollBy(0, Math.round(player.getBoundingClientRect().top + grip.top - 300));
			const box = player.getBoundingClientRect();
			const now = [box.left + grip.left + grip.width / 2, box.top + grip.top + grip.height / 4, grip.height / 2, scrollY];
			still = String(now) === String(place) ? still + 1 : 0;
			place = now;
			return still > 10;
		});
		return place;
	})()`)
	drag(t, p, place[0], place[1], place[2])
	wait(t, p, `acts.filter(name => name === 'walk').length > 1`)
	if y := eval[float64](t, p, `scrollY`); y != place[3] {
		t.Errorf("the page scrolls from %v to %v", place[3], y)
	}
	// What the finger is on stays when the drawing is arranged anew.
	if !eval[bool](t, p, frame+`
		const grip = d.querySelector('.grip'), { width, left } = grip.getBoundingClientRect();
		player.style.width = player.clientWidth - 40 + 'px';
		await until(() => {
			const now = d.querySelector('.grip')?.getBoundingClientRect();
			return now && (now.width !== width || now.left !== left);
		});
		return grip.isConnected;
	})()`) {
		t.Error("the area under the finger is not the one that was touched")
	}
}

// TestCanvasLetsScroll turns the wheel and draws a finger over the canvas: the
// page scrolls. A tap chooses what lies under it.
func TestCanvasLetsScroll(t *testing.T) {
	t.Parallel()
	p := open(t, "/", 390, 844)
	eval[bool](t, p, frame+`
		globalThis.heard = [];
		player.addEventListener('message', ({ detail }) => { if (detail.type === 'canvas') heard.push(detail.event); });
		return true;
	})()`)
	// What comes while the page arrives may end a scroll that has begun.
	wait(t, p, `!document.querySelector('#gallery').disabled && document.querySelector('#first')?.checkVisibility() !== true`)
	center := eval[[]float64](t, p, `(() => { const r = document.querySelector('nn-play').getBoundingClientRect(); return [(r.left + r.right) / 2, (r.top + r.bottom) / 2]; })()`)
	call(t, p, input.DispatchMouseEvent, input.DispatchMouseEventParams{Type: input.DispatchMouseEventTypeMouseWheel, X: center[0], Y: center[1], DeltaX: 1e-3, DeltaY: 120})
	wait(t, p, `scrollY > 60`)
	wait(t, p, `(scrollTo(0, 0), scrollY === 0)`) // it may still be gliding
	drag(t, p, center[0], center[1], -144)
	wait(t, p, `scrollY > 60`)
	wait(t, p, `(scrollTo(0, 0), scrollY === 0)`) // it may still be gliding

	place := eval[[]float64](t, p, frame+`
		const units = d.querySelector('.units');
		const box = player.getBoundingClientRect(), at = units.getBoundingClientRect();
		return [box.left + at.left + at.width / 2, box.top + at.top - 26];
	})()`)
	drag(t, p, place[0], place[1], 0)
	wait(t, p, `heard.some(e => e.type === 'hover' && e.kind !== '' || e.type === 'pick')`)
}

// TestPixelRatio draws as many pixels as the screen has, also when another
// screen has more; the run goes on, with what was edited, frozen, chosen and pinned by hand.
func TestPixelRatio(t *testing.T) {
	t.Parallel()
	p := open(t, "/", 900, 700)
	// The frame may be loaded anew meanwhile.
	const pixels = `(async () => {
		const canvas = () => document.querySelector('nn-play').shadowRoot.querySelector('iframe').contentDocument?.querySelector('canvas');
		const fits = (c) => c && c.clientWidth > 0 && Math.abs(c.width - c.clientWidth * devicePixelRatio) <= 1;
		return until(() => fits(canvas()) && canvas().width / canvas().clientWidth);
	})()`
	eval[bool](t, p, frame+`
		globalThis.player = player;
		await player.train(100);
		await player.request({ type: 'weight', name: 'hidden1/weight', index: 1, value: 0.75 });
		await player.request({ type: 'freeze', name: 'hidden1/weight', index: 1, frozen: true });
		await player.request({ type: 'pin', on: true, x: 1, y: 2 });
		const warp = d.querySelector('#warp-layer');
		warp.value = '2';
		warp.dispatchEvent(new Event('change'));
		return true;
	})()`)
	before := eval[metrics](t, p, `player.train(50)`)
	const anew = `player.state !== was && player.state.edited` // the frame that was loaded anew has told all
	for i, ratio := range []float64{2, 1.5} {
		eval[bool](t, p, `(globalThis.was = player.state, true)`)
		// As when a window is zoomed, its size in CSS pixels changes too.
		do(t, p, chromedp.EmulateViewport(int64(880-20*i), 700, chromedp.EmulateScale(ratio)))
		wait(t, p, fmt.Sprintf(`devicePixelRatio === %v`, ratio))
		if got := eval[float64](t, p, pixels); got < ratio-0.02 || got > ratio+0.02 {
			t.Errorf("%v pixels a CSS pixel on a screen that has %v", got, ratio)
		}
		wait(t, p, anew+` && document.querySelector('#n-step').textContent === '150'`)
	}
	after := eval[metrics](t, p, `player.metrics()`)
	if after.Fingerprint != before.Fingerprint {
		t.Errorf("the run is another one: %.12s, not %.12s", after.Fingerprint, before.Fingerprint)
	}
	wait(t, p, `player.state.edited && player.shadowRoot.querySelector('iframe').contentDocument.querySelector('#warp-layer').value === '2'`)
	wait(t, p, `player.shadowRoot.querySelector('iframe').contentDocument.querySelector('canvas').getAttribute('aria-label')?.includes('pinned place: (1, 2) → ')`)
	// A run that plays goes on playing, and what is frozen stands still.
	eval[bool](t, p, `player.play().then(() => { globalThis.was = player.state; return true; })`)
	do(t, p, chromedp.EmulateViewport(870, 700, chromedp.EmulateScale(1)))
	if got := eval[float64](t, p, pixels); got != 1 {
		t.Errorf("%v pixels a CSS pixel on a screen that has 1", got)
	}
	wait(t, p, anew+` && player.playing && Number(document.querySelector('#n-step').textContent.replace(/\D/g, '')) > 300`)
}

// TestPixelRatioAlone changes the screen of a frame that has no element around
// it: its run goes on too.
func TestPixelRatioAlone(t *testing.T) {
	t.Parallel()
	p := open(t, "/embed.html#v=1&dataset=moons", 700, 600)
	const drawn = `document.querySelector('#status').hidden && document.querySelector('canvas')?.width === Math.round(innerWidth * devicePixelRatio)`
	wait(t, p, drawn)
	for range 3 {
		eval[bool](t, p, `(document.querySelector('#step').click(), true)`)
	}
	wait(t, p, `document.querySelector('#r-step').textContent === '3'`)
	loss := eval[string](t, p, `document.querySelector('#r-loss').textContent`)
	eval[bool](t, p, `(globalThis.old = true)`)
	do(t, p, chromedp.EmulateViewport(680, 600, chromedp.EmulateScale(2)))
	for end := time.Now().Add(patience); ; time.Sleep(50 * time.Millisecond) { // its document goes meanwhile
		done, err := Eval[bool](p, 5*time.Second, `!globalThis.old && `+drawn+` && document.querySelector('#r-step').textContent === '3'`)
		if done {
			break
		}
		if time.Now().After(end) {
			t.Fatalf("it does not go on after step 3: %v", err)
		}
	}
	if got := eval[string](t, p, `document.querySelector('#r-loss').textContent`); got != loss {
		t.Errorf("the loss is %s, and was %s", got, loss)
	}
	if left := eval[bool](t, p, `history.state === null`); !left {
		t.Error("what was left stays, and would come back at a later reload")
	}
}

// TestLargest draws and trains the largest network there may be.
func TestLargest(t *testing.T) {
	t.Parallel()
	shape := strings.TrimSuffix(strings.Repeat("64,", 12), ",")
	p := open(t, "/#v=1&dataset=xor&networkShape="+shape, 1440, 900)
	got := eval[metrics](t, p, player+`.then(el => el.train(20))`)
	if want := expected(t, "v=1&dataset=xor&networkShape="+shape, 20); got.Fingerprint != want {
		t.Errorf("fingerprint %.12s, want %.12s", got.Fingerprint, want)
	}
	if n := colorsOf(t, p, 30); n < 30 {
		t.Errorf("the canvas shows %d colors", n)
	}
	if text := eval[string](t, p, `document.querySelector('#canvas-text').textContent`); !strings.Contains(text, fmt.Sprint(64)) {
		t.Errorf("the canvas is described as %q", text)
	}
}
