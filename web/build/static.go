package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"
)

// A file of the site; the name is a path with slashes below the site's root.
type file struct {
	name string
	data []byte
}

// published are the ends of the names of static files. The server knows their media types.
var published = map[string]bool{
	".css": true, ".html": true, ".ico": true, ".js": true, ".json": true, ".pdf": true, ".png": true,
	".svg": true, ".txt": true, ".webmanifest": true, ".woff2": true,
}

// collect reads the static files of web/ and wasm_exec.js. Folders with Go
// files are no part of the site as they stand, nor is test data.
func collect(c config) ([]file, error) {
	exec, err := wasmExec(c)
	if err != nil {
		return nil, err
	}
	files := []file{exec}
	fsys := os.DirFS(filepath.Join(c.root, "web"))
	err = fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			programs, err := fs.Glob(fsys, path.Join(name, "*.go"))
			if name != "." && (len(programs) > 0 || name == "dist" || d.Name() == "testdata" || strings.HasPrefix(d.Name(), ".")) {
				return fs.SkipDir
			}
			return err
		}
		if !published[path.Ext(name)] || strings.HasPrefix(d.Name(), ".") || d.Name() == "tsconfig.json" {
			return nil
		}
		data, err := fs.ReadFile(fsys, name)
		files = append(files, file{name, data})
		return err
	})
	report(c, "copy", "%d static files, %s", len(files), total(files))
	return files, err
}

// tellSizes writes the programs' sizes into the scripts, in place of the 0 in
//
//	const bytes = 0; // bytes of NAME.wasm
//
// since a browser does not tell how long a compressed download will be.
func tellSizes(programs, static []file) {
	for i := range static {
		s := &static[i]
		if path.Ext(s.name) != ".js" {
			continue
		}
		for _, p := range programs {
			mark := "; // bytes of " + p.name + "\n"
			s.data = bytes.ReplaceAll(s.data, []byte(" 0"+mark), []byte(" "+strconv.Itoa(len(p.data))+mark))
		}
	}
}

// nameByContent renames the programs to name.HASH.wasm, HASH being the start
// of the hash of their bytes, and replaces their names in the scripts. The
// server and caches may then keep a program for ever. A program that no script
// names in quotes keeps its name.
func nameByContent(programs, static []file) {
	for i := range programs {
		p := &programs[i]
		sum := sha256.Sum256(p.data)
		hashed := strings.TrimSuffix(p.name, ".wasm") + "." + hex.EncodeToString(sum[:])[:12] + ".wasm"
		named := false
		for j := range static {
			s := &static[j]
			if path.Ext(s.name) != ".js" {
				continue
			}
			for _, quote := range []string{"'", `"`} {
				from, to := []byte(quote+p.name+quote), []byte(quote+hashed+quote)
				if bytes.Contains(s.data, from) {
					s.data = bytes.ReplaceAll(s.data, from, to)
					named = true
				}
			}
		}
		if named {
			p.name = hashed
		}
	}
}
