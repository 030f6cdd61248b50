//go:build !js

package browser

import (
	"strings"
	"testing"
)

// TestArrivals lets files fall on the page and pastes tables where no field is: each goes
// to the reader of its kind. A file over the bound offers its beginning, whose sample
// hangs on a seed. What was taken is undone by the usual button.
func TestArrivals(t *testing.T) {
	t.Parallel()
	p := open(t, "/", 1280, 900, blank)
	eval[bool](t, p, ready+`.then((el) => {
		globalThis.player = el;
		globalThis.get = (id) => document.getElementById(id);
		globalThis.drop = (...files) => {
			const data = new DataTransfer();
			for (const file of files) data.items.add(file);
			document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
		};
		globalThis.paste = (texts, at = document.body) => {
			const data = new DataTransfer();
			for (const [type, text] of Object.entries(texts)) data.setData(type, text);
			return at.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
		};
		globalThis.read = (start) => until(() => get('csv-dialog').open && !get('csv-choices').hidden && get('csv-status').textContent.startsWith(start)).then(() => get('csv-rows').rows[1].innerText);
		return true;
	})`)
	got := eval[map[string]string](t, p, `(async () => {
		const seen = {};
		const search = get('gallery-search');
		get('gallery').click();
		search.focus();
		seen.field = paste({ 'text/plain': 'a\tb\n1\t2\n3\t4' }, search) + ' ' + get('csv-dialog').open;
		get('gallery-dialog').close();
		seen.prose = paste({ 'text/plain': 'Hello, this is a sentence.' }) + ' ' + get('csv-dialog').open;
		paste({ 'text/plain': 'a\tb\tkind\n1\t2\tx\n3\t4\ty\n5\t6\tx' });
		seen.sheet = await read('3 rows and 3 columns');
		get('csv-dialog').close();
		paste({ 'text/plain': 'ignored', 'text/html': '<b>see</b><table><tr><th>a<th>b<th>kind<tr><td>7,5<td> two words <td>x<tr><td>1<td>"x"<td>y</table><img src=nosuch>' });
		seen.html = await read('2 rows and 3 columns');
		get('csv-dialog').close();

		drop(new File(['a,b,kind\n1,2,x\n3,1,y'], 'one.csv'), new File(['more'], 'two.csv'));
		await read('2 rows');
		seen.several = await until(() => [...document.querySelectorAll('.notice p')].map((el) => el.textContent).find((text) => text.includes('one.csv')));
		get('csv-use').click();
		await until(() => player.state.spec.dataset === 'own' && !get('csv-dialog').open);
		(await until(() => document.querySelector('#undo:enabled'))).click();
		await until(() => player.state.spec.dataset === 'circle');
		seen.undone = player.state.spec.points;
		return seen;
	})()`)
	for key, want := range map[string]string{
		"field": "true false", "prose": "true false", "sheet": "1\t2\tx", "html": "7,5\ttwo words\tx",
		"several": "One table or text at a time: one.csv is read, 1 other file is not.", "undone": "",
	} {
		if got[key] != want {
			t.Errorf("%s: %q, want %q", key, got[key], want)
		}
	}

	// Too large: the beginning, and of its rows a sample.
	if says, refused := dropped(t, p, `'a,b,kind\n' + Array.from({ length: 200000 }, (_, i) => i % 97 + ',' + i % 89 + ',' + 'xy'[i % 2]).join('\n') + '\n' + '1,2,x\n'.repeat(4 << 20)`); !refused || !strings.Contains(says, "20 MB") {
		t.Errorf("a large file: %q", says)
	}
	eval[bool](t, p, `(async () => {
		globalThis.notices = () => [...get('csv-notices').children].map((item) => item.textContent).filter((text) => text.startsWith('Please check')).join(' ');
		get('csv-offers').querySelector('button').click();
		return until(() => !get('csv-choices').hidden);
	})()`)
	got = eval[map[string]string](t, p, `(async () => {
		const seen = { cut: notices() };
		seen.rows = get('csv-status').textContent.split(' and ')[0];
		const before = get('csv-rows').innerText;
		const seed = get('csv-seed');
		seed.value = '7';
		seed.dispatchEvent(new Event('change'));
		await until(() => notices().includes('with the seed 7'));
		seen.other = String(get('csv-rows').innerText !== before);
		get('csv-dialog').close();
		return seen;
	})()`)
	for key, want := range map[string]string{"rows": "50,000 rows", "other": "true"} {
		if got[key] != want {
			t.Errorf("%s: %q, want %q", key, got[key], want)
		}
	}
	if cut := got["cut"]; !strings.Contains(cut, "The file has 25 MB; its first 20 MB are read.") || !strings.Contains(cut, "50000 of ") || !strings.Contains(cut, "with the seed 0.") {
		t.Errorf("of the beginning the page says %q", cut)
	}

	// A text, and a picture whose type nobody says.
	got = eval[map[string]string](t, p, `(async () => {
		const seen = {};
		drop(new File(['Once upon a time, there was a cat.\nIt sat on a mat, and it was glad.\n\nOne day, a dog came by, and sat with it.\n'.repeat(6)], 'tale.txt'));
		(await until(() => [...get('csv-offers').children].find((button) => button.textContent === 'Learn it as a running text'))).click();
		await until(() => player.state.spec.sequence === 'own-text' && player.state.spec.ownText.includes('It sat on a mat'));
		seen.text = player.state.spec.architecture + ' ' + get('csv-dialog').open;
		await player.setState('v=1');
		const canvas = new OffscreenCanvas(40, 40);
		canvas.getContext('2d').fillRect(4, 4, 8, 30);
		drop(new File([await canvas.convertToBlob()], 'stroke.png'));
		await until(() => player.state.spec.images === 'own');
		seen.picture = player.state.spec.architecture;
		return seen;
	})()`)
	for key, want := range map[string]string{"text": "rnn false", "picture": "cnn"} {
		if got[key] != want {
			t.Errorf("%s: %q, want %q", key, got[key], want)
		}
	}
}
