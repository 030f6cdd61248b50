//go:build !js

package main

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nnplay/nn/data/images"
	"nnplay/nn/data/passage"
	"nnplay/nn/data/table"
	"nnplay/nn/experiment"
	"nnplay/nn/lab"
	"nnplay/nn/setting"
)

// save writes a file and returns its path.
func save(t *testing.T, name string, content []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, content, 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// trained runs the command and returns the fingerprint, and what it said.
func trained(t *testing.T, args ...string) (fingerprint, said string) {
	t.Helper()
	var out, warnings strings.Builder
	if err := run(append([]string{"train"}, args...), &out, &warnings); err != nil {
		t.Fatalf("%q: %v", args, err)
	}
	_, fingerprint, _ = strings.Cut(strings.TrimSpace(out.String()), "fingerprint ")
	return fingerprint, warnings.String()
}

// expected is the fingerprint of an experiment that somebody has given data.
func expected(t *testing.T, spec lab.Spec, steps int) string {
	t.Helper()
	r, err := experiment.New(spec)
	if err != nil {
		t.Fatal(err)
	}
	r.Step(steps)
	return r.Fingerprint()
}

// spec reads a link.
func spec(t *testing.T, link string) lab.Spec {
	t.Helper()
	s, _, err := families.Parse(link)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// flowers is a table with a decimal comma, a unit and a row that lacks a value.
func flowers(n int) []byte {
	var b strings.Builder
	b.WriteString("length;width (cm);site;species\n")
	for i := range n {
		b.WriteString([]string{"4,5;1,2;wood;setosa\n", "6,1;2,5;meadow;virginica\n", "5,0;1,5;wood;setosa\n", "7,25;2;moor;virginica\n"}[i%4])
	}
	b.WriteString("5,5;;moor;setosa\n")
	return []byte(b.String())
}

// TestTable trains on a table to the weights of the experiment of the same rows, and
// tells what was understood.
func TestTable(t *testing.T) {
	file := flowers(40)
	read, err := table.Read(file, table.Choices{})
	if err != nil {
		t.Fatal(err)
	}
	samples, err := read.Samples("")
	if err != nil {
		t.Fatal(err)
	}
	r, err := samples.Rows()
	if err != nil {
		t.Fatal(err)
	}
	path := save(t, "flowers.csv", file)
	for _, link := range []string{"v=1&networkShape=3&batchSize=4", "v=1&architecture=cnn"} {
		want := spec(t, link)
		if _, err := families.TakeTable(&want, r); err != nil {
			t.Fatal(err)
		}
		got, said := trained(t, link, "-steps", "30", "-data", path)
		if got != expected(t, want, 30) {
			t.Errorf("%s: other weights than those of the same rows", link)
		}
		if !strings.Contains(said, "decimal sign") || !strings.Contains(said, "standardized") || !strings.Contains(said, "1 row lacks a value and is left out") || strings.Contains(said, "mlp does") != strings.Contains(link, "cnn") {
			t.Errorf("%s: it says\n%s", link, said)
		}
		if again := spec(t, experiment.Link(want)); again.Get("table") != r.Text() || r.Width() != 5 {
			t.Errorf("the rows have %d inputs", r.Width())
		}
		// The link of the experiment, without its rows, means them: all else is the link's.
		plain, said := trained(t, strings.Replace(experiment.Link(want), r.Text(), r.Reference(), 1), "-steps", "30", "-data", path)
		if plain != got || strings.Contains(said, "standardized") || strings.Contains(said, "does not carry") {
			t.Errorf("%s: the rows that the link means give other weights; it says\n%s", link, said)
		}
	}
	if _, said := trained(t, "v=1&dataset=table", "-steps", "1"); !strings.Contains(said, "no-rows") {
		t.Errorf("nothing to train on: %q", said)
	}
}

// TestFewRows holds that all rows of XOR train.
func TestFewRows(t *testing.T) {
	path := save(t, "xor.csv", []byte("a,b,out\n0,0,0\n0,1,1\n1,0,1\n1,1,0\n"))
	var out, said strings.Builder
	if err := run([]string{"train", "-data", path, "v=1&networkShape=8&optimizer=adam&learningRate=0.05&batchSize=4", "-steps", "400"}, &out, &said); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(out.String(), "accuracy 1\n") || !strings.Contains(said.String(), "only 4 rows") {
		t.Errorf("%s\n%s", out.String(), said.String())
	}
}

// TestText trains a network on sequences on a text, to the weights of the page's.
func TestText(t *testing.T) {
	text := strings.Repeat("Der Käfer läuft über die Wiese.\r\n", 12)
	file := []byte(strings.ReplaceAll(strings.ReplaceAll(strings.ReplaceAll(text, "ä", "\xe4"), "ü", "\xfc"), "ö", "\xf6"))
	link := "v=1&architecture=rnn&length=8&units=6&rival=none&batchSize=4"
	read, err := passage.Read(file, passage.Choices{})
	if err != nil {
		t.Fatal(err)
	}
	held, problem := setting.CleanText(read.Text)
	if problem != "" {
		t.Fatal(problem)
	}
	want := spec(t, link)
	if _, err := families.Take(&want, setting.Passage, held); err != nil {
		t.Fatal(err)
	}
	if got, said := trained(t, link, "-steps", "4", "-data", save(t, "text.txt", file)); got != expected(t, want, 4) || !strings.Contains(said, "Windows-1252") {
		t.Errorf("other weights, or nothing of the encoding: %s", said)
	}
}

// TestAlbum trains on an album that a page has saved.
func TestAlbum(t *testing.T) {
	var a *images.Album
	for class := range 2 {
		levels := make([]uint8, images.AlbumSide*images.AlbumSide)
		levels[300+100*class] = 255
		var err error
		if a, err = a.Add(class, images.PictureOf(levels), images.PictureOf(levels)); err != nil {
			t.Fatal(err)
		}
	}
	link := "v=1&architecture=cnn&filters=2&batchSize=2"
	want := spec(t, link)
	if _, err := families.Take(&want, setting.Pictures, a); err != nil {
		t.Fatal(err)
	}
	if got, said := trained(t, link, "-steps", "3", "-data", save(t, "two.nnalbum", a.File())); got != expected(t, want, 3) || said != "" {
		t.Errorf("other weights, or it says %q", said)
	}
}

// TestFolder trains on a folder of pictures, by the names of the folders in it and in
// the order of their paths, to the weights of the album of the same pictures.
func TestFolder(t *testing.T) {
	root := t.TempDir()
	var classes []images.Class
	for k, name := range []string{"ants/1.png", "ants/10.png", "ants/2.png", "bees/a.png"} {
		m := image.NewGray(image.Rect(0, 0, images.AlbumSide, images.AlbumSide))
		m.SetGray(3+5*k, 14, color.Gray{255})
		var file bytes.Buffer
		if err := png.Encode(&file, m); err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(root, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, file.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		if class := filepath.Dir(name); k == 0 || classes[len(classes)-1].Name != class {
			classes = append(classes, images.Class{Name: class})
		}
		last := &classes[len(classes)-1]
		last.Pictures = append(last.Pictures, images.TakePicture(m))
	}
	want, err := images.NewAlbum(classes)
	if err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string]string{".hidden/x.png": "no", "ants/.DS_Store": "no", "bees/notes.txt": "no picture", "bees/b.svg": "<svg/>"} {
		path := filepath.Join(root, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	link := "v=1&architecture=cnn&filters=2&batchSize=2"
	s := spec(t, link)
	if _, err := families.Take(&s, setting.Pictures, want); err != nil {
		t.Fatal(err)
	}
	got, said := trained(t, link, "-steps", "3", "-data", root)
	if got != expected(t, s, 3) {
		t.Error("other weights than those of the album")
	}
	if strings.Count(said, "\n") != 2 || !strings.Contains(said, "notes.txt: ") || !strings.Contains(said, "b.svg: ") {
		t.Errorf("it says %s", said)
	}
	var out, warnings strings.Builder
	if err := run([]string{"train", link, "-data", t.TempDir()}, &out, &warnings); err == nil || !strings.Contains(err.Error(), "folder of its own") {
		t.Errorf("an empty folder: %v", err)
	}
}

// TestRefusedData answers what can't be learned from with a sentence.
func TestRefusedData(t *testing.T) {
	for name, c := range map[string]struct{ content, says string }{
		"arrow.svg":   {`<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>`, "browser"},
		"arrow.csv":   {` <SVG width="3"></SVG>`, "browser"},
		"photo.png":   {"\x89PNG\r\n\x1a\n\x00\x00", "album"},
		"damaged.dat": {"nnplay album 1\nharm", "damaged"},
		"one.csv":     {"a\n1\n2\n", "only one column"},
		"empty.csv":   {"", "empty"},
	} {
		var out, said strings.Builder
		err := run([]string{"train", "v=1", "-steps", "1", "-data", save(t, name, []byte(c.content))}, &out, &said)
		if err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v", name, err)
		}
	}
	var out, said strings.Builder
	if err := run([]string{"train", "v=1", "-data", filepath.Join(t.TempDir(), "nothing.csv")}, &out, &said); err == nil || !strings.Contains(err.Error(), "nothing.csv") {
		t.Errorf("no file: %v", err)
	}
	if err := run([]string{"train", "v=1&architecture=rnn", "-data", save(t, "short.txt", []byte("too short"))}, &out, &said); err == nil || !strings.Contains(err.Error(), "characters") {
		t.Errorf("a short text: %v", err)
	}
}

// TestPixels trains on 24-pixels-785-columns.csv as on images, where a family learns from
// those, to the weights of the album that the page makes of it.
func TestPixels(t *testing.T) {
	const path = "../../data/table/testdata/cases/24-pixels-785-columns.csv"
	file, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	read, err := table.Read(file, table.Choices{})
	if err != nil {
		t.Fatal(err)
	}
	m, err := read.Images()
	if err != nil {
		t.Fatal(err)
	}
	made, err := images.AlbumOfLevels(m.Side, m.Levels, m.Labels, m.Classes)
	if err != nil {
		t.Fatal(err)
	}
	merged, err := (*images.Album)(nil).Merge(made) // as the page does
	if err != nil {
		t.Fatal(err)
	}
	want := spec(t, "v=1&architecture=cnn")
	if _, err := families.Take(&want, setting.Pictures, merged); err != nil {
		t.Fatal(err)
	}
	fingerprint, said := trained(t, "v=1&architecture=cnn", "-steps", "3", "-data", path)
	if fingerprint != expected(t, want, 3) || !strings.Contains(said, "28 × 28") {
		t.Errorf("the fingerprint %.16s, and it says %s", fingerprint, said)
	}
}
