//go:build !js

package browser

import (
	"strings"
	"testing"
)

// TestElementMore walks through what tutorials use besides training: settings,
// what is locked, predictions and the rarer events.
func TestElementMore(t *testing.T) {
	t.Parallel()
	p := open(t, "/#v=1&dataset=xor&networkShape=4&optimizer=adam&learningRate=0.05", 1280, 720, blank)
	got := eval[[]string](t, p, player+`.then(async el => {
		const seen = [], refused = async (what) => { try { await what(); return 'accepted'; } catch (error) { return error.code ?? error.name; } };
		for (const type of ['epoch', 'resize', 'diverged']) el.addEventListener(type, (e) => { if (!seen.some(s => s.startsWith(type))) seen.push(type + ' ' + Object.keys(e.detail).includes({ epoch: 'accuracy', resize: 'width', diverged: 'tensor' }[type])); });
		await el.set('noise', 10);
		seen.push(el.getState().includes('noise=10') ? 'set' : 'not set');
		seen.push('no such ' + await refused(() => el.set('nosuch', 1)));
		el.setAttribute('locked', 'noise, seed');
		seen.push('locked ' + await refused(() => el.set('noise', 20)));
		await el.set('activation', 'relu');
		el.removeAttribute('locked');
		await el.set('activation', 'tanh');
		await el.train(2000);
		const out = await el.predict([[3, 3], [3, -3], [-3, 3], [-3, -3]]);
		seen.push('outputs ' + out.map(row => row.length === 1 && row[0] > 0.5 ? 1 : 0).join(''));
		seen.push('points ' + await refused(() => el.predict([[1]])));
		seen.push('numbers ' + await refused(() => el.predict([[1, 'x']])));
		seen.push('many ' + await refused(() => el.predict(Array(1001).fill([0, 0]))));
		await el.play();
		const heard = (event) => until(() => seen.includes(event));
		await heard('epoch true');
		await el.pause();
		el.style.inlineSize = '70%';
		await el.setState('#v=1&dataset=reg-plane&networkShape=8&activation=linear&learningRate=10');
		await el.train(500).catch(() => {});
		await heard('diverged true');
		await heard('resize true');
		return seen;
	})`)
	all := strings.Join(got, " | ")
	for _, want := range []string{
		"set |", "no such ", "locked locked", "points odd-inputs", "numbers bad-input", "many TypeError",
		"epoch true", "resize true", "diverged true",
	} {
		if !strings.Contains(all, want) {
			t.Errorf("%q lacks %q", all, want)
		}
	}
	if strings.Contains(all, "accepted") {
		t.Errorf("%q: something was accepted", all)
	}
	// The two classes of XOR lie across from each other.
	if !strings.Contains(all, "outputs 1001") && !strings.Contains(all, "outputs 0110") {
		t.Errorf("%q does not tell the quadrants apart", all)
	}
}

// TestLocked holds that the reader of a page can look at what it has locked, and
// not change it; and that the page itself can go on to another experiment.
func TestLocked(t *testing.T) {
	t.Parallel()
	p := open(t, "/#v=1&dataset=xor&networkShape=4,2", 1280, 720)
	got := eval[map[string]string](t, p, frame+`
		globalThis.player = player;
		const seen = {};
		const shown = (id) => d.getElementById(id).checkVisibility();
		const press = (target, key) => target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
		seen.before = String(shown('layers') && d.querySelectorAll('.units').length > 0);
		player.setAttribute('locked', 'weights networkShape');
		await until(() => !shown('layers'));
		seen.layers = String(d.querySelectorAll('.units').length);
		const { fingerprint } = await player.metrics();
		d.getElementById('net').focus();
		for (const key of ['ArrowRight', 'Enter']) press(d.getElementById('net'), key);
		await until(() => shown('edit'));
		const value = d.getElementById('edit-value');
		seen.editor = [value.readOnly, d.getElementById('edit-slider').disabled, d.getElementById('edit-frozen').disabled, shown('edit-locked')].join();
		// Whatever gets past the form is refused all the same.
		const refused = new Promise((done) => player.addEventListener('error', (event) => done(event.detail.code), { once: true }));
		value.value = '2.5';
		value.dispatchEvent(new Event('input'));
		seen.refused = await refused;
		seen.same = String((await player.metrics()).fingerprint === fingerprint);
		seen.set = await player.set('networkShape', '3').then(() => 'accepted', (error) => error.code);
		seen.free = await player.set('activation', 'relu').then(() => 'accepted', (error) => error.code);
		seen.trained = String((await player.train(10)).step);
		await player.setState('v=1&networkShape=5');
		seen.loaded = player.state.spec.networkShape;
		player.setAttribute('locked', 'all');
		seen.all = await player.set('noise', 5).then(() => 'accepted', (error) => error.code);
		player.removeAttribute('locked');
		await until(() => shown('layers'));
		seen.unlocked = await player.set('networkShape', '3').then(() => 'accepted', (error) => error.code);
		return seen;
	})()`)
	for key, want := range map[string]string{
		"before": "true", "layers": "0", "editor": "true,true,true,true", "refused": "locked", "same": "true", "set": "locked", "free": "accepted",
		"trained": "10", "loaded": "5", "all": "locked", "unlocked": "accepted",
	} {
		if got[key] != want {
			t.Errorf("%s: %q, want %q", key, got[key], want)
		}
	}
}
