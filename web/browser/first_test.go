//go:build !js

package browser

import (
	"slices"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// looks is a function that tells what is to be seen.
const looks = `() => {
	const seen = (elements) => [...document.querySelectorAll(elements)].filter(element => element.getBoundingClientRect().width > 0);
	return {
		tabs: seen('#architectures a').map(a => a.innerText.trim()),
		current: document.querySelector('#architectures [aria-current]')?.dataset.architecture ?? '',
		pictures: seen('#first svg').map(svg => svg.getAttribute('class')),
		says: seen('#first text').map(text => text.textContent),
		images: seen('#first image').length,
		ready: Boolean(document.querySelector('nn-play')?.state),
	};
}`

// atFirst notes what is to be seen as the first paint is told of.
const atFirst = `if (top === self) {
	new PerformanceObserver((_, observer) => {
		observer.disconnect();
		globalThis.sight = (` + looks + `)();
	}).observe({ type: 'paint', buffered: true });
}`

// A sight is what is seen before any program is there.
type sight struct {
	Tabs     []string `json:"tabs"`
	Current  string   `json:"current"`
	Pictures []string `json:"pictures"`
	Says     []string `json:"says"`
	Images   int      `json:"images"`
	Ready    bool     `json:"ready"`
}

// TestFirstSight looks at the page as it is painted first: its tabs and the picture of
// the experiment that it begins with are there, in the reader's language, at the size of
// the canvas, and only where the address has no other experiment.
func TestFirstSight(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		path          string
		width, height int
		tab, current  string
		picture, says string
	}{
		{"/?lang=en", 1280, 720, "Dense (MLP)", "mlp", "first-wide", "Features"},
		{"/?lang=zh-Hans#v=1", 1280, 720, "多层感知机", "mlp", "first-wide", "特征"},
		{"/?lang=en&theme=dark", 390, 844, "Dense (MLP)", "mlp", "first-narrow", "X₁"},
		{"/?lang=en#v=1&dataset=spiral", 1280, 720, "Dense (MLP)", "mlp", "", ""},
		{"/?lang=en#v=1&architecture=cnn", 1280, 720, "Dense (MLP)", "cnn", "", ""},
	} {
		t.Run(c.path, func(t *testing.T) {
			p := open(t, c.path, c.width, c.height, blank, atFirst)
			wait(t, p, `globalThis.sight`)
			s := eval[sight](t, p, `globalThis.sight`)
			if s.Ready {
				t.Error("the run was ready before")
			}
			if len(s.Tabs) != len(families) || s.Tabs[0] != c.tab || s.Current != c.current {
				t.Errorf("tabs %q, at %s", s.Tabs, s.Current)
			}
			if c.picture == "" {
				if len(s.Pictures) > 0 {
					t.Errorf("the address has another experiment, and %s shows", s.Pictures)
				}
				return
			}
			if !slices.Equal(s.Pictures, []string{c.picture}) || !slices.Contains(s.Says, c.says) || s.Images < 9 {
				t.Errorf("%q show, saying %q, with %d images", s.Pictures, s.Says, s.Images)
			}
		})
	}
}

// TestPressedEarly presses Train at the first sight, before there is anything to train:
// the button says that it is busy, and trains as soon as it can; the question gives way.
func TestPressedEarly(t *testing.T) {
	t.Parallel()
	p := open(t, "/", 1280, 720, blank, `{
		const press = setInterval(() => {
			const button = document.querySelector('#play');
			if (document.documentElement.dataset.lang === undefined || button === null) return;
			clearInterval(press);
			const early = button.ariaDisabled;
			button.click();
			globalThis.pressed = early + ' ' + button.ariaBusy;
		}, 1);
	}`)
	eval[bool](t, p, player+`.then(el => until(() => el.playing))`)
	if how := eval[string](t, p, `globalThis.pressed`); how != "true true" {
		t.Errorf("when it was pressed the button was disabled, then busy: %s", how)
	}
	wait(t, p, `['visit.learning', 'visit.found'].includes(document.querySelector('#ask').dataset.i18n)`)
	wait(t, p, `!document.querySelector('#gallery').disabled`) // what needs the settings comes after the first steps
	if left := eval[string](t, p, `[...document.querySelectorAll('[aria-busy], .stage-head [aria-disabled]')].map(el => el.id).join()`); left != "" {
		t.Errorf("busy or disabled are still %s", left)
	}
}

// TestFirstLeaves holds that the picture goes when the canvas has drawn.
func TestFirstLeaves(t *testing.T) {
	t.Parallel()
	p := open(t, "/", 1280, 720, atFirst)
	wait(t, p, `globalThis.sight`)
	if s := eval[sight](t, p, `globalThis.sight`); len(s.Pictures) != 1 {
		t.Fatalf("%q show", s.Pictures)
	}
	eval[bool](t, p, player+`.then(() => true)`) // one after the other: the first frame takes long where a processor draws it
	wait(t, p, `document.querySelector('nn-play').shadowRoot.querySelector('iframe').contentDocument.querySelector('canvas[aria-label]')`)
	wait(t, p, `!document.querySelector('#first')`)
	if n := colorsOf(t, p, 12); n < 12 {
		t.Errorf("the canvas shows %d colors", n)
	}
}

// TestWithoutScripts opens the page where scripts do not run: tabs and picture are there.
func TestWithoutScripts(t *testing.T) {
	t.Parallel()
	p := visit(t, server.URL+"/healthz", View{Width: 1280, Height: 720})
	forbid := func(on bool) {
		if err := chromedp.Do(p.ctx, command(emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: on})); err != nil {
			t.Fatal(err)
		}
	}
	forbid(true)
	t.Cleanup(func() { forbid(false) })
	if err := p.Visit(server.URL+"/", View{Width: 1280, Height: 720}); err != nil {
		t.Fatal(err)
	}
	s := eval[sight](t, p, `(`+looks+`)()`)
	if len(s.Tabs) != len(families) || !slices.Equal(s.Pictures, []string{"first-wide"}) || !slices.Contains(s.Says, "Features") {
		t.Errorf("tabs %q, %q show, saying %q", s.Tabs, s.Pictures, s.Says)
	}
}
