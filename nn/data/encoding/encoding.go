// Package encoding makes text of people's own files: it guesses how they are encoded,
// and decodes UTF-8, UTF-16, GB18030, Windows-1252 and Windows-1251.
package encoding

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// Names of encodings.
const (
	UTF8        = "UTF-8"
	UTF16LE     = "UTF-16LE"
	UTF16BE     = "UTF-16BE"
	GB18030     = "GB18030"
	Windows1252 = "Windows-1252"
	Windows1251 = "Windows-1251"
)

// Names are those of the encodings that are read.
var Names = []string{UTF8, UTF16LE, UTF16BE, GB18030, Windows1252, Windows1251}

// decoders has a row an encoding: the mark that some files begin with, and what
// makes UTF-8 of the rest. What an encoding does not have becomes U+FFFD.
var decoders = map[string]struct {
	mark   string
	decode func([]byte) string
}{
	UTF8:        {"\ufeff", func(file []byte) string { return strings.ToValidUTF8(string(file), "\ufffd") }},
	UTF16LE:     {"\xff\xfe", func(file []byte) string { return decodeUTF16(file, binary.LittleEndian) }},
	UTF16BE:     {"\xfe\xff", func(file []byte) string { return decodeUTF16(file, binary.BigEndian) }},
	GB18030:     {"\x84\x31\x95\x33", decodeGB18030},
	Windows1252: {"", decodeWindows1252},
	Windows1251: {"", decodeWindows1251},
}

// Decode makes UTF-8 of a file, without a mark. What its encoding, one of Names, does
// not have becomes U+FFFD.
func Decode(file []byte, name string) string {
	d := decoders[name]
	return d.decode(bytes.TrimPrefix(file, []byte(d.mark)))
}

func decodeUTF16(file []byte, order binary.ByteOrder) string {
	var b strings.Builder
	b.Grow(len(file))
	for ; len(file) >= 2; file = file[2:] {
		r := rune(order.Uint16(file))
		if r >= 0xd800 && r < 0xdc00 && len(file) >= 4 {
			if low := rune(order.Uint16(file[2:])); low >= 0xdc00 && low < 0xe000 {
				r = 0x10000 + (r-0xd800)<<10 + (low - 0xdc00)
				file = file[2:]
			}
		}
		b.WriteRune(r) // half a pair becomes U+FFFD
	}
	if len(file) > 0 {
		b.WriteRune(utf8.RuneError)
	}
	return b.String()
}

func decodeGB18030(file []byte) string {
	text, err := simplifiedchinese.GB18030.NewDecoder().Bytes(file)
	if err != nil {
		return strings.ToValidUTF8(string(file), "\ufffd")
	}
	return string(text)
}

// windows1252 are the characters of bytes 0x80 to 0x9f, which Latin-1 does not
// have; of the five that stand for nothing, the control characters that browsers
// take them for (https://encoding.spec.whatwg.org/#windows-1252).
var windows1252 = [32]rune{
	'€', 0x81, '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', 0x8d, 'Ž', 0x8f,
	0x90, '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', 0x9d, 'ž', 'Ÿ',
}

func decodeWindows1252(file []byte) string {
	var b strings.Builder
	b.Grow(len(file))
	for _, c := range file {
		r := rune(c)
		if c >= 0x80 && c < 0xa0 {
			r = windows1252[c-0x80]
		}
		b.WriteRune(r)
	}
	return b.String()
}

// windows1251 are the characters of bytes 0x80 to 0xbf; the letters from А to я follow
// (https://encoding.spec.whatwg.org/#windows-1251).
var windows1251 = []rune("ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u0098™љ›њќћџ\u00a0ЎўЈ¤Ґ¦§Ё©Є«¬\u00ad®Ї°±Ііґµ¶·ё№є»јЅѕї")

func decodeWindows1251(file []byte) string {
	var b strings.Builder
	b.Grow(2 * len(file))
	for _, c := range file {
		switch {
		case c >= 0xc0:
			b.WriteRune('А' + rune(c) - 0xc0)
		case c >= 0x80:
			b.WriteRune(windows1251[c-0x80])
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}
