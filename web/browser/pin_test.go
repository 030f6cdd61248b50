//go:build !js

package browser

import (
	"fmt"
	"image"
	"math"
	"strings"
	"testing"
)

// hearing keeps what the canvas tells, in heard.
const hearing = frame + `
	globalThis.player = player;
	globalThis.heard = [];
	player.addEventListener('message', ({ detail }) => { if (detail.type === 'canvas') heard.push(detail.event); });
	return true;
})()`

// A told is what the canvas tells of a neuron or a link that is pointed at.
type told struct {
	Kind, Layer  string
	Unit, From   int
	Bias, Weight float64
	ComesTo      *float64
}

// walk goes to the first neuron, presses keys on the drawing and returns what the
// canvas tells of where each leads.
func walk(t *testing.T, p *Page, keys ...string) []told {
	t.Helper()
	return eval[[]told](t, p, frame+`
		const net = d.querySelector('#net');
		const passed = [];
		const go = async (move) => {
			heard.length = 0;
			move();
			passed.push(await until(() => heard.findLast(e => e.type === 'hover' && e.kind !== '')));
		};
		net.blur();
		await go(() => net.focus());
		for (const key of `+fmt.Sprintf("%q.split(' ')", strings.Join(keys, " "))+`.filter(Boolean)) {
			await go(() => net.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })));
		}
		return passed;
	})()`)
}

// TestPin pins a place by mouse and by keyboard. Every unit tells its value there, and
// those of the first layer are the tangent of what comes in over their links: before
// training and after it. Escape lets go of the place, on the drawing as after a click.
func TestPin(t *testing.T) {
	t.Parallel()
	p := open(t, "/#v=1&dataset=xor&networkShape=3,2&activation=tanh&preprocess=standardize", 1240, 780)
	panel := layoutOf(t, p, 1280, 780).Panel
	eval[bool](t, p, hearing)
	x, y := panel.Min.X+panel.Dx()*3/4, panel.Min.Y+panel.Dy()*3/4
	mouse(t, p, float64(x), float64(y), false)
	wait(t, p, `heard.some(e => e.type === 'hover' && e.kind === 'output')`)
	around := image.Rect(x-14, y-14, x+14, y+14)
	before := until(t, p, "there is a picture", func(img image.Image) bool { return count(img, around, isColored) > 100 })

	mouse(t, p, float64(x), float64(y), true)
	const pinned, unpinned = `heard.some(e => e.type === 'pinned' && e.on)`, `heard.some(e => e.type === 'pinned' && !e.on)`
	wait(t, p, pinned)
	until(t, p, "a cross-hair marks the place", func(img image.Image) bool { return count(img, around, isInk) > count(before, around, isInk)+30 })
	at := place(t, p)
	if math.Abs(at[0]-3) > 1 || math.Abs(at[1]+3) > 1 { // the page may have moved by some lines
		t.Errorf("a click at about (3, −3) pins %v", at)
	}

	untrained := checkPinned(t, p)
	eval[bool](t, p, frame+`
		const drawn = new Promise(resolve => player.addEventListener('step', event => event.detail.step >= 200 && resolve()));
		await player.train(200);
		await drawn;
		return true;
	})()`)
	if trained := checkPinned(t, p); trained == untrained {
		t.Errorf("a neuron comes to %v, and the same after training", trained)
	}

	escape := func(what, focus string) {
		t.Helper()
		eval[bool](t, p, `(heard.length = 0, true)`)
		press(t, p, "Escape")
		wait(t, p, unpinned)
		if text := said(t, p); text != "No place is pinned any more." {
			t.Errorf("%s: a screen reader hears %q", what, text)
		}
		if at := eval[string](t, p, frame+`return d.activeElement.id; })()`); at != focus {
			t.Errorf("%s: then the focus is on %q, not on %q", what, at, focus)
		}
	}
	escape("from the drawing", "net")
	press(t, p, "Escape") // the place is gone: this one leaves the drawing
	wait(t, p, `heard.some(e => e.type === 'hover' && e.kind === '')`)
	if at := walk(t, p)[0]; at.ComesTo != nil {
		t.Errorf("nothing is pinned, and the first feature comes to %v", *at.ComesTo)
	}

	// The crosshair stands where the mouse has pinned, or less than half a step beside it.
	eval[bool](t, p, `(heard.length = 0, true)`)
	press(t, p, "End", "ArrowRight", "ArrowDown", "Enter")
	wait(t, p, pinned)
	if below := place(t, p); math.Abs(below[0]-at[0]) > 0.16 || math.Abs(below[1]-at[1]+0.3) > 0.16 {
		t.Errorf("a step below %v is %v", at, below)
	}
	eval[bool](t, p, `(heard.length = 0, true)`)
	press(t, p, "Enter")
	wait(t, p, unpinned)

	mouse(t, p, float64(x-40), float64(y), true)
	wait(t, p, pinned)
	escape("after a click", "")
}

// place returns the one that a screen reader has heard to be pinned.
func place(t *testing.T, p *Page) (at [2]float64) {
	t.Helper()
	text := said(t, p)
	if _, err := fmt.Sscanf(strings.ReplaceAll(text, "−", "-"), "Pinned: (%g, %g) → ", &at[0], &at[1]); err != nil {
		t.Errorf("of the place that is pinned a screen reader hears %q", text)
	}
	return at
}

// said returns what a screen reader hears of the drawing.
func said(t *testing.T, p *Page) string {
	t.Helper()
	return eval[string](t, p, frame+`return d.querySelector('#net-live').textContent; })()`)
}

// checkPinned walks from unit to unit of a network 2-3-2-1 and holds that each tells
// its value at the place that is pinned, and that this is, of a neuron of the first layer,
// the tangent of what its links bring and its bias. It returns that value.
func checkPinned(t *testing.T, p *Page) float64 {
	t.Helper()
	frames(t, p) // what was told last is drawn then
	const up, down, right = "ArrowUp", "ArrowDown", "ArrowRight"
	neurons, links := map[string]told{}, map[string]told{}
	for _, at := range walk(t, p, down, up, right, down, down, down, down, right, up, down, down, right, right, up, right, right) {
		switch {
		case at.ComesTo == nil:
			t.Errorf("it does not tell what %+v comes to", at)
		case at.Kind == "neuron":
			neurons[fmt.Sprint(at.Layer, at.Unit)] = at
		default:
			links[fmt.Sprint(at.Layer, at.Unit, " from ", at.From)] = at
		}
	}
	for _, name := range []string{"features0", "features1", "hidden10", "hidden11", "hidden12", "hidden20", "hidden21", "output0"} {
		if _, ok := neurons[name]; !ok {
			t.Fatalf("of %s nothing is told: %v", name, neurons)
		}
	}
	neuron := neurons["hidden11"]
	z := neuron.Bias
	for i := range 2 {
		link, feature := links[fmt.Sprint("hidden11 from ", i)], neurons[fmt.Sprint("features", i)]
		product := link.Weight * *feature.ComesTo
		if link.Weight == 0 || *feature.ComesTo == 3 || math.Abs(product-*link.ComesTo) > 1e-5 {
			t.Errorf("feature %d, scaled, is %v; the link tells %v × %v = %v", i, *feature.ComesTo, link.Weight, *feature.ComesTo, *link.ComesTo)
		}
		z += product
	}
	if a := *neuron.ComesTo; math.Abs(math.Tanh(z)-a) > 1e-5 {
		t.Errorf("tanh(%v) is %v, the neuron tells %v", z, math.Tanh(z), a)
	}
	return *neuron.ComesTo
}

// TestCardKeepsPicture reads the large picture while the card of a neuron is open: it
// goes on to show what that neuron does, and shows the output when the card is closed.
func TestCardKeepsPicture(t *testing.T) {
	t.Parallel()
	p := open(t, "/#v=1&dataset=xor&networkShape=3,2", 1240, 780)
	eval[bool](t, p, focusNet)
	press(t, p, "ArrowRight", "ArrowRight", "Enter")
	eval[bool](t, p, cardTools+`await open(); return true; })()`)
	panel := layoutOf(t, p, 1280, 800).Panel
	eval[bool](t, p, hearing)
	x, y := float64(panel.Max.X-30), float64(panel.Min.Y+30)
	around := image.Rect(int(x)-90, int(y)-60, int(x)+90, int(y)+60)
	away := image.Rect(panel.Min.X+10, panel.Max.Y-60, panel.Max.X-10, panel.Max.Y-10)
	neuron := until(t, p, "there is a picture", func(img image.Image) bool { return count(img, away, isColored) > 1000 })
	mouse(t, p, x, y, false)
	wait(t, p, `heard.some(e => e.type === 'hover' && e.kind === 'output')`)
	read := until(t, p, "the place is marked", func(img image.Image) bool { return differ(neuron, img, around) > 0.02 })
	if n := count(read, image.Rect(panel.Min.X-300, panel.Min.Y, panel.Min.X-40, panel.Min.Y+90), isColored); n < 1000 {
		t.Errorf("of the network above the card %d points are seen", n)
	}
	if d := differ(neuron, read, away); d > 0.02 {
		t.Errorf("%.2f of the picture is another while a place is read", d)
	}
	eval[bool](t, p, cardTools+`find('card-close').click(); return true; })()`)
	mouse(t, p, x, y+1, false) // until then the neuron stays, on which the focus is
	until(t, p, "the output shows", func(img image.Image) bool { return differ(neuron, img, away) > 0.1 })
}
