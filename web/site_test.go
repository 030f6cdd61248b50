package web

import (
	"io/fs"
	"maps"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// files returns the site's files whose names end so, by their paths. Folders with
// Go files are programs and no part of the site, and dist is what web/build makes of it.
func files(t *testing.T, ends ...string) map[string]string {
	t.Helper()
	found := map[string]string{}
	site := os.DirFS(".")
	err := fs.WalkDir(site, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			programs, err := fs.Glob(site, path.Join(name, "*.go"))
			if name != "." && (len(programs) > 0 || name == "dist" || strings.HasPrefix(d.Name(), ".")) {
				return fs.SkipDir
			}
			return err
		}
		if !slices.Contains(ends, path.Ext(name)) {
			return nil
		}
		content, err := fs.ReadFile(site, name)
		found[name] = string(content)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// neighbours are the rooms whose scripts a room may import, besides its own.
var neighbours = map[string][]string{
	"shared":   {},
	"player":   {"shared"},
	"numbers":  {"shared"},
	"frame":    {"numbers", "shared"},
	".":        {"player", "shared"}, // element.js; of what is shared, types only
	"page":     {"numbers", "shared", "."},
	"tutorial": {".", "shared"},
}

// room returns the first folder of a path.
func room(name string) string {
	folder, _, below := strings.Cut(name, "/")
	if !below {
		return "."
	}
	return folder
}

var (
	imported  = regexp.MustCompile(`(?:from |import |import\()'(\.[^']+)'`)
	addressed = regexp.MustCompile(`(?:href|src)="([^":#]+)[^"]*"`)
)

// TestRooms holds that every file that a script or a document names is there, by
// an address relative to its own, and that scripts import from their neighbours only.
func TestRooms(t *testing.T) {
	all := files(t, ".js", ".ts", ".html", ".css", ".svg", ".png")
	there := func(from, address string) string {
		to := path.Join(path.Dir(from), address)
		if strings.HasSuffix(address, "/") {
			to = path.Join(to, "index.html")
		}
		if _, ok := all[to]; !ok {
			t.Errorf("%s names %s, which is not there", from, address)
		}
		return to
	}
	for _, name := range slices.Sorted(maps.Keys(all)) {
		switch path.Ext(name) {
		case ".js":
			for _, m := range imported.FindAllStringSubmatch(all[name], -1) {
				from, to := room(name), room(there(name, m[1]))
				if from != to && !slices.Contains(neighbours[from], to) {
					t.Errorf("%s imports %s: %s may import %q", name, m[1], from, neighbours[from])
				}
			}
		case ".html":
			for _, m := range addressed.FindAllStringSubmatch(all[name], -1) {
				there(name, m[1])
			}
		}
	}
}

var (
	script = regexp.MustCompile(`(?i)<script\b[^>]*>`)
	inline = regexp.MustCompile(`(?i)<style|\sstyle=|\son\w+=|javascript:`)
)

// TestPolicy holds that documents have no inline scripts, styles or handlers:
// the Content-Security-Policy would refuse them.
func TestPolicy(t *testing.T) {
	for name, content := range files(t, ".html") {
		found := inline.FindAllString(content, -1)
		for _, tag := range script.FindAllString(content, -1) {
			if !strings.Contains(tag, "src=") {
				found = append(found, tag)
			}
		}
		for _, f := range found {
			t.Errorf("%s has %q", name, f)
		}
	}
}
