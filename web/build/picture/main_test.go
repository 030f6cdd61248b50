//go:build !js

package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nnplay/nn/experiment"
	"nnplay/nn/lab/all"
)

// TestGallery holds that each preset has a picture, small and without words, and that
// no other is there. One that a change of the drawings makes old is made anew by
// "make pictures".
func TestGallery(t *testing.T) {
	files, err := filepath.Glob("../../gallery/*.svg")
	if err != nil {
		t.Fatal(err)
	}
	old := map[string]bool{}
	for _, f := range files {
		old[strings.TrimSuffix(filepath.Base(f), ".svg")] = true
	}
	for _, p := range experiment.Families(all.Families).Presets() {
		text, err := os.ReadFile(filepath.Join("../../gallery", p.Name+".svg"))
		if err != nil {
			t.Errorf("%v: run make pictures", err)
			continue
		}
		delete(old, p.Name)
		if n := zipped(text); n < 500 || n > 24000 || !bytes.HasPrefix(text, []byte("<svg ")) || bytes.Contains(text, []byte("<text")) {
			t.Errorf("the picture of %s has %d B compressed and begins %.100s", p.Name, n, text)
		}
	}
	for name := range old {
		t.Errorf("there is a picture of %s, which is no preset", name)
	}
}

// TestRun draws the picture of a preset that is soon trained: to the byte what lies in
// the gallery.
func TestRun(t *testing.T) {
	out := t.TempDir()
	if err := run("gauss", out); err != nil {
		t.Fatal(err)
	}
	made, err := os.ReadFile(filepath.Join(out, "gauss.svg"))
	if err != nil {
		t.Fatal(err)
	}
	if kept, err := os.ReadFile("../../gallery/gauss.svg"); err != nil || !bytes.Equal(made, kept) {
		t.Errorf("the picture is another one now: run make pictures (%v)", err)
	}
	if err := run("nosuch", out); err == nil {
		t.Error("there is a preset nosuch")
	}
}
