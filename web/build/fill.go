package main

import (
	"bytes"
	"fmt"
	"html"
	"path"
	"regexp"
	"slices"
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
//
// and the texts of what has none of its own, in main, in all languages.
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
		if path.Ext(s.name) == ".html" {
			s.data = sayAll(catalog, s.data)
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

// texts are elements with a text and nothing else, in one language.
var texts = regexp.MustCompile(`(<(?:p|span|button|strong|dt)\b[^>]*\bdata-i18n="([\w.-]+)"[^>]*>)[^<]*(</)`)

// sayAll writes the texts of main in all languages.
func sayAll(catalog i18n.Catalog, page []byte) []byte {
	from, to := bytes.Index(page, []byte("<main")), bytes.Index(page, []byte("</main>"))
	if from < 0 || to < from {
		return page
	}
	main := texts.ReplaceAllFunc(page[from:to], func(element []byte) []byte {
		m := texts.FindSubmatch(element)
		if key := string(m[2]); catalog[i18n.English][key] != "" {
			return fmt.Appendf(nil, "%s%s%s", m[1], said(catalog, key), m[3])
		}
		return element
	})
	return slices.Concat(page[:from], main, page[to:])
}

// said returns a text in all languages, of which first.css shows one.
func said(catalog i18n.Catalog, key string) string {
	var b strings.Builder
	for _, language := range catalog.Languages() {
		fmt.Fprintf(&b, `<span class="said" lang="%s">%s</span>`, language, html.EscapeString(catalog.Filled(language)[key]))
	}
	return b.String()
}
