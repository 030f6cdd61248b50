package images

import (
	"bufio"
	"bytes"
	"compress/flate"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"io"
	"strconv"
	"strings"
)

// Albums in links and in files. What both carry is deflated (RFC 1951): the
// number of classes, and for each the length of its name, its name and the
// number of its pictures; then the pictures, two levels a byte. Numbers are
// unsigned varints.

const (
	// MaxAlbumText is the longest text of an album that a link carries, so that
	// the other settings find room beside it.
	MaxAlbumText = 6000

	// albumMagic is how files of albums begin.
	albumMagic = "nnplay album 1\n"

	pictureBytes = AlbumSide * AlbumSide / 2
	// Above so many pictures nobody tries whether they fit into a link: the
	// smallest takes some bytes.
	mostInText = 400
)

// albumDigits are those of base 64 that survive messengers: an underscore may be
// taken for markup.
var albumDigits = base64.NewEncoding("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-.").WithPadding(base64.NoPadding)

// Text returns what a link says of an album: "" of nil; a text of letters, digits, hyphens
// and periods, with a letter at its ends, where the album is small enough;
// else how many pictures there are and the beginning of the hash of what it
// holds: "n60000-0123456789abcdef".
func (a *Album) Text() string {
	if a == nil {
		return ""
	}
	return a.text
}

// Carried tells whether the text of the album is all of it.
func (a *Album) Carried() bool { return a == nil || a.text[0] == 'a' }

func (a *Album) describe() string {
	if a.Len() <= mostInText {
		text := "a" + albumDigits.EncodeToString(a.pack(flate.BestCompression)) + "z"
		if len(text) <= MaxAlbumText {
			return text
		}
	}
	h := sha256.New()
	a.write(h)
	return "n" + strconv.Itoa(a.Len()) + "-" + hex.EncodeToString(h.Sum(nil)[:8])
}

// ParseAlbum reads the text of an album that carries it; ok says that it does.
func ParseAlbum(text string) (a *Album, ok bool) {
	if text == "" {
		return nil, true
	}
	body, first := strings.CutPrefix(text, "a")
	body, last := strings.CutSuffix(body, "z")
	if !first || !last || len(text) > 2*MaxAlbumText {
		return nil, false
	}
	packed, err := albumDigits.DecodeString(body)
	if err != nil {
		return nil, false
	}
	a, err = unpack(bytes.NewReader(packed), mostInText)
	return a, err == nil
}

// AlbumElsewhere returns the number of pictures in a text that does not carry them.
func AlbumElsewhere(text string) (count string, ok bool) {
	rest, first := strings.CutPrefix(text, "n")
	count, hash, second := strings.Cut(rest, "-")
	n, err := strconv.ParseUint(count, 10, 32)
	return strconv.FormatUint(n, 10), first && second && err == nil && n > 0 && len(hash) == 16
}

// File returns the album as a file.
func (a *Album) File() []byte {
	level := flate.BestCompression
	if a.Len() > 10*mostInText {
		level = flate.BestSpeed
	}
	return append([]byte(albumMagic), a.pack(level)...)
}

// IsAlbum tells whether a file begins as those of albums do.
func IsAlbum(file []byte) bool { return bytes.HasPrefix(file, []byte(albumMagic)) }

// ReadAlbum reads the file of an album. Numbers are checked before anything is
// allocated for them.
func ReadAlbum(file []byte) (*Album, error) {
	if !IsAlbum(file) {
		return nil, Refuse("album-damaged")
	}
	return unpack(bytes.NewReader(file[len(albumMagic):]), MaxPictures)
}

func (a *Album) pack(level int) []byte {
	var b bytes.Buffer
	w, _ := flate.NewWriter(&b, level) // the level is valid
	a.write(w)
	w.Close() // a buffer takes all
	return b.Bytes()
}

// write writes what is deflated. Writers are those of pack and of the hash, which
// never fail.
func (a *Album) write(w io.Writer) {
	classes := a.Classes()
	head := binary.AppendUvarint(nil, uint64(len(classes)))
	for _, c := range classes {
		head = binary.AppendUvarint(head, uint64(len(c.Name)))
		head = append(head, c.Name...)
		head = binary.AppendUvarint(head, uint64(len(c.Pictures)))
	}
	w.Write(head)
	var b [pictureBytes]byte
	for _, c := range classes {
		for _, p := range c.Pictures {
			for i := range b {
				b[i] = p[2*i]<<4 | p[2*i+1]
			}
			w.Write(b[:])
		}
	}
}

// unpack undoes pack, for albums of so many pictures at most.
func unpack(packed io.Reader, limit int) (*Album, error) {
	damaged := Refuse("album-damaged")
	r := bufio.NewReader(flate.NewReader(packed))
	number := func(limit int) int {
		n, err := binary.ReadUvarint(r)
		if err != nil || n > uint64(limit) {
			return -1
		}
		return int(n)
	}
	n := number(MaxClasses)
	if n < 0 {
		return nil, damaged
	}
	classes, counts := make([]Class, n), make([]int, n)
	left := limit
	for i := range classes {
		length := number(maxClassName * 4)
		if length < 0 {
			return nil, damaged
		}
		name := make([]byte, length)
		if _, err := io.ReadFull(r, name); err != nil {
			return nil, damaged
		}
		if counts[i] = number(left); counts[i] < 0 {
			return nil, damaged
		}
		classes[i].Name = string(name)
		left -= counts[i]
	}
	for i, count := range counts {
		if err := readPictures(r, &classes[i], count); err != nil {
			return nil, damaged
		}
	}
	if _, err := r.ReadByte(); err != io.EOF {
		return nil, damaged
	}
	return NewAlbum(classes)
}

// readPictures reads pictures of a class; room for them grows with what there is.
func readPictures(r io.Reader, c *Class, count int) error {
	var b [pictureBytes]byte
	var levels [2 * pictureBytes]byte
	for range count {
		if _, err := io.ReadFull(r, b[:]); err != nil {
			return err
		}
		for i, v := range b {
			levels[2*i], levels[2*i+1] = v>>4, v&15
		}
		c.Pictures = append(c.Pictures, Picture(levels[:]))
	}
	return nil
}
