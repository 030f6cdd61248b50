//go:build !js

// Look takes pictures of the built page as people see it, for a critical eye
// and for the README.
//
//	go run ./web/browser/look -out FOLDER
//
// With -all each view is taken in all sizes, themes and languages, and put on
// sheets.
//
//	main.go   pictures
//	sheet.go  sheets of them
//	views.go  the views there are
package main

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"image"
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
	chromium, err := browser.Start(context.Background())
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
			err = c.sheets(v)
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

// A camera takes pictures of a site.
type camera struct {
	browser  *browser.Browser
	url, out string
}

// picture takes a view as it is described.
func (c camera) picture(v view) error {
	pictures, err := c.take(v, v.dark)
	if err != nil {
		return err
	}
	return c.write(v.name, pictures[0])
}

// take opens a view and takes a picture in each theme.
func (c camera) take(v view, themes ...bool) ([]image.Image, error) {
	p, err := c.browser.Open(c.url+v.path, v.width, v.height, themes[0])
	if err != nil {
		return nil, err
	}
	defer p.Close()
	if _, err := browser.Eval[bool](p, time.Minute, v.prepare); err != nil {
		return nil, err
	}
	var pictures []image.Image
	for _, dark := range themes {
		if err := p.Dark(dark); err != nil {
			return nil, err
		}
		time.Sleep(4 * time.Second) // for the last frame; software WebGL takes its time
		shot, err := p.Screenshot()
		if err != nil {
			return nil, err
		}
		img, err := png.Decode(bytes.NewReader(shot))
		if err != nil {
			return nil, err
		}
		pictures = append(pictures, img)
	}
	for _, e := range p.Errors() {
		fmt.Fprintf(os.Stderr, "%s: console: %s\n", v.name, e)
	}
	return pictures, nil
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

func (c camera) write(name string, img image.Image) error {
	var b bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestCompression}
	if err := encoder.Encode(&b, img); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(c.out, name+".png"), b.Bytes(), 0o644)
}
