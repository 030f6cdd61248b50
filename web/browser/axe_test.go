//go:build !js

package browser

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// A state is one that axe-core looks at: an expression brings a page into it. The
// page is that of the state before, where it has none of its own.
type state struct {
	name, path    string
	width, height int
	dark          bool
	prepare       string
}

// States of the page and of frames that stand alone, in groups that share a page.
var accessible = [][]state{
	{
		{"desktop", "/", 1440, 900, false, `page('v=1')`},
		{"first visit", "", 1280, 720, true, `page('v=1').then(() => { document.documentElement.dataset.sides = ''; document.documentElement.dataset.visit = ''; document.querySelector('#watch-more').click(); document.querySelector('#menu-button').click(); })`},
		{"gallery", "", 1440, 900, false, `dialog('gallery')`},
		{"shortcuts", "", 1280, 720, false, `dialog('shortcuts')`},
		{"stops", "", 1280, 720, false, `dialog('stops')`},
		{"sharing", "", 1280, 720, false, `dialog('share')`},
		{"runs", "", 1280, 720, false, `runs()`},
		{"help", "", 1280, 720, false, `page('v=1').then(() => { for (const button of document.querySelectorAll('.help-button')) button.click(); })`},
		{"projector", "", 1440, 900, false, `page('v=1').then(() => document.querySelector('#projector').click())`},
		{"training", "", 1280, 720, false, `page('v=1').then(() => { document.querySelector('#projector').click(); return player.play(); })`},
		{"charts", "", 1280, 720, false, `page('v=1').then(async () => {
			await player.train(100);
			document.querySelector('#charts').click();
			await until(() => document.querySelector('.chart svg'));
			document.querySelector('#charts-export').click();
		})`},
		{"numbers", "", 1280, 720, false, `page('v=1').then(async () => {
			await player.train(3);
			document.querySelector('#origin-open').click();
			await until(() => document.querySelector('.told-terms tr:nth-child(2)'));
			document.querySelector('.told-terms tr:nth-child(2) .told-open').click();
			await until(() => document.querySelector('.origin-way li') && !document.querySelector('.origin-tools .button').hidden);
			document.querySelector('.origin-tools .button').click();
			await until(() => document.querySelector('.origin-compared').textContent !== '');
		})`},
		{"drawing", "", 1280, 720, false, `page('v=1&dataset=own&points=cL0a1')`},
		{"table", "", 1280, 720, false, `table('x,y,class\n1,2,a\n3,4,b\n5,,b\n', '#csv-choices:not([hidden])')`},
		{"wide table", "", 1280, 720, false, `table('x,date,' + Array.from({ length: 60 }, (_, i) => 'c' + i).join() + ',class\n' + Array.from({ length: 20 }, (_, r) => [r % 7, '2024-01-' + (10 + r), ...Array.from({ length: 60 }, (_, i) => (i * r) % 9 || ''), r % 2 ? 'a' : 'b'].join()).join('\n'), '#csv-choices:not([hidden])')`},
		{"table learned", "", 1280, 720, false, `learned()`},
		{"table refused", "", 1280, 720, false, `table('x,y\n1,"2\n3,4\n', '#csv-status.is-bad')`},
		{"diverged", "", 1280, 720, false, `page('v=1&dataset=reg-plane&learningRate=10&networkShape=8,8&activation=linear').then(() => player.train(2000)).catch(() => {}).then(() => until(() => !document.querySelector('#coach').hidden))`},
		{"cnn", "", 1280, 720, false, `page('v=1&architecture=cnn')`},
		{"rnn", "", 1280, 720, false, `page('v=1&architecture=rnn&sequence=own-text&length=32')`},
		{"autoencoder", "", 1280, 720, false, `page('v=1&architecture=autoencoder&variational=true')`},
	},
	{
		{"phone, dark, Chinese", "/?lang=zh-Hans", 390, 844, true, `page('v=1')`},
		{"table on a phone", "", 390, 844, true, `table('x,y,note,class\n1,2,,a\n3,4,u,b\n5,,v,b\n', '#csv-choices:not([hidden])')`},
		{"table learned on a phone", "", 390, 844, true, `learned()`},
		{"numbers on a phone", "", 390, 844, true, `page('v=1').then(async () => {
			document.querySelector('#origin-open').click();
			await until(() => document.querySelector('.told-terms tr:nth-child(2)'));
		})`},
		{"stops on a phone", "", 390, 844, true, `dialog('stops')`},
		{"sharing on a phone", "", 390, 844, true, `dialog('share')`},
		{"runs on a phone", "", 390, 844, true, `runs()`},
		{"values", "", 390, 844, true, `page('v=1&dataset=own-values&points=v00000')`},
		{"gan", "", 390, 844, true, `page('v=1&architecture=gan')`},
		{"transformer", "", 820, 1180, true, `page('v=1&architecture=transformer&sequence=numbers-zh&transformer=encoder-decoder')`},
		{"diffusion", "", 820, 1180, true, `page('v=1&architecture=diffusion')`},
		{"regression", "", 1280, 720, true, `page('v=1&dataset=reg-plane')`},
		{"desktop, dark", "", 1440, 900, true, `page('v=1')`},
	},
	{{"refused", "/#v=1&dataset=nosuch", 1280, 720, false, `until(() => document.querySelector('.notice'))`}},
	{{"tutorial", "/tutorial/one-neuron.html", 1000, 800, false, `until(() => document.querySelector('nn-play').state)`}},
	{
		{"embedded", "/embed.html", 800, 600, false, `embedded()`},
		{"editing", "", 800, 600, false, `embedded().then(() => {
			const net = document.querySelector('#net');
			net.focus();
			for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'Enter']) net.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
			return until(() => !document.querySelector('#edit').hidden);
		})`},
	},
}

// accessibleTools are what the expressions use. Dialogs are closed before another
// state, and a notice that is on its way out is no part of it.
const accessibleTools = `
	const player = document.querySelector('nn-play');
	const page = async (link) => {
		await customElements.whenDefined('nn-play');
		await player.ready;
		for (const open of document.querySelectorAll('dialog[open]')) open.close();
		await player.setState(link);
		await until(() => !document.querySelector('#gallery').disabled && document.querySelector('#n-step').textContent === '0');
	};
	const dialog = async (button) => {
		await page('v=1');
		await until(() => document.querySelector('#' + button));
		document.querySelector('#' + button).click();
		await until(() => document.querySelector('dialog[open]'));
	};
	const runs = async () => {
		await page('v=1&at=20:learningRate=0.1');
		await player.train(40);
		await until(() => document.querySelector('#n-step').textContent === '40');
		document.querySelector('#pin-run').click();
		await until(() => document.querySelector('#runs-count').textContent !== '' && !document.querySelector('#log-line').hidden);
		await player.set('optimizer', 'adam');
		document.querySelector('#runs-open').click();
		await until(() => document.querySelector('dialog[open] .runs-name'));
	};
	const table = async (text, ready) => {
		await page('v=1');
		document.querySelector('#csv-open').click();
		const area = document.querySelector('#csv-text');
		area.value = text;
		area.dispatchEvent(new Event('input'));
		await until(() => document.querySelector(ready));
	};
	const learned = async () => {
		await table('x,y,site,when,class\n' + Array.from({ length: 20 }, (_, r) => [r % 7, r % 3, 'nw'[r % 2], '2024-01-' + (10 + r), r % 2 ? 'a' : 'b'].join()).join('\n'), '#csv-choices:not([hidden])');
		document.documentElement.dataset.sides = 'left right';
		document.querySelector('details[data-panel="data"]').open = true;
		document.querySelector('#csv-learn').click();
		await until(() => !document.querySelector('#csv-dialog').open && document.querySelector('.row-answer li'));
	};
	const embedded = () => until(() => document.querySelector('#status').hidden && document.querySelector('canvas') && !document.querySelector('#net').hidden);
`

// TestAccessible lets axe-core look at the page in its main states. Where axe-core
// can't be had it is left out, which make test says.
func TestAccessible(t *testing.T) {
	t.Parallel()
	source, err := Axe()
	if err != nil {
		t.Skip(err)
	}
	for _, group := range accessible {
		t.Run(group[0].name, func(t *testing.T) {
			t.Parallel()
			lookAt(t, source, group)
		})
	}
}

// lookAt lets axe-core look at the states of a page, one after the other.
func lookAt(t *testing.T, source string, group []state) {
	last := group[0]
	view := View{Width: last.width, Height: last.height, Dark: last.dark, Scripts: []string{blank}}
	rules := `{}`
	if strings.HasPrefix(last.path, "/embed.html") {
		// A frame is a part of a page that has a heading and landmarks.
		rules = `{ 'landmark-one-main': { enabled: false }, 'page-has-heading-one': { enabled: false }, region: { enabled: false } }`
		view.Scripts = nil // there it is the canvas that says where things are
	}
	p := visit(t, server.URL+last.path, view)
	eval[bool](t, p, "(() => {"+source+"\nreturn true; })()")
	for _, c := range group {
		if c.width != last.width || c.height != last.height {
			do(t, p, chromedp.EmulateViewport(int64(c.width), int64(c.height)))
		}
		last = c
		t.Run(c.name, func(t *testing.T) {
			eval[bool](t, p, `(async () => {`+accessibleTools+`
				await `+c.prepare+`;
				for (const a of document.getAnimations()) a.finish(); // half a color is no color; out of view none ends by itself
				return true;
			})()`)
			found := eval[[]string](t, p, `axe.run(document, { resultTypes: ['violations'], iframes: false, preload: false, rules: `+rules+` })
				.then(r => r.violations.map(v => v.id + ' (' + v.impact + '): ' + v.help + '\n    ' + v.nodes.slice(0, 4).map(n => n.html.slice(0, 160) + ' :: ' + n.failureSummary.replace(/\s+/g, ' ').slice(0, 200)).join('\n    ')))`)
			if len(found) > 0 {
				t.Errorf("axe-core finds:\n%s", strings.Join(found, "\n"))
			}
		})
	}
}

// ready is player, once the settings are there too.
const ready = player + `.then(async el => {
	await until(() => document.querySelector('#field-seed'));
	return el;
})`
