package slim

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// make makes a change in a copy of the module.
func (c change) make(to string) error {
	dir := filepath.Join(to, c.dir)
	if c.sum != "" {
		sum, err := sumOf(dir)
		if err != nil {
			return err
		}
		if sum != c.sum {
			return fmt.Errorf("slim: %s of Ebitengine %s is not what web/build/slim/changes.go was made for: its sum is %s, and %s was looked at; build with -slim=false until it fits",
				c.dir, version, sum, c.sum)
		}
		if err := c.cut(dir); err != nil {
			return err
		}
	}
	if c.stub == "" {
		return nil
	}
	ours, err := fs.Glob(stubs, path.Join("stubs", c.stub, "*.go.txt"))
	if err != nil {
		return err
	}
	for _, name := range ours {
		data, err := stubs.ReadFile(name)
		if err != nil {
			return err
		}
		if err := write(filepath.Join(dir, "slim_"+strings.TrimSuffix(path.Base(name), ".txt")), data); err != nil {
			return err
		}
	}
	return nil
}

// sumOf returns a sum of the names and the bytes of a package's files.
func sumOf(dir string) (string, error) {
	names, err := files(dir)
	sum := sha256.New()
	for _, name := range names {
		data, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			return "", err
		}
		fmt.Fprintf(sum, "%s %d %s\n", name, len(data), data)
	}
	return fmt.Sprintf("%x", sum.Sum(nil))[:16], err
}

// cut removes files of a package, and changes others.
func (c change) cut(dir string) error {
	names, err := files(dir)
	if err != nil {
		return err
	}
	done := map[string]bool{} // the patterns, paths and variables that were found
	for _, name := range names {
		file := filepath.Join(dir, name)
		dropped := false
		for _, pattern := range c.drop {
			if is, err := path.Match(pattern, name); err != nil {
				return err
			} else if is {
				done[pattern], dropped = true, true
			}
		}
		if dropped {
			err = os.Remove(file)
		} else if len(c.imports)+len(c.empty) > 0 {
			err = c.edit(file, done)
		}
		if err != nil {
			return err
		}
	}
	for _, what := range slices.Concat(c.drop, keys(c.imports), c.empty) {
		if !done[what] {
			return fmt.Errorf("slim: there is no %s in %s of Ebitengine", what, c.dir)
		}
	}
	return nil
}

func keys(m map[string]string) (all []string) {
	for k := range m {
		all = append(all, k)
	}
	return all
}

// edit changes imports and empties maps in a file, and notes what it found.
func (c change) edit(name string, done map[string]bool) error {
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, name, nil, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		return err
	}
	changed := false
	for _, i := range file.Imports {
		from, err := strconv.Unquote(i.Path.Value)
		if err != nil {
			return err
		}
		if to, ok := c.imports[from]; ok {
			i.Path.Value = strconv.Quote(to)
			done[from], changed = true, true
		}
	}
	ast.Inspect(file, func(n ast.Node) bool {
		v, ok := n.(*ast.ValueSpec)
		if !ok || len(v.Names) != 1 || len(v.Values) != 1 || !slices.Contains(c.empty, v.Names[0].Name) {
			return true
		}
		if literal, ok := v.Values[0].(*ast.CompositeLit); ok {
			literal.Elts = nil
			done[v.Names[0].Name], changed = true, true
		}
		return true
	})
	if !changed {
		return nil
	}
	var b bytes.Buffer
	if err := format.Node(&b, set, file); err != nil {
		return err
	}
	return os.WriteFile(name, b.Bytes(), 0o666)
}
