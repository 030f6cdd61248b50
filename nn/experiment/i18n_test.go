package experiment

import (
	"slices"
	"strings"
	"testing"

	"nnplay/web/i18n"
)

// TestCatalogues checks the texts in English: there are all that the schema
// names, no others of its kinds, and the sentences of the families' errors.
func TestCatalogues(t *testing.T) {
	catalog, err := i18n.All()
	if err != nil {
		t.Fatal(err)
	}
	english := catalog[i18n.English]
	keys := families.I18nKeys()
	kinds := map[string]bool{}
	for _, key := range keys {
		kind, _, _ := strings.Cut(key, ".")
		kinds[kind] = kind != "error" // the page and other programs have errors too
		if english[key] == "" {
			t.Errorf("there is no text %s", key)
		}
	}
	for key := range english {
		if kind, _, _ := strings.Cut(key, "."); kinds[kind] && !slices.Contains(keys, key) {
			t.Errorf("nobody uses %s", key)
		}
	}
	for _, f := range families {
		for code, text := range f.Errors {
			if english["error."+code] != text {
				t.Errorf("error.%s: %q, want %q", code, english["error."+code], text)
			}
		}
	}
}
