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
	coloredPixels(t, p, 5000)
	said := eval[string](t, p, `(async () => {
		document.querySelector('#action-temperature').value = '0';
		document.querySelector('#action-temperature').dispatchEvent(new Event('input'));
		const prompt = document.querySelector('#action-generate');
		prompt.value = 'cbab';
		prompt.form.requestSubmit();
		return until(() => document.querySelector('#actions-said').textContent);
	})()`)
	if !strings.Contains(said, "abbc") {
		t.Errorf("cbab in order is %q", said)
	}
	if after := eval[metrics](t, p, player+`.then(el => el.metrics())`); after.Fingerprint != m.Fingerprint {
		t.Error("asking changes the weights")
	}
}

// TestTransformerPrompt says what can be written, and refuses the rest below it: what
// is seen stays as it is.
func TestTransformerPrompt(t *testing.T) {
	t.Parallel()
	p := open(t, "/#v=1&architecture=transformer&sequence=sort&width=8", 1280, 800, blank)
	wait(t, p, `document.querySelector('.action-takes')?.textContent === '6 letters: a b c'`)
	write := func(text string) {
		eval[bool](t, p, `(() => {
			const prompt = document.querySelector('#action-generate');
			prompt.value = '`+text+`';
			prompt.form.requestSubmit();
			return true;
		})()`)
	}
	const refused, said = `document.querySelector('.action-refused').textContent`, `document.querySelector('#actions-said').textContent`
	write("cab")
	wait(t, p, refused+` === 'This network reads 6 of these: a b c. You gave 3.' && document.activeElement.getAttribute('aria-invalid') === 'true'`)
	write("cabbax")
	wait(t, p, refused+`.includes('“x”, at position 6')`)
	if text := eval[string](t, p, said); text != "" {
		t.Errorf("what is refused is answered by %q", text)
	}
	write("cabbac")
	wait(t, p, said+` !== '' && `+refused+` === '' && document.querySelector('#action-generate').getAttribute('aria-invalid') === 'false'`)
	// What is taken follows the settings.
	eval[bool](t, p, player+`.then(el => el.set('sequence', 'dates-zh')).then(() => true)`)
	wait(t, p, `document.querySelector('.action-takes').textContent.includes('such as March twenty one')`)
}

// TestTransformerSamples generates with top k and top p: of one token that may
// be picked it is always the same, however hot; of all it is not.
func TestTransformerSamples(t *testing.T) {
	t.Parallel()
	p := open(t, "/#v=1&architecture=transformer&sequence=names&width=8&samples=200", 820, 1180, blank)
	eval[metrics](t, p, player+`.then(el => el.train(30))`)
	texts := func(settings string) int {
		return eval[int](t, p, `(async () => {
			const said = document.querySelector('#actions-said');
			for (const [name, value] of Object.entries(`+settings+`)) {
				const slider = document.querySelector('#action-' + name);
				slider.value = value;
				slider.dispatchEvent(new Event('input'));
			}
			const texts = new Set();
			for (let i = 0; i < 4; i++) {
				said.textContent = '';
				document.querySelector('#action-generate').form.requestSubmit();
				await until(() => said.textContent !== '');
				texts.add(said.textContent);
			}
			return texts.size;
		})()`)
	}
	if n := texts(`{ temperature: '2', topK: '1' }`); n != 1 {
		t.Errorf("with a top k of 1 there are %d texts", n)
	}
	if n := texts(`{ topK: '0', topP: '0.05' }`); n != 1 {
		t.Errorf("with a top p of 0.05 there are %d texts", n)
	}
	if n := texts(`{ topP: '1' }`); n < 3 {
		t.Errorf("of all tokens at a temperature of 2 four times %d texts", n)
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
	// What a cell of the stream, of the feed-forward layer and of the predictions is
	// made of; each is a spot after the one before.
	for _, words := range []string{"Residual stream", "Unit 1", "(z = "} {
		walkTo(t, p, "ArrowRight", words)
	}
	press(t, p, "End")
	press(t, p, "Enter")
	chosen := eval[string](t, p, frame+`return until(() => heard.findLast(e => e.type === 'pick' && e.action === 'head')?.value); })()`)
	if chosen != "block0/attention/3" {
		t.Errorf("the last head is %q", chosen)
	}
}
