//go:build !js

package browser

import (
	"image"
	"image/color"
	"testing"
)

// slowly lets the time of all documents of a page pass at the rate of slow_, and
// jump ahead by skip_, in ms.
const slowly = `(() => {
	const real = performance.now.bind(performance);
	let since = 0, began = 0, rate = 1;
	performance.now = () => began + (real() - since) * rate;
	globalThis.slow_ = (to) => {
		const now = performance.now();
		[began, since, rate] = [now, real(), to];
	};
	globalThis.skip_ = (ms) => { began += ms; };
})()`

// TestGlide takes neurons away: their heat maps shrink on their way to the one
// that is left, and are gone then.
func TestGlide(t *testing.T) {
	t.Parallel()
	p := open(t, "/#v=1&dataset=circle&networkShape=8&optimizer=adam", 1200, 760, slowly)
	eight := layoutOf(t, p, 1240, 900).Hidden[0]
	bottom := eval[float64](t, p, `player.getBoundingClientRect().top + layout_.hidden[0].bottom`)
	eval[metrics](t, p, `player.train(200)`)
	pace := func(rate string) {
		eval[bool](t, p, frame+`d.defaultView.slow_(`+rate+`); return true; })()`)
	}

	pace("0.002") // it stands nearly still, and goes on by what is skipped
	eval[bool](t, p, `player.set('networkShape', '1').then(() => true)`)
	one := heard(t, p, `layout_.hidden[0].units === 1`).Hidden[0]
	way := image.Rect(one.Min.X, one.Max.Y+4, one.Max.X, int(bottom))
	start := image.Rect(eight.Min.X, int(bottom)-8, eight.Max.X, int(bottom))
	colored := func(c color.RGBA) bool { return isBlue(c) || isOrange(c) }
	// A link is thinner than this.
	const side = 9
	tiles := func(img image.Image) bool {
		for y := way.Min.Y; y+side <= way.Max.Y; y++ {
			for x := way.Min.X; x+side <= way.Max.X; x++ {
				block := image.Rect(x, y, x+side, y+side)
				if count(img, block, colored) == side*side {
					return true
				}
			}
		}
		return false
	}
	until(t, p, "neurons that were taken away are on their way", func(img image.Image) bool {
		if count(img, start, colored) == 0 && tiles(img) {
			return true
		}
		eval[bool](t, p, frame+`d.defaultView.skip_(16); return true; })()`)
		return false
	})
	pace("1")
	until(t, p, "they are gone", func(img image.Image) bool {
		return count(img, way, colored) == 0
	})
}
