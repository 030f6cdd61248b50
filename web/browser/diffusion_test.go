//go:build !js

package browser

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// timesOf is a function that walks over the drawing by keys, from its end, and returns
// where on the page the small pictures are, by the times that they lead to.
const timesOf = `const timesOf = () => {
	const canvas = d.defaultView.nnplayCanvas, { left, top } = player.getBoundingClientRect(), found = {};
	canvas.key('Home'); // the first key only takes the focus
	for (let at = canvas.key('End'), n = 0; n < 300; at = canvas.key('ArrowLeft'), n++) {
		if (at?.action === 'time') found[at.value] = [left + at.x + at.width / 2, top + at.y + at.height / 2];
	}
	canvas.blur();
	return found;
};
`

// TestDiffusionPage trains a flow, looks at other times, and draws points that
// the next architecture takes over.
func TestDiffusionPage(t *testing.T) {
	t.Parallel()
	p := open(t, "/#v=1&architecture=diffusion", 1440, 900)
	eval[bool](t, p, ready+`.then(() => true)`)
	trained := sameNatively(t, p, "v=1&architecture=diffusion", 200)
	if trained.TrainLoss == nil || !(*trained.TrainLoss < 2) {
		t.Errorf("after 200 steps the loss is %s", value(trained.TrainLoss))
	}
	coloredPixels(t, p, 2000)
	eval[bool](t, p, listen)
	eval[bool](t, p, player+`.then(el => {
		globalThis.told = NaN; // the time that is shown
		el.addEventListener('message', ({ detail }) => { if (detail.type === 'acted' && detail.name === 'time') told = detail.numbers.time[0]; });
		return true;
	})`)

	// The slider, the button that moves it, and the small pictures.
	eval[bool](t, p, `(() => { const s = document.querySelector('#action-time'); s.value = 0; s.dispatchEvent(new Event('input')); return true; })()`)
	wait(t, p, `acts.join() === 'time'`)
	eval[bool](t, p, `(document.querySelector('.sweep').click(), true)`)
	wait(t, p, `acts.length >= 3`)
	eval[bool](t, p, `(document.querySelector('.sweep[aria-pressed="true"]')?.click(), true)`) // it may have come to its end
	if pressed := eval[string](t, p, `document.querySelector('.sweep').getAttribute('aria-pressed')`); pressed != "false" {
		t.Error("it runs on")
	}
	wait(t, p, `Math.abs(told - Number(document.querySelector('#action-time').value)) < 0.001`) // what it has asked for last is there
	for _, small := range []struct{ picture, time string }{{"0.25", "0.26"}, {"1", "1"}} {      // in steps of the slider
		at := eval[map[string][2]float64](t, p, frame+timesOf+`return timesOf(); })()`)[small.picture]
		do(t, p, chromedp.MouseClickXY(at[0], at[1]))
		shown := fmt.Sprintf(`until(() => document.querySelector('#action-time').value === %q)`, small.time)
		if _, err := Eval[bool](p, patience, shown); err != nil {
			told := eval[string](t, p, `acts.join() + '; the time is ' + document.querySelector('#action-time').value`)
			t.Fatalf("a click on the picture of %s at %v is not heard: %s: %v\nseen: %s", small.time, at, told, err, seen(p))
		}
	}
	if m := eval[metrics](t, p, player+`.then(el => el.metrics())`); m.Fingerprint != trained.Fingerprint {
		t.Error("looking changed the network")
	}

	// Points of one's own: the GAN's tab learns from the same.
	eval[bool](t, p, `document.querySelector('nn-play').request({ type: 'set', key: 'distribution', value: 'own' }).then(() => true)`)
	if n := eval[int](t, p, settled); n != 1000 {
		t.Errorf("drawing begins with %d points", n)
	}
	if shown := eval[string](t, p, `document.querySelector('#pad').checkVisibility() ? document.querySelector('#own-total').textContent : ''`); !strings.Contains(shown, "1,000 points") {
		t.Errorf("the pad says %q", shown)
	}
	eval[bool](t, p, `document.querySelector('#own-clear').click() ?? true`)
	eval[bool](t, p, `document.querySelector('#own-canvas').focus() ?? true`)
	do(t, p, chromedp.KeyEvent(" "))
	if n := eval[int](t, p, settled); n != 1 {
		t.Errorf("there are %d points, not one", n)
	}
	points := eval[string](t, p, `document.querySelector('nn-play').state.spec.points`)
	eval[bool](t, p, `(document.querySelector('[data-architecture="gan"]').click(), true)`)
	eval[bool](t, p, `(async () => {
		const el = document.querySelector('nn-play');
		await until(() => el.state.spec.architecture === 'gan');
		return true;
	})()`)
	if spec := eval[map[string]string](t, p, `document.querySelector('nn-play').state.spec`); spec["distribution"] != "own" || spec["points"] != points {
		t.Errorf("the GAN learns %s: %s", spec["distribution"], spec["points"])
	}
}

// TestLateClick clicks on a small picture in the moment in which the drawing is no
// longer the one that is to be: another size is on its way, then another network.
func TestLateClick(t *testing.T) {
	t.Parallel()
	p := open(t, "/#v=1&architecture=diffusion&samples=100", 1440, 900)
	eval[bool](t, p, ready+`.then(() => true)`)
	coloredPixels(t, p, 2000)
	eval[bool](t, p, listen)
	eval[bool](t, p, frame+`
		`+timesOf+`
		const program = d.defaultView.nnplayCanvas, canvas = d.querySelector('canvas'), { snapshot } = program;
		const outer = player.getBoundingClientRect();
		const click = ([x, y]) => canvas.dispatchEvent(new MouseEvent('click', { bubbles: true, clientX: x - outer.left, clientY: y - outer.top }));
		const times = timesOf();
		click(times['0.25']);
		await until(() => document.querySelector('#action-time').value === '0.26');
		program.snapshot = (bytes) => {
			program.snapshot = snapshot;
			const problem = snapshot(bytes);
			click(times['1']);
			return problem;
		};
		await player.request({ type: 'set', key: 'seed', value: '5' });
		await until(() => document.querySelector('#action-time').value === '1' && acts.length === 2);
		return true;
	})()`)
}

// TestLastChoice chooses a time on the canvas while the page's own choice is on its
// way and another one waits behind it: what was chosen last holds.
func TestLastChoice(t *testing.T) {
	t.Parallel()
	p := open(t, "/#v=1&architecture=diffusion&samples=100", 1280, 720, blank)
	times := eval[[]string](t, p, ready+`.then(async el => {
		const slider = document.querySelector('#action-time');
		const move = (value) => { slider.value = value; slider.dispatchEvent(new Event('input')); };
		const acted = [];
		el.addEventListener('message', ({ detail }) => { if (detail.type === 'acted') acted.push(detail.numbers.time[0].toFixed(1)); });
		const { request } = el;
		let release;
		const held = new Promise(done => { release = done; });
		el.request = async (order) => {
			const answer = await request.call(el, order);
			if (order.type === 'act') await held;
			return answer;
		};
		move('0.2');
		await until(() => acted.length === 1);
		move('0.4'); // it waits
		const canvas = el.shadowRoot.querySelector('iframe').contentWindow;
		await until(() => canvas.onCanvasEvent);
		canvas.onCanvasEvent({ type: 'pick', kind: 'cell', name: '', text: '', action: 'time', value: '1' });
		await until(() => acted.length === 2);
		release();
		await held;
		await request.call(el, { type: 'metrics' }); // what was sent before is answered too
		move('0.6');
		await until(() => acted.includes('0.6') || acted.length > 5);
		return [...acted, slider.value];
	})`)
	if got := strings.Join(times, " "); got != "0.2 1.0 0.6 0.6" {
		t.Errorf("the times were %s", got)
	}
}
