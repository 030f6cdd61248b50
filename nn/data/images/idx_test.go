package images

import (
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"errors"
	"slices"
	"testing"

	"nnplay/nn/notice"
)

// file returns a file in MNIST's format.
func file(header []uint32, content ...byte) []byte {
	var b bytes.Buffer
	binary.Write(&b, binary.BigEndian, header)
	b.Write(content)
	return b.Bytes()
}

func packed(content []byte) []byte {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	z.Write(content)
	z.Close()
	return b.Bytes()
}

// twoImages are two images of 2 x 3 elements, and their labels.
var (
	twoImages = file([]uint32{0x803, 2, 2, 3}, 0, 51, 102, 153, 204, 255, 255, 0, 0, 0, 0, 0)
	twoLabels = file([]uint32{0x801, 2}, 7, 0)
)

func TestReadIDX(t *testing.T) {
	for _, pack := range []func([]byte) []byte{slices.Clone[[]byte], packed} {
		images, err := ReadIDX(bytes.NewReader(pack(twoImages)), 100)
		if err != nil {
			t.Fatal(err)
		}
		labels, err := ReadIDX(bytes.NewReader(pack(twoLabels)), 100)
		if err != nil {
			t.Fatal(err)
		}
		if images.Labels() || !labels.Labels() || images.Height != 2 || images.Width != 3 {
			t.Errorf("images %+v, labels %+v", images, labels)
		}
		p, err := Join(images, labels)
		if err != nil {
			t.Fatal(err)
		}
		if want := []float32{0, 0.2, 0.4, 0.6, 0.8, 1, 1, 0, 0, 0, 0, 0}; p.Dim != 6 || !slices.Equal(p.X, want) || !slices.Equal(p.Y, []float32{7, 0}) {
			t.Errorf("points %+v", p)
		}
		if one, err := ReadIDX(bytes.NewReader(pack(twoImages)), 1); err != nil || one.Count != 1 || len(one.Bytes) != 6 {
			t.Errorf("of one image: %+v, %v", one, err)
		}
	}
}

// TestReadIDXRefuses gives each kind of bad file its error; none may allocate
// what a header claims.
func TestReadIDXRefuses(t *testing.T) {
	damaged := packed(bytes.Repeat(twoImages, 50))
	damaged[len(damaged)/2] ^= 0xff
	for _, c := range []struct {
		name, code string
		file       []byte
	}{
		{"empty", "idx-kind", nil},
		{"text", "idx-kind", []byte("1,2,3\n4,5,6\n")},
		{"floats", "idx-kind", file([]uint32{0xd03, 1, 1, 1}, 0, 0, 0, 0)},
		{"header cut", "idx-kind", twoImages[:13]},
		{"no images", "idx-empty", file([]uint32{0x803, 0, 28, 28})},
		{"no width", "idx-size", file([]uint32{0x803, 1, 28, 0})},
		{"too wide", "idx-size", file([]uint32{0x803, 1, 28, 1 << 31})},
		{"too many", "idx-long", file([]uint32{0x803, 1<<32 - 1, 64, 64})},
		{"cut", "idx-short", twoImages[:len(twoImages)-1]},
		{"claims more", "idx-short", file([]uint32{0x803, 60000, 28, 28}, 1, 2, 3)},
		{"labels cut", "idx-short", twoLabels[:9]},
		{"packed and cut", "idx-short", packed(bytes.Repeat(twoImages, 50))[:30]},
		{"gzip header alone", "idx-gzip", []byte{0x1f, 0x8b, 8}},
		{"gzip that is none", "idx-gzip", append([]byte{0x1f, 0x8b}, bytes.Repeat([]byte{7}, 40)...)},
	} {
		_, err := ReadIDX(bytes.NewReader(c.file), 1<<30)
		if e := new(notice.Error); !errors.As(err, &e) || e.Code != c.code {
			t.Errorf("%s: %v, want %s", c.name, err, c.code)
		}
	}
	images, _ := ReadIDX(bytes.NewReader(twoImages), 1)
	labels, _ := ReadIDX(bytes.NewReader(twoLabels), 2)
	if _, err := Join(images, labels); err == nil || err.(*notice.Error).Code != "idx-pair" {
		t.Errorf("one image and two labels: %v", err)
	}
	if _, err := Join(labels, images); err == nil || err.(*notice.Error).Code != "idx-kind" {
		t.Errorf("labels for images: %v", err)
	}
	labels.Bytes[0], images = 200, &IDX{Count: 2, Height: 1, Width: 1, Bytes: []byte{1, 2}}
	if _, err := Join(images, labels); err == nil || err.(*notice.Error).Code != "idx-label" {
		t.Errorf("a label of 200: %v", err)
	}
}

func FuzzReadIDX(f *testing.F) {
	f.Add(twoImages)
	f.Add(twoLabels)
	f.Add(packed(twoImages))
	f.Fuzz(func(t *testing.T, content []byte) {
		got, err := ReadIDX(bytes.NewReader(content), 1000)
		if err != nil {
			if e := new(notice.Error); !errors.As(err, &e) {
				t.Fatalf("an error without a code: %v", err)
			}
			return
		}
		if each := max(got.Height*got.Width, 1); got.Count < 1 || got.Count > 1000 || len(got.Bytes) != got.Count*each {
			t.Fatalf("%d x %d x %d with %d bytes", got.Count, got.Height, got.Width, len(got.Bytes))
		}
	})
}
