package picture

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"os"
	"testing"

	"nnplay/nn/data/images"
	"nnplay/nn/notice"
)

func fileOf(t testing.TB, name string) []byte {
	t.Helper()
	file, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return file
}

// tiffOf is an Exif with another tag before the orientation.
func tiffOf(order binary.AppendByteOrder, orientation uint16) []byte {
	mark := "MM"
	if order.String() == binary.LittleEndian.String() {
		mark = "II"
	}
	b := order.AppendUint32(order.AppendUint16([]byte(mark), 42), 8)
	b = order.AppendUint16(b, 2)
	for _, tag := range [][2]uint16{{0x010f, 7}, {0x0112, orientation}} {
		b = order.AppendUint16(order.AppendUint16(b, tag[0]), 3) // a short
		b = order.AppendUint32(b, 1)
		b = order.AppendUint16(order.AppendUint16(b, tag[1]), 0)
	}
	return order.AppendUint32(b, 0)
}

// withChunk puts an Exif into a PNG, after its header.
func withChunk(file, tiff []byte) []byte {
	const header = 8 + 25
	chunk := binary.BigEndian.AppendUint32(nil, uint32(len(tiff)))
	chunk = append(append(chunk, "eXIf"...), tiff...)
	chunk = binary.BigEndian.AppendUint32(chunk, crc32.ChecksumIEEE(chunk[4:]))
	return append(append(bytes.Clone(file[:header]), chunk...), file[header:]...)
}

// withSegment puts an Exif into a JPEG, after other segments.
func withSegment(file, tiff []byte) []byte {
	b := append(bytes.Clone(file[:2]), 0xff, 0xfe, 0, 4, 'h', 'i', 0xff, 0xff, 0xe1)
	b = binary.BigEndian.AppendUint16(b, uint16(2+6+len(tiff)))
	return append(append(append(b, "Exif\x00\x00"...), tiff...), file[2:]...)
}

// TestUpright turns a picture of four colors, each in a corner, as each orientation says,
// in each format and byte order.
func TestUpright(t *testing.T) {
	corners := [4]color.NRGBA{{255, 0, 0, 255}, {0, 255, 0, 255}, {0, 0, 255, 255}, {0, 0, 0, 255}}
	stored := image.NewNRGBA(image.Rect(0, 0, 48, 32))
	for y := range 32 {
		for x := range 48 {
			stored.Set(x, y, corners[x/24+2*(y/16)])
		}
	}
	pngFile := encoded(t, stored, png.Encode)
	var b bytes.Buffer
	if err := jpeg.Encode(&b, stored, &jpeg.Options{Quality: 100}); err != nil {
		t.Fatal(err)
	}
	// Which corner as it is stored is seen at the top left, top right, bottom left, bottom right.
	for i, want := range [][4]int{{0, 1, 2, 3}, {1, 0, 3, 2}, {3, 2, 1, 0}, {2, 3, 0, 1}, {0, 2, 1, 3}, {2, 0, 3, 1}, {3, 1, 2, 0}, {1, 3, 0, 2}} {
		for _, order := range []binary.AppendByteOrder{binary.LittleEndian, binary.BigEndian} {
			tiff := tiffOf(order, uint16(i+1))
			for format, file := range map[string][]byte{"png": withChunk(pngFile, tiff), "jpeg": withSegment(b.Bytes(), tiff)} {
				m, err := Decode(bytes.NewReader(file))
				if err != nil {
					t.Errorf("%s %d: %v", format, i+1, err)
					continue
				}
				size := m.Bounds().Size()
				if lies := i+1 >= 5; lies != (size.X < size.Y) {
					t.Errorf("%s %d is %v", format, i+1, size)
				}
				for at, corner := range want {
					r, g, b, _ := m.At(size.X/4+size.X/2*(at%2), size.Y/4+size.Y/2*(at/2)).RGBA()
					c := corners[corner]
					for _, v := range [][2]uint32{{r >> 8, uint32(c.R)}, {g >> 8, uint32(c.G)}, {b >> 8, uint32(c.B)}} {
						if max(v[0], v[1])-min(v[0], v[1]) > 8 {
							t.Errorf("%s %d, corner %d: %d %d %d, want %v", format, i+1, at, r>>8, g>>8, b>>8, c)
							break
						}
					}
				}
			}
		}
	}
}

// TestExifIsHostile holds that what an Exif claims leads nowhere.
func TestExifIsHostile(t *testing.T) {
	good := tiffOf(binary.LittleEndian, 6)
	far, many := bytes.Clone(good), bytes.Clone(good)
	binary.LittleEndian.PutUint32(far[4:], 1<<31)
	binary.LittleEndian.PutUint16(many[8:], 1<<16-1)
	for name, c := range map[string]struct {
		tiff []byte
		want int
	}{
		"good": {good, 6}, "none": {nil, 1}, "short": {good[:9], 1}, "cut": {good[:30], 1}, "far away": {far, 1}, "claims many": {many, 6},
		"no such turn": {tiffOf(binary.BigEndian, 9), 1}, "no TIFF": {[]byte("XX*\x00\x08\x00\x00\x00"), 1},
	} {
		if got := orientationOf(c.tiff); got != c.want {
			t.Errorf("%s: %d, want %d", name, got, c.want)
		}
	}
	riff := append([]byte("RIFF\x00\x00\x00\x00WEBPVP8 \x01\x00\x00\x00x\x00EXIF"), byte(len(good)), 0, 0, 0)
	if got := orientationOf(exifOfWebP(append(riff, good...))); got != 6 {
		t.Errorf("in WebP: %d", got)
	}
	for _, f := range []func([]byte) []byte{exifOfJPEG, exifOfPNG, exifOfWebP} {
		for _, file := range [][]byte{nil, bytes.Repeat([]byte{255}, 40), append(bytes.Clone(riff), 1)} {
			if tiff := f(file); tiff != nil {
				t.Errorf("%v", tiff)
			}
		}
	}
}

// TestFiles reads an arrow that points up as people have it: in a photo that lies on its
// side, white on nothing, and in WebP. One in SVG is for a browser to read, and refused.
func TestFiles(t *testing.T) {
	const side = images.AlbumSide
	_, err := Decode(bytes.NewReader(fileOf(t, "cases/54-arrow.svg")))
	if e := new(notice.Error); !errors.As(err, &e) || e.Code != "picture-kind" {
		t.Errorf("54-arrow.svg: %v", err)
	}
	for _, name := range []string{"cases/50-exif-orientation-6.jpg", "cases/52-white-on-transparent.png", "cases/53-arrow.webp"} {
		m, err := Decode(bytes.NewReader(fileOf(t, name)))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		shaft, head, foot := 0, 0, 0 // ink in the middle, and beside it in the upper and lower half
		for i, v := range []byte(images.TakePicture(m)) {
			switch x, y := i%side, i/side; {
			case x >= 12 && x < 17:
				shaft += int(v)
			case y < side/2:
				head += int(v)
			default:
				foot += int(v)
			}
		}
		if shaft < 300 || head < 100 || foot > 0 {
			t.Errorf("%s: an arrow has ink of %d in its shaft, %d in its head and %d at its foot", name, shaft, head, foot)
		}
	}
}
