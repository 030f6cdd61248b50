package main

import (
	"io"
	"slices"
	"strings"
	"testing"
)

// parts is a site of two documents and a module for other sites.
func parts() []file {
	var files []file
	for name, text := range map[string]string{
		"index.html": "<head>\n  <link rel=\"stylesheet\" href=\"a.css\">\n  <link rel=\"stylesheet\" href=\"page/b.css\">\n" +
			"  <link rel=\"modulepreload\" href=\"shared/both.js\">\n  <script type=\"module\" src=\"page/page.js\"></script>\n</head>\n",
		"lessons/one.html": "<head>\n  <link rel=\"stylesheet\" href=\"one.css\">\n  <script type=\"module\" src=\"../element.js\"></script>\n</head>\n",
		"a.css":            "p { color: red; }\n",
		"page/b.css":       "p { color: blue; }\n",
		"lessons/one.css":  "p { color: green; }\n",
		"element.js":       "import { both } from './shared/both.js';\nexport const element = both('element');\n",
		"page/page.js":     "import { part } from './parts/part.js';\npart();\n",
		"page/parts/part.js": "import { both } from '../../shared/both.js';\n" +
			"export const part = () => both('part');\n",
		"shared/both.js":   "import { base } from './base.js';\nexport const both = (name) => new URL(name, base);\n",
		"shared/base.js":   "export const base = new URL('../', import.meta.url);\n",
		"shared/worker.js": "importScripts('other.js');\n",
	} {
		files = append(files, file{name, []byte(text)})
	}
	return files
}

// bundled returns what becomes of a site, by names.
func bundled(t *testing.T, static []file) map[string]string {
	t.Helper()
	files, err := bundle(config{log: io.Discard}, static)
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, f := range files {
		if _, again := got[f.name]; again {
			t.Errorf("%s is there twice", f.name)
		}
		got[f.name] = string(f.data)
	}
	return got
}

func TestBundle(t *testing.T) {
	got := bundled(t, parts())
	var shared string
	for name := range got {
		if strings.HasPrefix(name, "shared/") && name != "shared/worker.js" {
			shared = name
		}
	}
	var names []string
	for name := range got {
		names = append(names, name)
	}
	slices.Sort(names)
	want := []string{"element.js", "index.css", "index.html", "lessons/one.css", "lessons/one.html", "page/page.js", shared, "shared/worker.js"}
	slices.Sort(want)
	if !slices.Equal(names, want) {
		t.Fatalf("files %q\nwant  %q", names, want)
	}
	for _, c := range []struct{ name, has string }{
		{"index.html", "<head>\n  <link rel=\"stylesheet\" href=\"index.css\">\n  <link rel=\"modulepreload\" href=\"" + shared + "\">\n  <script type=\"module\" src=\"page/page.js\"></script>\n</head>\n"},
		{"lessons/one.html", "<head>\n  <link rel=\"stylesheet\" href=\"one.css\">\n  <link rel=\"modulepreload\" href=\"../" + shared + "\">\n  <script type=\"module\" src=\"../element.js\"></script>\n</head>\n"},
		{"element.js", `from"./` + shared + `"`},
		{"element.js", "element}"},
		{"page/page.js", `from"../` + shared + `"`},
		{shared, `new URL("../",import.meta.url)`},
		{"lessons/one.css", "p { color: green; }\n"},
	} {
		if !strings.Contains(got[c.name], c.has) {
			t.Errorf("%s lacks %s:\n%s", c.name, c.has, got[c.name])
		}
	}
	if red, blue := strings.Index(got["index.css"], "red"), strings.Index(got["index.css"], "#00f"); red < 0 || blue < red {
		t.Errorf("the style sheets are not in their order: %s", got["index.css"])
	}
}

// TestBundleRefuses what would break when its modules are put together.
func TestBundleRefuses(t *testing.T) {
	for _, c := range []struct{ name, text, says string }{
		{"element.js", "export const here = import.meta.url;\n", "element.js asks for its own address"},
		{"page/page.js", "import './nosuch.js';\n", "there is no page/nosuch.js"},
		{"shared/both.js", "export const = 3;\n", "shared/both.js:1:13"},
	} {
		static := parts()
		for i := range static {
			if static[i].name == c.name {
				static[i].data = []byte(c.text)
			}
		}
		if _, err := bundle(config{log: io.Discard}, static); err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v, want %q", c.name, err, c.says)
		}
	}
}
