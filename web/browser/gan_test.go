//go:build !js

package browser

import (
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"

	"nnplay/nn/experiment"
)

// TestGANPage goes through a step of a GAN in slow motion by keyboard, lets it go
// on by itself, and asks neurons and links by keyboard and by touch. The step is
// that of the native command.
func TestGANPage(t *testing.T) {
	t.Parallel()
	const link = "v=1&architecture=gan&generatorShape=6,6&discriminatorShape=6,6"
	spec, _, err := families.Parse(link)
	if err != nil {
		t.Fatal(err)
	}
	run, err := experiment.New(spec)
	if err != nil {
		t.Fatal(err)
	}
	run.Step(41)

	p := open(t, "/#"+link, 390, 844)
	eval[bool](t, p, ready+`.then(el => { globalThis.player = el; return el.train(40) }).then(() => true)`)
	wait(t, p, `document.querySelector('#action-nextPhase')?.checkVisibility()`)
	eval[bool](t, p, `(globalThis.said = () => document.querySelector('#actions-said').textContent, document.activeElement.blur(), true)`)

	// By keys, there and back again.
	for i, want := range []string{"1/10 Sample noise", "2/10", "3/10", "4/10", "5/10", "6/10", "7/10", "8/10", "9/10", "10/10 Update the generator"} {
		press(t, p, ".")
		wait(t, p, `said().startsWith('`+want+`')`)
		if text := eval[string](t, p, `said()`); i == 0 && !strings.Contains(text, "64 points of noise") || strings.Contains(text, "{") {
			t.Errorf("it says %q", text)
		}
	}
	if m := eval[metrics](t, p, `player.metrics()`); m.Step != 41 || m.Fingerprint != run.Fingerprint() {
		t.Errorf("the step in slow motion leads to step %d, %.16s, not to %.16s", m.Step, m.Fingerprint, run.Fingerprint())
	}
	eval[bool](t, p, frame+`
		globalThis.moving = () => d.defaultView.nnplayCanvas.moving();
		globalThis.moved = false; // seen by who looks at every frame: it may be over before one asks
		const look = () => (moved ||= moving()) || requestAnimationFrame(look);
		await until(() => !moving());
		look();
		return true;
	})()`)
	press(t, p, ",")
	wait(t, p, `said().startsWith('9/10')`)
	if m := eval[metrics](t, p, `player.metrics()`); m.Step != 40 {
		t.Errorf("back before the generator's turn it is step %d", m.Step)
	}

	// What moves comes to rest by itself, and does not even begin where the reader
	// wants it calm.
	wait(t, p, `moved`)
	wait(t, p, `!moving()`)
	calm(t, p)
	press(t, p, ",")
	wait(t, p, `said().startsWith('8/10')`)
	for range 5 {
		if eval[bool](t, p, `new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(moving()))))`) {
			t.Error("it moves although the reader wants it calm")
		}
	}
	press(t, p, ".")
	wait(t, p, `said().startsWith('9/10')`)

	// By itself, until it is to train.
	press(t, p, "m")
	wait(t, p, `document.querySelector('.repeat').getAttribute('aria-pressed') === 'true' && said().startsWith('10/10')`)
	press(t, p, " ")
	wait(t, p, `player.playing && document.querySelector('#actions-said').hidden && document.querySelector('.repeat').getAttribute('aria-pressed') === 'false'`)
	press(t, p, " ")
	wait(t, p, `!player.playing`)

	// Neurons and links, by keyboard and by touch.
	tabTo(t, p, "player/net")
	read := func() string {
		return eval[string](t, p, frame+`return d.querySelector('#net-live').textContent; })()`)
	}
	press(t, p, "Home", "ArrowDown", "ArrowDown", "ArrowRight")
	if text := read(); !strings.HasPrefix(text, "Generator, z₁ → 1.2; weight: ") || !strings.Contains(text, "gradient: ") {
		t.Errorf("of a link it says %q", text)
	}
	eval[bool](t, p, `(document.querySelector('nn-play').scrollIntoView({ block: 'center' }), globalThis.heard = [], player.addEventListener('message', ({ detail }) => { if (detail.type === 'canvas') heard.push(detail.event); }), true)`)
	box := eval[[]float64](t, p, drawingBox)
	for _, kind := range []input.DispatchTouchEventType{input.DispatchTouchEventTypeTouchStart, input.DispatchTouchEventTypeTouchEnd} {
		params := input.DispatchTouchEventParams{Type: kind, TouchPoints: []*input.TouchPoint{}}
		if kind == input.DispatchTouchEventTypeTouchStart {
			params.TouchPoints = append(params.TouchPoints, &input.TouchPoint{X: box[0] + box[2]/2, Y: box[1] + box[3]*0.7})
		}
		call(t, p, input.DispatchTouchEvent, params)
	}
	// Where a machine is slow, a tap is a long one.
	wait(t, p, `heard.some(e => (e.type === 'pick' || e.type === 'hover') && e.text?.startsWith('D = '))`)
}

// calm makes the reader one who wants little motion, and lets the canvas hear of
// it: that takes until a frame is drawn.
func calm(t *testing.T, p *Page) {
	t.Helper()
	call(t, p, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Features: []*emulation.MediaFeature{{Name: "prefers-reduced-motion", Value: "reduce"}},
	})
	eval[bool](t, p, frame+`
		const w = d.defaultView;
		await until(() => w.matchMedia('(prefers-reduced-motion: reduce)').matches);
		for (let i = 0; i < 3; i++) await new Promise(done => requestAnimationFrame(done));
		return true;
	})()`)
}
