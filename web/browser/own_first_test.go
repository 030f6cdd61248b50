//go:build !js

package browser

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
)

// spotOf is a function: where the middle of what a selector finds is, if all of it is in
// view and nothing lies on it; else null. Where the page is a long one, scroll lets it come into view.
const spotOf = `(selector, scroll) => {
	const el = document.querySelector(selector);
	if (!el?.checkVisibility()) return null;
	if (scroll) el.scrollIntoView({ block: 'center' });
	const { left, right, top, bottom } = el.getBoundingClientRect();
	const at = [(left + right) / 2, (top + bottom) / 2];
	const inView = left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
	return inView && el.contains(document.elementFromPoint(...at)) ? at : null;
}`

// TestOwnFirst goes from a first visit to a network that learns points of one's own: a
// press on what stands in plain sight above the network, or among the data sets; a stroke
// of each class, and Train. All drawn points train, which the page says, until they are held back.
func TestOwnFirst(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		size [2]int
		way  []string // what is pressed
	}{
		{[2]int{1440, 900}, []string{`#draw-own`}},
		{[2]int{1280, 720}, []string{`.rail[data-side="left"]`, `.choice-own label`}},
		{[2]int{390, 844}, []string{`#draw-own`}},
	} {
		size := c.size
		t.Run(fmt.Sprint(size), func(t *testing.T) {
			p := open(t, "/", size[0], size[1])
			eval[bool](t, p, ready+`.then(() => until(() => !document.querySelector('#gallery').disabled))`)
			phone := fmt.Sprint(size[0] < 700)
			spot := func(selector, scroll string) []float64 {
				t.Helper()
				return eval[[]float64](t, p, `until(() => (`+spotOf+`)('`+selector+`', `+scroll+`))`)
			}
			press := func(selector, scroll string) {
				t.Helper()
				at := spot(selector, scroll)
				do(t, p, chromedp.MouseClickXY(at[0], at[1]))
			}
			stroke := func(y float64) {
				t.Helper()
				at := spot("#own-canvas", "false")
				side := eval[float64](t, p, `document.querySelector('#own-canvas').clientWidth`)
				to := func(kind input.DispatchMouseEventType, x float64) chromedp.Action[chromedp.Void] {
					return chromedp.MouseEvent(kind, at[0]+x*side, at[1]+y*side, chromedp.ButtonLeft)
				}
				do(t, p, to(chromedp.MousePressed, -0.2), to(chromedp.MouseMoved, -0.1), to(chromedp.MouseMoved, 0), to(chromedp.MouseMoved, 0.1), to(chromedp.MouseReleased, 0.1))
			}
			for _, next := range c.way {
				press(next, phone)
			}
			wait(t, p, overPicture)
			if at := eval[string](t, p, `document.activeElement.id || document.activeElement.value`); at != "own-canvas" && at != "own" {
				t.Errorf("the keyboard is at %q", at)
			}
			if said := eval[string](t, p, `document.querySelector('#own-split').innerText`); !strings.Contains(said, "Draw here") {
				t.Errorf("on the empty picture one reads %q", said)
			}
			stroke(-0.3)
			press(`.own-tools label:nth-child(2)`, "false")
			stroke(0.3)
			press(`#play`, "false")
			wait(t, p, `Number(document.querySelector('#n-step').textContent.replaceAll(',', '')) > 0`)
			n := eval[int](t, p, player+`.then(el => el.pause()).then(() => `+settled+`)`)
			wait(t, p, fmt.Sprintf(`document.querySelector('#own-split').innerText.includes('All points train (%d)')`, n))
			if share := eval[string](t, p, `document.querySelector('nn-play').state.spec.percTrainData`); share != "100" || n < 6 || n >= 20 {
				t.Errorf("of %d points %s%% train", n, share)
			}
			if odd := eval[string](t, p, `document.querySelector('.results').innerText`); strings.Contains(odd, "NaN") {
				t.Errorf("without test points the numbers are %q", odd)
			}
			press(`#own-turn`, phone)
			wait(t, p, fmt.Sprintf(`document.querySelector('#own-split').innerText.includes('Held back to test: %d of %d')`, n-n/2, n))
			press(`#own-turn`, phone)
			wait(t, p, `document.querySelector('nn-play').state.spec.percTrainData === '100'`)
		})
	}
}
