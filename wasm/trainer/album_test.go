package main

import (
	"strings"
	"testing"

	"nnplay/nn/data/images"
)

// inked is a picture of one level, as pages draw it.
func inked(level string) string {
	return strings.Repeat(level, images.AlbumSide*images.AlbumSide)
}

// classes asks for the album and returns its names and counts.
func (st *stage) classes() (names string, counts []int, undo, redo int) {
	st.t.Helper()
	st.send("album")
	m := st.take("album")
	for _, c := range m["classes"].([]any) {
		class := c.(map[string]any)
		names += class["name"].(string) + " "
		counts = append(counts, class["count"].(int))
	}
	return strings.TrimSpace(names), counts, m["undo"].(int), m["redo"].(int)
}

// TestAlbum draws, names, removes, undoes and saves images of one's own.
func TestAlbum(t *testing.T) {
	st := newStage(t)
	st.send("load", "link", "v=1&architecture=cnn&images=own&filters=2")
	st.take("state")
	st.send("train", "n", 3.0)
	if m := st.take("error"); m["code"] != "no-images" {
		t.Errorf("training on nothing: %v", m)
	}
	for i, c := range []struct {
		command    string
		args       []any
		names      string
		sum        int
		undo, redo int
	}{
		{"draw", []any{"index", 0.0, "value", inked("ff")}, "A B", 1, 1, 0},
		{"draw", []any{"index", 1.0, "value", inked("80")}, "A B", 2, 2, 0},
		{"undo", nil, "A B", 1, 1, 1},
		{"redo", nil, "A B", 2, 2, 0},
		{"rename", []any{"index", 1.0, "value", "  cat "}, "A cat", 2, 3, 0},
		{"addClass", []any{"value", ""}, "A cat B", 2, 4, 0},
		{"draw", []any{"index", 2.0, "value", inked("33")}, "A cat B", 3, 5, 0},
		{"removeClass", []any{"index", 0.0}, "cat B", 2, 6, 0},
		{"remove", []any{"index", 0.0, "n", 0.0}, "cat B", 1, 7, 0},
		{"undo", nil, "cat B", 2, 6, 1},
		{"clear", nil, "cat B", 0, 7, 0},
		{"undo", nil, "cat B", 2, 6, 1},
	} {
		st.send("images", append([]any{"op", c.command}, c.args...)...)
		st.take("state")
		names, counts, undo, redo := st.classes()
		sum := 0
		for _, n := range counts {
			sum += n
		}
		if names != c.names || sum != c.sum || undo != c.undo || redo != c.redo {
			t.Errorf("%d, %s: %s, %v, undo %d, redo %d", i, c.command, names, counts, undo, redo)
		}
	}
	st.send("pictures", "index", 25.0, "first", 0.0, "n", 9.0)
	if levels, ok := st.take("pictures")["pictures"].([]byte); !ok || len(levels) != 0 {
		t.Errorf("a class that there is not has %d levels", len(levels))
	}
	st.send("pictures", "index", 0.0, "first", 0.0, "n", 9.0)
	if levels := st.take("pictures")["pictures"].([]byte); len(levels) != 784 || levels[5] != 8 {
		t.Errorf("%d bytes of level %d", len(levels), levels[5])
	}
	st.send("album", "full", true)
	full := st.take("album")
	file, text := full["file"].([]byte), full["text"]
	st.send("images", "op", "clear")
	st.take("state")
	st.send("images", "op", "take", "bytes", file)
	if m := st.take("state"); m["spec"].(map[string]any)["pictures"] != text {
		t.Errorf("the file gives %.60v", m["spec"].(map[string]any)["pictures"])
	}
	for _, bad := range [][]any{
		{"op", "fly"}, {"op", "draw", "index", 0.0, "value", "00"}, {"op", "draw", "index", 0.0, "value", inked("00")}, {"op", "draw", "index", 9.0, "value", inked("ff")},
		{"op", "take", "bytes", []byte("harm")}, {"op", "merge"}, {"op", "remove", "index", 0.0, "n", -1.0}, {"op", "rename", "index", 0.0, "value", "B"}, {"index", 1.0},
	} {
		st.send("images", bad...)
		st.take("error")
	}
}

// TestAlbumComesBack goes back to an experiment whose images no link carries: the
// session still has them.
func TestAlbumComesBack(t *testing.T) {
	st := newStage(t)
	st.send("load", "link", "v=1&architecture=autoencoder&images=own")
	st.take("state")
	pictures := make([]images.Picture, 500)
	for i := range pictures {
		levels := make([]uint8, 784)
		levels[i] = 255
		pictures[i] = images.PictureOf(levels)
	}
	a, err := images.NewAlbum([]images.Class{{Name: "dots", Pictures: pictures}})
	if err != nil {
		t.Fatal(err)
	}
	st.send("images", "op", "merge", "bytes", a.File())
	link := st.take("state")["link"].(string)
	if !strings.Contains(link, "pictures=n500-") {
		t.Fatalf("the link is %.200s", link)
	}
	for _, command := range []string{"load", "restore"} {
		st.send("images", "op", "clear")
		st.take("state")
		st.send(command, "link", link)
		if m := st.take("state"); m["link"] != link || len(m["notices"].([]any)) > 0 {
			t.Errorf("%s: %.200v, %v", command, m["link"], m["notices"])
		}
	}
	st.send("set", "key", "architecture", "value", "cnn")
	if m := st.take("state"); m["spec"].(map[string]any)["pictures"] != a.Text() {
		t.Error("the images are lost with the architecture")
	}
}
