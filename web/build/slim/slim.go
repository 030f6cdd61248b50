// Package slim makes a copy of Ebitengine without what a browser page has no use for,
// for the build: a compiler of shaders, which the build is itself; logs, dumps of images,
// and games that run for other programs. It links net, go/parser, text/template and
// encoding/gob for that, which are a third of the canvas's program, and most of what it
// did as it started.
//
// The copy lies in the build's work folder, with files of ours in place of some of
// Ebitengine's (stubs/). It is made for one version, whose files are known by a sum: of
// another version nothing is assumed.
package slim

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"errors"
	"fmt"
	"go/format"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

//go:embed stubs
var stubs embed.FS

// A Source says what a copy is made of.
type Source struct {
	Root     string   // the folder of the module that is built
	Module   string   // the folder of Ebitengine's module
	Version  string   // Ebitengine's version
	Packages []string // the folders of its packages that are linked, in its module
	Shaders  []string // files of shaders to be compiled
}

// Make makes the copy in a folder below the root, if it is not there yet, and returns
// the go.mod with which a program is built upon it, for -modfile.
func Make(s Source, dir string) (modfile string, err error) {
	if s.Version != version {
		return "", fmt.Errorf("slim: Ebitengine is %s, and web/build/slim is made for %s: look at what has changed in the packages that changes.go names, "+
			"then set version and the sums there, which go test ./web/build/slim tells; until then, build with -slim=false", s.Version, version)
	}
	modfile = filepath.Join(dir, "go.mod")
	stamp, err := s.stamp()
	if err != nil {
		return "", err
	}
	if was, err := os.ReadFile(filepath.Join(dir, "stamp")); err == nil && string(was) == stamp {
		return modfile, nil
	}
	if err := os.RemoveAll(dir); err != nil {
		return "", err
	}
	to := filepath.Join(dir, "ebiten")
	if err := errors.Join(s.copy(to), s.requirements(dir, to)); err != nil {
		return "", err
	}
	table, err := s.compile(to, modfile)
	if err != nil {
		return "", err
	}
	for _, c := range changes {
		if err := c.make(to); err != nil {
			return "", err
		}
	}
	if err := os.WriteFile(filepath.Join(to, "internal", "legacyshader", "table.go"), table, 0o666); err != nil {
		return "", err
	}
	return modfile, os.WriteFile(filepath.Join(dir, "stamp"), []byte(stamp), 0o666)
}

// stamp returns a text that is another one for another copy.
func (s Source) stamp() (string, error) {
	sum := sha256.New()
	fmt.Fprintln(sum, s.Module, s.Packages, changes)
	add := func(fsys fs.FS, name string) error {
		data, err := fs.ReadFile(fsys, name)
		fmt.Fprintf(sum, "%s %d %s\n", name, len(data), data)
		return err
	}
	for _, name := range slices.Concat(s.Shaders, []string{"go.mod", "go.sum"}) {
		if err := add(os.DirFS(s.Root), name); err != nil {
			return "", err
		}
	}
	err := fs.WalkDir(stubs, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		return add(stubs, name)
	})
	return fmt.Sprintf("%x\n", sum.Sum(nil)), err
}

// copy copies the packages, their tests aside.
func (s Source) copy(to string) error {
	if err := copyFile(filepath.Join(s.Module, "go.mod"), filepath.Join(to, "go.mod")); err != nil {
		return err
	}
	for _, p := range s.Packages {
		names, err := files(filepath.Join(s.Module, p))
		if err != nil {
			return err
		}
		for _, name := range names {
			if err := copyFile(filepath.Join(s.Module, p, name), filepath.Join(to, p, name)); err != nil {
				return err
			}
		}
	}
	return nil
}

// files returns the names of a package's files in Go, without tests.
func files(dir string) (names []string, err error) {
	entries, err := os.ReadDir(dir)
	for _, e := range entries {
		if name := e.Name(); path.Ext(name) == ".go" && !strings.HasSuffix(name, "_test.go") {
			names = append(names, name)
		}
	}
	return names, err
}

// copyFile copies a file; those of the module cache can't be written to, the copy can.
func copyFile(from, to string) error {
	data, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	return write(to, data)
}

func write(name string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		return err
	}
	return os.WriteFile(name, data, 0o666)
}

// requirements writes a go.mod and a go.sum like the module's, with the copy in
// Ebitengine's place.
func (s Source) requirements(dir, copied string) error {
	text, err := os.ReadFile(filepath.Join(s.Root, "go.mod"))
	if err != nil {
		return err
	}
	rel, err := filepath.Rel(s.Root, copied)
	if err != nil {
		return err
	}
	text = fmt.Appendf(text, "\nreplace %s => ./%s\n", Module, filepath.ToSlash(rel))
	return errors.Join(write(filepath.Join(dir, "go.mod"), text), copyFile(filepath.Join(s.Root, "go.sum"), filepath.Join(dir, "go.sum")))
}

// compile compiles the shaders, with the copy as it is before the changes, and returns
// the file of Go that has them.
func (s Source) compile(copied, modfile string) ([]byte, error) {
	if err := compiler.make(copied); err != nil {
		return nil, err
	}
	args := []string{"run", "-modfile=" + modfile, Module + "/" + compiler.dir}
	run := exec.Command("go", append(args, s.Shaders...)...)
	run.Dir = s.Root
	run.Env = append(os.Environ(), "CGO_ENABLED=0")
	var said bytes.Buffer
	run.Stderr = &said
	table, err := run.Output()
	if err != nil {
		return nil, fmt.Errorf("slim: compiling the shaders: %w\n%s", err, said.Bytes())
	}
	return format.Source(table)
}
