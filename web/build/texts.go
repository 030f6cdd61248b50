package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path"
	"path/filepath"
	"strings"

	"nnplay/web/i18n"
)

// joinTexts makes one file of each language's folder, i18n/LANG.json, in which
// nothing is missing: what a language lacks is there in English.
func joinTexts(c config) ([]file, i18n.Catalog, error) {
	catalog, err := i18n.Read(os.DirFS(filepath.Join(c.root, "web", "i18n")))
	if err != nil {
		return nil, nil, err
	}
	var files []file
	for _, language := range catalog.Languages() {
		text, err := marshal(catalog.Filled(language), "  ")
		if err != nil {
			return nil, nil, err
		}
		files = append(files, file{"i18n/" + language + ".json", text})
		if missing := catalog.Missing(language); len(missing) > 0 {
			report(c, "texts", "%s lacks %d of %d: %s", language, len(missing), len(catalog[i18n.English]), strings.Join(missing, " "))
		}
	}
	return files, catalog, nil
}

// nameLanguages writes into the scripts what the languages call themselves, in
// place of the {} in
//
//	const languages = {}; // the folders of i18n
func nameLanguages(catalog i18n.Catalog, static []file) error {
	const mark = "; // the folders of i18n\n"
	var names []string
	for _, language := range catalog.Languages() {
		tag, err := marshal(language, "")
		if err != nil {
			return err
		}
		name, err := marshal(catalog[language][i18n.Name], "")
		if err != nil {
			return err
		}
		names = append(names, string(bytes.TrimSpace(tag))+": "+string(bytes.TrimSpace(name)))
	}
	object := "{ " + strings.Join(names, ", ") + " }"
	for i := range static {
		if s := &static[i]; path.Ext(s.name) == ".js" {
			s.data = bytes.ReplaceAll(s.data, []byte("{}"+mark), []byte(object+mark))
		}
	}
	return nil
}

// marshal returns a value as JSON, with <, > and & as they are.
func marshal(v any, indent string) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", indent)
	err := e.Encode(v)
	return b.Bytes(), err
}
