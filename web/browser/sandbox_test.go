//go:build !js

package browser

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"testing"

	"nnplay/nn/experiment"
)

// sandboxed is a foreign page that shows the playground in a frame which may
// run scripts and nothing else; run trains there, and hand gives it files. The workers
// then come from blobs, and everything they import from another origin.
const sandboxed = `<!doctype html><link rel=icon href=data:,>
<iframe sandbox="allow-scripts" src="%s/embed.html?host=it" width=600 height=400></iframe>
<script>
let hand;
const run = new Promise((done) => {
  let simd = null;
  const handed = new Map();
  addEventListener('message', (event) => {
    if (event.data.nnplay !== 'hello') return;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => {
      if (data.type === 'ready') simd = data.simd;
      if (data.type === 'trained') done({ simd, metrics: data.metrics });
      handed.get(data.id)?.(data);
      if (data.fatal) done({ error: data.text });
    };
    event.source.postMessage({ nnplay: 'connect', id: 'it' }, '*', [port2]);
    port1.postMessage({ type: 'train', n: 20 });
    hand = (id, files, classes) => new Promise((answer) => {
      handed.set(id, answer);
      port1.postMessage({ type: 'open', id, files, classes });
    });
  });
});
</script>`

// TestSandbox trains in a sandboxed frame, with SIMD as elsewhere.
func TestSandbox(t *testing.T) {
	t.Parallel()
	site := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		fmt.Fprintf(w, sandboxed, server.URL)
	}))
	defer site.Close()
	p := visit(t, site.URL, View{Width: 640, Height: 480})
	got := eval[struct {
		SIMD    bool
		Metrics metrics
		Error   string
	}](t, p, `run`)
	run, err := experiment.New(families.Default())
	if err != nil {
		t.Fatal(err)
	}
	run.Step(20)
	if want := run.Fingerprint(); got.Error != "" || !got.SIMD || got.Metrics.Fingerprint != want {
		t.Errorf("error %q, SIMD %t, fingerprint %.12s, want %.12s", got.Error, got.SIMD, got.Metrics.Fingerprint, want)
	}
	// Files that are handed over are read there as elsewhere.
	type answer struct {
		Type, Kind, Code, Text string
		Count                  int
		Classes                []string
	}
	const table = `new File(['a;b;kind\n' + Array.from({ length: 30 }, (_, i) => [i % 7, i % 5, i % 2 ? 'odd' : 'even'].join(';')).join('\n')], 'rows.csv')`
	if got := eval[answer](t, p, `hand(1001, [`+table+`], '')`); got.Kind != "table" || got.Count != 30 || len(got.Classes) != 2 {
		t.Errorf("a table becomes %+v", got)
	}
	const picture = `(async () => {
		const canvas = new OffscreenCanvas(40, 40);
		canvas.getContext('2d').fillRect(8, 4, 8, 30);
		return new File([await canvas.convertToBlob()], 'one.png', { type: 'image/png' });
	})()`
	if got := eval[answer](t, p, picture+`.then((file) => hand(1002, [file], 'cats'))`); got.Kind != "pictures" || got.Count != 1 || len(got.Classes) == 0 || got.Classes[0] != "cats" {
		t.Errorf("a picture becomes %+v", got)
	}
	if got := eval[answer](t, p, `hand(1003, [new File(['{"a": 1}'], 'rows.csv')], '')`); got.Code != "csv-markup" || got.Text == "" {
		t.Errorf("JSON is answered with %+v", got)
	}
}
