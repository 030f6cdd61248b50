package i18n

import (
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

func all(t *testing.T) Catalog {
	t.Helper()
	c, err := All()
	if err != nil {
		t.Fatal(err)
	}
	return c
}

var placeholder = regexp.MustCompile(`\{(\w+)(?:\|[^{|}]*\|[^{|}]*)?\}`)

// placeholders returns the names of a text's arguments, sorted.
func placeholders(text string) []string {
	var names []string
	for _, m := range placeholder.FindAllStringSubmatch(text, -1) {
		names = append(names, m[1])
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// TestLanguages holds that every language names itself, that its texts have the
// arguments of the English ones and that none is without one. What is yet to be
// translated is no error: it is said in English, and listed here.
func TestLanguages(t *testing.T) {
	c := all(t)
	for _, language := range c.Languages() {
		if c[language][Name] == "" {
			t.Errorf("%s does not name itself under %q", language, Name)
		}
		for key, text := range c[language] {
			english, ok := c[English][key]
			switch want, got := placeholders(english), placeholders(text); {
			case !ok:
				t.Errorf("%s has %s, which English lacks", language, key)
			case english == "":
				t.Errorf("%s is empty in English", key)
			case text != "" && !slices.Equal(want, got):
				t.Errorf("%s: %s has the arguments %v, want %v", language, key, got, want)
			}
		}
		if missing := c.Missing(language); len(missing) > 0 {
			t.Logf("%s lacks %d texts: %s", language, len(missing), strings.Join(missing, " "))
		}
	}
}

// TestForms holds that braces enclose arguments and forms only, and that what is counted
// is in the singular where the number is 1: "1 step/s".
func TestForms(t *testing.T) {
	counted := regexp.MustCompile(`\{(count|n|rows|columns|steps|rest|right)\} (?:[a-z]+ )?(points|images|files|rows|columns|steps|layers|units|neurons|values|inputs|terms|remarks|letters|digits|brackets|fakes|are)\b`)
	always := map[string]string{ // more than one
		"error.prompt-long":         "a network reads more than one",
		"error.csv-target":          "too many to be classes",
		"error.csv-wide":            "too many to be inputs",
		"notice.pictures-elsewhere": "too many for the link",
		"notice.points-elsewhere":   "too many for the link",
		"page.album.refusedMany":    "one file is another text",
		"page.album.tooMany":        "too many for the link",
		"page.own.tooMany":          "too many for the link",
		"table.pixels":              "an image has more than one",
	}
	c := all(t)
	for _, language := range c.Languages() {
		for key, text := range c[language] {
			if rest := placeholder.ReplaceAllString(text, ""); strings.ContainsAny(rest, "{}") {
				t.Errorf("%s: %s has a brace that encloses no argument: %s", language, key, text)
			}
		}
	}
	for key, text := range c[English] {
		if _, ok := always[key]; !ok && counted.MatchString(text) {
			t.Errorf("%s: %s says %q of 1, too", English, key, counted.FindString(text))
		}
	}
}

var lineKey = regexp.MustCompile(`(?m)^  "([^"]+)": "`)

// TestFiles holds that a key stands in the same file in every language, in order
// and once.
func TestFiles(t *testing.T) {
	names, _ := fs.Glob(files, "*/*.json")
	english := map[string]string{} // file by key
	keys := map[string][]string{}  // in order, by file
	for _, name := range names {
		content, _ := fs.ReadFile(files, name)
		for _, m := range lineKey.FindAllStringSubmatch(string(content), -1) {
			keys[name] = append(keys[name], m[1])
			if path.Dir(name) == English {
				english[m[1]] = path.Base(name)
			}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(keys)) {
		if !slices.IsSorted(keys[name]) || len(slices.Compact(slices.Clone(keys[name]))) < len(keys[name]) {
			t.Errorf("%s: keys are not in order, or stand twice", name)
		}
		for _, key := range keys[name] {
			if file := english[key]; file != path.Base(name) {
				t.Errorf("%s has %s, which stands in %s in English", name, key, file)
			}
		}
	}
}

func TestRead(t *testing.T) {
	c, err := Read(fstest.MapFS{
		"en/common.json":   {Data: []byte(`{"a": "one", "b": "two"}`)},
		"en/gan.json":      {Data: []byte(`{"c": "three"}`)},
		"de/common.json":   {Data: []byte(`{"a": "eins", "b": ""}`)},
		"en/more/not.json": {Data: []byte(`no JSON`)},
	})
	if err != nil {
		t.Fatal(err)
	}
	if got := c.Languages(); !slices.Equal(got, []string{"en", "de"}) {
		t.Errorf("languages %v, want en, de", got)
	}
	if got := c.Missing("de"); !slices.Equal(got, []string{"b", "c"}) {
		t.Errorf("de lacks %v, want b, c", got)
	}
	if got, want := c.Filled("de"), (Texts{"a": "eins", "b": "two", "c": "three"}); !maps.Equal(got, want) {
		t.Errorf("de is %v, want %v", got, want)
	}
	_, err = Read(fstest.MapFS{
		"en/common.json": {Data: []byte(`{"a": "one"}`)},
		"en/gan.json":    {Data: []byte(`{"a": "another"}`)},
	})
	if err == nil || !strings.Contains(err.Error(), "a stands in both en/common.json and en/gan.json") {
		t.Errorf("error %v, want one about a key in two files", err)
	}
}
