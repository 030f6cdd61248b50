//go:build !js

package browser

import (
	"strings"
	"testing"
)

// walking are the beginnings of expressions that go through a step, with a player at hand.
const walking = `(async () => {
	const frame = player.shadowRoot.querySelector('iframe').contentDocument;
	const $ = (selector) => frame.querySelector(selector);
	const all = (selector) => [...frame.querySelectorAll(selector)];
	const heading = () => $('.walk-heading').textContent;
	const station = () => $('.walk-station[aria-current]')?.textContent;
	const still = () => until(() => $('.walk-panel[aria-busy=false] .walk-number, .walk-question:not([hidden])'));
	const key = (key) => (frame.activeElement ?? frame.body).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
	const next = async (by = 'ArrowRight') => {
		const live = $('.walk-panel > .visually-hidden').textContent;
		key(by);
		await until(() => $('.walk-panel > .visually-hidden').textContent !== live);
	};
	// How much ink is on the canvas: of what is dimmed there is less.
	const ink = async () => {
		const picture = await createImageBitmap(await player.screenshot());
		const context = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
		context.drawImage(picture, 0, 0);
		const { data } = context.getImageData(0, 0, picture.width, picture.height);
		let sum = 0;
		for (let i = 0; i < data.length; i += 4) sum += 765 - data[i] - data[i + 1] - data[i + 2];
		return sum / 765;
	};
`

// TestWalk goes by the keyboard through all stops of the step that comes, and makes it: it
// is the one that training would have made. Nothing is made before, and Escape ends it.
func TestWalk(t *testing.T) {
	t.Parallel()
	p := open(t, "/#v=1&dataset=xor&networkShape=2&batchSize=3", 1280, 720)
	got := eval[struct {
		Stations, Headings                         []string
		Before, During, After, Straight, Ink, Dim  float64
		Made, Wanted, Focus, Kept, Results, Opened string
		Samples                                    int
	}](t, p, player+`.then(el => { globalThis.player = el; return `+walking+`
		const seen = { stations: [], headings: [] };
		const { step, fingerprint } = await player.train(3);
		seen.before = step;
		seen.ink = await ink();
		document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'o', bubbles: true, cancelable: true }));
		await until(() => $('.walk-number'));
		seen.results = getComputedStyle(document.querySelector('.results')).display;
		for (;;) {
			seen.stations.push(station());
			seen.headings.push(heading());
			if (seen.headings.length === 2) await until(async () => (seen.dim = await ink()) < 0.7 * seen.ink); // the light changes by and by
			if (!$('.walk-go .primary:last-child').hidden) break;
			await next();
		}
		seen.samples = $('.walk-sample select').options.length;
		seen.during = (await player.metrics()).step;
		all('.told-terms summary')[0].click();
		const term = $('.told-open');
		term.click();
		await until(() => all('.walk-numbers .link')[0]?.textContent.startsWith('←'));
		seen.opened = $('.walk-numbers h3').textContent;
		key('Escape');
		await until(() => !$('.walk-numbers .link')?.textContent.startsWith('←'));
		const stopped = $('.walk-heading').textContent;
		$('.walk-go .primary:last-child').click();
		await until(() => station() === 'Data' && heading() !== stopped);
		const made = await player.metrics();
		seen.after = made.step;
		seen.made = made.fingerprint;
		key('Escape');
		await until(() => $('.walk').hidden && !player.classList.contains('is-walking'));
		seen.focus = document.activeElement.id;
		await player.reset();
		const straight = await player.train(4);
		seen.straight = straight.step;
		seen.wanted = straight.fingerprint;
		seen.kept = String(fingerprint !== made.fingerprint);
		return seen;
	})() })`)
	if got.Before != 3 || got.During != 3 || got.After != 4 || got.Straight != 4 {
		t.Errorf("steps %v, %v while it is gone through, %v once it is made", got.Before, got.During, got.After)
	}
	if got.Made != got.Wanted || got.Kept != "true" {
		t.Errorf("the step that was gone through left %s, training leaves %s", got.Made, got.Wanted)
	}
	want := "Data Forward Activation Forward Activation Loss Backward Backward Backward Gradients Gradients Update Update"
	if stations := strings.Join(got.Stations, " "); stations != want {
		t.Errorf("the stations %q", stations)
	}
	if got.Headings[1] != "hidden layer 1: adding up" || got.Headings[11] != "hidden layer 1: a small step downhill" {
		t.Errorf("%q", got.Headings)
	}
	if got.Dim < 0.05*got.Ink {
		t.Errorf("dimmed, the canvas has %.0f of %.0f pixels of ink", got.Dim, got.Ink)
	}
	if got.Samples != 3 || got.Results != "none" || got.Focus != "through" || !strings.HasPrefix(got.Opened, "weight of output layer") {
		t.Errorf("%+v", got)
	}
}

// TestWalkThrough looks at other numbers of a stop: another unit, by keyboard and on the
// drawing, another sample, and guesses which way a weight goes.
func TestWalkThrough(t *testing.T) {
	t.Parallel()
	p := open(t, "/#v=1&dataset=xor&networkShape=4&batchSize=5", 1280, 720)
	got := eval[struct {
		First, Down, Up, Sample, Kept, Question, Verdict, Compared string
		Bars, Hidden, Shown                                        int
	}](t, p, player+`.then(el => { globalThis.player = el; return `+walking+`
		const seen = {};
		await player.train(20);
		document.getElementById('through').click();
		await until(() => $('.walk-number'));
		await next();
		const name = () => $('.walk-number.is-main h3').textContent;
		seen.first = name();
		await next('ArrowDown');
		seen.down = name();
		await next('ArrowUp');
		seen.up = name();
		seen.bars = all('.walk-bars li').length;
		all('.walk-bars button')[3].click();
		await until(() => name().includes('sample 4'));
		seen.sample = name();
		await next();
		seen.kept = name();
		all('.walk-station')[4].click();
		await until(() => station() === 'Backward');
		all('.walk-stops:not(.walk-turns, .walk-times) button')[1].click();
		await until(() => heading() === 'output layer: how much is it to blame?' && $('.walk-tools .link:not([hidden])'));
		$('.walk-tools .link').click();
		await until(() => $('.walk-compared').textContent !== '');
		seen.compared = $('.walk-compared').textContent;
		all('.walk-station')[6].click();
		await until(() => station() === 'Update' && heading().startsWith('hidden layer 1'));
		$('.walk-guess input').click();
		await until(() => $('.walk-answers'));
		seen.question = $('.walk-question p').textContent;
		seen.hidden = all('.walk-number').filter((e) => e.checkVisibility()).length;
		all('.walk-answers button')[0].click();
		await until(() => $('.walk-verdict'));
		seen.verdict = $('.walk-verdict').className;
		seen.shown = all('.walk-number').filter((e) => e.checkVisibility()).length;
		return seen;
	})() })`)
	unit := func(name string) string {
		_, after, _ := strings.Cut(name, "unit ")
		return after
	}
	if got.First != got.Up || unit(got.First) == unit(got.Down) {
		t.Errorf("down and up go from %q to %q and %q", got.First, got.Down, got.Up)
	}
	if got.Bars != 5 || unit(got.Sample) != unit(got.First) || unit(got.Kept) != unit(got.First) || !strings.Contains(got.Kept, "sample 4") {
		t.Errorf("another sample: %q, then %q, of %d", got.Sample, got.Kept, got.Bars)
	}
	if !strings.HasSuffix(got.Compared, "they agree.") {
		t.Errorf("a gradient is compared: %q", got.Compared)
	}
	if !strings.Contains(got.Question, "Which way will it go?") || got.Hidden != 0 || got.Shown == 0 || !strings.Contains(got.Verdict, "is-right") && !strings.Contains(got.Verdict, "is-wrong") {
		t.Errorf("guessing: %+v", got)
	}
}

// TestWalkFamilies goes through all stops of a step of every family: each has a sentence
// and numbers, all of which have words.
func TestWalkFamilies(t *testing.T) {
	t.Parallel()
	for _, family := range families {
		t.Run(family.Name, func(t *testing.T) {
			t.Parallel()
			p := open(t, "/?lang=zh-Hans#v=1&architecture="+family.Name, 1280, 720, blank)
			got := eval[struct {
				Stops, Stations int
				Wrong           []string
			}](t, p, player+`.then(el => { globalThis.player = el; return `+walking+`
				const seen = { stops: 0, wrong: [] };
				await player.train(2);
				const stations = new Set();
				document.getElementById('through').click();
				await until(() => $('.walk-number'));
				const last = () => !$('.walk-go .primary:last-child').hidden;
				for (let k = 0; k < 7; k++) {
					const button = all('.walk-station')[k];
					if (button.disabled) continue;
					const name = button.textContent;
					button.click();
					await until(() => station() === name && $('.walk-panel').ariaBusy === 'false');
					for (let n = 0; n < 8 && station() === name; n++) {
						await still();
						seen.stops++;
						stations.add(station());
						const text = $('.walk-body').textContent;
						if (/walk\.|numbers\.|undefined|NaN|\{\w+\}/.test(text) || $('.walk-said').textContent.length < 8 || $('merror') !== null) seen.wrong.push(heading() + ': ' + text.slice(0, 200));
						if (last()) break;
						await next();
					}
				}
				seen.stations = stations.size;
				return seen;
			})() })`)
			for _, wrong := range got.Wrong {
				t.Errorf("%q", wrong)
			}
			if got.Stops < 12 || got.Stations < 6 {
				t.Errorf("%d stops at %d stations", got.Stops, got.Stations)
			}
		})
	}
}

// TestWalkEmbedded goes through a step in a frame by itself: the bar offers it where its
// address asks for that.
func TestWalkEmbedded(t *testing.T) {
	t.Parallel()
	p := open(t, "/embed.html?step-through=1#v=1&dataset=xor&networkShape=2", 390, 600)
	got := eval[map[string]string](t, p, `(async () => {
		const seen = {};
		await until(() => !document.getElementById('through').hidden && document.getElementById('net').hidden === false);
		document.getElementById('through').focus();
		document.getElementById('through').click();
		await until(() => document.querySelector('.walk-number'));
		const panel = document.querySelector('.walk-panel').getBoundingClientRect();
		seen.below = String(panel.top > 100 && panel.width === innerWidth && panel.bottom <= document.getElementById('bar').getBoundingClientRect().top + 1);
		document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true, cancelable: true }));
		await until(() => document.querySelector('.walk-heading').textContent === 'hidden layer 1: adding up');
		document.querySelector('.walk-close').click();
		await until(() => document.querySelector('.walk').hidden);
		seen.focus = document.activeElement.id;
		return seen;
	})()`)
	if got["below"] != "true" || got["focus"] != "through" {
		t.Errorf("%v", got)
	}
	p = open(t, "/embed.html#v=1&dataset=xor&networkShape=2", 390, 600)
	if hidden := eval[bool](t, p, `until(() => document.getElementById('r-step') && !document.getElementById('bar').hidden).then(() => document.getElementById('through').hidden)`); !hidden {
		t.Error("a frame that is not asked for it offers to go through a step")
	}
}
