package images

import (
	"testing"

	"nnplay/web/i18n"
)

// TestTexts holds that what is said without a page is what the page says.
func TestTexts(t *testing.T) {
	catalog, err := i18n.All()
	if err != nil {
		t.Fatal(err)
	}
	for code, want := range Errors {
		if text := catalog[i18n.English]["error."+code]; text != want {
			t.Errorf("error.%s: %q, want %q", code, text, want)
		}
	}
}
