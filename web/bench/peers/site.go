//go:build !js

package main

import (
	"embed"
	"encoding/json"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"path/filepath"

	"nnplay/nn/workload"
	"nnplay/web/bench/npm"
)

//go:embed pages
var pages embed.FS

// A problem is a workload as peers get it. Its fields keep their names, so that
// a new one reaches the peers by itself.
type problem struct {
	workload.Workload
	Seconds float64     // of one timed run
	X, T    []float32   // inputs and targets, a row for each of the samples
	Weights [][]float32 // see weights
}

func newProblem(w workload.Workload, seconds float64) problem {
	x, t := w.Data()
	return problem{Workload: w, Seconds: seconds, X: x, T: t, Weights: w.Weights()}
}

// serve serves the playground at /, the peers' pages at /peers/, their packages
// at /npm/, and the workloads at /data/. There is no cross-origin isolation:
// without it peers have one thread, as nnplay has.
func serve(dist string, workloads []workload.Workload, seconds float64) *httptest.Server {
	mux := http.NewServeMux()
	mux.Handle("/", http.FileServer(http.Dir(dist)))
	ours, _ := fs.Sub(pages, "pages")
	mux.Handle("/peers/", http.StripPrefix("/peers/", http.FileServerFS(ours)))
	if cache, err := npm.Folder(); err == nil {
		mux.Handle("/npm/", http.StripPrefix("/npm/", http.FileServer(http.Dir(filepath.Join(cache, "node_modules")))))
	}
	for _, w := range workloads {
		mux.HandleFunc("/data/"+w.Name+".json", func(out http.ResponseWriter, _ *http.Request) {
			out.Header().Set("Content-Type", "application/json")
			json.NewEncoder(out).Encode(newProblem(w, seconds))
		})
	}
	return httptest.NewServer(mux)
}
