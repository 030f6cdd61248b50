//go:build !js

// Picture draws what the gallery's experiments come to, as SVG: each is trained until
// it reaches its goal.
//
//	go run ./web/build/picture [-preset NAME] [-out web/gallery]
//
// Without a name it draws all of them, and says how large they are together.
package main

import (
	"bytes"
	"compress/gzip"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"nnplay/nn/experiment"
	"nnplay/nn/lab"
	"nnplay/nn/lab/all"
	"nnplay/nn/simd/simdtest"
	"nnplay/web/build/figure"
	"nnplay/web/i18n"
)

func main() {
	name := flag.String("preset", "", "draw only the `preset` of that name")
	out := flag.String("out", filepath.FromSlash("web/gallery"), "`folder` for the pictures")
	flag.Parse()
	if err := run(*name, *out); err != nil {
		fmt.Fprintln(os.Stderr, "picture:", err)
		os.Exit(1)
	}
}

func run(name, out string) error {
	catalog, err := i18n.All()
	if err != nil {
		return err
	}
	if err := os.MkdirAll(out, 0o777); err != nil {
		return err
	}
	table := experiment.Families(all.Families)
	start, drawn, total := time.Now(), 0, 0
	for _, p := range table.Presets() {
		if name != "" && p.Name != name {
			continue
		}
		before := time.Now()
		trained, err := train(table, p)
		if err != nil {
			return fmt.Errorf("%s: %w", p.Name, err)
		}
		text := figure.Thumbnail(trained, catalog)
		if err := os.WriteFile(filepath.Join(out, p.Name+".svg"), text, 0o666); err != nil {
			return err
		}
		small := zipped(text)
		fmt.Printf("%-28s %6d steps %6d B, %5d gzipped, %5.1f s\n", p.Name, trained.Steps(), len(text), small, time.Since(before).Seconds())
		drawn, total = drawn+1, total+small
	}
	if drawn == 0 {
		return fmt.Errorf("there is no preset %s", name)
	}
	fmt.Printf("%d pictures, %d B gzipped, in %.0f s\n", drawn, total, time.Since(start).Seconds())
	return nil
}

// train trains a preset until it reaches its goal or, if there is none, until there is
// to see what it is about.
func train(table experiment.Families, p lab.Preset) (*experiment.Run, error) {
	spec, _, err := table.Parse(p.Link)
	if err != nil {
		return nil, err
	}
	r, err := experiment.NewOn(spec, simdtest.New)
	if err != nil {
		return nil, err
	}
	const looks = 50
	for range looks {
		r.Step(max(p.Steps/looks, 1))
		if p.Metric != "" && spec.Family.Reached(p, p.Value(r.Metrics())) {
			break
		}
	}
	return r, nil
}

// zipped returns how large a text is when it is sent.
func zipped(text []byte) int {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	z.Write(text)
	z.Close() // a Buffer fails at nothing
	return b.Len()
}
