//go:build !js

package browser

import (
	"slices"
	"testing"
)

// TestUndoLong undoes and redoes texts, and points, that are too long for the link and
// of one length, so that the links of two of them are the same.
func TestUndoLong(t *testing.T) {
	t.Parallel()
	p := open(t, "/#v=1&architecture=rnn&sequence=own-text&units=4", 1280, 720, blank)
	eval[bool](t, p, ready+`.then(el => { globalThis.player = el; return until(() => !document.querySelector('#gallery').disabled); })`)
	for _, c := range []struct{ name, link, key, first, second string }{
		{"a text", "v=1&architecture=rnn&sequence=own-text&units=4", "ownText", `'abcd '.repeat(1000).trim()`, `'dcba '.repeat(1000).trim()`},
		{"points", "v=1&dataset=own&networkShape=2", "points", `'c' + 'L0a1'.repeat(2000)`, `'c' + 'L0a9'.repeat(2000)`},
	} {
		got := eval[[]string](t, p, `(async () => {
			await player.setState('`+c.link+`');
			const texts = { [`+c.first+`]: 'first', [`+c.second+`]: 'second' };
			const now = () => texts[player.state.spec.`+c.key+`] ?? 'none';
			const seen = [];
			for (const value of Object.keys(texts)) {
				await player.request({ type: 'set', key: '`+c.key+`', value });
				seen.push(now());
				if (seen.length === 1) await player.request({ type: 'set', key: 'learningRate', value: '0.003' }); // a step between: what follows at once is one
			}
			for (const [button, want] of [['undo', 'first'], ['undo', 'first'], ['undo', 'none'], ['redo', 'first'], ['redo', 'first'], ['redo', 'second']]) {
				(await until(() => document.querySelector('#' + button + ':enabled'))).click();
				await until(() => now() === want);
				await player.request({ type: 'metrics' });
				seen.push(now());
			}
			return seen;
		})()`)
		if want := []string{"first", "second", "first", "first", "none", "first", "first", "second"}; !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", c.name, got, want)
		}
	}
}
