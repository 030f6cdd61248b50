//go:build !js

// Look takes pictures of the built page as people see it, for a critical eye
// and for the README.
//
//	go run ./web/browser/look -out FOLDER
//
// With -all each view is taken in all sizes, themes and languages; this looks at
// every family everywhere:
//
//	go run ./web/browser/look -all -only family -out FOLDER
//
//	main.go    pictures
//	series.go  series of them
//	views.go   the views there are
package main

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"image/png"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"nnplay/web/browser"
)

func main() {
	out := flag.String("out", ".", "folder for the pictures")
	only := flag.String("only", "", "take those only whose names begin so, or are in this list with commas")
	all := flag.Bool("all", false, "take each in all sizes, themes and languages")
	flag.Parse()
	if err := look(*out, *only, *all); err != nil {
		fmt.Fprintln(os.Stderr, "look:", err)
		os.Exit(1)
	}
}

func look(out, only string, all bool) error {
	server, err := browser.Serve(".")
	if err != nil {
		return err
	}
	defer server.Close()
	chromium, err := browser.Start(context.Background(), byProcessor...)
	if err != nil {
		return err
	}
	defer chromium.Close()
	c := camera{chromium, server.URL, out}
	names := strings.Split(only, ",")
	for _, v := range views {
		if !strings.HasPrefix(v.name, only) && !slices.Contains(names, v.name) {
			continue
		}
		if all {
			err = c.series(v)
		} else {
			err = c.picture(v)
		}
		if err != nil {
			return fmt.Errorf("%s: %w", v.name, err)
		}
		fmt.Println(v.name)
	}
	return nil
}

// byProcessor are flags that let the processor itself paint the page, which is
// faster than a graphics card that it plays.
var byProcessor = []string{"--disable-gpu-rasterization", "--disable-gpu-compositing"}

// A camera takes pictures of a site.
type camera struct {
	browser  *browser.Browser
	url, out string
}

// picture takes a view as it is described.
func (c camera) picture(v view) error {
	p, err := c.open(v)
	if err != nil {
		return err
	}
	defer p.Close()
	shot, err := settled(p)
	if err != nil {
		return err
	}
	complaints(v.name, p)
	return c.write(v.name, shot)
}

// open opens a view and does what is to be done before a picture.
func (c camera) open(v view) (*browser.Page, error) {
	p, err := c.browser.Open(c.url+v.path, v.width, v.height, v.dark)
	if err != nil {
		return nil, err
	}
	if _, err := browser.Eval[bool](p, time.Minute, v.prepare); err != nil {
		p.Close()
		return nil, err
	}
	return p, nil
}

// complaints tells what a page said on its console.
func complaints(name string, p *browser.Page) {
	for _, e := range p.Errors() {
		fmt.Fprintf(os.Stderr, "%s: console: %s\n", name, e)
	}
}

// in returns the view in a language.
func (v view) in(language string) (view, error) {
	u, err := url.Parse(v.path)
	if err != nil {
		return v, err
	}
	query := u.Query()
	query.Set("lang", language)
	v.path = u.Path + "?" + query.Encode() + "#" + u.EscapedFragment()
	return v, nil
}

// write writes a picture, compressed well: some are in the repository.
func (c camera) write(name string, shot []byte) error {
	img, err := png.Decode(bytes.NewReader(shot))
	if err != nil {
		return err
	}
	var b bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestCompression}
	if err := encoder.Encode(&b, img); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(c.out, name+".png"), b.Bytes(), 0o644)
}
