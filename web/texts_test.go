package web

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"nnplay/web/i18n"
)

// english returns the texts in English.
func english(t *testing.T) i18n.Texts {
	t.Helper()
	catalog, err := i18n.All()
	if err != nil {
		t.Fatal(err)
	}
	return catalog[i18n.English]
}

var pageKey = regexp.MustCompile(`['"](page\.[\w.]+)['"]`)

// TestPageTexts holds that the page's scripts and documents name texts that there
// are, and that there are no others.
func TestPageTexts(t *testing.T) {
	texts := english(t)
	used := map[string]bool{}
	for name, content := range files(t, ".js", ".html") {
		for _, m := range pageKey.FindAllStringSubmatch(content, -1) {
			if slices.Contains([]string{".js", ".json", ".css"}, filepath.Ext(m[1])) {
				continue // a file
			}
			used[m[1]] = true
			if _, ok := texts[m[1]]; !ok {
				t.Errorf("%s names %s, which is no text", name, m[1])
			}
		}
	}
	for key := range texts {
		switch kind, rest, _ := strings.Cut(key, "."); kind {
		case "page":
			if !used[key] {
				t.Errorf("%s is not used", key)
			}
		case "idea":
			if texts["field."+rest+".label"] == "" {
				t.Errorf("%s: there is no setting %s", key, rest)
			}
		}
	}
}

// TestProgramTexts holds that the programs and scripts name the texts of the canvas
// and of errors.
func TestProgramTexts(t *testing.T) {
	var sources strings.Builder
	for _, content := range files(t, ".js") {
		sources.WriteString(content)
	}
	for _, folder := range []string{"../nn", "../wasm"} {
		err := filepath.WalkDir(folder, func(name string, d fs.DirEntry, err error) error {
			if err != nil || filepath.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go") {
				return err
			}
			content, err := os.ReadFile(name)
			sources.Write(content)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	all := sources.String()
	named := func(what string) bool {
		return strings.Contains(all, `"`+what+`"`) || strings.Contains(all, "'"+what+"'")
	}
	for key := range english(t) {
		kind, name, _ := strings.Cut(key, ".")
		last := strings.LastIndex(key, ".") + 1
		switch {
		case kind == "canvas" && (named(key) || named(key[:last]) && named(key[last:])): // put together, as in "canvas.gate." + gate
		case kind == "error" && named(name):
		case kind == "canvas", kind == "error":
			t.Errorf("%s is not used", key)
		}
	}
}
