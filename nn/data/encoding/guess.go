package encoding

import (
	"bytes"
	"unicode/utf8"
)

// A Fault is why a file is not taken for text.
type Fault struct {
	Code string // one of the codes below
	Line int    // that it was met in, counted from 1; 0: the file as a whole
}

// Codes of faults.
const (
	Workbook = "workbook" // an archive, a workbook, a PDF or an RTF
	Binary   = "binary"   // bytes of 0 that are not those of UTF-16
	Mixed    = "encoding" // UTF-8 in most lines and not in others
)

// Error implements error.
func (f *Fault) Error() string { return "encoding: " + f.Code }

// headBytes is how much of a file is looked at for the zeros of UTF-16.
const headBytes = 64 << 10

// Guess returns the encoding of a file: by its mark; by the zeros of UTF-16; UTF-8 if
// it is valid; and else by what its bytes above 0x7f look like. It refuses what is no
// text, and what is UTF-8 in some lines and not in others, by a *Fault.
func Guess(file []byte) (string, error) {
	for _, name := range Names {
		mark := decoders[name].mark
		if mark == "" || !bytes.HasPrefix(file, []byte(mark)) {
			continue
		}
		if name == UTF8 && !utf8.Valid(file) {
			return "", &Fault{Mixed, LineAt(file, countBytes(file).firstInvalid)}
		}
		return name, nil
	}
	for _, magic := range []string{"PK\x03\x04", "\xd0\xcf\x11\xe0", "\x1f\x8b", "%PDF-", "{\\rtf"} {
		if bytes.HasPrefix(file, []byte(magic)) {
			return "", &Fault{Workbook, 0}
		}
	}
	if zero := bytes.IndexByte(file, 0); zero >= 0 {
		if name := guessUTF16(file); name != "" {
			return name, nil
		}
		return "", &Fault{Binary, LineAt(file, zero)}
	}
	if utf8.Valid(file) {
		return UTF8, nil
	}
	t := countBytes(file)
	switch {
	case t.looksChinese():
		return GB18030, nil
	case looksCyrillic(file):
		return Windows1251, nil
	case t.pairs > 0 && t.pairs >= t.invalid:
		return "", &Fault{Mixed, LineAt(file, t.firstInvalid)}
	}
	return Windows1252, nil
}

// guessUTF16 tells which half of the units is zero, as it is of digits and commas.
// Text without marks has few zeros in the other half, if any.
func guessUTF16(file []byte) string {
	head := file[:min(len(file), headBytes)]
	var zeros [2]int // at even places, and at odd ones
	for i, c := range head {
		if c == 0 {
			zeros[i%2]++
		}
	}
	enough := 1 + len(head)/10
	switch {
	case zeros[1] > enough && zeros[0]*20 <= zeros[1]:
		return UTF16LE
	case zeros[0] > enough && zeros[1]*20 <= zeros[0]:
		return UTF16BE
	}
	return ""
}

// A tally counts what bytes above 0x7f make in several encodings.
type tally struct {
	pairs, invalid, firstInvalid int // characters of two or more bytes and lone bytes, as UTF-8
	high                         int // bytes above 0x7f, and those of them that are, as GB18030,
	known, common                int // in characters of GB 2312, and in common ones
	western                      int // in common ones that as UTF-8 would be accented letters
}

// looksChinese tells whether the bytes make characters, most of them common. In
// Western text such bytes stand alone among letters; in UTF-8 they come in pairs that
// begin with 0xc2 or 0xc3.
func (t *tally) looksChinese() bool {
	return 10*t.known >= 9*t.high && 2*t.common >= t.high && 5*t.western < 4*t.common
}

func countBytes(file []byte) tally {
	var t tally
	for i := 0; i < len(file); {
		r, size := utf8.DecodeRune(file[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			if t.invalid == 0 {
				t.firstInvalid = i
			}
			t.invalid++
		case size > 1:
			t.pairs++
		}
		i += size
	}
	for i := 0; i < len(file); {
		if file[i] < 0x80 {
			i++
			continue
		}
		size, common := chineseAt(file[i:])
		t.high += max(size, 1)
		t.known += size
		if common {
			t.common += size
			if file[i] == 0xc2 || file[i] == 0xc3 {
				t.western += size
			}
		}
		i += max(size, 1)
	}
	return t
}

// chineseAt returns the bytes of the character of GB 2312 at the beginning of a
// text, 0 if there is none, and whether it is common: a sign, or of the first
// level, which is in the order of pronunciation. Those of four bytes count as known.
func chineseAt(text []byte) (size int, common bool) {
	if len(text) < 2 {
		return 0, false
	}
	lead, trail := text[0], text[1]
	switch {
	case trail >= 0xa1 && trail <= 0xfe && lead >= 0xa1 && lead <= 0xf7:
		return 2, lead <= 0xa3 || lead >= 0xb0 && lead <= 0xd7
	case len(text) >= 4 && lead >= 0x81 && trail >= '0' && trail <= '9' && text[2] >= 0x81 && text[3] >= '0' && text[3] <= '9':
		return 4, false
	}
	return 0, false
}

// LineAt returns the line of a byte, counted from 1.
func LineAt[T string | []byte](text T, at int) int {
	line := 1
	for i := range at {
		if text[i] == '\n' || text[i] == '\r' && (i+1 == len(text) || text[i+1] != '\n') {
			line++
		}
	}
	return line
}
