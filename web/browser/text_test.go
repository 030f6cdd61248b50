//go:build !js

package browser

import (
	"encoding/base64"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// TestTexts brings texts as readers do: one that is too short stays in the field and
// says what it lacks; an encoding is guessed, said and changed; of a long text a part is
// chosen; the end is held back; undo brings back what was; a reload does not lose a text
// that no link can carry.
func TestTexts(t *testing.T) {
	t.Parallel()
	const (
		area = `document.querySelector('#field-ownText textarea')`
		said = `document.querySelector('.passage-said').textContent`
		held = `player.state.spec.ownText`
	)
	p := open(t, "/#v=1&architecture=rnn&sequence=own-text&units=4&samples=64", 1280, 900, blank)
	eval[bool](t, p, ready+`.then(el => { globalThis.player = el; return true })`)
	wait(t, p, area+` !== null`)
	if !eval[bool](t, p, `!document.querySelector('.passage-whole').hidden && player.state.spec.percTrainData === '100'`) {
		t.Error("a link from before says that a part of the text tests")
	}
	write := func(script string) {
		eval[bool](t, p, fmt.Sprintf(`(() => { const area = %s; area.focus(); area.value = %s; area.dispatchEvent(new Event('change')); area.blur(); return true; })()`, area, script))
	}
	write(`'too short'`)
	wait(t, p, said+`.includes('9 characters; at least 200')`)
	if !eval[bool](t, p, area+`.value === 'too short' && `+held+` === ''`) {
		t.Error("a text that is too short leaves the field")
	}
	write(`'one two\u200b three. '.repeat(30)`)
	wait(t, p, said+`.includes('U+200B')`)
	wait(t, p, held+`.startsWith('one two three.') && player.state.spec.percTrainData === '90' && document.querySelector('.passage-whole').hidden`)

	// A file whose encoding is a guess, which can be changed.
	chinese, err := os.ReadFile("../../nn/data/passage/testdata/cases/30-gb18030.txt")
	if err != nil {
		t.Fatal(err)
	}
	eval[bool](t, p, fmt.Sprintf(`(() => {
		const data = new DataTransfer();
		data.items.add(new File([Uint8Array.from(atob('%s'), c => c.charCodeAt(0))], 'fish.txt', { type: 'text/plain' }));
		%s.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
		return true;
	})()`, base64.StdEncoding.EncodeToString(chinese), area))
	wait(t, p, held+`.includes('水里有鱼') && `+said+`.includes('GB18030')`)
	choose := func(id, value string) {
		eval[bool](t, p, fmt.Sprintf(`(() => { const select = document.getElementById('%s'); select.value = '%s'; select.dispatchEvent(new Event('change')); return !select.closest('label').hidden; })()`, id, value))
	}
	if guessed := eval[string](t, p, `document.querySelector('#passage-encoding').value`); guessed != "GB18030" {
		t.Errorf("the encoding that is chosen is %q", guessed)
	}
	choose("passage-encoding", "Windows-1252")
	wait(t, p, held+`.includes('É½') && `+said+`.includes('Windows-1252')`)
	choose("passage-encoding", "GB18030")
	wait(t, p, held+`.includes('水里有鱼')`)

	// A long text: both numbers, and a part of it.
	write(`Array.from({ length: 4000 }, (_, i) => 'word' + i).join(' ')`)
	wait(t, p, said+`.includes('the first 20,000 are used')`)
	wait(t, p, held+`.startsWith('word0 word1 ') && !document.querySelector('#passage-part').closest('label').hidden && document.querySelector('#passage-others').hidden`)
	choose("passage-part", "passages")
	wait(t, p, said+`.includes('20 passages') && !`+held+`.startsWith('word0 word1 ')`)
	before := eval[string](t, p, held)
	eval[bool](t, p, `(document.querySelector('#passage-others').click(), true)`)
	wait(t, p, said+`.includes('seed 1.') && !document.querySelector('#passage-others').hidden`)
	drawn := eval[string](t, p, held)
	if drawn == before || strings.Count(drawn, "\n\n") != 19 {
		t.Errorf("other passages: %.60q, before %.60q", drawn, before)
	}
	eval[bool](t, p, `(document.querySelector('#undo').click(), true)`)
	wait(t, p, held+`.length > 0 && document.querySelector('.passage-said').childElementCount === 0 && !document.querySelector('#redo').disabled`)
	if undone := eval[string](t, p, held); undone == drawn {
		t.Error("undo leaves the text")
	}
	eval[bool](t, p, `(document.querySelector('#redo').click(), true)`)
	wait(t, p, `document.querySelector('#redo').disabled`)

	// A reload.
	link := eval[string](t, p, `location.hash`)
	if !strings.Contains(link, "&ownText=n") {
		t.Fatalf("%.200s carries 20,000 characters", link)
	}
	m := eval[metrics](t, p, `player.train(3)`)
	wait(t, p, `(await indexedDB.databases()).some(d => d.name === 'nnplay') && (await new Promise(done => { const r = indexedDB.open('nnplay'); r.onsuccess = () => { const q = r.result.transaction('files').objectStore('files').getAllKeys(); q.onsuccess = () => { r.result.close(); done(q.result); }; }; })).includes('`+link[strings.Index(link, "ownText=")+len("ownText="):]+`'.split('&')[0])`)
	do(t, p, chromedp.Reload())
	eval[bool](t, p, ready+`.then(el => { globalThis.player = el; return true })`)
	wait(t, p, `document.querySelector('#n-step').textContent === '3' && location.hash === '`+link+`'`)
	if again := eval[metrics](t, p, `player.metrics()`); again.Fingerprint != m.Fingerprint || eval[string](t, p, held) != drawn {
		t.Errorf("after a reload %.16s, not %.16s; %.60q, not %.60q", again.Fingerprint, m.Fingerprint, eval[string](t, p, held), drawn)
	}
}
