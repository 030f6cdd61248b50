//go:build !js

package browser

import (
	"cmp"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// TestTime drags along the loss curve: the network goes to the step, to the same bits;
// what is changed there makes another run, and the one so far stays to compare.
func TestTime(t *testing.T) {
	t.Parallel()
	p := open(t, "/#v=1&dataset=circle", 1280, 720, blank)
	eval[bool](t, p, player+`.then(el => {
		globalThis.player = el;
		return until(() => document.querySelector('#gallery'));
	}).then(() => true)`)
	const time = `document.querySelector('#time')`
	wait(t, p, time+`.hidden`)
	prints := eval[[]string](t, p, `(async () => {
		const prints = [];
		for (const n of [0, 100, 200, 100]) prints.push((await player.train(n)).fingerprint);
		await until(() => `+time+`.value === '400');
		return prints;
	})()`)

	// The line stands over the curve's end, and is dragged to its middle.
	at := eval[[]float64](t, p, `(() => {
		const { left, right, top, height } = `+time+`.getBoundingClientRect();
		return [right - 12, left + 12 + (right - left - 24) / 4, top + height / 2];
	})()`)
	for i, x := range []float64{at[0], (at[0] + at[1]) / 2, at[1], at[1]} {
		kinds := []input.DispatchMouseEventType{input.DispatchMouseEventTypeMousePressed, input.DispatchMouseEventTypeMouseMoved, input.DispatchMouseEventTypeMouseMoved, input.DispatchMouseEventTypeMouseReleased}
		call(t, p, input.DispatchMouseEvent, input.DispatchMouseEventParams{Type: kinds[i], X: x, Y: at[2], Button: "left", ClickCount: 1})
	}
	wait(t, p, `Math.abs(`+time+`.value - 100) < 8 && document.querySelector('#n-step').textContent === `+time+`.value`)

	// The arrow keys go step by step.
	eval[bool](t, p, `(`+time+`.focus(), true)`)
	for off := eval[int](t, p, time+`.value - 100`); off != 0; off -= sign(off) {
		do(t, p, chromedp.KeyEvent(map[int]string{1: kb.ArrowLeft, -1: kb.ArrowRight}[sign(off)]))
	}
	wait(t, p, time+`.value === '100' && document.querySelector('#n-step').textContent === '100'`)
	wait(t, p, `document.querySelector('#fingerprint').textContent === `+quote(prints[1][:8]))
	if said := eval[string](t, p, time+`.getAttribute('aria-valuetext')`); said != "Step 100 of 400" {
		t.Errorf("the line is read as %q", said)
	}

	// To the ends, and by program.
	do(t, p, chromedp.KeyEvent(kb.End))
	wait(t, p, `document.querySelector('#fingerprint').textContent === `+quote(prints[3][:8]))
	if print := eval[string](t, p, `player.goTo(300).then(m => m.step + m.fingerprint)`); print != "300"+prints[2] {
		t.Errorf("at step 300 it is %s, not %s", print, prints[2])
	}
	do(t, p, chromedp.KeyEvent(kb.Home))
	wait(t, p, `document.querySelector('#fingerprint').textContent === `+quote(prints[0][:8]))

	// Trained from there it is the same run.
	if print := eval[string](t, p, `player.train(100).then(m => m.fingerprint)`); print != prints[1] {
		t.Errorf("trained from the beginning again it is %s, not %s", print, prints[1])
	}
	wait(t, p, time+`.value === '100' && `+time+`.max === '400'`)
	if !eval[bool](t, p, `document.querySelector('#curve-runs').hidden`) {
		t.Error("going back makes another run")
	}

	// Something is changed at step 100.
	eval[bool](t, p, `player.set('learningRate', '0.3').then(() => true)`)
	wait(t, p, time+`.value === '100' && `+time+`.max === '100'`)
	if name := eval[string](t, p, `document.querySelector('#curve-runs').textContent`); !strings.Contains(name, "Learning rate 0.03") {
		t.Errorf("the run so far is called %q", name)
	}
	fork := eval[string](t, p, `player.train(50).then(m => m.fingerprint)`)
	eval[bool](t, p, `player.goTo(40).then(() => true)`)
	wait(t, p, `player.state.spec.learningRate === '0.03'`) // as it was there
	if print := eval[string](t, p, `player.goTo(150).then(m => m.fingerprint)`); print != fork {
		t.Errorf("at step 150 it is %s, not %s", print, fork)
	}
}

func sign(n int) int { return cmp.Compare(n, 0) }
