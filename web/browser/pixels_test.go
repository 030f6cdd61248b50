//go:build !js

package browser

import (
	"encoding/base64"
	"fmt"
	"os"
	"testing"
)

// TestPixelTable opens 24-pixels-785-columns.csv on the page of a perceptron and uses it
// as images: the page goes over to an architecture that learns them, class by class; undo
// takes them away again. A link to fewer classes than are shown goes over to them without
// a complaint, which would end the test.
func TestPixelTable(t *testing.T) {
	t.Parallel()
	file, err := os.ReadFile("../../nn/data/table/testdata/cases/24-pixels-785-columns.csv")
	if err != nil {
		t.Fatal(err)
	}
	p := open(t, "/#v=1&dataset=xor", 1280, 900, blank)
	eval[bool](t, p, ready+`.then(el => { globalThis.player = el; return true })`)
	eval[bool](t, p, fmt.Sprintf(`(() => {
		const data = new DataTransfer();
		data.items.add(new File([Uint8Array.from(atob('%s'), c => c.charCodeAt(0))], 'digits.csv', { type: 'text/csv' }));
		document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
		return true;
	})()`, base64.StdEncoding.EncodeToString(file)))
	const button = `document.querySelector('#csv-images')`
	wait(t, p, `!document.querySelector('#csv-choices').hidden && !`+button+`.hidden && `+button+`.textContent.includes('28 × 28')`)
	eval[bool](t, p, `(`+button+`.click(), true)`)
	wait(t, p, `!document.querySelector('#csv-dialog').open && player.state.spec.architecture === 'cnn' && player.state.spec.images === 'own'`)
	wait(t, p, `[...document.querySelectorAll('.album-class')].map(c => c.querySelector('input[type=text]').value + ' ' + c.querySelector('.album-count').textContent).join() === '0 10,1 10'`)
	wait(t, p, `document.querySelector('#notices').textContent.includes('20 images of 28 × 28 in 2 classes: 0, 1.')`)
	if m := eval[metrics](t, p, `player.train(60)`); m.TestLoss == nil {
		t.Error("images of a table are not learned")
	}
	eval[bool](t, p, `(document.querySelector('#album-add-class').click(), true)`)
	wait(t, p, `document.querySelectorAll('.album-class').length === 3`)
	eval[bool](t, p, `player.request({ type: 'images', op: 'draw', index: 2, value: '00'.repeat(391) + 'ff' + '00'.repeat(392) }).then(() => true)`)
	wait(t, p, `document.querySelectorAll('.album-count')[2].textContent === '1'`)
	full := eval[string](t, p, `player.getState()`)
	eval[bool](t, p, `player.setState('v=1&architecture=cnn&images=own').then(() => true)`)
	wait(t, p, `document.querySelectorAll('.album-class').length === 2`)
	eval[bool](t, p, `player.setState('`+full+`').then(() => true)`)
	wait(t, p, `document.querySelectorAll('.album-class').length === 3`)
	eval[bool](t, p, `(document.querySelector('#album-undo').click(), true)`)
	wait(t, p, `document.querySelectorAll('.album-count')[2].textContent === '0'`)
	for range 2 {
		eval[bool](t, p, `(document.querySelector('#album-undo').click(), true)`)
	}
	wait(t, p, `[...document.querySelectorAll('.album-count')].every(c => c.textContent === '0')`)
}
