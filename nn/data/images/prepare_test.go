package images

import (
	"image"
	"image/color"
	"math"
	"testing"

	"nnplay/nn/notice"
)

// cross draws a cross of a half-width, in one brightness on another.
func cross(width, height, x, y, half int, paper, pen uint8) image.Image {
	m := image.NewGray(image.Rect(0, 0, width, height))
	for i := range m.Pix {
		m.Pix[i] = paper
	}
	for d := -half; d <= half; d++ {
		for w := -half / 4; w <= half/4; w++ {
			m.SetGray(x+d, y+w, color.Gray{pen})
			m.SetGray(x+w, y+d, color.Gray{pen})
		}
	}
	return m
}

// TestTakePicture holds that a drawing is the same wherever and however large it
// stands on whatever ground, and that a photograph keeps its brightness.
func TestTakePicture(t *testing.T) {
	take := func(m image.Image) Picture {
		t.Helper()
		p := TakePicture(m)
		if len(p) != AlbumSide*AlbumSide {
			t.Fatal(len(p))
		}
		return p
	}
	want := take(cross(100, 100, 50, 50, 30, 0, 255))
	if want[0] != 0 || want[14*AlbumSide+14] != darkest || want[14*AlbumSide+2] != 0 || want[14*AlbumSide+5] != darkest {
		t.Errorf("a cross becomes %v", []byte(want))
	}
	for name, m := range map[string]image.Image{
		"on paper":              cross(100, 100, 50, 50, 30, 255, 0),
		"pale":                  cross(100, 100, 50, 50, 30, 220, 120),
		"in a corner":           cross(100, 100, 66, 34, 30, 255, 0),
		"on a wide sheet":       cross(112, 80, 40, 40, 30, 255, 20),
		"large, on large paper": cross(900, 900, 300, 600, 250, 240, 30),
	} {
		var off float64
		for i, v := range []byte(take(m)) {
			off += math.Abs(float64(v) - float64(want[i]))
		}
		if off /= darkest * AlbumSide * AlbumSide; off > 0.04 {
			t.Errorf("%s: a cross is off by %.3f", name, off)
		}
	}
	// Elements of the size of an album's stay where they are.
	small := take(cross(AlbumSide, AlbumSide, 7, 9, 4, 0, 255))
	if small[9*AlbumSide+7] != darkest || small[9*AlbumSide+20] != 0 {
		t.Errorf("a small cross was moved: %v", []byte(small))
	}
	photo := image.NewGray(image.Rect(0, 0, 80, 40))
	for i := range photo.Pix {
		photo.Pix[i] = uint8(i % 80 * 3)
	}
	if p := take(photo); p[0] > p[27] || p[0] != 4 || p[27] != 10 {
		t.Errorf("of a photograph the middle is %d to %d", p[0], p[27])
	}
	clear := image.NewNRGBA(image.Rect(0, 0, 50, 50)) // transparent, which is white paper
	clear.Set(25, 25, color.Black)
	if p := take(clear); p[14*AlbumSide+14] != darkest || p[0] != 0 {
		t.Errorf("a point on nothing becomes %v", []byte(p))
	}
	if p := take(cross(50, 50, 90, 90, 1, 255, 0)); string(p) != string(PictureOf(make([]uint8, AlbumSide*AlbumSide))) {
		t.Error("there is something on an empty sheet")
	}
}

func TestAlbumOf(t *testing.T) {
	images := &IDX{Count: 3, Height: 2, Width: 4, Bytes: []byte{255, 0, 0, 255, 0, 255, 255, 0, 9: 255, 23: 255}}
	labels := &IDX{Count: 3, Bytes: []byte{7, 3, 7}}
	a, err := AlbumOf(images, labels)
	if err != nil || len(a.Classes()) != 2 || a.Names()[0] != "3" || a.Names()[1] != "7" || len(a.Classes()[1].Pictures) != 2 {
		t.Fatalf("%v, %v", a.Names(), err)
	}
	// Two rows of four elements stand in the middle of a square of four.
	p := a.Classes()[1].Pictures[0]
	if p[0] != 0 || p[8*AlbumSide] != darkest || p[8*AlbumSide+8] != 0 || p[15*AlbumSide+8] != darkest || p[22*AlbumSide] != 0 {
		t.Errorf("%v", []byte(p))
	}
	labels.Bytes = []byte{1, 2, 200}
	if _, err := AlbumOf(images, labels); err == nil {
		t.Error("a label of 200 is a class")
	}
	many := &IDX{Count: 40, Height: 1, Width: 1, Bytes: make([]byte, 40)}
	kinds := &IDX{Count: 40, Bytes: make([]byte, 40)}
	for i := range kinds.Bytes {
		kinds.Bytes[i] = byte(i)
	}
	if _, err := AlbumOf(many, kinds); err == nil || err.(*notice.Error).Code != "album-classes" {
		t.Errorf("40 classes: %v", err)
	}
}
