//go:build !js

package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"nnplay/nn/data/images"
	"nnplay/nn/data/passage"
	"nnplay/nn/data/table"
	"nnplay/nn/experiment"
	"nnplay/nn/lab"
	"nnplay/nn/notice"
	"nnplay/nn/setting"
)

// maxFile is the largest file that is read; the readers have bounds of their own.
const maxFile = 64 << 20

// tableNames are how the names of tables end, whatever a family learns from.
var tableNames = []string{".csv", ".tsv", ".tab", ".dat"}

// open makes a file, or a folder of pictures, the data of a spec, as a page does that it is dropped on, and
// returns what there is to say of it. Rows that the link means but does not carry are
// taken for those, with all else as the link has it.
func open(spec *lab.Spec, path, missing string) ([]notice.Notice, error) {
	if isFolder(path) {
		return openFolder(spec, path)
	}
	file, err := read(path)
	if err != nil {
		return nil, err
	}
	switch kind := http.DetectContentType(file); {
	case isSVG(path, file):
		return nil, errors.New(path + ": an SVG is drawn by a browser: open it in the page, and save the album there")
	case images.IsAlbum(file):
		album, err := images.ReadAlbum(file)
		if err != nil {
			return nil, err
		}
		return families.Take(spec, setting.Pictures, album)
	case strings.HasPrefix(kind, "image/"):
		return nil, errors.New(path + ": a picture by itself says no class: give the folder that it is in, or an album that was saved in the page")
	case spec.Family.OwnOf(setting.Passage) != nil && !slices.Contains(tableNames, strings.ToLower(filepath.Ext(path))):
		return openText(spec, file)
	}
	return openTable(spec, file, missing)
}

// read reads a file that is not too large.
func read(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	file, err := io.ReadAll(io.LimitReader(f, maxFile+1))
	if err == nil && len(file) > maxFile {
		err = fmt.Errorf("%s: the file is too large: at most %d MB are read", path, maxFile>>20)
	}
	return file, err
}

// isSVG tells whether a file is a drawing in XML.
func isSVG(path string, file []byte) bool {
	head := bytes.ToLower(file[:min(len(file), 1<<10)])
	return strings.EqualFold(filepath.Ext(path), ".svg") || bytes.HasPrefix(bytes.TrimSpace(head), []byte("<")) && bytes.Contains(head, []byte("<svg"))
}

// openText takes a running text.
func openText(spec *lab.Spec, file []byte) ([]notice.Notice, error) {
	p, err := passage.Read(file, passage.Choices{})
	if err != nil {
		return nil, err
	}
	text, problem := setting.CleanText(p.Text)
	if problem != "" {
		return nil, setting.Refuse(problem)
	}
	notices, err := families.Take(spec, setting.Passage, text)
	return append(p.Notices, notices...), err
}

// openTable takes all columns of a table that suggest themselves.
func openTable(spec *lab.Spec, file []byte, missing string) ([]notice.Notice, error) {
	t, err := table.Read(file, table.Choices{Cut: true}) // which it says
	if err != nil {
		return nil, err
	}
	if t.Pixels > 0 && spec.Family.OwnOf(setting.Pictures) != nil {
		return openPixels(spec, t)
	}
	said := t.Notices
	samples, err := t.Samples("")
	if err != nil {
		return said, err
	}
	if n := samples.Lacking; n > 0 {
		said = append(said, lacking.Note("lacking", "count", strconv.Itoa(n)))
	}
	r, err := samples.Rows()
	if err != nil {
		return said, err
	}
	if notices, ok := experiment.BringBack(spec, r, missing); ok {
		return append(said, notices...), nil
	}
	notices, err := families.TakeTable(spec, r)
	return append(said, notices...), err
}

// openPixels takes a table of pixels as images.
func openPixels(spec *lab.Spec, t *table.Table) ([]notice.Notice, error) {
	m, err := t.Images()
	if err != nil {
		return t.Notices, err
	}
	said := append(t.Notices, m.Notices...)
	if m.Lacking > 0 {
		said = append(said, lacking.Note("lacking", "count", strconv.Itoa(m.Lacking)))
	}
	album, err := images.AlbumOfLevels(m.Side, m.Levels, m.Labels, m.Classes)
	if err != nil {
		return said, err
	}
	notices, err := families.Take(spec, setting.Pictures, album)
	return append(said, notices...), err
}

// lacking is what the command says where a page counts.
var lacking = notice.Texts{
	"lacking": "{count} {count|row|rows} {count|lacks|lack} a value and {count|is|are} left out.",
}
