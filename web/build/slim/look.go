package slim

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
)

// A listed is a package as go list tells of it.
type listed struct {
	ImportPath, Dir string
	Imports         []string
	Module          *struct{ Path, Version, Dir string }
}

// Look tells apart the programs of a module that import Ebitengine and the rest, and
// returns what a copy for those is made of: shaders are the .kage files beside them.
func Look(root string, programs []string) (s Source, drawn, rest []string, err error) {
	s.Root = root
	all, err := list(root, programs)
	if err != nil {
		return s, nil, nil, err
	}
	for _, p := range all {
		if !slices.Contains(p.Imports, Module) {
			rest = append(rest, p.ImportPath)
			continue
		}
		drawn = append(drawn, p.ImportPath)
		shaders, err := filepath.Glob(filepath.Join(p.Dir, "*.kage"))
		if err != nil {
			return s, nil, nil, err
		}
		for _, name := range shaders {
			rel, err := filepath.Rel(root, name)
			if err != nil {
				return s, nil, nil, err
			}
			s.Shaders = append(s.Shaders, rel)
		}
	}
	if len(drawn) == 0 {
		return s, nil, rest, nil
	}
	linked, err := list(root, append([]string{"-deps"}, drawn...))
	for _, p := range linked {
		if p.Module == nil || p.Module.Path != Module {
			continue
		}
		dir, err := filepath.Rel(p.Module.Dir, p.Dir)
		if err != nil {
			return s, nil, nil, err
		}
		s.Module, s.Version = p.Module.Dir, p.Module.Version
		s.Packages = append(s.Packages, dir)
	}
	return s, drawn, rest, err
}

// list asks the go command for packages, as they are for the browser.
func list(root string, args []string) (all []listed, err error) {
	cmd := exec.Command("go", append([]string{"list", "-json=ImportPath,Dir,Imports,Module"}, args...)...)
	cmd.Dir = root
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "CGO_ENABLED=0")
	var said bytes.Buffer
	cmd.Stderr = &said
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("slim: go list: %w\n%s", err, said.Bytes())
	}
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		var p listed
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			return all, nil
		} else if err != nil {
			return nil, fmt.Errorf("slim: go list: %w", err)
		}
		all = append(all, p)
	}
}
