//go:build !js

package browser

import (
	"fmt"
	"testing"

	"github.com/chromedp/chromedp"
)

// TestZoom makes all larger for a projector, and asks the drawing by mouse: where the
// drawing says a neuron is, there it is, in the page's pixels. The data stay in view.
func TestZoom(t *testing.T) {
	t.Parallel()
	p := open(t, "/#v=1&dataset=xor&networkShape=3,2", 1600, 1000)
	eval[bool](t, p, frame+`
		globalThis.heard = [];
		player.addEventListener('message', ({ detail }) => { if (detail.type === 'canvas') heard.push(detail.event); });
		return true;
	})()`)
	eval[bool](t, p, focusNet)
	first := `until(() => heard.findLast(e => e.type === 'hover' && e.kind === 'neuron'))`
	const buttons = `[...d.querySelectorAll('#layers-more, .units .mini')].map(el => el.getBoundingClientRect().width)`
	eval[bool](t, p, frame+`await until(() => d.querySelectorAll('.units').length === 2); globalThis.small = `+buttons+`; return true; })()`)
	usual := eval[float64](t, p, frame+`return (await `+first+`).x; })()`)
	eval[bool](t, p, `(document.querySelector('#projector').click(), true)`)
	wait(t, p, `document.querySelector('nn-play').getAttribute('zoom') === '1.5'`)
	if !eval[bool](t, p, `document.querySelector('[data-panel="data"]').checkVisibility()`) {
		t.Error("on the projector there is no data")
	}
	// So are the buttons over the drawing.
	eval[bool](t, p, frame+`return until(() => { const now = `+buttons+`; return now.length === small.length && now.every((w, i) => w >= 1.2 * small[i]); }); })()`)
	// The first feature's name stands left of it: larger letters push it to the right.
	// Where it is may be told while the page still moves: then it is asked for again.
	if name := eval[string](t, p, frame+`
		const net = d.querySelector('#net');
		const view = d.defaultView;
		heard.length = 0;
		net.blur();
		await until(() => heard.some(e => e.type === 'hover' && e.kind === ''));
		for (const end = performance.now() + 60_000; performance.now() < end;) {
			heard.length = 0;
			net.focus();
			const event = await `+first+`;
			heard.length = 0;
			net.blur();
			await until(() => heard.some(e => e.type === 'hover' && e.kind === ''));
			if (event.x < `+value(&usual)+` + 8) continue;
			heard.length = 0;
			d.querySelector('canvas').dispatchEvent(new view.PointerEvent('pointermove', { bubbles: true, pointerType: 'mouse', clientX: event.x + event.width / 2, clientY: event.y + event.height / 2 }));
			for (let i = 0; i < 10; i++) await new Promise(done => view.requestAnimationFrame(done));
			const hit = heard.findLast(e => e.type === 'hover' && e.kind === 'neuron');
			if (hit) return hit.name;
			d.documentElement.dispatchEvent(new view.PointerEvent('pointerleave', { pointerType: 'mouse' }));
		}
		return 'nothing';
	})()`); name != "X₁" {
		t.Errorf("where the first feature is said to be is %q", name)
	}
	for _, width := range []int64{1440, 1280} { // all families are in their row
		do(t, p, chromedp.EmulateViewport(width, 720))
		wait(t, p, fmt.Sprintf(`innerWidth === %d && (({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth + 1)(document.querySelector('#architectures'))`, width))
	}
}
