//go:build !js

package browser

import (
	"strings"
	"testing"

	"github.com/chromedp/cdproto/input"
)

// TestOwnText pastes a text, and then drops a file in its place: both are learned,
// and what is said at a low temperature is made of their words.
func TestOwnText(t *testing.T) {
	t.Parallel()
	const link = "v=1&architecture=rnn&sequence=own-text&length=16&units=32&batchSize=8&samples=400&learningRate=0.02"
	p := open(t, "/#"+link, 1280, 800, blank)
	eval[bool](t, p, player+`.then(el => { globalThis.player = el; return true })`)
	say := func() string {
		return eval[string](t, p, `player.train(120).then(async () => {
			const [said, heat] = [document.querySelector('#actions-said'), document.querySelector('#action-temperature')];
			heat.value = '0.3';
			heat.dispatchEvent(new Event('input'));
			said.textContent = '';
			document.querySelector('#action-generate').form.requestSubmit();
			await until(() => said.textContent !== '');
			return said.textContent;
		})`)
	}
	known := func(what, said, words string) {
		text := strings.Fields(strings.TrimPrefix(said, "The network continues:"))
		right := 0
		for _, word := range text {
			if strings.Contains(" "+words+" ", " "+word+" ") {
				right++
			}
		}
		if len(text) < 8 || right*10 < len(text)*8 {
			t.Errorf("%s: %d of %d words are the text's: %q", what, right, len(text), said)
		}
	}
	const pasted, dropped = "seven swans swim south ", "old owls only open one orange "
	wait(t, p, `document.querySelector('#field-ownText textarea')`+` !== null`)
	eval[bool](t, p, `(() => {
		const area = document.querySelector('#field-ownText textarea');
		area.focus();
		area.select();
		document.execCommand('insertText', false, '`+pasted+`'.repeat(20));
		area.blur();
		return true;
	})()`)
	wait(t, p, `player.state.spec.ownText.includes('swans')`)
	known("pasted", say(), pasted)

	eval[bool](t, p, `(() => {
		const data = new DataTransfer();
		data.items.add(new File(['`+dropped+`'.repeat(20)], 'owls.txt', { type: 'text/plain' }));
		document.querySelector('#field-ownText textarea').dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
		return true;
	})()`)
	wait(t, p, `player.state.spec.ownText.includes('owls') && !player.state.spec.ownText.includes('swans')`)
	known("dropped", say(), dropped)
}

// TestRNNByKeyboard walks over the figure of two networks: a state says what it
// is made of, and the gradients of both kinds are told.
func TestRNNByKeyboard(t *testing.T) {
	t.Parallel()
	p := open(t, "/#v=1&architecture=rnn&sequence=copy&length=2&cell=rnn&rival=lstm&units=3&samples=100", 1280, 800)
	eval[bool](t, p, focusNet)
	for _, words := range []string{"Forget gate: ", "of the minibatch: ‖∂L/∂h‖ = "} {
		walkTo(t, p, "ArrowDown", words)
	}
}

// TestRNNByTouch touches a state on a phone, which is then told.
func TestRNNByTouch(t *testing.T) {
	t.Parallel()
	p := open(t, "/#v=1&architecture=rnn&sequence=temporal-order&length=8&units=4&samples=100", 390, 844)
	eval[bool](t, p, frame+`
		globalThis.heard = [];
		player.addEventListener('message', ({ detail }) => { if (detail.type === 'canvas') heard.push(detail.event); });
		return player.train(5).then(() => true);
	})()`)
	box := eval[[]float64](t, p, drawingBox)
	touch := func(kind input.DispatchTouchEventType, points ...*input.TouchPoint) {
		t.Helper()
		call(t, p, input.DispatchTouchEvent, input.DispatchTouchEventParams{Type: kind, TouchPoints: points})
	}
	at := &input.TouchPoint{X: box[0] + box[2]/2, Y: box[1] + 0.3*box[3]}
	touch(input.DispatchTouchEventTypeTouchStart, at)
	touch(input.DispatchTouchEventTypeTouchEnd)
	told := eval[string](t, p, frame+`return until(() => heard.findLast(e => (e.type === 'pick' || e.type === 'hover') && e.kind === 'cell')?.text); })()`)
	if !strings.Contains(told, "State: ") {
		t.Errorf("of the state that was touched it says %q", told)
	}
}
