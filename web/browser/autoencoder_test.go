//go:build !js

package browser

import (
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// TestAutoencoderPage trains an autoencoder and walks over the plane of its
// codes by mouse and by keyboard.
func TestAutoencoderPage(t *testing.T) {
	t.Parallel()
	p := open(t, "/#v=1&architecture=autoencoder&variational=true", 1440, 900)
	eval[bool](t, p, ready+`.then(() => true)`)
	trained := sameNatively(t, p, "v=1&architecture=autoencoder&variational=true", 300)
	if trained.TestLoss == nil || !(*trained.TestLoss < 0.3) {
		t.Errorf("after 300 steps the loss is %s", value(trained.TestLoss))
	}
	coloredPixels(t, p, 1000)
	eval[bool](t, p, listen)
	box := eval[[]float64](t, p, drawingBox)
	for i := range 5 {
		do(t, p, chromedp.MouseEvent(chromedp.MouseMoved, box[0]+box[2]*(0.6+0.05*float64(i)), box[1]+box[3]/2))
		frames(t, p)
	}
	if acts := actsOf(t, p, 3); acts[0] != "walk" {
		t.Errorf("the mouse made %v", acts)
	}
	eval[bool](t, p, `(acts.length = 0, true)`)
	do(t, p, chromedp.MouseClickXY(box[0]+box[2]*0.75, box[1]+box[3]*0.4))
	do(t, p, chromedp.KeyEvent(kb.ArrowRight), chromedp.KeyEvent(kb.ArrowDown))
	if acts := actsOf(t, p, 1); acts[len(acts)-1] != "walk" {
		t.Errorf("the keys made %v", acts)
	}
	if m := eval[metrics](t, p, player+`.then(el => el.metrics())`); m.Fingerprint != trained.Fingerprint {
		t.Error("the walk changed the network")
	}
	// What is being watched ends with the images that it is about.
	eval[bool](t, p, `(globalThis.player = document.querySelector('nn-play'), `+fromGallery("squeezed-digits")+`)`)
	wait(t, p, `document.querySelector('#watch-name').textContent === 'Digits in two numbers' && player.state.spec.variational === 'false'`)
	eval[bool](t, p, `player.set('images', 'shapes').then(() => true)`)
	wait(t, p, `document.querySelector('#watch-name').textContent === 'Shapes in two numbers'`)
}
