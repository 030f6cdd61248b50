//go:build !js

package browser

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// picked keeps what was chosen on the canvas in picks: its name and its text.
const picked = `(() => {
	globalThis.picks = [];
	document.querySelector('nn-play').addEventListener('message', ({ detail }) => {
		if (detail.type === 'canvas' && detail.event.type === 'pick') picks.push(detail.event.name + ': ' + detail.event.text);
	});
	return true;
})()`

// TestCNNFigure looks into a network by keyboard and by touch: it asks elements,
// opens the products of one, and chooses the images of a cell.
func TestCNNFigure(t *testing.T) {
	t.Parallel()
	p := open(t, "/#v=1&architecture=cnn&filters=2,2", 1280, 800)
	eval[bool](t, p, ready+`.then(el => el.train(20)).then(() => true)`)
	eval[bool](t, p, listen)
	eval[bool](t, p, picked)
	coloredPixels(t, p, 1000)
	keys := func(list ...string) {
		t.Helper()
		for _, key := range list {
			do(t, p, chromedp.KeyEvent(key))
		}
	}
	eval[bool](t, p, `(document.querySelector('nn-play').shadowRoot.querySelector('iframe').contentDocument.querySelector('#net').focus(), true)`)
	// The last spot is the confusion matrix: its first cell are the zeros.
	keys(kb.End, kb.Enter)
	wait(t, p, `acts.includes('example')`)
	// The first are the image and its saliency; from there on, the feature maps.
	keys(kb.Home)
	for range 16 {
		keys(kb.ArrowRight)
	}
	for range 16 {
		keys(kb.ArrowRight)
	}
	keys(kb.ArrowDown, kb.ArrowRight, kb.Enter)
	wait(t, p, `picks.some(name => name.startsWith('Conv 1 · 1 (2, 2)'))`)
	if said := eval[string](t, p, `picks.at(-1)`); !strings.HasSuffix(said, "; select it to see the sum") {
		t.Errorf("of an element is said %q", said)
	}
	inCard(t, p, `/^Σ w·x \+ b = .* → ReLU = /.test(find('card-sum').textContent) && find('card-name').textContent === 'Conv 1 · 1 (2, 2)'`)
	press(t, p, "Escape")
	inCard(t, p, `find('card').hidden && d.activeElement === find('net')`)
	keys(kb.End, kb.Enter) // the lens has taken the kernels' place, and the matrix is still the last
	wait(t, p, `acts.length === 2`)

	// A click on a map opens another element's.
	box := eval[[]float64](t, p, drawingBox)
	eval[bool](t, p, `(picks.length = 0, true)`)
	for y := 0.14; y < 0.32 && !eval[bool](t, p, `picks.some(name => name.startsWith('Conv 1 · 1 ('))`); y += 0.03 {
		do(t, p, chromedp.MouseClickXY(box[0]+box[2]*0.28, box[1]+box[3]*y))
		frames(t, p)
	}
	wait(t, p, `picks.some(name => name.startsWith('Conv 1 · 1 ('))`)

	// A finger asks what it touches.
	eval[bool](t, p, fmt.Sprintf(`(() => {
		const { contentDocument, contentWindow } = document.querySelector('nn-play').shadowRoot.querySelector('iframe');
		for (const type of ['pointerdown', 'pointerup', 'click']) {
			contentDocument.querySelector('canvas').dispatchEvent(new contentWindow.PointerEvent(type, { bubbles: true, pointerType: 'touch', clientX: 60, clientY: %v }));
		}
		return true;
	})()`, box[3]*0.2))
	wait(t, p, `picks.some(name => /^\(\d+, \d+\): x = /.test(name))`)
}

// TestLatentWalkByTouch draws a finger over the plane of codes.
func TestLatentWalkByTouch(t *testing.T) {
	t.Parallel()
	p := open(t, "/#v=1&architecture=autoencoder&imageSide=8", 390, 844)
	eval[bool](t, p, ready+`.then(el => el.train(20)).then(() => true)`)
	eval[bool](t, p, listen)
	coloredPixels(t, p, 1) // it is drawn
	kept := eval[int](t, p, `(async () => {
		const { contentDocument, contentWindow } = document.querySelector('nn-play').shadowRoot.querySelector('iframe');
		const canvas = contentDocument.querySelector('canvas');
		const touch = (type, y) => {
			const at = { clientX: contentWindow.innerWidth / 2, clientY: y };
			const touches = [new contentWindow.Touch({ identifier: 1, target: canvas, ...at })];
			const event = new contentWindow.TouchEvent(type, { bubbles: true, cancelable: true, touches, changedTouches: touches });
			canvas.dispatchEvent(event);
			return event.defaultPrevented;
		};
		let kept = 0;
		touch('touchstart', contentWindow.innerHeight * 0.6);
		for (let i = 0; i < 6; i++) {
			if (touch('touchmove', contentWindow.innerHeight * (0.6 + 0.04 * i))) kept++;
			canvas.dispatchEvent(new contentWindow.PointerEvent('pointermove', { bubbles: true, pointerType: 'touch', clientX: contentWindow.innerWidth / 2, clientY: contentWindow.innerHeight * (0.6 + 0.04 * i) }));
			await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
		}
		return kept;
	})()`)
	if kept != 6 {
		t.Errorf("of 6 moves %d scroll nothing", kept)
	}
	wait(t, p, `acts.filter(name => name === 'walk').length > 2`)
	if scrolls := eval[bool](t, p, `(() => {
		const { contentDocument, contentWindow } = document.querySelector('nn-play').shadowRoot.querySelector('iframe');
		const canvas = contentDocument.querySelector('canvas');
		const touches = [new contentWindow.Touch({ identifier: 1, target: canvas, clientX: 2, clientY: 2 })];
		const at = (type) => new contentWindow.TouchEvent(type, { bubbles: true, cancelable: true, touches, changedTouches: touches });
		canvas.dispatchEvent(at('touchstart'));
		const move = at('touchmove');
		canvas.dispatchEvent(move);
		return !move.defaultPrevented;
	})()`); !scrolls {
		t.Error("a finger beside the plane does not scroll the page")
	}
}
