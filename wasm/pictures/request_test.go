package main

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"image"
	"image/color"
	"image/png"
	"strconv"
	"strings"
	"testing"

	"nnplay/nn/data/images"
	"nnplay/nn/notice"
	"nnplay/wasm/protocol"
)

// dot is a picture with a dot.
func dot(t *testing.T, x int) []byte {
	t.Helper()
	m := image.NewGray(image.Rect(0, 0, 28, 28))
	m.SetGray(x, 14, color.Gray{255})
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// idx returns n images of 2 x 2 and their labels, 0 and 1 in turn.
func idx(n byte) (pictures, labels []byte) {
	pictures = append([]byte{0, 0, 8, 3, 0, 0, 0, n, 0, 0, 0, 2, 0, 0, 0, 2}, make([]byte, 4*int(n))...)
	labels = []byte{0, 0, 8, 1, 0, 0, 0, n}
	for i := range n {
		labels = append(labels, i%2)
	}
	return pictures, labels
}

func packed(content []byte) []byte {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	w.Write(content)
	w.Close()
	return b.Bytes()
}

func TestRequests(t *testing.T) {
	var d desk
	read := func(file []byte, class string) {
		t.Helper()
		if _, err := d.read(file, class); err != nil {
			t.Error(err)
		}
	}
	pictures, labels := idx(6)
	read(dot(t, 3), "left")
	read(dot(t, 20), "right")
	read(packed(labels), "")
	read(dot(t, 4), "left")
	read(packed(pictures), "")
	answer, file, err := d.finish()
	if err != nil {
		t.Fatal(err)
	}
	a, err := images.ReadAlbum(file)
	if err != nil || strings.Join(a.Names(), " ") != "left right 0 1" || a.Len() != 9 || string(answer) != `{"pictures":9,"classes":4,"whole":false}` {
		t.Errorf("%v, %v, %s", a.Names(), err, answer)
	}
	read(file, "")
	if answer, again, err := d.finish(); err != nil || !bytes.Equal(again, file) || !strings.Contains(string(answer), `"whole":true`) {
		t.Errorf("an album read again: %v", err)
	}

	// What is refused leaves the rest as it was.
	for name, bad := range map[string][]byte{
		"picture-kind": []byte("a,b\n1,2\n"), "picture-damaged": dot(t, 1)[:40], "idx-short": pictures[:20],
		"idx-gzip": {0x1f, 0x8b, 1, 2}, "album-damaged": []byte("nnplay album 1\nharm"),
	} {
		if _, err := d.read(bad, "x"); err == nil || notice.Of(err).Code != name {
			t.Errorf("%s: %v", name, err)
		}
	}
	read(pictures, "")
	_, few := idx(4)
	read(few, "")
	answer, _, err = d.finish()
	var s summary
	if json.Unmarshal(answer, &s) != nil || err != nil || s.Left == nil || s.Left.Code != "idx-pair" {
		t.Errorf("halves of different sizes: %s, %v", answer, err)
	}
	read(labels, "")
	if answer, _, _ = d.finish(); !strings.Contains(string(answer), `"idx-alone"`) {
		t.Errorf("labels alone: %s", answer)
	}
	for i := range images.MaxClasses + 1 {
		read(dot(t, 9), "class "+strconv.Itoa(i))
	}
	if _, _, err := d.finish(); err == nil {
		t.Error("too many classes are an album")
	}
}

// TestObey holds the answers to their rows.
func TestObey(t *testing.T) {
	var d desk
	pictures, _ := idx(4)
	for _, c := range []protocol.Message{
		{"type": "read", "bytes": dot(t, 3), "class": "left"},
		{"type": "read", "bytes": dot(t, 9), "class": "right"},
		{"type": "read", "bytes": pictures, "class": ""},
		{"type": "finish"},
	} {
		m, refused := d.obey(c)
		if refused != nil {
			t.Fatal(refused)
		}
		fields := map[string]any{"type": "gathered"}
		if err := json.Unmarshal([]byte(m["json"].(string)), &fields); err != nil {
			t.Fatal(err)
		}
		if file, ok := m["file"]; ok {
			fields["file"] = file
		}
		if err := protocol.PicturesAnswers().Check(fields); err != nil {
			t.Error(err)
		}
		if finished := c.Type() == "finish"; finished != (m["file"] != nil) {
			t.Errorf("%s is answered by the file %v", c.Type(), m["file"])
		}
	}
	_, refused := d.obey(protocol.Message{"type": "read", "bytes": []byte("harm"), "class": ""})
	if refused == nil || refused.Code != "picture-kind" {
		t.Errorf("%v", refused)
	}
}

// TestBlank refuses a picture in which there is nothing to see.
func TestBlank(t *testing.T) {
	var d desk
	for _, c := range []color.Color{color.White, color.Black, color.Transparent} {
		m := image.NewNRGBA(image.Rect(0, 0, 9, 5))
		for i := range 45 {
			m.Set(i%9, i/9, c)
		}
		var b bytes.Buffer
		if err := png.Encode(&b, m); err != nil {
			t.Fatal(err)
		}
		if _, err := d.read(b.Bytes(), "none"); err == nil || notice.Of(err).Code != "picture-empty" {
			t.Errorf("%v: %v", c, err)
		}
	}
	if d.Pictures != 0 {
		t.Errorf("%d pictures", d.Pictures)
	}
}
