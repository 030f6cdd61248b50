//go:build !js

package browser

import (
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"nnplay/nn/program"
	"nnplay/nn/workload"
)

// engineWorker runs a test binary in a worker set up as trainer-worker.js sets
// up the trainer's, and posts how it exits and what it prints.
const engineWorker = `
importScripts('wasm_exec.js', 'frame/simd-host.js');
let output = '';
let code = -1;
const decoder = new TextDecoder();
fs.writeSync = (_, bytes) => {
  output += decoder.decode(bytes, { stream: true });
  return bytes.length;
};
(async () => {
  const go = new Go();
  go.argv = ['trainer.test', '-test.v', '-test.run=^Test(Instructions$|Functions$|Sequences$|Engine)'];
  go.exit = (status) => { code = status; };
  go.importObject.simd = nnplaySIMD.imports;
  const { instance } = await WebAssembly.instantiateStreaming(fetch('trainer.test.wasm'), go.importObject);
  nnplaySIMD.attach(instance);
  await go.run(instance);
})().catch((error) => { output += error.stack ?? error; }).finally(() => postMessage({ code, output }));
`

// TestEngine runs the tests of the trainer's SIMD engine in Chromium, whose
// compiler is not the one of the native tests.
func TestEngine(t *testing.T) {
	t.Parallel()
	binary := filepath.Join(t.TempDir(), "trainer.test.wasm")
	build := exec.Command("go", "test", "-c", "-o", binary, "./wasm/trainer")
	build.Dir, build.Env = "../..", append(os.Environ(), "GOOS=js", "GOARCH=wasm", "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v: %v\n%s", build, err, out)
	}
	text := func(body, mediaType string) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", mediaType)
			w.Write([]byte(body))
		}
	}
	mux := http.NewServeMux()
	mux.Handle("/", http.FileServer(http.Dir("../dist")))
	mux.HandleFunc("/blank.html", text("<!doctype html><link rel=icon href=data:,>", "text/html"))
	mux.HandleFunc("/engine-worker.js", text(engineWorker, "text/javascript"))
	mux.HandleFunc("/trainer.test.wasm", func(w http.ResponseWriter, r *http.Request) { http.ServeFile(w, r, binary) })
	site := httptest.NewServer(mux)
	defer site.Close()

	// All of it is computing: a thrifty browser would not optimize it.
	b, err := Start(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	p, err := b.Open(site.URL+"/blank.html", 640, 480, false)
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	got, err := Eval[struct {
		Code   int
		Output string
	}](p, 10*patience, `new Promise((done) => {
		const worker = new Worker('engine-worker.js');
		worker.onmessage = (event) => done(event.data);
		worker.onerror = (event) => done({ code: -1, output: event.message });
	})`)
	if err != nil {
		t.Fatal(err)
	}
	if got.Code != 0 {
		t.Fatalf("exit code %d, after\n%s\n%s", got.Code, got.Output, strings.Join(p.Errors(), "\n"))
	}
	passed := map[string]bool{}
	for _, m := range regexp.MustCompile(`(?m)^--- PASS: (\S+) \((.*)\)$`).FindAllStringSubmatch(got.Output, -1) {
		passed[m[1]] = true
		t.Logf("%s in %s", m[1], m[2])
	}
	for _, name := range []string{
		"TestInstructions", "TestFunctions", "TestSequences", "TestEngineKnowsShapes", "TestEngineSettings", "TestEngineManyShapes",
		"TestEngineRefusedModule", "TestEngineInvalidModule", "TestEngineWorkloads", "TestEngineWithoutSIMD",
	} {
		if !passed[name] {
			t.Errorf("%s did not run", name)
		}
	}
	checkWorkloads(t, got.Output)
}

// workloadSteps is what wasm/trainer/engine_js_test.go says too.
const workloadSteps = 12

// checkWorkloads compares the weights that the workloads have in the browser
// with those that the interpreter makes natively.
func checkWorkloads(t *testing.T, output string) {
	t.Helper()
	in := map[string]string{}
	for _, m := range regexp.MustCompile(`weights of (\w+): ([0-9a-f]{64})`).FindAllStringSubmatch(output, -1) {
		in[m[1]] = m[2]
	}
	for _, w := range workload.Workloads {
		r, err := w.Start(program.Interpret)
		if err != nil {
			t.Fatal(err)
		}
		r.Step(workloadSteps)
		if want := r.Fingerprint(); in[w.Name] != want {
			t.Errorf("%s: weights %.16s in the browser, %.16s natively", w.Name, in[w.Name], want)
		}
	}
}
