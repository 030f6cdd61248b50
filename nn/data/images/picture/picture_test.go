package picture

import (
	"bytes"
	"encoding/binary"
	"errors"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"
	"slices"
	"testing"

	"golang.org/x/image/bmp"

	"nnplay/nn/data/images"
	"nnplay/nn/notice"
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

// TestDecode reads pictures of each format.
func TestDecode(t *testing.T) {
	best := func(w io.Writer, m image.Image) error { return jpeg.Encode(w, m, &jpeg.Options{Quality: 100}) }
	still := func(w io.Writer, m image.Image) error { return gif.Encode(w, m, nil) }
	for name, encode := range map[string]func(io.Writer, image.Image) error{"png": png.Encode, "jpeg": best, "gif": still, "bmp": bmp.Encode} {
		m, err := Decode(bytes.NewReader(encoded(t, halves(32, 16, color.White), encode)))
		if err != nil || m.Bounds().Dx() != 32 || m.Bounds().Dy() != 16 {
			t.Errorf("%s: %v", name, err)
			continue
		}
		for x, want := range map[int]uint32{4: 0, 28: 0xffff} { // how blue it is
			if _, _, blue, _ := m.At(x, 8).RGBA(); max(blue, want)-min(blue, want) > 0x600 {
				t.Errorf("%s: at %d its blue is %#x, want %#x", name, x, blue, want)
			}
		}
	}
}

// TestMoving reads the first frame of a WebP that moves as what it shows by itself.
func TestMoving(t *testing.T) {
	still := fileOf(t, "cases/53-arrow.webp")
	want, err := Decode(bytes.NewReader(still))
	if err != nil {
		t.Fatal(err)
	}
	width, height := want.Bounds().Dx()-1, want.Bounds().Dy()-1
	chunk := func(name string, content []byte) []byte {
		c := append(binary.LittleEndian.AppendUint32([]byte(name), uint32(len(content))), content...)
		return append(c, make([]byte, len(content)%2)...)
	}
	size := []byte{byte(width), byte(width >> 8), 0, byte(height), byte(height >> 8), 0}
	var frame []byte
	for at := webpHeader; at+chunkHead <= len(still); { // all but the header of an extended file
		end := at + chunkHead + int(binary.LittleEndian.Uint32(still[at+4:]))
		end += end % 2
		if string(still[at:at+4]) != "VP8X" {
			frame = append(frame, still[at:min(end, len(still))]...)
		}
		at = end
	}
	head := slices.Concat(make([]byte, 6), size, make([]byte, 4))
	body := slices.Concat([]byte("WEBP"), chunk("VP8X", slices.Concat([]byte{moves | hasAlpha, 0, 0, 0}, size)), chunk("ANIM", make([]byte, 6)), chunk("ANMF", append(head, frame...)))
	moving := chunk("RIFF", body)
	got, err := Decode(bytes.NewReader(moving))
	if err != nil || images.TakePicture(got) != images.TakePicture(want) {
		t.Errorf("the first frame: %v", err)
	}
	for n := range moving {
		Decode(bytes.NewReader(moving[:n])) // is damaged, and nothing worse
	}
}

// bitmap is the beginning of a BMP of a size.
func bitmap(width, height uint32) []byte {
	file := make([]byte, 54)
	copy(file, "BM")
	for at, v := range map[int]uint32{10: 54, 14: 40, 18: width, 22: height, 26: 1 | 24<<16} {
		binary.LittleEndian.PutUint32(file[at:], v)
	}
	return file
}

func TestDecodeRefuses(t *testing.T) {
	good := encoded(t, halves(8, 8, color.White), png.Encode)
	huge := slices.Clone(good)
	copy(huge[16:], []byte{0, 1, 0, 0, 0, 1, 0, 0}) // 65536 x 65536
	shallow := bitmap(8, 8)
	shallow[28] = 16
	for _, c := range []struct {
		name, code string
		file       []byte
	}{
		{"empty", "picture-kind", nil},
		{"text", "picture-kind", []byte("<svg/>")},
		{"cut", "picture-damaged", good[:len(good)/2]},
		{"claims a size", "picture-damaged", huge}, // its checksum is that of another
		{"too wide", "picture-side", encoded(t, image.NewGray(image.Rect(0, 0, maxPixels+1, 1)), png.Encode)},
		{"too large", "picture-size", bitmap(9000, 9000)},
		{"claims pixels", "picture-damaged", bitmap(8000, 8000)},
		{"16 bits a pixel", "picture-variant", shallow},
		{"too long", "picture-long", make([]byte, maxPicture+1)},
	} {
		_, err := Decode(bytes.NewReader(c.file))
		if e := new(notice.Error); !errors.As(err, &e) || e.Code != c.code {
			t.Errorf("%s: %v, want %s", c.name, err, c.code)
		}
	}
}

// FuzzDecode holds that a file is refused with a code or becomes a picture of an
// album.
func FuzzDecode(f *testing.F) {
	f.Add(encoded(f, halves(8, 8, color.White), png.Encode))
	f.Add(encoded(f, halves(3, 9, color.NRGBA{}), png.Encode))
	f.Add(encoded(f, halves(3, 9, color.Black), bmp.Encode))
	f.Add(withChunk(encoded(f, halves(2, 2, color.White), png.Encode), tiffOf(binary.BigEndian, 6)))
	for _, name := range []string{"cases/53-arrow.webp", "cases/50-exif-orientation-6.jpg"} {
		f.Add(fileOf(f, name))
	}
	f.Add(encoded(f, halves(8, 8, color.White), func(w io.Writer, m image.Image) error { return gif.Encode(w, m, nil) }))
	f.Add(encoded(f, halves(8, 8, color.White), func(w io.Writer, m image.Image) error { return jpeg.Encode(w, m, nil) }))
	f.Fuzz(func(t *testing.T, content []byte) {
		m, err := Decode(bytes.NewReader(content))
		if err != nil {
			if e := new(notice.Error); !errors.As(err, &e) {
				t.Fatalf("an error without a code: %v", err)
			}
			return
		}
		p := images.TakePicture(m)
		if len(p) != images.AlbumSide*images.AlbumSide {
			t.Fatalf("%d elements", len(p))
		}
		for _, v := range []byte(p) {
			if v > 15 {
				t.Fatalf("a level of %d", v)
			}
		}
	})
}
