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
