package figure

import (
	"bytes"
	"slices"

	"nnplay/nn/experiment"
	"nnplay/nn/lab/all"
	"nnplay/wasm/paper"
	"nnplay/wasm/paper/svg"
	"nnplay/web/i18n"
)

// firsts are the sizes of canvas that the first picture is drawn for, in CSS pixels:
// the page shows the one that fits (first.css).
var firsts = []struct {
	class         string
	width, height float32
}{
	{"first-wide", 860, 430},
	{"first-narrow", 366, 660},
}

// First returns the SVG of the experiment that the page begins with, untrained, in all
// languages: a picture a size.
func First(catalog i18n.Catalog) ([]byte, error) {
	run, err := experiment.New(experiment.Families(all.Families).Default())
	if err != nil {
		return nil, err
	}
	seen := scene(run)
	delete(seen.Tensors, "wrong/train") // crosses on half of the points would be a quarter of the text
	var text []byte
	for _, f := range firsts {
		sheet := svg.Sheet{View: paper.Rect(0, 0, f.width, f.height), Languages: catalog.Languages(), Class: f.class, Cells: 30}
		text = slices.Concat(text, sheet.Write(of(seen, catalog, f.width, f.height, true)))
	}
	return bytes.TrimSpace(text), nil
}
