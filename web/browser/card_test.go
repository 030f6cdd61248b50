//go:build !js

package browser

import (
	"fmt"
	"math"
	"slices"
	"strings"
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
	if want := []string{"Layer 1 · 1", "a = tanh z,  z = Σ w·a + b", "false", "true", "X₁ X₂ b", "term-weight"}; !slices.Equal(opened, want) {
		t.Errorf("the card says %q, want %q", opened, want)
	}
	roomy := layoutOf(t, p, 1280, 800).Panel
	if right := eval[float64](t, p, cardTools+`return player.getBoundingClientRect().left + find('card').getBoundingClientRect().right; })()`); right > float64(roomy.Min.X) || roomy.Dy() < 250 {
		t.Errorf("the picture is at %v, the card reaches to %v", roomy, right)
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
			const [sum, out] = find('card-sum').textContent.split('→').map(part => number(part.split('=').at(-1)));
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
	inCard(t, p, `player.state.edited && Math.abs(number(find('card-sum').textContent.split('→')[0].split('=').at(-1)) - `+fmt.Sprint(first.Sum)+` - 0.3) < 0.02`)
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

// TestCardOfFamilies opens the card of a number in every other family where one is a sum
// of products: it adds up where what is read is known, and a weight that is changed there
// changes the network. Of a prediction that is asked by hovering, a click opens the card.
func TestCardOfFamilies(t *testing.T) {
	t.Parallel()
	p := open(t, "/#v=1", 1280, 900)
	eval[bool](t, p, frame+`
		globalThis.heard = [];
		player.addEventListener('message', ({ detail }) => { if (detail.type === 'canvas') heard.push(detail.event); });
		return true;
	})()`)
	for _, c := range []struct{ name, link, words, title, place string }{
		{"cnn", "architecture=cnn&filters=2,2&samples=200", "Conv 2 · 1 (1, 1)", "Conv 2 · 1 (1, 1)", "Image 1"},
		{"transformer", "architecture=transformer&sequence=sort&length=4&width=8&samples=100", "(z = ", "Prediction: ", "at "},
		{"gan", "architecture=gan&samples=100", "Discriminator, Unit 1.", "Discriminator, Unit 1.", "a = "},
		{"diffusion", "architecture=diffusion&samples=100", "Velocity network, Unit 1.", "Velocity network, Unit 1.", "a = "},
		{"rnn", "architecture=rnn&sequence=copy&length=2&cell=rnn&units=3&samples=100", "Expected: ", "Prediction: ", "at step "},
	} {
		t.Run(c.name, func(t *testing.T) {
			eval[bool](t, p, cardTools+`
				globalThis.heard = [];
				await player.setState('v=1&`+c.link+`');
				return until(() => find('card').hidden);
			})()`)
			eval[bool](t, p, focusNet)
			before := eval[metrics](t, p, player+`.then(el => el.metrics())`)
			walkTo(t, p, "ArrowRight", c.words)
			if c.name == "rnn" {
				clickHovered(t, p)
			} else {
				press(t, p, "Enter")
			}
			read := func() (card readCard) {
				return eval[readCard](t, p, cardTools+`
					await open();
					const known = !find('card-sum').hidden;
					const rows = [...d.querySelectorAll('.term')].map(el => ['name', 'input', 'weight', 'product'].map(part => el.querySelector('.term-' + part)).map(el => el.value ?? el.textContent));
					return {
						Title: find('card-name').textContent, Place: find('card-place').textContent, Hint: !find('card-hint').hidden, Known: known,
						Sum: known ? number(find('card-sum').textContent.split('→')[0].split('=').at(-1)) : 0,
						Terms: rows.map(([name, input, weight, product]) => ({ Name: name, Input: number(input), Weight: number(weight), Product: number(product || weight) })),
					};
				})()`)
			}
			first := read()
			known := c.name != "gan" && c.name != "diffusion"
			if !strings.HasPrefix(first.Title, c.title) || !strings.HasPrefix(first.Place, c.place) || first.Hint || first.Known != known || len(first.Terms) < 3 {
				t.Errorf("the card says %+v", first)
			}
			if known {
				first.addsUp(t)
			}
			eval[bool](t, p, cardTools+`d.querySelector('.term-weight').focus(); return true; })()`)
			press(t, p, "ArrowUp")
			inCard(t, p, fmt.Sprintf(`player.state.edited && Math.abs(number(d.querySelector('.term-weight').value) - %v - 0.1) < 0.002`, first.Terms[0].Weight))
			if known {
				inCard(t, p, fmt.Sprintf(`Math.abs(number(find('card-sum').textContent.split('→')[0].split('=').at(-1)) - %v - 0.1 * %v) < 0.003`, first.Sum, first.Terms[0].Input))
				second := read()
				second.addsUp(t)
			}
			if after := eval[metrics](t, p, player+`.then(el => el.metrics())`); after.Fingerprint == before.Fingerprint {
				t.Error("the network is the same")
			}
		})
	}
}

// A readCard is what a card says.
type readCard struct {
	Title, Place string
	Hint, Known  bool
	Sum          float64
	Terms        []struct {
		Name                   string
		Input, Weight, Product float64
	}
}

// addsUp holds that the rows make the sum, but for what is rounded of each.
func (c *readCard) addsUp(t *testing.T) {
	t.Helper()
	total := 0.0
	for _, term := range c.Terms {
		total += term.Product
	}
	if math.Abs(total-c.Sum) > 0.005*float64(len(c.Terms))+0.001 {
		t.Errorf("%+v makes %v", c, total)
	}
}

// clickHovered points at what the keyboard is on, which is asked at once and opens no
// card, and clicks there.
func clickHovered(t *testing.T, p *Page) {
	t.Helper()
	at := eval[[]float64](t, p, frame+`
		const event = await until(() => heard.findLast(e => e.type === 'hover' && e.action));
		const box = player.getBoundingClientRect();
		heard.length = 0;
		d.querySelector('#net').blur();
		await until(() => heard.some(e => e.type === 'hover' && e.kind === '')); // else the pointer comes to where the keyboard is
		return [box.left + event.x + event.width / 2, box.top + event.y + event.height / 2];
	})()`)
	do(t, p, chromedp.MouseEvent(chromedp.MouseMoved, at[0], at[1]))
	if hidden := eval[bool](t, p, cardTools+`await until(() => heard.some(e => e.type === 'pick' && e.action)); return find('card').hidden; })()`); !hidden {
		t.Error("pointing alone opens a card")
	}
	do(t, p, chromedp.MouseClickXY(at[0], at[1]))
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
