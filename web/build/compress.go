package main

import (
	"bytes"
	"cmp"
	"compress/gzip"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"sync"
	"time"

	"github.com/andybalholm/brotli"
)

// A coding is a way to compress.
type coding struct {
	suffix string // of the compressed file's name
	key    string // tells apart what the cache keeps
	writer func(io.Writer) io.WriteCloser
}

func codings(c config) []coding {
	br := coding{".br", fmt.Sprintf("br%d", c.quality), func(w io.Writer) io.WriteCloser {
		return brotli.NewWriterOptions(w, brotli.WriterOptions{Quality: c.quality, LGWin: 24})
	}}
	if !c.gzip {
		return []coding{br}
	}
	level := 6
	if c.quality > 9 {
		level = gzip.BestCompression
	}
	return []coding{br, {".gz", fmt.Sprintf("gz%d", level), func(w io.Writer) io.WriteCloser {
		z, err := gzip.NewWriterLevel(w, level)
		if err != nil {
			panic(err) // no such level
		}
		return z
	}}}
}

// compress returns the files together with their compressed variants, sorted
// by name. A variant that saves less than a tenth is left out.
func compress(c config, files []file) ([]file, error) {
	type job struct {
		file
		coding
	}
	var jobs []job
	for _, f := range files {
		for _, k := range codings(c) {
			jobs = append(jobs, job{f, k})
		}
	}
	// The largest first, so that no processor waits for it at the end.
	slices.SortStableFunc(jobs, func(a, b job) int { return cmp.Compare(len(b.data), len(a.data)) })
	var (
		mu   sync.Mutex
		errs []error
		wait sync.WaitGroup
		free = make(chan struct{}, runtime.GOMAXPROCS(0))
	)
	if c.quality > 9 {
		report(c, "compress", "as small as can be, which takes about a minute for what is new")
	}
	for _, j := range jobs {
		free <- struct{}{}
		wait.Go(func() {
			start := time.Now()
			data, known, err := compressed(cacheDir(c), j.coding, j.data)
			mu.Lock()
			defer mu.Unlock()
			if !known && len(j.data) > 1e6 {
				report(c, "compress", "%s%s  %s -> %s in %s", j.name, j.suffix, size(len(j.data)), size(len(data)), seconds(start))
			}
			if len(data) < len(j.data)*9/10 {
				files = append(files, file{j.name + j.suffix, data})
			}
			errs = append(errs, err)
			<-free
		})
	}
	wait.Wait()
	slices.SortFunc(files, func(a, b file) int { return cmp.Compare(a.name, b.name) })
	return files, errors.Join(errs...)
}

// cacheDir is the folder for what the next build can use again.
func cacheDir(c config) string { return filepath.Join(c.root, "web", ".build") }

// keep is how long the cache keeps what no build has used.
const keep = 7 * 24 * time.Hour

// compressed returns data in a coding, and whether the cache knew it. The cache
// is a folder of files named by the data's hash.
func compressed(cache string, k coding, data []byte) (out []byte, known bool, err error) {
	name := filepath.Join(cache, fmt.Sprintf("%x.%s", sha256.Sum256(data), k.key))
	if out, err := os.ReadFile(name); err == nil {
		now := time.Now()
		return out, true, os.Chtimes(name, now, now)
	}
	var b bytes.Buffer
	w := k.writer(&b)
	if _, err := w.Write(data); err != nil {
		return nil, false, err
	}
	if err := w.Close(); err != nil {
		return nil, false, err
	}
	return b.Bytes(), false, replace(name, b.Bytes())
}

// forget removes what no build has used for long.
func forget(cache string) error {
	entries, err := os.ReadDir(cache)
	if err != nil {
		return err
	}
	for _, e := range entries {
		info, err := e.Info()
		if err != nil {
			return err
		}
		if !e.IsDir() && time.Since(info.ModTime()) > keep {
			if err := os.Remove(filepath.Join(cache, e.Name())); err != nil {
				return err
			}
		}
	}
	return nil
}
