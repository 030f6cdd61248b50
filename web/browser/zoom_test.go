//go:build !js

package browser

import "testing"

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
	usual := eval[float64](t, p, frame+`return (await `+first+`).x; })()`)
	eval[bool](t, p, `(document.querySelector('#projector').click(), true)`)
	wait(t, p, `document.querySelector('nn-play').getAttribute('zoom') === '1.5'`)
	if !eval[bool](t, p, `document.querySelector('[data-panel="data"]').checkVisibility()`) {
		t.Error("on the projector there is no data")
	}
	// The first feature's name stands left of it: larger letters push it to the right.
	at := eval[[]float64](t, p, frame+`
		let focused = true;
		const event = await until(() => {
			focused = !focused; // what is in focus is told when that changes
			d.querySelector('#net')[focused ? 'focus' : 'blur']();
			return heard.findLast(e => e.type === 'hover' && e.kind === 'neuron' && e.x > `+value(&usual)+` + 8);
		});
		const box = player.getBoundingClientRect();
		return [box.left + event.x + event.width / 2, box.top + event.y + event.height / 2];
	})()`)
	eval[bool](t, p, frame+`
		d.querySelector('#net').blur();
		await until(() => heard.some(e => e.type === 'hover' && e.kind === ''));
		heard.length = 0;
		return true;
	})()`)
	mouse(t, p, at[0], at[1], false)
	if name := eval[string](t, p, frame+`return (await `+first+`).name; })()`); name != "X₁" {
		t.Errorf("where the first feature is said to be is %q", name)
	}
}
