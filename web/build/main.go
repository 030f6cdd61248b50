// Build makes the site: it compiles the programs under wasm/ for the browser,
// takes the static files of web/ and Go's wasm_exec.js, joins the texts of each
// language, draws what the page shows first, bundles the modules and style sheets,
// compresses it all and writes it to web/dist, from where the server embeds it
// and any static host can serve it.
//
//	go run ./web/build [-out web/dist] [-quality 5] [-gzip=false] [-slim=false] [-hash] [-zip site.zip]
//
// What has not changed is neither linked nor compressed again: web/.build keeps
// the programs and the compressed bytes.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// A config says what to build and where to.
type config struct {
	root    string // the module's folder
	out     string // where the site goes
	zip     string // where an archive of the site goes; "" is nowhere
	quality int    // of brotli, 0..11
	gzip    bool   // also for those that can't read brotli: browsers do so over https only
	slim    bool   // build upon less than all of Ebitengine
	hash    bool   // put a program's hash into its name, so that caches may keep it for ever
	log     io.Writer
}

func main() {
	c := config{log: os.Stdout}
	flag.StringVar(&c.out, "out", "", "`folder` of the site (default web/dist)")
	flag.StringVar(&c.zip, "zip", "", "also pack the site into this `file`")
	flag.IntVar(&c.quality, "quality", 5, "brotli quality: 5 is quick, 11 is small")
	flag.BoolVar(&c.gzip, "gzip", true, "write .gz files too")
	flag.BoolVar(&c.slim, "slim", true, "leave out of Ebitengine what a page has no use for")
	flag.BoolVar(&c.hash, "hash", false, "name programs by their content")
	flag.Parse()
	if err := run(c); err != nil {
		fmt.Fprintln(os.Stderr, "build:", err)
		os.Exit(1)
	}
}

func run(c config) error {
	if flag.NArg() > 0 {
		return fmt.Errorf("unexpected argument %q", flag.Arg(0))
	}
	if c.quality < 0 || c.quality > 11 {
		return fmt.Errorf("-quality %d: brotli has 0 to 11", c.quality)
	}
	module, err := exec.Command("go", "env", "GOMOD").Output()
	if err != nil {
		return fmt.Errorf("go env GOMOD: %w (is Go's bin folder in PATH?)", err)
	}
	c.root = filepath.Dir(strings.TrimSpace(string(module)))
	if c.root == "." {
		return fmt.Errorf("run it inside nnplay's folder: there is no go.mod here")
	}
	if c.out == "" {
		c.out = filepath.Join(c.root, "web", "dist")
	}
	return build(c)
}

// build makes the site.
func build(c config) error {
	start := time.Now()
	if err := checkOut(c.out); err != nil {
		return err
	}
	texts, catalog, err := joinTexts(c)
	if err != nil {
		return err
	}
	programs, err := compile(c)
	if err != nil {
		return err
	}
	static, err := collect(c)
	if err != nil {
		return err
	}
	if err := errors.Join(nameLanguages(catalog, static), fill(catalog, static)); err != nil {
		return err
	}
	tellSizes(programs, static)
	if c.hash {
		nameByContent(programs, static)
	}
	if err := quoteTexts(static); err != nil {
		return err
	}
	if static, err = bundle(c, static); err != nil {
		return err
	}
	files, err := compress(c, slices.Concat(static, texts, programs))
	if err != nil {
		return err
	}
	if err := errors.Join(write(c.out, files), forget(cacheDir(c))); err != nil {
		return err
	}
	if c.zip != "" {
		if err := pack(c.zip, files); err != nil {
			return err
		}
		report(c, "pack", "%s", c.zip)
	}
	report(c, "done", "%s: %d files, %s in %s", short(c, c.out), len(files), total(files), seconds(start))
	return nil
}

// report prints a line about one part of the work.
func report(c config, what, format string, args ...any) {
	fmt.Fprintf(c.log, "%10s  %s\n", what, fmt.Sprintf(format, args...))
}

// short returns a path as seen from the module's folder, if it is in there.
func short(c config, path string) string {
	if rel, err := filepath.Rel(c.root, path); err == nil && filepath.IsLocal(rel) {
		return filepath.ToSlash(rel)
	}
	return path
}

func seconds(start time.Time) string { return fmt.Sprintf("%.1f s", time.Since(start).Seconds()) }
