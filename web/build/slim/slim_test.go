package slim

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// root is the folder of the module.
const root = "../../.."

// look returns what the canvas's copy is made of.
func look(t *testing.T) Source {
	t.Helper()
	absolute, err := filepath.Abs(root)
	if err != nil {
		t.Fatal(err)
	}
	s, drawn, rest, err := Look(absolute, []string{"nnplay/wasm/canvas", "nnplay/wasm/worker"})
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(drawn, []string{"nnplay/wasm/canvas"}) || !slices.Equal(rest, []string{"nnplay/wasm/worker"}) {
		t.Fatalf("Ebitengine is imported by %q, and not by %q", drawn, rest)
	}
	return s
}

// TestKnown holds that the changes are made for the version that go.mod names.
func TestKnown(t *testing.T) {
	s := look(t)
	if s.Version != version {
		t.Errorf("go.mod has Ebitengine %s, the changes are for %s", s.Version, version)
	}
	for _, c := range changes {
		if c.sum == "" {
			continue
		}
		if sum, err := sumOf(filepath.Join(s.Module, c.dir)); err != nil || sum != c.sum {
			t.Errorf("the sum of %s is %s, not %s (%v)", c.dir, sum, c.sum, err)
		}
	}
}

// TestLeavesOut makes a copy, upon which the canvas needs nothing that only others need.
func TestLeavesOut(t *testing.T) {
	s := look(t)
	work := filepath.Join(s.Root, "web", ".build") // below the root, where git looks at nothing
	if err := os.MkdirAll(work, 0o777); err != nil {
		t.Fatal(err)
	}
	dir, err := os.MkdirTemp(work, "slim-test-*")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	modfile, err := Make(s, dir)
	if err != nil {
		t.Fatal(err)
	}
	linked, err := list(s.Root, []string{"-deps", "-modfile=" + modfile, "nnplay/wasm/canvas"})
	if err != nil {
		t.Fatal(err)
	}
	out := []string{"archive/zip", "compress/flate", "encoding/gob", "encoding/json", "go/ast", "go/build", "go/parser", "go/token", "log/slog", "math/big", "net", "os/exec", "regexp", "text/template"}
	for _, p := range linked {
		if slices.Contains(out, p.ImportPath) {
			t.Errorf("the canvas links %s", p.ImportPath)
		}
	}
	// Asked again, it is there; and is made anew when something else is to be compiled.
	table := filepath.Join(dir, "ebiten", "internal", "legacyshader", "table.go")
	before, err := os.Stat(table)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Make(s, dir); err != nil {
		t.Fatal(err)
	}
	if after, err := os.Stat(table); err != nil || !os.SameFile(before, after) {
		t.Errorf("it is made again: %v", err)
	}
	bad := filepath.Join(dir, "bad.kage")
	if err := os.WriteFile(bad, []byte("//kage:unit pixels\npackage main\n\nfunc Fragment() vec4 { return nothing }\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	rel, err := filepath.Rel(s.Root, bad)
	if err != nil {
		t.Fatal(err)
	}
	s.Shaders = append(s.Shaders, rel)
	other := filepath.Join(dir, "other")
	if _, err := Make(s, other); err == nil || !strings.Contains(err.Error(), "bad.kage") || !strings.Contains(err.Error(), "nothing") {
		t.Errorf("a shader with a mistake: %v", err)
	}
}

// TestChange changes a package of two files.
func TestChange(t *testing.T) {
	files := map[string]string{
		"a.go":      "package a\n\nimport (\n\t\"log/slog\"\n)\n\n// Names are many.\nvar Names = map[string]int{\n\t\"a\": 1, // one\n\t\"b\": 2,\n}\n\nfunc F() { slog.Debug(\"f\", \"names\", Names) }\n",
		"b.go":      "package a\n",
		"a_test.go": "package a\n",
	}
	plant := func(t *testing.T) (dir, sum string) {
		t.Helper()
		dir = t.TempDir()
		for name, text := range files {
			if err := write(filepath.Join(dir, "internal", "a", name), []byte(text)); err != nil {
				t.Fatal(err)
			}
		}
		sum, err := sumOf(filepath.Join(dir, "internal", "a"))
		if err != nil {
			t.Fatal(err)
		}
		return dir, sum
	}
	dir, sum := plant(t)
	c := change{dir: "internal/a", sum: sum, drop: []string{"b.go"}, stub: "slog", imports: map[string]string{"log/slog": "ours/slog"}, empty: []string{"Names"}}
	if err := c.make(dir); err != nil {
		t.Fatal(err)
	}
	entries, err := os.ReadDir(filepath.Join(dir, "internal", "a"))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	if !slices.Equal(names, []string{"a.go", "a_test.go", "slim_slog.go"}) {
		t.Errorf("left are %q", names)
	}
	text, err := os.ReadFile(filepath.Join(dir, "internal", "a", "a.go"))
	if err != nil {
		t.Fatal(err)
	}
	for what, there := range map[string]bool{`"ours/slog"`: true, `"log/slog"`: false, "map[string]int{": true, `"a":`: false, `slog.Debug("f", "names", Names)`: true} {
		if strings.Contains(string(text), what) != there {
			t.Errorf("%s is to be there: %t, in\n%s", what, there, text)
		}
	}
	for _, wrong := range []struct {
		name, says string
		change     func(*change)
	}{
		{"another sum", "is not what web/build/slim/changes.go was made for", func(c *change) { c.sum = "0123456789abcdef" }},
		{"no such file", "there is no c.go in internal/a", func(c *change) { c.drop = []string{"c.go"} }},
		{"no such import", "there is no net in internal/a", func(c *change) { c.imports = map[string]string{"net": "ours/net"} }},
		{"no such map", "there is no Numbers in internal/a", func(c *change) { c.empty = []string{"Numbers"} }},
	} {
		dir, sum := plant(t)
		c := change{dir: "internal/a", sum: sum}
		wrong.change(&c)
		if err := c.make(dir); err == nil || !strings.Contains(err.Error(), wrong.says) {
			t.Errorf("%s: %v", wrong.name, err)
		}
	}
}

// TestOtherVersion refuses a version that nobody has looked at.
func TestOtherVersion(t *testing.T) {
	s := look(t)
	s.Version = "v2.99.0"
	if _, err := Make(s, t.TempDir()); err == nil || !strings.Contains(err.Error(), "-slim=false") {
		t.Errorf("another version: %v", err)
	}
}
