package main

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"time"
)

// marker is the file by which a folder shows that it belongs to this program,
// which removes from it what is not part of the site.
const marker = ".keep"

// checkOut refuses a folder that holds something else.
func checkOut(out string) error {
	entries, err := os.ReadDir(out)
	if errors.Is(err, fs.ErrNotExist) || err == nil && len(entries) == 0 {
		return nil
	}
	if err != nil {
		return err
	}
	if _, err := os.Stat(filepath.Join(out, marker)); err != nil {
		return fmt.Errorf("%s holds files that are not a site built by this program; "+
			"name a new or empty folder with -out, or put an empty file %s into it if all else in there may go", out, marker)
	}
	return nil
}

// write makes a folder hold the files and no others.
func write(out string, files []file) error {
	wanted := map[string]bool{marker: true}
	for _, f := range files {
		wanted[f.name] = true
		name := filepath.Join(out, filepath.FromSlash(f.name))
		if old, err := os.ReadFile(name); err == nil && bytes.Equal(old, f.data) {
			continue // keep its time, for rsync and the go command
		}
		if err := replace(name, f.data); err != nil {
			return err
		}
	}
	if _, err := os.Stat(filepath.Join(out, marker)); errors.Is(err, fs.ErrNotExist) {
		if err := os.WriteFile(filepath.Join(out, marker), nil, 0o666); err != nil {
			return err
		}
	}
	return fs.WalkDir(os.DirFS(out), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || wanted[name] {
			return err
		}
		return os.Remove(filepath.Join(out, filepath.FromSlash(name)))
	})
}

// replace writes a file at once: nobody sees half of it.
func replace(name string, data []byte) error {
	dir := filepath.Dir(name)
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return err
	}
	t, err := os.CreateTemp(dir, ".new-*")
	if err != nil {
		return err
	}
	_, err = t.Write(data)
	err = errors.Join(err, t.Chmod(0o644), t.Close())
	if err == nil {
		err = os.Rename(t.Name(), name)
	}
	if err != nil {
		os.Remove(t.Name())
	}
	return err
}

// pack writes the files as a zip archive; equal files make equal archives.
func pack(name string, files []file) error {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range files {
		method := zip.Deflate
		if ext := path.Ext(f.name); ext == ".br" || ext == ".gz" {
			method = zip.Store
		}
		h := &zip.FileHeader{Name: f.name, Method: method, Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)}
		h.SetMode(0o644)
		w, err := z.CreateHeader(h)
		if err != nil {
			return err
		}
		if _, err := w.Write(f.data); err != nil {
			return err
		}
	}
	if err := z.Close(); err != nil {
		return err
	}
	return replace(name, b.Bytes())
}

// total returns the size of all files, for people.
func total(files []file) string {
	n := 0
	for _, f := range files {
		n += len(f.data)
	}
	return size(n)
}

// size returns a number of bytes, for people.
func size(n int) string {
	switch {
	case n >= 1e6:
		return fmt.Sprintf("%.2f MB", float64(n)/1e6)
	case n >= 1e3:
		return fmt.Sprintf("%.1f kB", float64(n)/1e3)
	}
	return fmt.Sprintf("%d B", n)
}
