//go:build !js

package browser

import (
	"strings"
	"testing"
)

// transformerLink is sorted letters with a small decoder.
const transformerLink = "v=1&architecture=transformer&sequence=sort&length=4&width=16"

// TestTransformer trains on the page: it learns as it does natively, bit for
// bit, is seen, answers a prompt, and a link leads to the same weights again.
func TestTransformer(t *testing.T) {
	t.Parallel()
	const steps = 200
	p := open(t, "/#"+transformerLink, 1280, 800)
	m := sameNatively(t, p, transformerLink, steps)
	if m.Accuracy == nil || *m.Accuracy < 0.9 {
		t.Errorf("accuracy %s after %d steps", value(m.Accuracy), steps)
	}
	if n := coloredPixels(t, p); n < 5000 {
		t.Errorf("%d colored pixels on the canvas", n)
	}
	said := eval[string](t, p, `(async () => {
		document.querySelector('#action-temperature').value = '0';
		document.querySelector('#action-temperature').dispatchEvent(new Event('input'));
		const prompt = document.querySelector('#action-generate');
		prompt.value = 'cbab';
		prompt.form.requestSubmit();
		for (let i = 0; i < 100; i++) {
			const said = document.querySelector('#actions-said').textContent;
			if (said !== '') return said;
			await new Promise(done => setTimeout(done, 50));
		}
		return '';
	})()`)
	if !strings.Contains(said, "abbc") {
		t.Errorf("cbab in order is %q", said)
	}
	if after := eval[metrics](t, p, player+`.then(el => el.metrics())`); after.Fingerprint != m.Fingerprint {
		t.Error("asking changes the weights")
	}
}

// TestTransformerByKeyboard walks to a cell of a head, which tells what it is
// made of, and chooses the last head.
func TestTransformerByKeyboard(t *testing.T) {
	t.Parallel()
	p := open(t, "/#"+transformerLink, 1280, 800)
	eval[bool](t, p, frame+`
		globalThis.heard = [];
		player.addEventListener('message', ({ detail }) => { if (detail.type === 'canvas') heard.push(detail.event); });
		return true;
	})()`)
	eval[bool](t, p, focusNet)
	press(t, p, "ArrowDown")
	live := eval[string](t, p, frame+`return until(() => { const s = d.querySelector('#net-live').textContent; return s.includes('→') && s; }); })()`)
	if !strings.Contains(live, "q·k/√4") || !strings.Contains(live, "k = (") {
		t.Errorf("of the cell in focus it says %q", live)
	}
	press(t, p, "End")
	press(t, p, "Enter")
	chosen := eval[string](t, p, frame+`return until(() => heard.findLast(e => e.type === 'pick' && e.action === 'head')?.value); })()`)
	if chosen != "block0/attention/3" {
		t.Errorf("the last head is %q", chosen)
	}
}
