package images

import (
	"bytes"
	"errors"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"
	"math"
	"slices"
	"testing"
)

// halves is a picture whose left half is red, its right one of another color.
func halves(width, height int, right color.Color) image.Image {
	m := image.NewNRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			if x < width/2 {
				m.Set(x, y, color.NRGBA{255, 0, 0, 255})
			} else {
				m.Set(x, y, right)
			}
		}
	}
	return m
}

func encoded(t testing.TB, m image.Image, encode func(io.Writer, image.Image) error) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := encode(&b, m); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestReadPicture(t *testing.T) {
	best := func(w io.Writer, m image.Image) error { return jpeg.Encode(w, m, &jpeg.Options{Quality: 100}) }
	still := func(w io.Writer, m image.Image) error { return gif.Encode(w, m, nil) }
	white, clear := color.NRGBA{255, 255, 255, 255}, color.NRGBA{}
	const red = 0.299 // the brightness of red
	for _, c := range []struct {
		name   string
		file   []byte
		p      Preparation
		want   []float32
		within float64
	}{
		{"png", encoded(t, halves(8, 8, white), png.Encode), Preparation{Side: 2}, []float32{red, 1, red, 1}, 1e-4},
		{"transparent", encoded(t, halves(8, 8, clear), png.Encode), Preparation{Side: 2}, []float32{red, 1, red, 1}, 1e-4},
		{"inverted", encoded(t, halves(8, 8, white), png.Encode), Preparation{Side: 2, Invert: true}, []float32{1 - red, 0, 1 - red, 0}, 1e-4},
		{"color", encoded(t, halves(8, 8, white), png.Encode), Preparation{Side: 2, Color: true}, []float32{1, 0, 0, 1, 1, 1, 1, 0, 0, 1, 1, 1}, 1e-4},
		{"the middle of a wide one", encoded(t, halves(40, 4, white), png.Encode), Preparation{Side: 2}, []float32{red, 1, red, 1}, 1e-4},
		{"made larger", encoded(t, halves(2, 2, white), png.Encode), Preparation{Side: 4}, slices.Repeat([]float32{red, red, 1, 1}, 4), 1e-4},
		{"averaged", encoded(t, halves(6, 6, white), png.Encode), Preparation{Side: 1}, []float32{(red + 1) / 2}, 1e-4},
		{"jpeg", encoded(t, halves(32, 32, white), best), Preparation{Side: 2}, []float32{red, 1, red, 1}, 0.02},
		{"gif", encoded(t, halves(8, 8, white), still), Preparation{Side: 2}, []float32{red, 1, red, 1}, 0.02},
	} {
		got, err := ReadPicture(bytes.NewReader(c.file), c.p)
		if err != nil || len(got) != len(c.want) {
			t.Errorf("%s: %v, %v", c.name, got, err)
			continue
		}
		for i, v := range got {
			if math.Abs(float64(v-c.want[i])) > c.within {
				t.Errorf("%s: %v, want %v", c.name, got, c.want)
				break
			}
		}
	}
}

func TestReadPictureRefuses(t *testing.T) {
	good := encoded(t, halves(8, 8, color.White), png.Encode)
	huge := slices.Clone(good)
	copy(huge[16:], []byte{0, 1, 0, 0, 0, 1, 0, 0}) // 65536 x 65536
	for _, c := range []struct {
		name, code string
		file       []byte
	}{
		{"empty", "picture-kind", nil},
		{"text", "picture-kind", []byte("<svg/>")},
		{"cut", "picture-damaged", good[:len(good)/2]},
		{"claims a size", "picture-damaged", huge}, // its checksum is that of another
		{"too large", "picture-size", encoded(t, image.NewGray(image.Rect(0, 0, maxPixels+1, 1)), png.Encode)},
		{"too long", "picture-long", make([]byte, maxPicture+1)},
	} {
		_, err := ReadPicture(bytes.NewReader(c.file), Preparation{Side: 16})
		if e := new(Error); !errors.As(err, &e) || e.Code != c.code {
			t.Errorf("%s: %v, want %s", c.name, err, c.code)
		}
	}
}

func FuzzReadPicture(f *testing.F) {
	f.Add(encoded(f, halves(8, 8, color.White), png.Encode))
	f.Add(encoded(f, halves(8, 8, color.White), func(w io.Writer, m image.Image) error { return gif.Encode(w, m, nil) }))
	f.Add(encoded(f, halves(8, 8, color.White), func(w io.Writer, m image.Image) error { return jpeg.Encode(w, m, nil) }))
	f.Fuzz(func(t *testing.T, content []byte) {
		got, err := ReadPicture(bytes.NewReader(content), Preparation{Side: 5, Color: true})
		if err != nil {
			if e := new(Error); !errors.As(err, &e) {
				t.Fatalf("an error without a code: %v", err)
			}
			return
		}
		for _, v := range got {
			if !(v >= 0 && v <= 1) {
				t.Fatalf("an element is %v", v)
			}
		}
		if len(got) != 75 {
			t.Fatalf("%d elements", len(got))
		}
	})
}
