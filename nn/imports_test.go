package nn_test

import (
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// module is the prefix of our own packages.
const module = "nnplay"

// arrows has a row a package: which of our packages it may import. "x/..."
// stands for x and all below it; the first row that fits a package counts. A
// new package needs a row, unless it is a family or a figure: those have one in
// common.
//
//	program <- nn <- data, model <- setting, lab <- a family <- wasm/trainer
//	lab <- experiment <- wasm/trainer
//	topology <- wire <- paper <- a figure <- wasm/canvas
//
// and plotting stands beside them. No family and no figure imports another one,
// and experiment none at all.
var arrows = []struct{ who, imports string }{
	{"nn/f32", ""},
	{"nn/rng", "nn/f32"},
	{"nn/rng/rngtest", ""},
	{"nn/program", "nn/f32 nn/rng"},
	{"nn/program/programtest", "nn/rng nn/program"},
	{"nn/trace", "nn/program"},
	{"nn/pca", ""},
	{"nn/simd", "nn/f32 nn/rng nn/program"},
	{"nn/simd/simdtest", "nn/program nn/simd"},
	{"nn", "nn/f32 nn/rng nn/program"},
	{"nn/notice", "nn/numeral"},
	{"nn/numeral", ""},
	{"nn/metric", ""},
	{"nn/data", "nn nn/f32 nn/rng"},
	{"nn/data/golden", ""},
	{"nn/data/encoding", ""},
	{"nn/data/rows", "nn/notice"},
	{"nn/data/table", "nn/notice nn/data nn/data/encoding nn/data/rows nn/rng"},
	{"nn/data/passage", "nn/notice nn/data/encoding nn/data/sequences nn/rng"},
	{"nn/data/sequences", "nn/notice nn/f32 nn/rng"},
	{"nn/data/images", "nn/notice nn/data nn/f32 nn/rng"},
	{"nn/data/images/picture", "nn/data/images nn/notice"},
	{"nn/model", "nn nn/f32 nn/rng"},
	{"nn/topology", ""},
	{"nn/setting", "nn/notice nn/data nn/data/rows nn/data/sequences nn/data/images"},
	{"nn/lab", "nn nn/rng nn/program nn/metric nn/data/rows nn/data/images nn/model nn/setting nn/topology"},
	{"nn/lab/all", "nn/lab/..."},
	{"nn/lab/labtest", "nn/program nn/simd/simdtest nn/lab nn/experiment"},
	{"nn/lab/plane", "nn nn/rng nn/metric nn/data nn/model nn/setting nn/lab"},
	{"nn/lab/image", "nn/rng nn/data nn/data/images nn/setting nn/lab"},
	{"nn/lab/sequence", "nn nn/rng nn/data/sequences nn/model nn/setting nn/topology nn/lab"},
	{"nn/lab/rule", "nn nn/lab"},
	{"nn/lab/...", lower + "nn/lab nn/lab/plane nn/lab/image nn/lab/sequence nn/lab/rule"}, // a family
	{"nn/experiment", "nn nn/rng nn/program nn/data/rows nn/data/images nn/setting nn/topology nn/lab"},
	{"nn/experiment/landscape", "nn nn/rng nn/pca nn/setting nn/lab nn/experiment"},
	{"nn/experiment/explain", "nn nn/program nn/trace nn/setting nn/lab nn/experiment"},
	{"nn/experiment/verify", "nn/program nn/setting nn/lab nn/experiment"},
	{"nn/workload", "nn nn/rng nn/program nn/model"},
	{"nn/cmd/...", "nn/..."},

	{"plotting/...", "plotting/... nn/numeral"},

	{"wasm/wire", "nn/topology"},
	{"wasm/paper", "nn/numeral wasm/wire"},
	{"wasm/paper/papertest", "wasm/paper"},
	{"wasm/paper/svg", "wasm/paper"},
	{"wasm/figure/all", "wasm/paper wasm/figure/..."},
	{"wasm/figure/...", "wasm/paper wasm/wire"},
	{"wasm/protocol", "nn/notice"},
	{"wasm/worker", "nn/notice wasm/protocol"},
	{"wasm/trainer", "nn/... wasm/wire wasm/protocol wasm/worker"},
	{"wasm/canvas", "wasm/wire wasm/paper wasm/figure/all"},
	{"wasm/plots", "nn/notice plotting wasm/protocol wasm/worker"},
	{"wasm/tables", "nn/notice nn/data/images nn/data/passage nn/data/table wasm/protocol wasm/worker"},
	{"wasm/pictures", "nn/notice nn/data/images nn/data/images/picture wasm/protocol wasm/worker"},

	{"web/bench/npm", ""},
	{"web/bench/...", "web/bench/npm web/browser nn/workload nn/lab/all"},
	{"web/verify", "web/browser nn/program nn/simd/simdtest nn/lab/all nn/experiment/verify"},
	{"web/build/protocol", "wasm/protocol"},
	{"web/build/figure", "nn/lab nn/lab/all nn/experiment wasm/wire wasm/paper wasm/paper/svg wasm/figure/all web/i18n"},
	{"web/build/picture", "nn/lab nn/lab/all nn/experiment nn/simd/simdtest web/build/figure web/i18n"},
	{"web/build/slim", ""},
	{"web/build", "nn/lab/all web/build/figure web/build/slim web/i18n"},
	{"web/...", "web/..."},
	{".", "web"}, // the server
}

// lower is what any family may import.
const lower = "nn nn/f32 nn/rng nn/metric nn/pca nn/data nn/data/rows nn/data/sequences nn/data/images nn/model nn/setting nn/topology nn/numeral "

// owners has a row a package of others that few may reach, by whatever way
// leads there outside the standard library.
var owners = []struct{ what, who string }{
	{"github.com/hajimehoshi/ebiten/...", "wasm/canvas/..."},
	{"gonum.org/v1/plot/...", "plotting/... wasm/plots"},
	{"github.com/tetratelabs/wazero/...", "nn/simd/simdtest nn/lab/labtest nn/cmd/nnplay web/verify web/build/picture"},
	{"syscall/js", "wasm/worker wasm/trainer wasm/canvas/... wasm/plots wasm/tables wasm/pictures"},
}

// matches reports whether one of the patterns fits a path.
func matches(patterns, path string) bool {
	for _, p := range strings.Fields(patterns) {
		prefix, below := strings.CutSuffix(p, "/...")
		if path == prefix || below && strings.HasPrefix(path, prefix+"/") {
			return true
		}
	}
	return false
}

// A listed is what go list says of a package.
type listed struct {
	ImportPath string
	Name       string
	Imports    []string
	Standard   bool
}

// own returns the path within the module, and whether the package is ours.
// Fonts under plotting/ stand in for a module of others.
func own(path string) (string, bool) {
	if path == module {
		return ".", true
	}
	return strings.CutPrefix(path, module+"/")
}

// list runs go list for a system.
func list(t *testing.T, system string) map[string]listed {
	t.Helper()
	goos, goarch, _ := strings.Cut(system, "/")
	cmd := exec.Command("go", "list", "-e", "-deps", "-json=ImportPath,Name,Imports,Standard", "./...")
	cmd.Dir = ".."
	cmd.Env = append(os.Environ(), "GOOS="+goos, "GOARCH="+goarch)
	out, err := cmd.Output()
	if exit := new(exec.ExitError); errors.As(err, &exit) {
		t.Fatalf("go list: %v\n%s", err, exit.Stderr)
	} else if err != nil {
		t.Fatal(err)
	}
	packages := map[string]listed{}
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p listed
		if err := d.Decode(&p); err == io.EOF {
			return packages
		} else if err != nil {
			t.Fatal(err)
		}
		packages[p.ImportPath] = p
	}
}

// path returns a way from a package to one that fits a pattern, or "".
func path(packages map[string]listed, from, pattern string, seen map[string]bool) string {
	seen[from] = true
	for _, to := range packages[from].Imports {
		if matches(pattern, to) {
			return from + " -> " + to
		}
		if p := packages[to]; !seen[to] && !p.Standard {
			if way := path(packages, to, pattern, seen); way != "" {
				return from + " -> " + way
			}
		}
	}
	return ""
}

// TestImports holds every package to the arrows and the owners, as compiled
// for a server and for the browser.
func TestImports(t *testing.T) {
	if _, err := exec.LookPath("go"); err != nil {
		t.Skip("no go command: ", err)
	}
	watchSources()
	for _, system := range []string{"linux/amd64", "js/wasm"} {
		t.Run(system, func(t *testing.T) {
			packages := list(t, system)
			ours := 0
			for _, p := range packages {
				who, ok := own(p.ImportPath)
				if !ok {
					continue
				}
				ours++
				checkArrows(t, who, p)
				for _, o := range owners {
					if way := path(packages, p.ImportPath, o.what, map[string]bool{}); way != "" && !matches(o.who, who) {
						t.Errorf("only %s may reach %s: %s", o.who, o.what, way)
					}
				}
			}
			if ours < 10 {
				t.Errorf("go list knows only %d packages of ours", ours)
			}
		})
	}
}

func checkArrows(t *testing.T, who string, p listed) {
	t.Helper()
	for _, row := range arrows {
		if !matches(row.who, who) {
			continue
		}
		for _, path := range p.Imports {
			if to, ok := own(path); ok && !matches(row.imports, to) {
				t.Errorf("%s imports %s, but may import only [%s]", who, to, row.imports)
			}
			if path == "syscall/js" && p.Name != "main" && who != "wasm/worker" {
				t.Errorf("%s imports syscall/js, and is neither a main nor what mains share", who)
			}
		}
		return
	}
	t.Errorf("%s has no row among the arrows", who)
}

// watchSources looks into every directory of the module: go test keeps a
// result until a file that the test looked at changes, and does not see what
// go list looks at.
func watchSources() {
	filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if err == nil && d.IsDir() && len(d.Name()) > 2 && d.Name()[0] == '.' {
			return fs.SkipDir
		}
		return nil // a build at work may remove what was there
	})
}
