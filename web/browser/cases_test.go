//go:build !js

package browser

import (
	"encoding/base64"
	"fmt"
	"os"
	"strings"
	"testing"

	"nnplay/nn/data/passage"
)

// caseOf reads a file that real use showed to fail.
func caseOf(t *testing.T, name string) string {
	t.Helper()
	file, err := os.ReadFile("../../nn/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return string(file)
}

// TestLinkAndTextFiles opens the links and reads the texts that real use showed to fail,
// one after the other in a page: a feature that a link hides is no input, a network
// without inputs says so, a text of which all trains has no test loss, and texts are
// learned as they were written. Tables and pictures have tests of their own.
func TestLinkAndTextFiles(t *testing.T) {
	t.Parallel()
	var links []string
	for line := range strings.Lines(caseOf(t, "lab/points/testdata/cases/40-links.txt")) {
		if strings.HasPrefix(line, "#") {
			links = append(links, strings.TrimSpace(line))
		}
	}
	p := open(t, "/"+links[0], 1280, 900, blank)
	eval[bool](t, p, ready+`.then(el => { globalThis.player = el; return true })`)
	if features := eval[string](t, p, `player.state.spec.features`); features != "x,y" {
		t.Errorf("with hidden features the inputs are %s", features)
	}
	if m := eval[metrics](t, p, `player.train(500)`); m.Accuracy == nil || *m.Accuracy > 0.75 {
		t.Errorf("one neuron of two inputs tells XOR: %s", value(m.Accuracy))
	}
	eval[bool](t, p, `(location.hash = '`+links[1]+`', true)`)
	wait(t, p, `player.state.spec.features === 'none' && document.querySelector('#notices').innerText.includes('No input is chosen')`)

	eval[bool](t, p, `(location.hash = '#`+strings.TrimSpace(caseOf(t, "lab/sequence/testdata/cases/41-random-letters-link.txt"))+`', true)`)
	wait(t, p, `player.state.spec.sequence === 'own-text' && document.querySelector('#field-ownText textarea') !== null`)
	if m := eval[metrics](t, p, `player.train(3)`); m.TestLoss != nil || m.TrainLoss == nil {
		t.Errorf("where all of a text trains, the losses are %s and %s", value(m.TrainLoss), value(m.TestLoss))
	}
	for _, name := range []string{"30-gb18030.txt", "32-persian-zwnj.txt", "33-indent.txt"} {
		file := caseOf(t, "data/passage/testdata/cases/"+name)
		want, err := passage.Read([]byte(file), passage.Choices{})
		if err != nil {
			t.Fatal(err)
		}
		eval[bool](t, p, fmt.Sprintf(`(() => {
			const data = new DataTransfer();
			data.items.add(new File([Uint8Array.from(atob('%s'), c => c.charCodeAt(0))], '%s', { type: 'text/plain' }));
			document.querySelector('#field-ownText textarea').dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
			return true;
		})()`, base64.StdEncoding.EncodeToString([]byte(file)), name))
		wait(t, p, `player.state.spec.ownText === `+quote(want.Text)+` && player.state.spec.percTrainData === '90'`)
	}
	if m := eval[metrics](t, p, `player.train(3)`); m.TestLoss == nil {
		t.Error("nothing of a text that was read is held back")
	}
}
