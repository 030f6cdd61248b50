package setting

import (
	"strings"
	"testing"
	"unicode/utf8"

	"nnplay/nn/notice"
	"nnplay/web/i18n"
)

// TestTexts checks that the sentences of notices and errors are those that a page
// says in English.
func TestTexts(t *testing.T) {
	catalog, err := i18n.All()
	if err != nil {
		t.Fatal(err)
	}
	english := catalog[i18n.English]
	for code, text := range Notices {
		if english["notice."+code] != text {
			t.Errorf("notice.%s: %q, want %q", code, english["notice."+code], text)
		}
	}
	for code, text := range Errors {
		if english["error."+code] != text {
			t.Errorf("error.%s: %q, want %q", code, english["error."+code], text)
		}
	}
}

// TestBounds checks that foreign text can't flood or deceive: there are a few notices
// and the number of the rest, each short, of what can be shown.
func TestBounds(t *testing.T) {
	_, notices := Split("v=1&" + strings.Repeat("seed=x&", 900))
	if len(notices) != 899 {
		t.Fatalf("%d notices of 900 times a key", len(notices))
	}
	notices = Limited(notices)
	if last := notices[len(notices)-1]; len(notices) != maxNotices+1 || last.Code != "more" || last.Args["count"] != "891" {
		t.Errorf("%d notices, the last %v", len(notices), last)
	}
	pairs, _ := Split("dataset=%00%1B[31m%E2%80%AEevil%FF" + strings.Repeat("x", 500))
	n := Note(BadValue, "key", "dataset", "given", pairs[0].Value)
	given := n.Args["given"]
	if utf8.RuneCountInString(given) > notice.Shown+1 || !strings.HasPrefix(given, "··[31m·evil·xxx") || !strings.Contains(n.Text, given) {
		t.Errorf("%q", given)
	}
}
