package main

import (
	"bytes"
	"fmt"
	"html"
	"path"
	"strings"

	"nnplay/nn/lab/all"
	"nnplay/web/build/figure"
	"nnplay/web/i18n"
)

// fill writes into the documents what a reader sees before the programs are there, in
// place of comments; without it a page works as well, and shows the same later:
//
//	<!-- build: the tabs of all architectures -->
//	<!-- build: the first picture -->
func fill(catalog i18n.Catalog, static []file) error {
	fills := []struct {
		mark string
		text func(i18n.Catalog) ([]byte, error)
	}{
		{"<!-- build: the tabs of all architectures -->", tabs},
		{"<!-- build: the first picture -->", figure.First},
	}
	for i := range static {
		s := &static[i]
		for _, f := range fills {
			if path.Ext(s.name) != ".html" || !bytes.Contains(s.data, []byte(f.mark)) {
				continue
			}
			text, err := f.text(catalog)
			if err != nil {
				return err
			}
			s.data = bytes.ReplaceAll(s.data, []byte(f.mark), text)
		}
	}
	return nil
}

// tabs returns the links that page/tabs.js takes over, named in all languages.
func tabs(catalog i18n.Catalog) ([]byte, error) {
	var b bytes.Buffer
	for i, f := range all.Families {
		link := "#v=1"
		if i > 0 {
			link += "&architecture=" + f.Name
		}
		fmt.Fprintf(&b, `<a href="%s" data-architecture="%s">%s</a>`, html.EscapeString(link), f.Name, said(catalog, "tab."+f.Name))
	}
	return b.Bytes(), nil
}

// said returns a text in all languages, of which first.css shows one.
func said(catalog i18n.Catalog, key string) string {
	var b strings.Builder
	for _, language := range catalog.Languages() {
		fmt.Fprintf(&b, `<span class="said" lang="%s">%s</span>`, language, html.EscapeString(catalog.Filled(language)[key]))
	}
	return b.String()
}
