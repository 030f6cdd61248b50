//go:build !js

package main

import (
	_ "embed"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"time"

	"nnplay/web/bench/npm"
	"nnplay/web/browser"
)

//go:embed gemm.js
var handwrittenGemm string

// wabt assembles what is written by hand.
const wabt = "wabt@1.0.39"

// handwritten prints the speed of the best of some matrix products written by
// hand, and how nnplay's compares. Without npm there is nothing to compare with.
func handwritten(b *browser.Browser, n int, gflops float64) error {
	if err := npm.Install(wabt); err != nil {
		fmt.Fprintln(os.Stderr, "no handwritten product to compare with:", err)
		return nil
	}
	cache, err := npm.Folder()
	if err != nil {
		return err
	}
	mux := http.NewServeMux()
	mux.Handle("/npm/", http.StripPrefix("/npm/", http.FileServer(http.Dir(filepath.Join(cache, "node_modules")))))
	text := func(path, mediaType, body string) {
		mux.HandleFunc(path, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", mediaType)
			w.Write([]byte(body))
		})
	}
	text("/gemm.js", "text/javascript", handwrittenGemm)
	text("/gemm.html", "text/html", `<!doctype html><link rel=icon href=data:,><script src=/npm/wabt/index.js></script><script src=/gemm.js></script>`)
	site := httptest.NewServer(mux)
	defer site.Close()
	p, err := b.Open(site.URL+"/gemm.html", 640, 480, false)
	if err != nil {
		return err
	}
	defer p.Close()
	best, err := browser.Eval[struct {
		Name   string
		Gflops float64
	}](p, time.Minute, fmt.Sprintf(`handwritten(%d).then(({ name, gflops }) => ({ Name: name, Gflops: gflops }))`, n))
	if err != nil {
		return err
	}
	fmt.Printf("BenchmarkGemm/%d-handwritten-%s 1 %.1f GFLOP/s %.0f nnplay-%%\n", n, best.Name, best.Gflops, 100*gflops/best.Gflops)
	return nil
}
