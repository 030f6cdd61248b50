//go:build !js

package browser

import (
	"slices"
	"testing"
)

// pace is an expression that plays for some frames and returns, of each, the step
// and the seconds since the button was pressed.
const pace = `new Promise((done) => {
	const seen = [];
	const start = performance.now();
	player.addEventListener('message', function hear({ detail }) {
		if (detail.type !== 'progress' || !detail.playing || detail.step === (seen.at(-1)?.step ?? 0)) return;
		seen.push({ step: detail.step, seconds: (performance.now() - start) / 1000 });
		if (seen.length < 10) return;
		player.removeEventListener('message', hear);
		done(seen);
	});
	document.querySelector('#play').click();
})`

// leaps tells whether more steps lie between two pictures than any experiment makes
// by itself.
const leaps = `(globalThis.last ??= 0, globalThis.leap ??= player.addEventListener('message', ({ detail }) => {
	if (detail.type === 'progress') [leapt, last] = [detail.step - last > 1000, detail.step];
}) ?? true, leapt)`

// TestPace plays the experiment that a visitor meets: it begins slowly enough to be
// watched. As fast as it can is one press or one key away, and so is the way back,
// which a visit does not remember; it remembers what was chosen from the list.
func TestPace(t *testing.T) {
	t.Parallel()
	p := open(t, "/", 1280, 720, blank)
	eval[bool](t, p, player+`.then(el => { globalThis.player = el; globalThis.leapt = false; return true })`)
	if names := eval[[]string](t, p, `['auto', '1', '10'].map(value => document.querySelector('#speed option[value="' + value + '"]').text)`); !slices.Equal(names, []string{"Learns in 10 s", "1 step/s", "10 steps/s"}) {
		t.Errorf("the paces are called %q", names)
	}
	rate := eval[float64](t, p, `player.state.pace`)
	if rate < 50 || rate > 250 {
		t.Errorf("it begins with %v steps a second", rate)
	}
	seen := eval[[]struct{ Step, Seconds float64 }](t, p, pace)
	for _, f := range seen {
		if most := 2 + 1.2*rate*f.Seconds; f.Step > most {
			t.Errorf("%v steps after %.2f s, want at most %.0f", f.Step, f.Seconds, most)
		}
	}
	if seen[0].Step > rate {
		t.Errorf("the first picture shows step %v", seen[0].Step)
	}
	const chosen = `document.querySelector('#fast').getAttribute('aria-pressed') + ' ' + document.querySelector('#speed').value`
	eval[bool](t, p, `(document.querySelector('#fast').click(), true)`)
	wait(t, p, leaps)
	if got := eval[string](t, p, chosen); got != "true 0" {
		t.Errorf("at its fastest the button and the list are %s", got)
	}
	press(t, p, "f")
	if got := eval[string](t, p, chosen+` + ' ' + localStorage['nnplay.speed']`); got != "false auto undefined" {
		t.Errorf("at its own pace again the button, the list and the store are %s", got)
	}
	eval[bool](t, p, `player.pause().then(() => player.reset()).then(() => true)`)
	if got := eval[[]struct{ Step, Seconds float64 }](t, p, pace); got[0].Step > rate {
		t.Errorf("the first picture shows step %v", got[0].Step)
	}

	// An attribute of the element says the same.
	eval[bool](t, p, `player.pause().then(() => player.setAttribute('speed', '0')).then(() => player.reset()).then(() => (leapt = false, player.play())).then(() => true)`)
	wait(t, p, leaps)

	q := open(t, "/", 1280, 720, blank, `localStorage['nnplay.speed'] = '250'`)
	eval[bool](t, q, player+`.then(el => { globalThis.player = el; return true })`)
	if got := eval[string](t, q, chosen); got != "false 250" {
		t.Errorf("of a reader who has chosen 250 steps a second the button and the list are %s", got)
	}
}
