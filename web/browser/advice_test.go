//go:build !js

package browser

import (
	"strings"
	"testing"
)

// TestAdvice watches a run that goes wrong until a chip says what it saw and why, which
// moves nothing on the page; dismisses that, of which no more is heard in that run; and
// has another run mended by the button, which is undone as any setting is.
func TestAdvice(t *testing.T) {
	t.Parallel()
	p := open(t, "/#v=1&dataset=circle&networkShape=8&activation=relu&learningRate=3", 1280, 720, blank)
	got := eval[map[string]string](t, p, player+`.then(async player => {
		const seen = {}, chips = () => [...document.querySelectorAll('#advice .advice-chip')];
		const advice = document.querySelector('#advice');
		seen.region = [advice.getAttribute('role'), advice.getAttribute('aria-live'), advice.getAttribute('aria-label'), chips().length].join();
		const places = () => ['#player', '.results', '.stage'].map((part) => Object.values(document.querySelector(part).getBoundingClientRect().toJSON()).join(' ')).join('; ');
		const before = places();
		document.querySelector('#play').click();
		await until(() => chips().length === 1);
		seen.moved = String(places() !== before);
		const [mend, close] = chips()[0].querySelectorAll('button');
		seen.text = chips()[0].querySelector('p').textContent;
		seen.buttons = [mend.textContent, close.getAttribute('aria-label')].join();
		close.focus();
		close.click();
		seen.dismissed = [chips().length, document.activeElement.id].join();
		await player.request({ type: 'set', key: 'learningRate', value: '2' });
		await player.train(200);
		seen.still = String(chips().length); // in the same run
		await player.request({ type: 'set', key: 'learningRate', value: '3' });
		await player.reset();
		await player.play();
		await until(() => chips().length === 1); // of another run one hears again
		chips()[0].querySelector('button').click();
		await until(() => player.state.spec.activation === 'leaky-relu');
		await until(() => chips().length === 0);
		seen.mended = [player.state.spec.activation, player.playing].join();
		let accuracy = 0;
		player.addEventListener('step', (event) => { accuracy = event.detail.accuracy; });
		await until(() => accuracy > 0.95);
		seen.end = String(chips().length);
		document.querySelector('#undo').click();
		await until(() => player.state.spec.activation === 'relu');
		return seen;
	})`)
	for key, want := range map[string]string{
		"region": "status,polite,What goes wrong,0", "moved": "false", "still": "0", "buttons": "Use Leaky ReLU,Dismiss", "dismissed": "0,play", "mended": "leaky-relu,true", "end": "0",
	} {
		if got[key] != want {
			t.Errorf("%s: %q, want %q", key, got[key], want)
		}
	}
	if !strings.Contains(got["text"], " of 8 ReLUs put out 0 for every sample.") || !strings.Contains(got["text"], "its slope is 0") {
		t.Errorf("told %q", got["text"])
	}
}

// TestAdviceByRank tells the page of two things that go wrong: it shows the first, and
// the other one at the press of a button, which keeps the focus; an embed has no place
// for either.
func TestAdviceByRank(t *testing.T) {
	t.Parallel()
	p := open(t, "/#v=1", 1280, 720, blank)
	got := eval[map[string]string](t, p, player+`.then(async player => {
		const seen = {}, chip = () => document.querySelector('#advice .advice-chip');
		const text = () => chip()?.querySelector('strong').textContent ?? 'none';
		const tell = (...symptoms) => player.dispatchEvent(new CustomEvent('message', { detail: { type: 'symptoms', symptoms } }));
		const plateau = { code: 'plateau', args: { loss: '6.93e-05', guess: '0.693', steps: '12000' }, remedy: null };
		const majority = { code: 'majority', args: { same: '249', all: '250' }, remedy: { code: 'faster', changes: [{ key: 'learningRate', value: '0.1' }, { key: 'clip', value: '1' }], reset: false } };
		tell(majority, plateau);
		seen.first = text();
		const next = chip().querySelector('.link');
		next.focus();
		seen.next = next.textContent;
		next.click();
		seen.second = text();
		seen.focus = document.activeElement.textContent;
		tell(majority, plateau);
		seen.stays = text() + document.activeElement.textContent;
		chip().querySelector('.close').click();
		seen.dismissed = text() + chip().querySelectorAll('.link').length;
		tell(majority);
		tell();
		seen.gone = text();
		tell(plateau, majority);
		seen.again = text();
		await player.request({ type: 'set', key: 'hide', value: 'learningRate' });
		seen.hidden = String(chip().querySelectorAll('.button').length);
		await player.reset();
		tell(plateau);
		seen.anew = text();
		return seen;
	})`)
	const most, least = "249 of 250 test samples get the same answer.", "The training loss has not fallen for 12,000 steps: it is 0.0000693; guessing gives 0.693."
	for key, want := range map[string]string{
		"first": most, "next": "1 of 2: show the next", "second": least, "focus": "2 of 2: show the next", "stays": least + "2 of 2: show the next",
		"dismissed": most + "0", "gone": "none", "again": most, "hidden": "0", "anew": least,
	} {
		if got[key] != want {
			t.Errorf("%s: %q, want %q", key, got[key], want)
		}
	}
	if n := eval[int](t, open(t, "/embed.html#v=1", 640, 480, blank), `document.querySelectorAll('#advice, .advice-chip').length`); n != 0 {
		t.Errorf("an embed has %d places for it", n)
	}
}

// TestRegularizationWakes chooses L2 by hand: its rate becomes one that does something,
// a notice says so, and both are undone together.
func TestRegularizationWakes(t *testing.T) {
	t.Parallel()
	p := open(t, "/#v=1", 1280, 720, blank)
	got := eval[map[string]string](t, p, player+`.then(async player => {
		const seen = {}, spec = () => player.state.spec;
		const select = await until(() => document.querySelector('#field-regularization-input'));
		select.value = 'l2';
		select.dispatchEvent(new Event('change', { bubbles: true }));
		await until(() => spec().regularization === 'l2');
		seen.rate = spec().regularizationRate;
		seen.notice = await until(() => document.querySelector('#notices').innerText.trim());
		await until(() => !document.querySelector('#undo').disabled);
		document.querySelector('#undo').click();
		await until(() => spec().regularization === 'none');
		seen.undone = [spec().regularizationRate, document.querySelector('#undo').disabled].join();
		await player.setState('v=1&regularization=l2');
		seen.link = spec().regularizationRate;
		return seen;
	})`)
	for key, want := range map[string]string{"rate": "0.003", "undone": "0,true", "link": "0"} {
		if got[key] != want {
			t.Errorf("%s: %q, want %q", key, got[key], want)
		}
	}
	if !strings.Contains(got["notice"], "Regularization rate was 0") || !strings.Contains(got["notice"], "0.003") {
		t.Errorf("the notice is %q", got["notice"])
	}
}

// TestDivergedDoesNotPause holds that the buttons of the page and of an embed offer to
// train, not to pause, from the moment on at which they hear that a run has diverged.
func TestDivergedDoesNotPause(t *testing.T) {
	t.Parallel()
	const link = "v=1&dataset=reg-plane&networkShape=none&learningRate=0.1"
	for path, look := range map[string]string{
		"/#" + link: player + `.then(async player => {
			const label = () => document.querySelector('#play-label').textContent + ',' + document.querySelector('#transport').classList.contains('is-playing');
			const seen = [];
			player.addEventListener('message', ({ detail }) => { if (detail.type === 'playing' || detail.type === 'diverged') seen.push(label()); });
			document.querySelector('#play').click();
			await until(() => !document.querySelector('#coach').hidden);
			document.querySelector('#play').click(); // it can't go on from there
			await until(() => seen.length === 3);
			return seen;
		})`,
		"/embed.html#" + link: `(async () => {
			const play = await until(() => document.querySelector('#bar:not([hidden]) #play'));
			const label = () => play.getAttribute('aria-label') + ',' + document.querySelector('#bar').classList.contains('is-playing');
			await until(() => label() === 'Train,false');
			const seen = [];
			new MutationObserver(() => seen.push(label())).observe(document.querySelector('#bar'), { attributeFilter: ['class'] });
			play.click();
			await until(() => seen.length === 2);
			seen.push(label());
			return seen;
		})()`,
	} {
		p := open(t, path, 1280, 720, blank)
		got := strings.Join(eval[[]string](t, p, look), " ")
		if got != "Pause,true Train,false Train,false" {
			t.Errorf("%s: %s", path, got)
		}
	}
}
