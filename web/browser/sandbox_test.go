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
// run scripts and nothing else; run trains there. The trainer's worker then
// comes from a blob, and everything it imports from another origin.
const sandboxed = `<!doctype html><link rel=icon href=data:,>
<iframe sandbox="allow-scripts" src="%s/embed.html?host=it" width=600 height=400></iframe>
<script>
const run = new Promise((done) => {
  let simd = null;
  addEventListener('message', (event) => {
    if (event.data.nnplay !== 'hello') return;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => {
      if (data.type === 'ready') simd = data.simd;
      if (data.type === 'trained') done({ simd, metrics: data.metrics });
      if (data.fatal) done({ error: data.text });
    };
    event.source.postMessage({ nnplay: 'connect', id: 'it' }, '*', [port2]);
    port1.postMessage({ type: 'train', n: 20 });
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
}
