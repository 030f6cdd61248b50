package images

import (
	"bufio"
	"bytes"
	"compress/flate"
	"compress/gzip"
	"encoding/binary"
	"errors"
	"io"
	"strconv"

	"nnplay/nn/data"
)

// Bounds of files in MNIST's format.
const (
	maxIDX = 64 << 20 // bytes of elements, unpacked: MNIST's 60,000 images are 47 MB

	// MaxLabels is the most classes that labels may tell apart.
	MaxLabels = 64
)

// An IDX is a file in the format of MNIST (LeCun, Cortes and Burges 1998), in
// which bytes are arranged in up to three dimensions.
type IDX struct {
	Count         int
	Height, Width int    // of images; 0 of labels
	Bytes         []byte // (Count, Height, Width), or (Count)
}

// Labels says that the file holds labels, not images.
func (f *IDX) Labels() bool { return f.Height == 0 }

// ReadIDX reads images or labels, packed by gzip or not, as many as there are
// but no more than a limit. Sizes are checked before anything is allocated for
// them.
func ReadIDX(r io.Reader, limit int) (*IDX, error) {
	b := bufio.NewReader(r)
	if magic, _ := b.Peek(2); string(magic) == "\x1f\x8b" {
		z, err := gzip.NewReader(b)
		if err != nil {
			return nil, Refuse("idx-gzip")
		}
		b = bufio.NewReader(z)
	}
	// Two zeros, the type of elements (8 is a byte), the number of dimensions.
	const labels, images = 0x00000801, 0x00000803
	header := make([]uint32, 4)
	if err := readWords(b, header[:2]); err != nil {
		return nil, err
	}
	f := &IDX{Count: int(header[1])}
	each := 1
	switch header[0] {
	case labels:
	case images:
		if err := readWords(b, header[2:]); err != nil {
			return nil, err
		}
		if h, w := header[2], header[3]; h < 1 || h > MaxSide || w < 1 || w > MaxSide {
			return nil, Refuse("idx-size", "height", int(h), "width", int(w), "limit", MaxSide)
		}
		f.Height, f.Width = int(header[2]), int(header[3])
		each = f.Height * f.Width
	default:
		return nil, Refuse("idx-kind")
	}
	f.Count = min(f.Count, limit)
	if f.Count < 1 {
		return nil, Refuse("idx-empty")
	}
	if f.Count > maxIDX/each {
		return nil, Refuse("idx-long", "limit", maxIDX>>20)
	}
	var err error
	f.Bytes, err = io.ReadAll(io.LimitReader(b, int64(f.Count*each))) // grows with what there is
	if damaged(err) {
		return nil, Refuse("idx-gzip")
	} else if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) {
		return nil, err
	}
	if len(f.Bytes) < f.Count*each {
		return nil, Refuse("idx-short", "want", f.Count, "count", len(f.Bytes)/each)
	}
	return f, nil
}

// IsIDX tells whether a file begins as those in MNIST's format do, packed or not.
func IsIDX(file []byte) bool {
	return bytes.HasPrefix(file, []byte{0x1f, 0x8b}) || bytes.HasPrefix(file, []byte{0, 0, 8, 1}) || bytes.HasPrefix(file, []byte{0, 0, 8, 3})
}

// readWords reads big-endian words of a header.
func readWords(r io.Reader, words []uint32) error {
	err := binary.Read(r, binary.BigEndian, words)
	switch {
	case damaged(err):
		return Refuse("idx-gzip")
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return Refuse("idx-kind")
	}
	return err
}

// damaged says that an error is that of unpacking.
func damaged(err error) bool {
	_, corrupt := errors.AsType[flate.CorruptInputError](err)
	return corrupt || errors.Is(err, gzip.ErrHeader) || errors.Is(err, gzip.ErrChecksum)
}

// Join returns the samples of images and their labels: inputs (n, Height·Width)
// from 0 to 1, and classes.
func Join(images, labels *IDX) (data.Points, error) {
	if err := paired(images, labels); err != nil {
		return data.Points{}, err
	}
	p := data.Points{Dim: images.Height * images.Width, Targets: 1}
	p.X = make([]float32, len(images.Bytes))
	for i, v := range images.Bytes {
		p.X[i] = float32(v) / 255
	}
	p.Y = make([]float32, labels.Count)
	for i, v := range labels.Bytes {
		p.Y[i] = float32(v)
	}
	return p, nil
}

// paired refuses files that don't belong together.
func paired(images, labels *IDX) error {
	if images.Labels() || !labels.Labels() {
		return Refuse("idx-kind")
	}
	if images.Count != labels.Count {
		return Refuse("idx-pair", "images", images.Count, "labels", labels.Count)
	}
	for i, v := range labels.Bytes {
		if v >= MaxLabels {
			return Refuse("idx-label", "image", i+1, "label", int(v), "limit", MaxLabels-1)
		}
	}
	return nil
}

// sortedLabels returns the labels that there are, in order.
func sortedLabels(labels []byte) []byte {
	var met [256]bool
	for _, v := range labels {
		met[v] = true
	}
	var list []byte
	for v, ok := range met {
		if ok {
			list = append(list, byte(v))
		}
	}
	return list
}

func labelName(label byte) string { return strconv.Itoa(int(label)) }
