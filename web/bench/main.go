//go:build !js

// Bench measures the built playground in Chromium and prints Go benchmark
// lines: how fast it trains, what a frame costs the page, how soon the first
// step is made, and what has to be downloaded.
//
//	go run ./web/bench
//	go run ./web/bench -only frames
//	go run ./web/bench -only start -n 9 -against ../other
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"nnplay/nn/workload"
	"nnplay/web/browser"
)

// A visit is an experiment whose speed is measured as visitors have it: with its
// shuffles, and drawn.
type visit struct {
	name, link string
	batch      int
}

var visits = []visit{
	{"W1", "#v=1&dataset=circle&networkShape=8,8", 10},
	{"W2", "#v=1&dataset=circle&networkShape=8,8,8,8,8,8", 10},
}

// measures are what is measured, in this order.
var measures = []struct {
	name string
	run  func(*browser.Browser, string) error
}{{"train", train}, {"frames", frames}, {"charts", charts}}

func main() {
	only := flag.String("only", "", "measure that alone: start, train, frames or charts")
	n := flag.Int("n", 5, "how often the page is opened")
	against := flag.String("against", "", "`folder` of another checkout, built, whose page is opened in turns with this one's")
	flag.Parse()
	if err := run(*only, *n, *against); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func run(only string, n int, against string) error {
	server, err := browser.Serve(".")
	if err != nil {
		return err
	}
	defer server.Close()
	if only == "" || only == "start" {
		if err := starts(server, n, against); err != nil || only != "" {
			return err
		}
	}
	chromium, err := browser.Start(context.Background())
	if err != nil {
		return err
	}
	defer chromium.Close()
	for _, m := range measures {
		if only != "" && m.name != only {
			continue
		}
		if err := m.run(chromium, server.URL); err != nil {
			return err
		}
	}
	if only != "" {
		return nil
	}
	return sizes(filepath.Join("web", "dist"))
}

// starts measures how the page opens, beside that of another checkout if one is named.
func starts(server *browser.Server, n int, against string) error {
	f, err := newFront(server.URL)
	if err != nil {
		return err
	}
	defer f.Close()
	sites := []site{{"", f}}
	if against != "" {
		other, err := browser.Serve(against)
		if err != nil {
			return err
		}
		defer other.Close()
		f, err := newFront(other.URL)
		if err != nil {
			return err
		}
		defer f.Close()
		sites = append(sites, site{"against", f})
	}
	return start(sites, n)
}

// ready is an expression for the page's element once it is ready.
const ready = `customElements.whenDefined('nn-play').then(() => document.querySelector('nn-play').ready.then(() => globalThis.player = document.querySelector('nn-play')))`

// A measured is the trainer's answer to the command bench.
type measured struct {
	SamplesPerSecond         float64
	FirstCompileMilliseconds float64
	CompileMilliseconds      float64
	FirstOpenMilliseconds    float64
	OpenMilliseconds         float64
	ModuleBytes              int
	Units                    int
	Gflops                   float64
	Milliseconds             float64
	StepsPerSecond           float64
}

// settles is how long a page runs before it is measured: in its first seconds the
// browser compiles and optimizes its programs.
const settles = 8 * time.Second

// train prints the bare speed of training, nothing being drawn, what compiling
// takes, and the speed of a matrix product.
func train(b *browser.Browser, url string) error {
	p, err := b.Open(url+"/", 1440, 900, false)
	if err != nil {
		return err
	}
	defer p.Close()
	time.Sleep(settles)
	run := func(name string) (measured, error) {
		expression := ready + fmt.Sprintf(`.then(() => player.request({ type: 'bench', workload: %q })).then((m) => ({
			SamplesPerSecond: m.samplesPerSecond, FirstCompileMilliseconds: m.firstCompileMilliseconds, CompileMilliseconds: m.compileMilliseconds,
			FirstOpenMilliseconds: m.firstOpenMilliseconds, OpenMilliseconds: m.openMilliseconds, Units: m.units, ModuleBytes: m.moduleBytes,
			Gflops: m.gflops, Milliseconds: m.milliseconds, StepsPerSecond: m.stepsPerSecond }))`, name)
		return browser.Eval[measured](p, 2*time.Minute, expression)
	}
	for _, w := range workload.Workloads {
		m, err := run(w.Name)
		if err != nil {
			return err
		}
		fmt.Printf("BenchmarkTrain/%s 1 %.0f ns/op %.0f samples/s\n", w.Name, float64(w.Batch)/m.SamplesPerSecond*1e9, m.SamplesPerSecond)
		fmt.Printf("BenchmarkCompile/%s 1 %.2f ms %.2f first-ms %d bytes\n", w.Name, m.CompileMilliseconds, m.FirstCompileMilliseconds, m.ModuleBytes)
		fmt.Printf("BenchmarkOpen/%s 1 %.2f ms %.2f first-ms\n", w.Name, m.OpenMilliseconds, m.FirstOpenMilliseconds)
	}
	m, err := run("gemm128")
	if err != nil {
		return err
	}
	fmt.Printf("BenchmarkGemm/128 1 %.1f GFLOP/s\n", m.Gflops)
	if err := handwritten(b, 128, m.Gflops); err != nil {
		return err
	}
	if m, err = run("heat"); err != nil {
		return err
	}
	fmt.Printf("BenchmarkHeat/W2 1 %.2f ms %d maps of 100x100\n", m.Milliseconds, m.Units)
	for _, e := range visits {
		if _, err := browser.Eval[bool](p, time.Minute, ready+fmt.Sprintf(`.then(() => player.setState(%q)).then(() => true)`, e.link)); err != nil {
			return err
		}
		if m, err = run("view"); err != nil {
			return err
		}
		fmt.Printf("BenchmarkView/%s 1 %.2f ms\n", e.name, m.Milliseconds)
		if m, err = run("steps"); err != nil {
			return err
		}
		fmt.Printf("BenchmarkExperiment/%s 1 %.0f ns/op %.0f samples/s\n", e.name, 1e9/m.StepsPerSecond, m.StepsPerSecond*float64(e.batch))
	}
	return nil
}

// sizes prints what the programs weigh as they are sent.
func sizes(dist string) error {
	files, err := filepath.Glob(filepath.Join(dist, "*.wasm"))
	if err != nil {
		return err
	}
	for _, file := range files {
		raw, err := os.Stat(file)
		if err != nil {
			return err
		}
		small, err := os.Stat(file + ".br")
		if err != nil {
			return err
		}
		name, _, _ := strings.Cut(filepath.Base(file), ".")
		fmt.Printf("BenchmarkSize/%s 1 %d bytes %d brotli-bytes\n", name, raw.Size(), small.Size())
	}
	return nil
}
