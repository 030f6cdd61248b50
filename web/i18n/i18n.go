// Package i18n reads the texts of the site: a folder a language, named by its
// tag, and in it a file a family or a part of the page. A text is known by its
// key, and {name} in it stands for an argument; {name|point|points} is the first
// of two forms where the argument is 1, else the second. What a language lacks is
// said in English.
package i18n

import (
	"embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
)

// English is the language that has all texts.
const English = "en"

// Name is the key of what a language calls itself.
const Name = "language"

// Texts are a language's texts by key.
type Texts map[string]string

// A Catalog holds the texts by language.
type Catalog map[string]Texts

//go:embed */*.json
var files embed.FS

// All returns the site's texts.
func All() (Catalog, error) { return Read(files) }

// Read returns the texts of LANG/*.json. A key stands in one file of a language only.
func Read(fsys fs.FS) (Catalog, error) {
	names, err := fs.Glob(fsys, "*/*.json")
	if err != nil {
		return nil, err
	}
	c := Catalog{}
	from := map[[2]string]string{} // file by language and key
	for _, name := range names {
		content, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, err
		}
		var texts Texts
		if err := json.Unmarshal(content, &texts); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		language := path.Dir(name)
		if c[language] == nil {
			c[language] = Texts{}
		}
		for key, text := range texts {
			if other, ok := from[[2]string{language, key}]; ok {
				return nil, fmt.Errorf("%s stands in both %s and %s", key, other, name)
			}
			from[[2]string{language, key}] = name
			c[language][key] = text
		}
	}
	return c, nil
}

// Languages returns the tags, English first.
func (c Catalog) Languages() []string {
	return slices.SortedFunc(maps.Keys(c), func(a, b string) int {
		switch {
		case a == b:
			return 0
		case a == English:
			return -1
		case b == English:
			return 1
		}
		return strings.Compare(a, b)
	})
}

// Filled returns the texts of a language, with the English ones where it has none.
func (c Catalog) Filled(language string) Texts {
	texts := maps.Clone(c[English])
	for key, text := range c[language] {
		if text != "" {
			texts[key] = text
		}
	}
	return texts
}

// Missing returns the keys of English that a language lacks, sorted.
func (c Catalog) Missing(language string) []string {
	var keys []string
	for key := range c[English] {
		if c[language][key] == "" {
			keys = append(keys, key)
		}
	}
	slices.Sort(keys)
	return keys
}
