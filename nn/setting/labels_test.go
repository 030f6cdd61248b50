package setting

import (
	"strings"
	"testing"
)

// TestLabels reads what columns are called, from files and links that may mean
// harm: it comes back as it is kept, and no more is kept than can be shown.
func TestLabels(t *testing.T) {
	long := strings.Repeat("l", 1000)
	for text, want := range map[string]string{
		"sepal length\nsepal width":         "sepal length\nsepal width",
		"体重":                                "体重",
		"none":                              "",
		"":                                  "",
		"a\nb\nc":                           "a\nb",
		long + "\n" + long:                  long[:24] + "\n" + long[:24],
		"a\x00\x1b[31m\u202eb\r\n \t c  c ": "a[31mb\nc c",
		"\xff\xfe\na":                       "",
		"<script>alert(1)</script>\n&x=1#":  "<script>alert(1)</script\n&x=1#",
	} {
		f := Field{Key: "axisNames", Kind: Labels}
		var kept string
		if problem := f.Parse(&kept, text); problem != "" || kept != want {
			t.Errorf("%.40q is kept as %q, want %q; %s", text, kept, want, problem)
		}
		link := f.ToLink(kept)
		if strings.Trim(link, "abcdefghijklmnopqrstuvwxyz0123456789") != "" {
			t.Errorf("the link says %s", link)
		}
		if again, missing := f.OfLink(link); missing != nil || again != kept && link != "none" {
			t.Errorf("the link of %q gives %q; %v", kept, again, missing)
		}
	}
	f := Field{Key: "axisNames", Kind: Labels}
	for _, link := range []string{"x", "6z", "6", strings.Repeat("41", 1000)} {
		if _, missing := f.OfLink(link); missing == nil {
			t.Errorf("%.20s is read", link)
		}
	}
}
