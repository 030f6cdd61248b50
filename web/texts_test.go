// Package web holds the site's static files: no Go but their tests, and the
// programs in the folders below.
package web

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

func catalogue(t *testing.T, name string) map[string]string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("i18n", name))
	if err != nil {
		t.Fatal(err)
	}
	var m map[string]string
	if err := json.Unmarshal(b, &m); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return m
}

var placeholder = regexp.MustCompile(`\{\w+\}`)

// placeholders returns the {names} of a text, sorted.
func placeholders(text string) []string {
	names := placeholder.FindAllString(text, -1)
	slices.Sort(names)
	return slices.Compact(names)
}

// TestLanguagesAgree holds that every language has the same texts with the same
// arguments.
func TestLanguagesAgree(t *testing.T) {
	for _, prefix := range []string{"", "page."} {
		english := catalogue(t, prefix+"en.json")
		chinese := catalogue(t, prefix+"zh-Hans.json")
		for key, text := range english {
			other, ok := chinese[key]
			if !ok || other == "" {
				t.Errorf("%szh-Hans.json lacks %s", prefix, key)
				continue
			}
			if want, got := placeholders(text), placeholders(other); !slices.Equal(want, got) {
				t.Errorf("%szh-Hans.json: %s has %v, want %v", prefix, key, got, want)
			}
		}
		for key := range chinese {
			if _, ok := english[key]; !ok {
				t.Errorf("%szh-Hans.json has %s, which English lacks", prefix, key)
			}
		}
	}
}

var pageKey = regexp.MustCompile(`['"](page\.[\w.]+)['"]`)

// TestPageTexts holds that the page's scripts and documents name texts that there
// are, and that there are no others.
func TestPageTexts(t *testing.T) {
	texts := catalogue(t, "page.en.json")
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
		if strings.HasPrefix(key, "page.") && !used[key] {
			t.Errorf("%s is not used", key)
		}
	}
}
