//go:build !js

package browser

import (
	"fmt"
	"strings"
	"testing"

	"nnplay/nn/experiment"
	"nnplay/nn/lab/all"
)

// sharing opens the dialog and defines what the tests do there: choose a form, give
// a control a value, and read the code, as text and as what it makes of a page.
const sharing = player + `.then(async el => {
	globalThis.player = el;
	await until(() => document.querySelector('.field'));
	document.getElementById('share').click();
	globalThis.code = document.getElementById('share-code');
	globalThis.form = (name) => document.querySelector('[name="share-form"][value=' + name + ']').click();
	globalThis.give = (id, value) => {
		const control = document.getElementById('share-' + id);
		if (control.type === 'checkbox') control.checked = value;
		else control.value = value;
		for (const type of ['input', 'change']) control.dispatchEvent(new Event(type, { bubbles: true }));
	};
	globalThis.made = (selector) => {
		const holder = document.createElement('template');
		holder.innerHTML = code.value;
		return holder.content.querySelector(selector);
	};
	return document.getElementById('share-dialog').open;
})`

// TestShare opens the dialog by keyboard; what it offers leads back to the
// experiment.
func TestShare(t *testing.T) {
	t.Parallel()
	p := open(t, "/#v=1&dataset=moons&networkShape=5", 1280, 720)
	if !eval[bool](t, p, sharing) {
		t.Fatal("the dialog is closed")
	}
	got := eval[map[string]string](t, p, `(() => {
		const seen = { state: player.getState(), link: new URL(code.value).hash.slice(1), size: new URL(code.value).search };
		form('element');
		seen.element = made('nn-play').getAttribute('experiment');
		seen.fallback = new URL(made('a').href).hash.slice(1);
		seen.script = made('script').src;
		form('iframe');
		seen.iframe = new URL(made('iframe').src).hash.slice(1);
		return seen;
	})()`)
	if got["state"] == "" || got["size"] != "" {
		t.Fatalf("%v", got)
	}
	for _, form := range []string{"link", "element", "fallback", "iframe"} {
		if got[form] != got["state"] {
			t.Errorf("%s holds %q, want %q", form, got[form], got["state"])
		}
	}
	if got["script"] != server.URL+"/element.js" {
		t.Errorf("the element's script is %s", got["script"])
	}
	picture := eval[map[string]string](t, p, `(async () => {
		const image = document.getElementById('share-image');
		await until(() => image.complete && image.naturalWidth > 0);
		const save = document.getElementById('share-save');
		return { same: String(save.href === image.src), name: save.download, alt: image.alt, wide: String(image.naturalWidth > 300) };
	})()`)
	if picture["same"] != "true" || picture["wide"] != "true" || picture["name"] != "nnplay.png" || !strings.Contains(picture["alt"], "hidden layer of 5") {
		t.Errorf("the picture to save is %v", picture)
	}
}

// TestShareTrained holds that readers are offered what was trained here, where it is
// repeated soon: on by itself, off with a press, and off by itself where it takes long.
func TestShareTrained(t *testing.T) {
	t.Parallel()
	p := open(t, "/#v=1&dataset=moons&networkShape=5", 1280, 720, blank)
	eval[bool](t, p, player+`.then(async el => {
		await until(() => document.querySelector('.field'));
		await el.train(60);
		return until(() => document.querySelector('#n-step').textContent === '60');
	}).then(() => true)`)
	eval[bool](t, p, sharing)
	const state = `['share-now', 'share-step'].map(id => document.getElementById(id)).map(e => e.type === 'checkbox' ? e.checked : e.value).join() + new URL(code.value).search`
	wait(t, p, `code.value !== '' && `+state+` === 'true,60?step=60'`)
	if got := eval[string](t, p, `document.getElementById('share-now-name').textContent`); got != "As trained here: 60 steps" {
		t.Errorf("it is called %q", got)
	}
	for _, c := range []struct{ what, want string }{
		{`document.getElementById('share-now').click()`, "false,"},
		{`give('step', '7')`, "false,7?step=7"},
		{`give('step', '60')`, "true,60?step=60"},
		{`document.getElementById('share-dialog').close(); document.getElementById('share').click()`, "true,60?step=60"},
	} {
		eval[bool](t, p, `(() => { `+c.what+`; return true; })()`)
		if got := eval[string](t, p, state); got != c.want {
			t.Errorf("after %s: %s, want %s", c.what, got, c.want)
		}
	}
	// The trainer says that it takes long.
	eval[bool](t, p, `(async () => {
		document.getElementById('share-dialog').close();
		const request = player.request.bind(player);
		player.request = async (message) => ({ ...await request(message), ...(message.type === 'link' && { replay: 12.4 }) });
		await player.train(1);
		await until(() => document.querySelector('#n-step').textContent === '61');
		document.getElementById('share').click();
		return true;
	})()`)
	wait(t, p, `document.getElementById('share-slow').checkVisibility() && document.getElementById('share-slow').textContent.includes('about 12 s') && `+state+` === 'false,'`)
}

// TestCompose chooses everything that the dialog offers: each choice is in the code
// of the forms that it concerns, and in the preview; what is out of bounds is not.
func TestCompose(t *testing.T) {
	t.Parallel()
	p := open(t, "/#v=1&dataset=moons&networkShape=5&hide=noise", 1280, 720, blank)
	eval[bool](t, p, sharing)
	got := eval[map[string]string](t, p, `(async () => {
		const seen = { before: player.getState() };
		const shown = (id) => document.getElementById('share-' + id).checkVisibility();
		const chips = () => [...document.querySelectorAll('#share-change label')].map(label => label.innerText.trim() + (label.querySelector('input').checked ? '' : '-')).join();
		seen.plain = [shown('sizes'), shown('controls'), shown('custom')].join();
		seen.chips = chips();
		for (const [id, value] of [['theme', 'dark'], ['lang', 'zh-Hans'], ['step', '40'], ['autoplay', true], ['controls', false], ['sizes', '300×250']]) give(id, value);
		for (const name of ['data', 'training', 'weights', 'noise']) document.querySelector('#share-change [value=' + name + ']').click();
		await until(() => code.value.includes('hide=data'));
		seen.link = new URL(code.value).search;
		seen.hash = new URL(code.value).hash.slice(1);
		form('element');
		seen.embeds = [shown('sizes'), shown('controls'), shown('custom')].join();
		const element = made('nn-play');
		seen.element = element.getAttributeNames().filter(name => name !== 'experiment').map(name => name + '=' + element.getAttribute(name)).join('|');
		seen.same = String(element.getAttribute('experiment') === seen.hash && new URL(made('a').href).hash.slice(1) === seen.hash);
		form('iframe');
		const frame = made('iframe');
		seen.iframe = [new URL(frame.src).pathname, new URL(frame.src).search, frame.width, frame.height].join('|');
		seen.framed = String(new URL(frame.src).hash.slice(1) === seen.hash);
		const preview = await until(() => { const p = document.querySelector('#share-stage nn-play'); return p?.getAttribute('step') === '40' && p.getAttribute('experiment') === seen.hash ? p : null; });
		seen.preview = preview.getAttributeNames().filter(name => !['experiment', 'title', 'loading', 'style'].includes(name)).map(name => name + '=' + preview.getAttribute(name)).join('|');
		seen.box = preview.offsetWidth + '×' + preview.offsetHeight;
		const [outer, inner] = [document.getElementById('share-stage'), preview].map(e => e.getBoundingClientRect());
		seen.fits = String(inner.left >= outer.left - 1 && inner.right <= outer.right + 1 && inner.top >= outer.top - 1 && inner.bottom <= outer.bottom + 1);
		seen.said = document.getElementById('share-size').textContent;
		await preview.ready;
		give('theme', 'light');
		seen.live = String(document.querySelector('#share-stage nn-play') === preview) + preview.getAttribute('theme');
		const through = () => new URL(made('iframe').src).searchParams.get('step-through');
		give('through', true);
		seen.through = String(through());
		give('controls', true);
		seen.through += through() + new URL(made('iframe').src).searchParams.get('controls');
		give('sizes', 'custom');
		give('width', '99999');
		give('height', '-3');
		give('step', '1e9');
		seen.bounded = [made('iframe').width, made('iframe').height, new URL(made('iframe').src).searchParams.get('step')].join();
		seen.after = player.getState();
		document.getElementById('share-dialog').close();
		await until(() => document.querySelector('#share-stage nn-play') === null);
		return seen;
	})()`)
	query := "?step=40&autoplay=1&theme=dark&lang=zh-Hans&locked=weights"
	for key, want := range map[string]string{
		"plain": "false,false,false", "embeds": "true,true,false", "chips": "Data,Features,Network,Training,Output,Weights,Noise-",
		"link": query, "after": got["before"], "same": "true", "framed": "true",
		"element": "step=40|autoplay=|controls=0|theme=dark|lang=zh-Hans|locked=weights|width=300|height=250",
		"iframe":  "/embed.html|" + strings.Replace(query, "&theme", "&controls=0&theme", 1) + "|300|250",
		"preview": "step=40|autoplay=|controls=0|theme=dark|lang=zh-Hans|locked=weights",
		"box":     "300×250", "fits": "true", "said": "300 × 250 pixels, shown at 100%", "live": "truelight", "through": "null1null", "bounded": "4000,200,1000000",
	} {
		if got[key] != want {
			t.Errorf("%s: %q, want %q", key, got[key], want)
		}
	}
	spec, notices, err := experiment.Families(all.Families).Parse(got["hash"])
	if err != nil || len(notices) > 0 || spec.Values()["hide"] != "data,training" {
		t.Errorf("%q hides %q: %v, %v", got["hash"], spec.Values()["hide"], notices, err)
	}
}

// TestSharedLink opens what was composed as a page: theme, language, what is locked
// and left out, and the weights of as many steps as the link says.
func TestSharedLink(t *testing.T) {
	t.Parallel()
	const hash = "v=1&dataset=moons&networkShape=5&hide=data,training"
	want := expected(t, hash, 300)
	p := open(t, "/?step=300&theme=dark&lang=zh-Hans&locked=weights#"+hash, 1280, 720, blank)
	got := eval[map[string]string](t, p, player+`.then(async el => {
		let metrics = await el.metrics();
		while (metrics.step < 300) metrics = await el.metrics();
		await until(() => document.querySelector('.field') && document.querySelector('#n-step').textContent === '300');
		const panel = (name) => document.querySelector('[data-panel=' + name + ']').checkVisibility();
		return {
			step: String(metrics.step), print: metrics.fingerprint, playing: String(el.playing), locked: el.getAttribute('locked'),
			theme: document.documentElement.dataset.theme, lang: document.documentElement.lang, panels: ['data', 'features', 'network', 'training'].map(panel).join(),
		};
	})`)
	for key, want := range map[string]string{
		"step": "300", "print": want, "playing": "false", "locked": "weights", "theme": "dark", "lang": "zh-Hans", "panels": "false,true,true,false",
	} {
		if got[key] != want {
			t.Errorf("%s: %q, want %q", key, got[key], want)
		}
	}
}

// TestOpening opens frames at a step: it is made exactly, and what is no number of
// steps, or too many, is ignored or bounded, and said so.
func TestOpening(t *testing.T) {
	t.Parallel()
	const hash = "v=1&dataset=xor&networkShape=3"
	for _, c := range []struct{ step, reaches, says string }{
		{"250", "250", ""}, {"0", "0", ""}, {"-5", "0", "“-5” is not a number of steps"}, {"1e3", "0", "“1e3” is not a number of steps"},
		{"", "0", "“” is not a number of steps"},
		{"%3Cb%3E" + strings.Repeat("9", 4000), "0", "“<b>" + strings.Repeat("9", 17) + "” is not a number of steps"},
	} {
		p := open(t, "/embed.html?lang=en&step="+c.step+"#"+hash, 600, 400, blank)
		wait(t, p, fmt.Sprintf(`document.querySelector('#r-step').textContent === %q && document.querySelector('#r-loss').textContent !== '–'`, c.reaches))
		wait(t, p, fmt.Sprintf(`document.querySelector('#opening').hidden === %t && document.querySelector('#opening-text').textContent.startsWith(%q)`, c.says == "", c.says))
		if at := eval[string](t, p, `location.search`); at != "?lang=en" {
			t.Errorf("step=%.20s: the address still says %.40q", c.step, at)
		}
	}
	// The element trains on from there; both together are as many steps as one after the other.
	p := openForeign(t, foreign{body: `<script type=module src="HOST/element.js"></script><nn-play step=250 lang=en experiment="` + hash + `"></nn-play>`}, 600, 500)
	got := eval[metrics](t, p, `(async () => {
		await customElements.whenDefined('nn-play');
		const el = document.querySelector('nn-play');
		await el.ready;
		return el.train(100);
	})()`)
	if want := expected(t, hash, 350); got.Step != 350 || got.Fingerprint != want {
		t.Errorf("step %d with %s, want 350 with %s", got.Step, got.Fingerprint, want)
	}
}

// TestOpeningEnds holds that what takes too long to open says how far it came: the
// clock runs faster than the trainer.
func TestOpeningEnds(t *testing.T) {
	t.Parallel()
	p := open(t, "/embed.html?lang=en&step=99999999#v=1&architecture=cnn", 600, 400,
		`{ const usual = setTimeout; globalThis.setTimeout = (act, ms, ...args) => usual(act, ms === 20000 ? 1000 : ms, ...args); }`)
	wait(t, p, `document.querySelector('#opening-text').textContent.startsWith('Training to step 1,000,000')`)
	wait(t, p, `document.querySelector('#opening-text').textContent.includes('of 1,000,000: 20 seconds')`)
	wait(t, p, `document.querySelector('#opening-text').textContent.includes('Opened at step ' + document.querySelector('#r-step').textContent + ' of')`)
	if eval[bool](t, p, `document.querySelector('#opening-progress').checkVisibility()`) {
		t.Error("it still shows how far it is")
	}
	eval[bool](t, p, `(document.querySelector('#play').click(), true)`)
	wait(t, p, `document.querySelector('#opening').hidden`)
}

// TestBare holds that a frame without controls shows none, of any kind of network,
// and opens none; and that nnplay's own page, which has no bar, keeps those of the
// drawing.
func TestBare(t *testing.T) {
	t.Parallel()
	const seen = `(d) => [...d.querySelectorAll('button, select, input, a, label')].filter((e) => e.checkVisibility({ visibilityProperty: true })).map((e) => e.id || e.className)`
	p := open(t, "/embed.html?controls=0", 800, 600, `
		globalThis.Worker = class extends Worker {
			constructor(...args) {
				super(...args);
				this.addEventListener('message', ({ data }) => { if (data.type === 'state') globalThis.state = data; });
			}
		};`)
	for _, link := range []string{"dataset=moons&networkShape=4,3", "architecture=cnn", "architecture=rnn&cell=lstm", "architecture=transformer", "architecture=gan"} {
		eval[bool](t, p, fmt.Sprintf(`(location.hash = %q, true)`, "v=1&"+link))
		wait(t, p, fmt.Sprintf(`globalThis.state?.link.includes(%q) && document.querySelector('#status').hidden && !document.querySelector('#net').hidden`, link))
		eval[bool](t, p, `new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))`) // it is drawn
		got := eval[[]string](t, p, `(async () => {
			const net = document.querySelector('#net');
			net.focus();
			for (const key of ['ArrowRight', 'ArrowRight', 'Enter']) net.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
			return (`+seen+`)(document);
		})()`)
		if len(got) > 0 {
			t.Errorf("%s: there is %q to press", link, got)
		}
	}
	p = open(t, "/", 1280, 720)
	wait(t, p, `(`+seen+`)(document.querySelector('#player').shadowRoot?.querySelector('iframe')?.contentDocument ?? document.createElement('p')).includes('layers-more')`)
	if got := eval[[]string](t, p, `(`+seen+`)(document.querySelector('#player').shadowRoot.querySelector('iframe').contentDocument)`); strings.Contains(strings.Join(got, " "), "play") {
		t.Errorf("the page's drawing has %q", got)
	}
}

// TestBarScores holds that the bar shows the numbers by which a family is judged:
// what it has none of leaves its place to others.
func TestBarScores(t *testing.T) {
	t.Parallel()
	p := open(t, "/embed.html?lang=en#v=1&dataset=xor", 800, 500, blank)
	for _, c := range []struct{ link, names string }{
		{"dataset=moons", "Test loss|Accuracy"},
		{"dataset=reg-plane", "Test loss|R²"},
		{"architecture=gan", "JS divergence|KL divergence"},
		{"architecture=autoencoder", "Test loss|Pixel error"},
	} {
		eval[bool](t, p, fmt.Sprintf(`(location.hash = %q, true)`, "v=1&"+c.link))
		names := strings.Split(c.names, "|")
		wait(t, p, fmt.Sprintf(`document.querySelector('#r-loss-name').textContent.startsWith(%q) && document.querySelector('#r-score-name').textContent.startsWith(%q)`, names[0], names[1]))
		eval[bool](t, p, `(document.querySelector('#step').click(), true)`)
		wait(t, p, `document.querySelector('#r-step').textContent === '1' && ['#r-loss', '#r-score'].every((id) => /\d/.test(document.querySelector(id).textContent))`)
	}
}
