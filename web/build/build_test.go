package main

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/andybalholm/brotli"
)

// tree is a module with one program and a small site.
var tree = map[string]string{
	"go.mod":                  "module example\n\ngo 1.24\n",
	"wasm/hello/main.go":      "package main\n\nfunc main() { println(\"hello\") }\n",
	"wasm/wire/wire.go":       "package wire\n",
	"web/index.html":          strings.Repeat("<p>hello</p>\n", 100),
	"web/hello.js":            "const n = 0; // bytes of hello.wasm\nfetch('hello.wasm')\n",
	"web/page/texts.js":       "const languages = {}; // the folders of i18n\n",
	"web/i18n/i18n.go":        "package i18n\n",
	"web/i18n/en/common.json": "{\"language\": \"English\", \"b\": \"<b>\"}\n",
	"web/i18n/en/gan.json":    "{\"a\": \"a\"}\n",
	"web/i18n/de/common.json": "{\"language\": \"Deutsch\"}\n",
	"web/i18n/de/gan.json":    "{\"a\": \"ä\"}\n",
	"web/notes.md":            "not published\n",
	"web/.hidden.js":          "not published\n",
	"web/tool/main.go":        "package main\n\nfunc main() {}\n",
	"web/tool/template.html":  "not published\n",
	"web/testdata/bad.css":    "not published\n",
}

// plant writes the tree into a folder of the test and returns how to build it.
func plant(t *testing.T) (config, *bytes.Buffer) {
	t.Helper()
	root := t.TempDir()
	for name, text := range tree {
		if err := replace(filepath.Join(root, name), []byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	log := new(bytes.Buffer)
	return config{root: root, out: filepath.Join(root, "web", "dist"), quality: 5, gzip: true, log: log}, log
}

// read returns the files below a folder by their names.
func read(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(dir, func(name string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(name)
		rel, _ := filepath.Rel(dir, name)
		files[filepath.ToSlash(rel)] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func TestBuild(t *testing.T) {
	c, log := plant(t)
	if err := build(c); err != nil {
		t.Fatal(err)
	}
	got := read(t, c.out)
	want := []string{".keep", "hello.js", "hello.wasm", "hello.wasm.br", "hello.wasm.gz", "i18n/de.json", "i18n/en.json", "i18n/en.json.br",
		"index.html", "index.html.br", "index.html.gz", "page/texts.js", "wasm_exec.js", "wasm_exec.js.br", "wasm_exec.js.gz"}
	if names := slices.Sorted(maps.Keys(got)); !slices.Equal(names, want) {
		t.Fatalf("files %q\n want %q", names, want)
	}
	if want := fmt.Sprintf("const n = %d; // bytes of hello.wasm\nfetch('hello.wasm')\n", len(got["hello.wasm"])); got["hello.js"] != want {
		t.Errorf("hello.js is %q, want %q", got["hello.js"], want)
	}
	for name, want := range map[string]string{
		"page/texts.js": "const languages = { \"en\": \"English\", \"de\": \"Deutsch\" }; // the folders of i18n\n",
		"i18n/en.json":  "{\n  \"a\": \"a\",\n  \"b\": \"<b>\",\n  \"language\": \"English\"\n}\n",
		"i18n/de.json":  "{\n  \"a\": \"ä\",\n  \"b\": \"<b>\",\n  \"language\": \"Deutsch\"\n}\n",
	} {
		if got[name] != want {
			t.Errorf("%s is %q, want %q", name, got[name], want)
		}
	}
	if want := "texts  de lacks 1 of 3: b\n"; !strings.Contains(log.String(), want) {
		t.Errorf("the log does not say %q:\n%s", want, log)
	}
	if !strings.HasPrefix(got["hello.wasm"], "\x00asm") {
		t.Error("hello.wasm is no WebAssembly module")
	}
	for _, name := range []string{"index.html", "hello.wasm", "wasm_exec.js"} {
		br, err := io.ReadAll(brotli.NewReader(strings.NewReader(got[name+".br"])))
		if err != nil || string(br) != got[name] {
			t.Errorf("%s.br does not hold %[1]s: %v", name, err)
		}
		z, err := gzip.NewReader(strings.NewReader(got[name+".gz"]))
		if err != nil {
			t.Fatal(err)
		}
		if gz, err := io.ReadAll(z); err != nil || string(gz) != got[name] {
			t.Errorf("%s.gz does not hold %[1]s: %v", name, err)
		}
	}
	if !strings.Contains(log.String(), "compress  hello.wasm.br") {
		t.Errorf("the first build does not say that it compresses:\n%s", log)
	}
}

// TestBuildAgain changes one file: it is updated, what is gone is removed, and
// nothing else is written or compressed.
func TestBuildAgain(t *testing.T) {
	c, log := plant(t)
	if err := build(c); err != nil {
		t.Fatal(err)
	}
	before := time.Now().Add(-time.Hour).Truncate(time.Second)
	program := filepath.Join(c.out, "hello.wasm.br")
	if err := os.Chtimes(program, before, before); err != nil {
		t.Fatal(err)
	}
	if err := os.RemoveAll(filepath.Join(c.root, "web", "i18n", "de")); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(c.root, "web", "hello.js"), []byte("fetch('/hello.wasm')\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	log.Reset()
	if err := build(c); err != nil {
		t.Fatal(err)
	}
	got := read(t, c.out)
	if got["hello.js"] != "fetch('/hello.wasm')\n" {
		t.Errorf("hello.js is %q", got["hello.js"])
	}
	if _, ok := got["i18n/de.json"]; ok {
		t.Error("i18n/de.json is still there")
	}
	if info, err := os.Stat(program); err != nil || !info.ModTime().Equal(before) {
		t.Errorf("hello.wasm.br was written again: %v", err)
	}
	if strings.Contains(log.String(), "compress") {
		t.Errorf("something was compressed again:\n%s", log)
	}
}

func TestHashedNames(t *testing.T) {
	c, _ := plant(t)
	c.hash, c.gzip = true, false
	c.out = filepath.Join(c.root, "site")
	c.zip = filepath.Join(c.root, "site.zip")
	if err := build(c); err != nil {
		t.Fatal(err)
	}
	got := read(t, c.out)
	sum := sha256.Sum256([]byte(read(t, filepath.Join(c.root, "web", ".build", "bin"))["hello"]))
	name := "hello." + hex.EncodeToString(sum[:])[:12] + ".wasm"
	if !strings.HasSuffix(got["hello.js"], "\nfetch('"+name+"')\n") {
		t.Errorf("hello.js is %q, want the name %s in it", got["hello.js"], name)
	}
	if got[name] == "" || got[name+".br"] == "" {
		t.Errorf("no %s with .br among %q", name, slices.Sorted(maps.Keys(got)))
	}

	z, err := zip.OpenReader(c.zip)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	delete(got, marker)
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(r)
		if err != nil || string(data) != got[f.Name] {
			t.Errorf("%s differs in the archive: %v", f.Name, err)
		}
		delete(got, f.Name)
	}
	if len(got) > 0 {
		t.Errorf("not in the archive: %q", slices.Sorted(maps.Keys(got)))
	}
}

func TestErrors(t *testing.T) {
	for _, test := range []struct {
		name  string
		spoil func(t *testing.T, c *config)
		want  string
		log   string
	}{
		{"a folder of the user's", func(t *testing.T, c *config) { c.out = filepath.Join(c.root, "web") }, "not a site built by this program", ""},
		{"a text in two files", func(t *testing.T, c *config) {
			replace(filepath.Join(c.root, "web", "i18n", "en", "rnn.json"), []byte(`{"a": "another"}`))
		}, "a stands in both en/gan.json and en/rnn.json", ""},
		{"no programs", func(t *testing.T, c *config) { os.RemoveAll(filepath.Join(c.root, "wasm", "hello")) }, "no programs in ", ""},
		{"a program that does not compile", func(t *testing.T, c *config) {
			replace(filepath.Join(c.root, "wasm", "hello", "main.go"), []byte("package main\n\nfunc main() { undefined() }\n"))
		}, "go build failed, see above", "undefined: undefined"},
	} {
		t.Run(test.name, func(t *testing.T) {
			c, log := plant(t)
			test.spoil(t, &c)
			before := read(t, filepath.Join(c.root, "web"))
			err := build(c)
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("error %v, want %q", err, test.want)
			}
			if !strings.Contains(log.String(), test.log) {
				t.Errorf("log %q, want %q in it", log, test.log)
			}
			if after := read(t, filepath.Join(c.root, "web")); !maps.Equal(after, before) {
				t.Errorf("files changed: %q", slices.Sorted(maps.Keys(after)))
			}
		})
	}
}

func TestForget(t *testing.T) {
	dir := t.TempDir()
	for name, age := range map[string]time.Duration{"young": time.Hour, "old": keep + time.Hour} {
		name = filepath.Join(dir, name)
		if err := os.WriteFile(name, nil, 0o666); err != nil {
			t.Fatal(err)
		}
		then := time.Now().Add(-age)
		if err := os.Chtimes(name, then, then); err != nil {
			t.Fatal(err)
		}
	}
	if err := forget(dir); err != nil {
		t.Fatal(err)
	}
	if left := slices.Sorted(maps.Keys(read(t, dir))); !slices.Equal(left, []string{"young"}) {
		t.Errorf("left %q, want only young", left)
	}
}
