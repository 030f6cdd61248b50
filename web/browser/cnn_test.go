//go:build !js

package browser

import (
	"strings"
	"testing"
)

// TestCNN recognises digits: it trains, draws what it sees, is asked and
// chosen from, says what is drawn on the pad, and gives the same weights from its
// link again, and natively.
func TestCNN(t *testing.T) {
	t.Parallel()
	p := open(t, "/#v=1&architecture=cnn", 1440, 900)
	eval[bool](t, p, ready+`.then(() => true)`)
	m := sameNatively(t, p, "v=1&architecture=cnn", 30)
	if m.Accuracy == nil || !(*m.Accuracy > 0.5) {
		t.Errorf("after 30 steps %s of the digits are recognised", value(m.Accuracy))
	}
	eval[metrics](t, p, player+`.then(el => el.train(170))`)
	coloredPixels(t, p, 2000)
	// The place for what the network says is no empty box.
	if hint := eval[string](t, p, `getComputedStyle(document.querySelector('.actions #actions-said:empty'), '::before').content`); hint != `"What the network says"` {
		t.Errorf("the place for answers says %s", hint)
	}
	// A vertical stroke in the middle of the pad is a 1.
	said := eval[string](t, p, `(async () => {
		const pad = document.getElementById('action-sketch');
		const r = pad.getBoundingClientRect();
		const at = (type, x, y) => pad.dispatchEvent(new PointerEvent(type, { bubbles: true, pointerId: 1, clientX: r.left + x * r.width, clientY: r.top + y * r.height }));
		pad.setPointerCapture = () => {};
		at('pointerdown', 0.5, 0.15);
		for (let i = 1; i <= 20; i++) at('pointermove', 0.5, 0.15 + 0.035 * i);
		at('pointerup', 0.5, 0.85);
		const said = document.getElementById('actions-said');
		await until(() => /: *1 \(/.test(said.textContent));
		return said.textContent;
	})()`)
	if _, guess, ok := strings.Cut(said, ":"); !ok || !strings.HasPrefix(strings.TrimSpace(guess), "1 (") {
		t.Errorf("a stroke is seen as %q", said)
	}
	eval[bool](t, p, listen)
	for _, name := range []string{"nextSample", "nextMistake"} {
		eval[bool](t, p, `(document.getElementById('action-`+name+`').click(), true)`)
	}
	acts := actsOf(t, p, 2)
	if strings.Join(acts, " ") != "nextSample nextMistake" {
		t.Errorf("the buttons did %v", acts)
	}
	after := eval[metrics](t, p, player+`.then(el => el.metrics())`)
	again := open(t, "/#v=1&architecture=cnn", 390, 844, blank)
	if m := eval[metrics](t, again, player+`.then(el => el.train(200))`); m.Fingerprint != after.Fingerprint {
		t.Errorf("looking changed the weights: %.16s, not %.16s", after.Fingerprint, m.Fingerprint)
	}
}
