//go:build !js

package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"nnplay/nn/data/images/picture"
	"nnplay/nn/lab"
	"nnplay/nn/notice"
	"nnplay/nn/setting"
)

// maxFiles is how many files of a folder are read, as in a page.
const maxFiles = 70_000

// openFolder makes the pictures of a folder the data of a spec: each is of the class that
// the folder which it is in is called by. They are taken in the order of their paths, as
// a page takes them. What can't be read is told, and left out.
func openFolder(spec *lab.Spec, root string) (said []notice.Notice, err error) {
	if root, err = filepath.Abs(root); err != nil {
		return nil, err
	}
	paths, err := filesOf(root)
	if err != nil {
		return nil, err
	}
	var g picture.Gathering
	for _, path := range paths {
		file, err := read(path)
		switch {
		case err != nil:
		case isSVG(path, file):
			err = errors.New("an SVG is drawn by a browser: open it in the page")
		default:
			err = g.Read(file, filepath.Base(filepath.Dir(path)))
		}
		if err != nil {
			said = append(said, notice.Notice{Code: "refused", Text: fmt.Sprintf("%s: %v", path, err)})
		}
	}
	if left := g.Left(); left != nil {
		said = append(said, notice.Notice(*left))
	}
	if g.Pictures == 0 {
		return said, fmt.Errorf("%s: the folder holds no pictures that can be read: put those of each class into a folder of its own", root)
	}
	album, err := g.Album()
	if err != nil {
		return said, err
	}
	notices, err := families.Take(spec, setting.Pictures, album)
	return append(said, notices...), err
}

// filesOf lists the files of a folder and of those in it, but for hidden ones, by the
// order of their paths.
func filesOf(root string) (paths []string, err error) {
	err = filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case path != root && strings.HasPrefix(entry.Name(), ".") && entry.IsDir():
			return fs.SkipDir
		case strings.HasPrefix(entry.Name(), ".") || !entry.Type().IsRegular():
		case len(paths) == maxFiles:
			return fs.SkipAll
		default:
			paths = append(paths, path)
		}
		return nil
	})
	return paths, err
}

// isFolder tells whether a path is one.
func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}
