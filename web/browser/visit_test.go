//go:build !js

package browser

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// TestVisit comes for the first time: a question and a button, the settings folded;
// the question is answered by training, and another experiment ends the visit.
func TestVisit(t *testing.T) {
	t.Parallel()
	p := open(t, "/", 1280, 720)
	eval[bool](t, p, ready+`.then(el => { globalThis.player = el; return until(() => !document.querySelector('#gallery').disabled); })`)
	const shown = `[...document.querySelectorAll('.field, .rail, .ask, .next')].filter(el => el.checkVisibility()).map(el => el.id || el.className).join()`
	if now := eval[string](t, p, shown); now != "ask,rail,rail" {
		t.Errorf("a first visit shows %s", now)
	}
	if controls := eval[int](t, p, `[...document.querySelectorAll('button, select, input, a')].filter(el => el.checkVisibility() && !el.closest('nav')).length`); controls > 20 {
		t.Errorf("a first visit shows %d controls", controls)
	}
	if low := eval[string](t, p, `['play', 'watch', 'n-step'].filter(id => document.getElementById(id).getBoundingClientRect().bottom > innerHeight).join()`); low != "" {
		t.Errorf("below the fold: %s", low)
	}
	if rail := eval[string](t, p, `document.querySelector('.rail[data-side=left]').innerText`); !strings.Contains(rail, "Circle") {
		t.Errorf("the rail of the data says %q", rail)
	}

	// Nothing on a rail is broken over lines or cut off, in either language.
	for _, lang := range []string{"en", "zh-Hans"} {
		choose := `(() => { const language = document.querySelector('#language'); language.value = '` + lang + `'; language.dispatchEvent(new Event('change', { bubbles: true })); return true; })()`
		eval[bool](t, p, choose)
		wait(t, p, `document.documentElement.lang === '`+lang+`' && document.querySelectorAll('.rail-label').length === 6`)
		if broken := eval[string](t, p, `[...document.querySelectorAll('.rail-group > strong, .rail-label, .rail-value')].filter(el => el.scrollWidth > el.clientWidth || el.clientHeight > 24).map(el => el.textContent).join()`); broken != "" {
			t.Errorf("%s: broken on the rails: %s", lang, broken)
		}
	}
	eval[bool](t, p, `(() => { const language = document.querySelector('#language'); language.value = 'en'; language.dispatchEvent(new Event('change', { bubbles: true })); return true; })()`)
	wait(t, p, `document.documentElement.lang === 'en'`)

	eval[bool](t, p, `player.train(2000).then(() => true)`)
	wait(t, p, `document.querySelector('#ask').textContent.startsWith('It found') && document.querySelector('#next').checkVisibility()`)
	eval[bool](t, p, `(document.querySelector('.rail[data-side=left]').click(), true)`)
	wait(t, p, `document.activeElement.dataset.side === 'left' && document.querySelector('#field-dataset').checkVisibility() && !document.querySelector('#field-learningRate').checkVisibility()`)
	eval[bool](t, p, `(document.querySelector('#workshop').click(), true)`)
	wait(t, p, `document.querySelector('#field-learningRate').checkVisibility() && !document.querySelector('.rail').checkVisibility()`)
	// The transport has room between all that can be open.
	const fits = `(() => { const { left, right } = document.querySelector('.stage-head').getBoundingClientRect(); return [...document.querySelectorAll('.transport button, .transport select')].filter(el => el.checkVisibility()).every(el => el.getBoundingClientRect().right <= right + 0.5 && el.getBoundingClientRect().left >= left - 0.5); })()`
	eval[bool](t, p, `(document.querySelector('.next-card').click(), true)`)
	wait(t, p, `player.state.spec.networkShape === '' && !document.querySelector('#ask').checkVisibility()`)
	wait(t, p, fits)
	eval[bool](t, p, `(document.querySelectorAll('.fold').forEach(el => el.click()), true)`)
	wait(t, p, `document.querySelector('.rail').checkVisibility() && `+fits)
	eval[bool](t, p, `(document.querySelector('#workshop').click(), true)`)
	do(t, p, chromedp.Navigate(server.URL+"/?again"))
	eval[bool](t, p, ready+`.then(() => until(() => document.querySelector('#field-learningRate')?.checkVisibility() && !document.querySelector('#ask').checkVisibility()))`)
}

// TestRails holds that the rails of every family say whole words, in either language and
// at any width, and end within the window where they stand beside the stage.
func TestRails(t *testing.T) {
	t.Parallel()
	p := open(t, "/", 1440, 900, blank)
	eval[bool](t, p, ready+`.then(el => { globalThis.player = el; return until(() => document.querySelector('.rail-label')); }).then(() => true)`)
	const look = `(() => {
		const pen = document.createElement('canvas').getContext('2d');
		const problems = [];
		for (const el of document.querySelectorAll('.rail-group > strong, .rail-label, .rail-value')) {
			if (!el.checkVisibility()) continue;
			const { fontWeight, fontSize, fontFamily } = getComputedStyle(el);
			pen.font = fontWeight + ' ' + fontSize + ' ' + fontFamily;
			if (el.scrollWidth > el.clientWidth) problems.push(el.textContent + ' is cut off');
			for (const word of el.textContent.split(/[ -]/)) if (/^[\w·]+$/.test(word) && pen.measureText(word).width > el.getBoundingClientRect().width + 0.5) problems.push(word + ' is broken');
		}
		for (const rail of document.querySelectorAll('.rail')) {
			if (rail.scrollWidth > rail.clientWidth + 1) problems.push('it is ' + rail.scrollWidth + ' px wide');
			if (innerWidth >= 1100 && rail.getBoundingClientRect().bottom > innerHeight) problems.push('it ends below the window');
		}
		return problems;
	})()`
	for _, lang := range []string{"en", "zh-Hans"} {
		eval[bool](t, p, `(() => { const language = document.querySelector('#language'); language.value = '`+lang+`'; language.dispatchEvent(new Event('change', { bubbles: true })); return true; })()`)
		wait(t, p, `document.documentElement.lang === '`+lang+`'`)
		for _, f := range families {
			eval[bool](t, p, `player.setState('v=1&architecture=`+f.Name+`').then(() => until(() => player.state.spec.architecture === '`+f.Name+`' && document.querySelector('.rail').checkVisibility())).then(() => true)`)
			for _, size := range [][2]int64{{1440, 900}, {1280, 720}, {820, 1180}, {390, 844}, {320, 640}} {
				do(t, p, chromedp.EmulateViewport(size[0], size[1]))
				wait(t, p, fmt.Sprintf(`innerWidth === %d`, size[0]))
				if problems := eval[[]string](t, p, look); len(problems) > 0 {
					t.Errorf("%s, %s, %d px: %s", f.Name, lang, size[0], strings.Join(problems, "; "))
				}
			}
		}
	}
}

// TestWatch follows what there is to watch in every preset: it has its sentence, and
// what Show me speaks of is shown and lit up, or it trains.
func TestWatch(t *testing.T) {
	t.Parallel()
	p := open(t, "/#v=1", 1280, 720, blank)
	eval[bool](t, p, ready+`.then(el => { globalThis.player = el; return until(() => !document.querySelector('#gallery').disabled); })`)
	seen := map[string]bool{}
	for _, preset := range families.Presets() {
		for _, lang := range []string{"en", "zh-Hans"} {
			if text := texts(t, lang)["preset."+preset.Name+".watch"]; len(text) < 30 {
				t.Errorf("%s: of what to watch for one reads %q", preset.Name, text)
			}
		}
		spec, _, err := families.Parse(preset.Link)
		if err != nil {
			t.Fatal(err)
		}
		kind := spec.Family.Name + preset.Show
		if seen[kind] {
			continue // the same control of the same page
		}
		seen[kind] = true
		got := eval[[]string](t, p, `(async () => {
			const get = (id) => document.getElementById(id);
			for (const side of document.querySelectorAll('.fold')) if (side.checkVisibility()) side.click();
			await `+fromGallery(preset.Name)+`;
			get('watch-show').click();
			if (!'`+preset.Show+`') {
				await until(() => player.playing);
				await player.pause();
				return ['', get('watch-text').textContent];
			}
			const lit = await until(() => document.querySelector('.is-lit'));
			const shown = lit.checkVisibility() ? lit.id || lit.querySelector('[id]').id : 'nothing';
			lit.classList.remove('is-lit');
			return [shown.replace(/^(field|action)-/, ''), get('watch-text').textContent];
		})()`)
		if got[0] != preset.Show || len(got[1]) < 30 {
			t.Errorf("%s: %q, want %q to be shown", preset.Name, got, preset.Show)
		}
	}
	// The sentence goes once the setting that it speaks of has another value, and is back
	// with the value; so does the light, whatever is pressed.
	stale := eval[[]string](t, p, `(async () => {
		const said = () => document.querySelector('#watch-name').textContent;
		await `+fromGallery("underfitting")+`;
		const before = said();
		document.querySelector('#watch-show').click();
		await until(() => document.querySelector('.is-lit'));
		document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
		const lit = String(document.querySelector('.is-lit') !== null);
		await player.request({ type: 'set', key: 'networkShape', value: '8' });
		const during = await until(() => said() !== before && said());
		await player.request({ type: 'set', key: 'networkShape', value: 'none' });
		await until(() => said() === before);
		return [before, during, lit];
	})()`)
	if want := []string{"Underfitting: a line is too simple", "Multilayer perceptron", "false"}; !slices.Equal(stale, want) {
		t.Errorf("of what to watch it says %q, want %q", stale, want)
	}
	got := eval[string](t, p, `(document.querySelector('#watch-more').click(), document.querySelector('#watch-long').innerText + document.querySelector('#watch-long a').href)`)
	if !strings.Contains(got, "https://") || len(got) < 150 || strings.Contains(got, "Read more") || !strings.Contains(got, "The theory: d2l.ai") {
		t.Errorf("Read more says %q", got)
	}
	eval[bool](t, p, `player.setState('v=1&architecture=gan').then(() => true)`)
	wait(t, p, `document.querySelector('#watch-text').textContent.includes('discriminator')`)
}

// TestGallerySieve leaves the experiments of a kind, and those that have some words.
func TestGallerySieve(t *testing.T) {
	t.Parallel()
	p := open(t, "/#v=1", 1280, 720, blank)
	eval[bool](t, p, ready+`.then(() => until(() => !document.querySelector('#gallery').disabled && (document.querySelector('#gallery').click(), true)))`)
	for _, c := range []struct{ kind, words, want string }{
		{"vision", "", "digits,shapes,pixels,no-pooling,global-pooling,grainy-digits,digits-28"},
		{"", "spiral", "spiral,gan-spiral,flow-spiral"},
		{"generative", "Moons", "gan-moons,flow-moons"},
		{"wrong", "no such words", ""},
	} {
		got := eval[string](t, p, `(() => {
			document.querySelector('#gallery-chips [value="`+c.kind+`"]').click();
			const search = document.querySelector('#gallery-search');
			search.value = '`+c.words+`';
			search.dispatchEvent(new Event('input'));
			return [...document.querySelectorAll('.gallery-card')].filter(card => card.checkVisibility()).map(card => card.dataset.preset).join();
		})()`)
		names := strings.Split(got, ",")
		for _, name := range strings.Split(c.want, ",") {
			if !strings.Contains(","+got+",", ","+name+",") {
				t.Errorf("%+v leaves %s", c, got)
			}
		}
		if len(names) > len(strings.Split(c.want, ","))+2 || (c.want == "") != (got == "") {
			t.Errorf("%+v leaves %s", c, got)
		}
		if none := eval[string](t, p, `document.querySelector('#gallery-none').textContent`); (none == "") != (got != "") {
			t.Errorf("%+v: it says %q", c, none)
		}
	}
}
