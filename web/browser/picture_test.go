//go:build !js

package browser

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// A drawn is where the canvas has things, in pixels of the page.
type drawn struct {
	Panel  image.Rectangle
	Hidden []image.Rectangle // the first tile of each hidden layer
}

// layoutOf resizes the page and hears where the canvas puts things then.
func layoutOf(t *testing.T, p *Page, width, height int) drawn {
	t.Helper()
	eval[bool](t, p, frame+`
		const w = player.shadowRoot.querySelector('iframe').contentWindow, hear = w.onCanvasEvent;
		w.onCanvasEvent = (event) => { if (event.type === 'layout') globalThis.layout_ = event; hear(event); };
		globalThis.player = player;
		return true;
	})()`)
	do(t, p, chromedp.EmulateViewport(int64(width), int64(height)))
	return heard(t, p, `innerWidth === `+fmt.Sprint(width))
}

// rightOfPanel is what a canvas that is wide has there: ticks and a margin. By it a
// layout of the size before is told from the present one.
const rightOfPanel = 26 + 18

// heard waits until the canvas has told of a layout and something is true, and
// both the layout and the element's place stay what they are, and returns that
// layout. What the canvas tells must be listened to, as layoutOf does.
func heard(t *testing.T, p *Page, is string) drawn {
	t.Helper()
	at := eval[[][4]float64](t, p, `(async () => {
		const box = () => player.getBoundingClientRect();
		await until(() => globalThis.layout_ && `+is+`);
		await until(() => Math.abs(layout_.panel.x + layout_.panel.width + `+fmt.Sprint(rightOfPanel)+` - box().width) < 2);
		for (let last = '', same = 0; same < 10; await new Promise(requestAnimationFrame)) {
			const now = JSON.stringify([layout_, box()]);
			same = now === last ? same + 1 : 0;
			last = now;
		}
		const { left, top } = box();
		return [layout_.panel, ...layout_.hidden.map(h => ({ x: h.x, y: h.top, width: h.width, height: h.width }))].map(r => [left + r.x, top + r.y, r.width, r.height]);
	})()`)
	rects := make([]image.Rectangle, len(at))
	for i, r := range at {
		rects[i] = image.Rect(int(r[0]), int(r[1]), int(r[0]+r[2]), int(r[1]+r[3]))
	}
	return drawn{rects[0], rects[1:]}
}

// until takes pictures of the page until one is as it should be.
func until(t *testing.T, p *Page, what string, is func(img image.Image) bool) (img image.Image) {
	t.Helper()
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
		shot, err := p.Screenshot()
		if err != nil {
			t.Fatal(err)
		}
		if img, err = png.Decode(bytes.NewReader(shot)); err != nil {
			t.Fatal(err)
		}
		if is(img) {
			return img
		}
	}
	t.Errorf("in vain: %s", what)
	return img
}

// count returns how many pixels of a part of a picture are of a kind.
func count(img image.Image, r image.Rectangle, is func(c color.RGBA) bool) (n int) {
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			if is(color.RGBAModel.Convert(img.At(x, y)).(color.RGBA)) {
				n++
			}
		}
	}
	return n
}

// differ returns which part of the pixels of an area is not the same in two
// pictures, to the eye: the edge of a line that has hardly moved is.
func differ(a, b image.Image, r image.Rectangle) float64 {
	const least = 40
	n := 0
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			c, d := color.RGBAModel.Convert(a.At(x, y)).(color.RGBA), color.RGBAModel.Convert(b.At(x, y)).(color.RGBA)
			for _, v := range [3][2]uint8{{c.R, d.R}, {c.G, d.G}, {c.B, d.B}} {
				if max(v[0], v[1])-min(v[0], v[1]) >= least {
					n++
					break
				}
			}
		}
	}
	return float64(n) / float64(r.Dx()*r.Dy())
}

func isOrange(c color.RGBA) bool { return int(c.R) > int(c.B)+60 }
func isBlue(c color.RGBA) bool   { return int(c.B) > int(c.R)+60 }
func isInk(c color.RGBA) bool    { return max(c.R, c.G, c.B) < 70 }

// tint is how much bluer than orange a part of a picture is on average.
func tint(img image.Image, r image.Rectangle) (v float64) {
	count(img, r, func(c color.RGBA) bool { v += float64(c.B) - float64(c.R); return false })
	return v / float64(r.Dx()*r.Dy())
}

// enlarged tells whether the second area shows the picture in the first one larger
// and at half strength, but for what stands on it: of 8 parts of the lower halves,
// where no tooltip lies, 6 have the same tint.
func enlarged(img image.Image, a, b image.Rectangle) bool {
	const cells, most = 4, 35
	cell := func(r image.Rectangle, i, j int) image.Rectangle {
		w, h := r.Dx()/cells, r.Dy()/cells
		at := r.Min.Add(image.Pt(i*w, j*h))
		return image.Rectangle{at, at.Add(image.Pt(w, h))}
	}
	same := 0
	for i := range cells {
		for j := cells / 2; j < cells; j++ {
			if d := tint(img, cell(a, i, j))/2 - tint(img, cell(b, i, j)); d > -most && d < most {
				same++
			}
		}
	}
	return same >= 6
}

// TestPicture looks at what the canvas shows: a neuron's heat map on the panel
// while it is hovered or in focus, points in the colors of their class, also in the
// space of a layer, rings around the last mistakes, the discretized output, the test data, the colors' scale, the dark
// theme; and follows the size of the window.
func TestPicture(t *testing.T) {
	t.Parallel()
	p := open(t, "/#v=1&dataset=circle&networkShape=8&optimizer=adam", 1200, 840)
	at := layoutOf(t, p, 1240, 860)
	panel := at.Panel.Inset(3)

	strong := func(c color.RGBA) bool {
		return c == color.RGBA{0xf5, 0x93, 0x22, 0xff} || c == color.RGBA{0x08, 0x77, 0xbd, 0xff}
	}
	points := func(img image.Image) int { return count(img, panel, strong) }
	untrained := until(t, p, "points have the colors of their class", func(img image.Image) bool { return points(img) > 1500 })
	warp := func(layer string) {
		eval[bool](t, p, frame+`const s = d.querySelector('#warp-layer'); s.value = '`+layer+`'; s.dispatchEvent(new Event('change')); return true; })()`)
	}
	warp("1")
	until(t, p, "they are in the space of the layer too", func(img image.Image) bool {
		return differ(img, untrained, panel) > 0.3 && points(img) > 1000
	})
	if m := eval[metrics](t, p, `player.train(3000)`); *m.TrainLoss > 0.05 {
		t.Fatalf("it does not learn: %v", *m.TrainLoss)
	}
	bent := until(t, p, "the space of the layer is another one", func(img image.Image) bool { return differ(img, untrained, panel) > 0.3 && points(img) > 300 })
	warp("0")
	plain := until(t, p, "the points stand out from a picture of the same colors", func(img image.Image) bool {
		return differ(img, bent, panel) > 0.3 && points(img) > 1500 && count(img, panel, isBlue) > 5000 && count(img, panel, isOrange) > 5000
	})
	legend := image.Rect(panel.Min.X+panel.Dx()/6, at.Panel.Max.Y+32, panel.Max.X-panel.Dx()/6, at.Panel.Max.Y+36)
	third := legend.Dx() / 3
	if left, right := tint(plain, image.Rect(legend.Min.X, legend.Min.Y, legend.Min.X+third, legend.Max.Y)), tint(plain, image.Rect(legend.Max.X-third, legend.Min.Y, legend.Max.X, legend.Max.Y)); left > -30 || right < 30 {
		t.Errorf("the scale goes from %.0f to %.0f", left, right)
	}

	tile := at.Hidden[0]
	mouse(t, p, float64(tile.Max.X-4), float64(tile.Max.Y-4), false)
	until(t, p, "the panel shows the neuron under the mouse", func(img image.Image) bool {
		return differ(img, plain, panel) > 0.3 && enlarged(img, tile, at.Panel)
	})
	mouse(t, p, 5, 5, false)
	until(t, p, "it shows the output again", func(img image.Image) bool { return differ(img, plain, panel) == 0 })
	eval[bool](t, p, frame+`d.querySelector('#net').focus(); return true; })()`)
	until(t, p, "it shows the input in focus, from left to right", func(img image.Image) bool {
		side := panel.Dx() / 3
		return tint(img, image.Rect(panel.Min.X, panel.Min.Y, panel.Min.X+side, panel.Max.Y)) < -25 && tint(img, image.Rect(panel.Max.X-side, panel.Min.Y, panel.Max.X, panel.Max.Y)) > 25
	})
	eval[bool](t, p, frame+`d.querySelector('#net').blur(); return true; })()`)
	until(t, p, "it shows the output after that", func(img image.Image) bool { return differ(img, plain, panel) == 0 })

	eval[bool](t, p, `player.set('showTestData', true).then(() => true)`)
	tested := until(t, p, "test points come", func(img image.Image) bool { return differ(img, plain, panel) > 0.005 })
	eval[bool](t, p, `player.set('discretize', true).then(() => true)`)
	until(t, p, "the output has two colors", func(img image.Image) bool {
		colors, before := map[color.RGBA]int{}, map[color.RGBA]int{}
		most, all := 0, panel.Dx()*panel.Dy()
		count(img, panel, func(c color.RGBA) bool { colors[c]++; return false })
		count(tested, panel, func(c color.RGBA) bool { before[c]++; return false })
		for c, n := range colors {
			if n > all/8 && before[c] < all/20 {
				most += n
			}
		}
		return most > all*2/3
	})
	eval[bool](t, p, `(player.setAttribute('theme', 'dark'), true)`)
	at = heard(t, p, "true")
	around := image.Rect(at.Panel.Min.X, at.Panel.Min.Y-6, at.Panel.Max.X, at.Panel.Min.Y-2)
	until(t, p, fmt.Sprintf("the canvas is dark in %v", around), func(img image.Image) bool {
		return count(img, around, isInk) == around.Dx()*around.Dy()
	})
}

// TestFlow lets beads run along the links while it trains, though the weights
// hardly change; not while it is paused, nor for readers who want little motion.
func TestFlow(t *testing.T) {
	t.Parallel()
	p := open(t, "/#v=1&dataset=xor&networkShape=3&learningRate=0.00001", 1200, 760)
	at := layoutOf(t, p, 1240, 780)
	links := image.Rect(at.Hidden[0].Max.X+10, at.Panel.Min.Y, at.Panel.Min.X-20, at.Panel.Max.Y)
	var before image.Image
	moves := func(img image.Image) bool {
		was := before
		before = img
		return was != nil && differ(img, was, links) > 0.001
	}
	rests := 0
	resting := func(img image.Image) bool {
		if rests++; moves(img) || before == nil {
			rests = 0
		}
		return rests > 3
	}
	until(t, p, "it stands still before it trains", resting)
	eval[bool](t, p, `(player.send({ type: 'speed', stepsPerSecond: 100 }), player.play().then(() => true))`)
	until(t, p, "beads run while it trains", moves)
	calm(t, p)
	rests = 0
	until(t, p, "nothing runs where little motion is wanted", resting)
	if !eval[bool](t, p, `player.playing`) {
		t.Error("it does not train any more")
	}
	do(t, p, colorScheme(false))
	until(t, p, "beads run again", moves)
	eval[bool](t, p, `player.pause().then(() => true)`)
	rests = 0
	until(t, p, "nothing runs while it is paused", resting)
}
