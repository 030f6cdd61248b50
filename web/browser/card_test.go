//go:build !js

package browser

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"github.com/chromedp/chromedp"
)

// cardTools are what the expressions below use, in the frame's document d.
const cardTools = frame + `
	const find = (id) => d.querySelector('#' + id);
	const open = () => until(() => !find('card').hidden);
	const row = (name) => [...d.querySelectorAll('.term')].find(el => el.querySelector('.term-name').textContent === name);
	const number = (text) => Number(text.replace('−', '-').replace(/[^-\d.]/g, ''));
`

// inCard waits until something holds.
func inCard(t *testing.T, p *Page, condition string) {
	t.Helper()
	eval[bool](t, p, cardTools+`await until(() => `+condition+`); return true; })()`)
}

// TestCard opens the card of a neuron by keyboard: without a pinned place it has the
// weights; with one, products that add up, before and after a weight is changed by the
// keys, dragged, and trained. A term's name opens the editor, and Escape leads back.
func TestCard(t *testing.T) {
	t.Parallel()
	p := open(t, "/#v=1&dataset=xor&networkShape=3,2", 1240, 780)
	eval[bool](t, p, focusNet)
	before := eval[metrics](t, p, player+`.then(el => el.metrics())`)
	press(t, p, "ArrowRight", "ArrowRight", "Enter")
	opened := eval[[]string](t, p, cardTools+`
		await open();
		return [find('card-name').textContent, find('card-place').textContent, String(find('card-hint').hidden), String(find('card-sum').hidden), [...d.querySelectorAll('.term-name')].map(el => el.textContent).sort().join(' '), d.activeElement.className];
	})()`)
	if want := []string{"Layer 1 · 1", "a = tanh x,  x = Σ w·a + b", "false", "true", "X₁ X₂ b", "term-weight"}; !slices.Equal(opened, want) {
		t.Errorf("the card says %q, want %q", opened, want)
	}
	roomy := layoutOf(t, p, 1280, 800).Panel
	if low := eval[float64](t, p, cardTools+`return player.getBoundingClientRect().top + find('card').getBoundingClientRect().top; })()`); float64(roomy.Max.Y) > low || roomy.Dy() < 150 {
		t.Errorf("the picture is at %v, the card from %v on", roomy, low)
	}

	type sum struct {
		Products []float64 // and the bias
		Sum, Out float64
	}
	read := func(what string) sum {
		t.Helper()
		s := eval[sum](t, p, cardTools+`
			await until(() => !find('card-sum').hidden);
			const products = [...d.querySelectorAll('.term')].map(el => number(el.querySelector('.term-product').textContent || el.querySelector('.term-weight').value));
			const [sum, out] = find('card-sum').textContent.split('→').map(part => number(part.split('=')[1]));
			return { Products: products, Sum: sum, Out: out };
		})()`)
		total := 0.0
		for _, v := range s.Products {
			total += v
		}
		if len(s.Products) != 3 || math.Abs(total-s.Sum) > 0.03 || math.Abs(math.Tanh(s.Sum)-s.Out) > 0.002 {
			t.Errorf("%s: %v makes %v and tanh %v", what, s.Products, s.Sum, s.Out)
		}
		return s
	}
	eval[bool](t, p, player+`.then(el => el.request({ type: 'pin', on: true, x: 3, y: -2 })).then(() => true)`)
	inCard(t, p, `find('card-place').textContent === 'at (3, −2)' && find('card-hint').hidden`)
	first := read("pinned")

	// By the keys and by dragging, a weight moves, and all that hangs on it.
	press(t, p, "Tab")
	eval[bool](t, p, cardTools+`row('X₁').querySelector('.term-weight').focus(); return true; })()`)
	press(t, p, "ArrowUp")
	inCard(t, p, `player.state.edited && Math.abs(number(find('card-sum').textContent.split('→')[0].split('=')[1]) - `+fmt.Sprint(first.Sum)+` - 0.3) < 0.02`)
	eval[bool](t, p, cardTools+`d.activeElement.blur(); return true; })()`)
	box := eval[[]float64](t, p, cardTools+`
		const outer = player.shadowRoot.querySelector('iframe').getBoundingClientRect(), r = row('X₂').querySelector('.term-weight').getBoundingClientRect();
		return [outer.left + r.left + r.width / 2, outer.top + r.top + r.height / 2, number(row('X₂').querySelector('.term-weight').value)];
	})()`)
	do(t, p, chromedp.MouseEvent(chromedp.MousePressed, box[0], box[1], chromedp.ButtonLeft))
	for by := 10.0; by <= 60; by += 10 {
		do(t, p, chromedp.MouseEvent(chromedp.MouseMoved, box[0]+by, box[1], chromedp.ButtonLeft))
	}
	do(t, p, chromedp.MouseEvent(chromedp.MouseReleased, box[0]+60, box[1], chromedp.ButtonLeft))
	inCard(t, p, `Math.abs(number(row('X₂').querySelector('.term-weight').value) - `+fmt.Sprint(box[2])+` - 0.6) < 0.011`)
	eval[bool](t, p, player+`.then(el => el.request({ type: 'metrics' })).then(() => true)`)
	read("changed")
	eval[bool](t, p, player+`.then(el => el.train(100)).then(() => true)`)
	read("trained")
	if after := eval[metrics](t, p, player+`.then(el => el.metrics())`); after.Fingerprint == before.Fingerprint {
		t.Error("nothing was changed")
	}

	// The editor of a term has the rest; what is frozen there looks so.
	eval[bool](t, p, cardTools+`
		row('b').querySelector('.term-name').click();
		await until(() => !find('edit').hidden);
		find('edit-frozen').click();
		await until(() => row('b').classList.contains('is-frozen') && find('edit-frozen').checked);
		return find('edit-value-name').textContent === 'Bias';
	})()`)
	press(t, p, "Escape")
	inCard(t, p, `find('edit').hidden && !find('card').hidden && d.activeElement === row('b').querySelector('.term-name')`)
	press(t, p, "Escape")
	inCard(t, p, `find('card').hidden && d.activeElement === find('net')`)
}

// TestCardSheet taps a neuron on a phone: its card lies below the network, all of it on
// the drawing, and no wider.
func TestCardSheet(t *testing.T) {
	t.Parallel()
	p := open(t, "/#v=1&networkShape=8,4", 360, 740)
	eval[bool](t, p, focusNet)
	press(t, p, "ArrowRight", "ArrowRight", "Enter")
	eval[bool](t, p, cardTools+`return open(); })()`)
	for _, width := range []int64{360, 320, 390} {
		do(t, p, chromedp.EmulateViewport(width, 740))
		// All of these are to be no less than 0, or a rounding less.
		inCard(t, p, `(() => {
			const card = find('card').getBoundingClientRect(), net = find('net').getBoundingClientRect(), { innerHeight, innerWidth } = d.defaultView;
			const free = { above: card.top - net.bottom, below: innerHeight - card.bottom, right: innerWidth - card.right, scrolls: find('card').clientWidth - find('card').scrollWidth };
			return innerWidth < `+fmt.Sprint(width)+` && innerWidth > `+fmt.Sprint(width-40)+` && Object.values(free).every(room => room >= -1);
		})()`)
	}
}
